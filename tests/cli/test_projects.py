"""Beginning a project and a worksheet, listing, showing, checking."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_practice, read_worksheet

from ..conftest import Run


def files(folder: Path) -> Any:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_init_begins_a_project(run: Run, folder: Path) -> None:
    run("init", "ours", "--name", "Open Door", "--country", "us")
    starters = sorted(f"ours/{path.name}" for path in folder.glob("ours/Open the desk.*"))
    assert files(folder) == [*starters, "ours/practice.yaml", "ours/worksheets/worksheet.schema.json"]
    assert starters
    assert (folder / "ours/locales").is_dir()
    practice = read_practice(folder / "ours/practice.yaml")
    assert practice.name and practice.name.text == "Open Door"
    assert practice.country == "US"


@pytest.mark.parametrize(
    "name", ['Ann’s "Place"', "a: b # c", "no", "*strong*", "Praxis Süd", "12", "- x", "{y}", "back\\slash"]
)
def test_init_keeps_any_name_as_it_is(run: Run, folder: Path, name: str) -> None:
    run("init", "--name", name)
    practice = read_practice(folder / "practice.yaml")
    assert practice.name and practice.name.plain() == name


def test_init_never_overwrites(run: Run, folder: Path) -> None:
    run("init")
    (folder / "practice.yaml").write_text("name: Mine\n")
    assert "Left as it is: practice.yaml" in run("init", "--name", "Other").stderr
    assert (folder / "practice.yaml").read_text() == "name: Mine\n"


def test_init_asks_nothing_where_nobody_answers(run: Run, folder: Path) -> None:
    assert "?" not in run("init", input="").output


def test_init_where_a_file_is_in_the_way(run: Run, folder: Path) -> None:
    (folder / "worksheets").write_text("mine")
    result = run("init", code=1)
    assert "worksheets: A file stands where a folder is needed." in result.stderr
    assert files(folder) == ["worksheets"]


def test_new_is_complete(run: Run, folder: Path) -> None:
    run("init")
    run("new", "after-the-scan", "--title", 'After "the scan": 1')
    worksheet = read_worksheet(folder / "worksheets/own/after-the-scan.yaml")
    assert worksheet.title.text == 'After "the scan": 1'
    assert "no problems" in run("check").stderr
    assert "after-the-scan" in run("list", "--collection", "own").stdout
    run("build", "after-the-scan")
    assert files(folder / "handouts" / "en") == ["after-the-scan.docx", "after-the-scan.pdf"]


def test_new_has_what_sheets_of_the_library_have(run: Run, folder: Path) -> None:
    """Of the notes to the therapist each line waits behind a ‘#’."""
    run("new", "after-the-scan")
    path = folder / "worksheets/own/after-the-scan.yaml"
    before, mark, notes = path.read_text("utf-8").partition("# evidence:")
    path.write_text(before + re.sub("^# ", "", mark + notes, flags=re.MULTILINE), "utf-8")
    assert "no problems" in run("check", path).stderr
    new = read_worksheet(path)
    library = [sheet for sheet in map(read_worksheet, Library.open().worksheets.values()) if sheet.therapist]
    for wanted, found in ((library, new), ([it.therapist for it in library], new.therapist)):
        assert set.intersection(*map(has, wanted)) <= has(found)


def has(it: Any) -> set[str]:
    """The fields in which something is said."""
    return {field.name for field in fields(it) if getattr(it, field.name)}


def test_new_names_a_schema_that_is_there(run: Run, folder: Path) -> None:
    run("new", "after-the-scan")
    path = folder / "worksheets/own/after-the-scan.yaml"
    schema = path.read_text("utf-8").splitlines()[0].split("$schema=")[1]
    assert json.loads((path.parent / schema).read_text("utf-8"))["title"] == "Worksheet"


def test_new_never_overwrites(run: Run, folder: Path) -> None:
    run("new", "after-the-scan")
    path = folder / "worksheets/own/after-the-scan.yaml"
    path.write_text("mine")
    assert "is there already" in run("new", "after-the-scan", code=1).stderr
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["../up", "Up", "a b", "", "con/x", "ä"])
def test_new_takes_only_ids(run: Run, folder: Path, name: str) -> None:
    run("new", name, code=1)
    run("new", "fine", "--collection", name, code=1)
    assert files(folder) == []


def test_the_project_comes_before_the_library(run: Run, folder: Path) -> None:
    run("new", "where-harm-occurred", "--title", "Our own map")
    assert "Our own map" in run("list").stdout
    assert "Mapping where harm occurred" not in run("list").stdout


def test_list_as_json(run: Run) -> None:
    rows = json.loads(run("list", "--json").stdout)
    assert {"where-harm-occurred", "grief-and-anger", "trusting-myself-again"} <= {row["id"] for row in rows}
    keys = ["id", "title", "summary", "collection", "intensity", "minutes", "languages", "review", "origin", "path"]
    assert all(list(row) == keys for row in rows)


def test_list_chooses(run: Run) -> None:
    rows = json.loads(run("list", "--json", "--intensity", "activating").stdout)
    assert {row["intensity"] for row in rows} == {"activating"}
    assert json.loads(run("list", "--json", "--collection", "none-such").stdout) == []


def test_list_shows_the_sound_ones_and_tells_of_the_others(run: Run, folder: Path) -> None:
    run("new", "broken")
    (folder / "worksheets/own/broken.yaml").write_text("title: x\n")
    result = run("list", code=1)
    assert "where-harm-occurred" in result.stdout
    assert "‘summary’ is missing" in result.stderr


def test_show_has_facts_and_words(run: Run) -> None:
    said = run("show", "where-harm-occurred").stdout
    assert "intensity  reflective" in said
    assert "# Mapping where harm occurred" in said
    assert "For the therapist" not in said
    assert "For the therapist" in run("show", "where-harm-occurred", "--edition", "therapist").stdout


def test_blocks_shows_examples(run: Run) -> None:
    assert "- table: " in run("blocks").stdout
    assert "- table: " not in run("blocks", "scale").stdout


def test_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$schema"].startswith("http")


def test_check_tells_everything_with_line_and_caret(run: Run, folder: Path) -> None:
    run("init")
    run("new", "mine")
    path = folder / "worksheets/own/mine.yaml"
    path.write_text(
        path.read_text("utf-8").replace("prompt:", "promt:").replace("minutes: 15", "minutes: soon"), "utf-8"
    )
    (folder / "practice.yaml").write_text("name: X\naccent: pale\n")
    result = run("check", code=1)
    assert "worksheets/own/mine.yaml:10:10: ‘minutes’ has to be a whole number" in result.stderr
    assert "\n   10 | minutes: soon\n                 ^\n  hint: " in result.stderr
    assert "Did you mean ‘prompt’?" in result.stderr
    assert "‘pale’ is not a colour." in result.stderr
    assert str(folder) not in result.stderr


def test_the_line_that_is_shown_is_that_of_the_file_as_it_is_now(run: Run, folder: Path) -> None:
    for words in ("accent: pale", "# another line\naccent: pale"):
        (folder / "practice.yaml").write_text(f"name: X\n{words}\n", "utf-8")
        number = words.count("\n") + 2
        assert f"\n{number:5} | accent: pale\n" in run("practice", "check", code=1).stderr


def test_check_as_json(run: Run, folder: Path) -> None:
    run("new", "mine")
    path = folder / "worksheets/own/mine.yaml"
    path.write_text(path.read_text("utf-8").replace("lines: 3", "lines: 99"), "utf-8")
    (problem,) = json.loads(run("check", path, "--json", code=1).stdout)
    assert problem["file"] == str(path.relative_to(folder)) and problem["line"] == 18
    assert "99" in problem["sentence"] and problem["hint"]


def test_check_knows_what_it_cannot_check(run: Run, folder: Path) -> None:
    (folder / "notes.txt").write_text("hello")
    assert "not a file that can be checked" in run("check", "notes.txt", code=1).stderr


def test_check_finds_an_unknown_reference(run: Run, folder: Path) -> None:
    run("new", "mine")
    path = folder / "worksheets/own/mine.yaml"
    path.write_text(path.read_text("utf-8") + "evidence: [hall-2071]\n", "utf-8")
    assert "‘hall-2071’ under ‘evidence’ is not in the bibliography.\n" in run("check", path, code=1).stderr


IN_TURN = 4
"""Of each sheet the words in one of so many languages are checked in the usual run, and in others of the next sheet."""


def test_what_is_built_in_is_sound(run: Run) -> None:
    library = Library.open()
    shelf, names = library.shelves[0], [*library.worksheets]
    catalogues = sorted(shelf.catalogues())
    turn: list[Path] = []
    for at, name in enumerate(names):
        own = [path for path in catalogues if path.stem == name]
        turn += own[at % IN_TURN :: IN_TURN] or own[:1]
    assert {path.stem for path in turn} == {path.stem for path in catalogues} & {*names}
    common = [path for path in catalogues if path.stem not in names]
    assert "no problems" in run("check", *shelf.files(), *shelf.pack_files(), *common, *turn).stderr


@pytest.mark.whole
def test_all_that_is_built_in_is_sound(run: Run) -> None:
    assert "no problems" in run("check").stderr
