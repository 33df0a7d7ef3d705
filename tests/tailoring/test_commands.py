"""The command line of tailoring: what it writes, what it keeps, and where the hints of other commands lead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from worksheet_builder.definitions.tailoring import PackTailoring, Tailoring
from worksheet_builder.foundation.decoding.yaml_nodes import root_of
from worksheet_builder.reading import json_schema
from worksheet_builder.reading.tailoring_loader import read_sheet, read_whole_pack
from worksheet_builder.reading.yaml_writer import value_of

from ..conftest import Run
from .samples import Desk


def text_of(desk: Desk, name: str = "ours") -> Any:
    return (desk.folder / f"worksheets/own/{name}.yaml").read_text(encoding="utf-8")


def test_it_begins_with_a_file_that_changes_nothing(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--as", "ours")
    assert "changes" not in text_of(desk).partition("based_on")[2]
    assert (desk.folder / "worksheets/tailoring.schema.json").is_file()
    assert "nothing is changed" in desk.run("show", "ours", "--changes").stdout
    assert "yours, from quiet-place" in desk.run("list").stdout
    row = next(row for row in json.loads(desk.run("list", "--json").stdout) if row["id"] == "ours")
    assert row["origin"] == {"own": True, "based_on": "quiet-place"}


def test_without_an_id_it_stands_in_place_of_the_other(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--reword", "title=Ours")
    assert desk.run("list").stdout.count("quiet-place") == 2
    desk.run("tailor", "quiet-place", "--reword", "minutes=5")
    assert "minutes: 5" in text_of(desk, "quiet-place") and "title:" in text_of(desk, "quiet-place")


def test_comments_and_layout_are_kept(desk: Desk) -> None:
    path = desk.tailor(
        "# why we did this\ntitle:   {to: Ours}   # short\nchanges:\n  # the hint is too long\n"
        "  - drop: kinds.hint\n\n  # and this\n  - {reword: words.prompt, to: Mine}\n# the end\n"
    )
    before = path.read_text(encoding="utf-8").splitlines()
    desk.run("tailor", "ours", "--drop", "noises", "--reword", "keep=Stay.", "--reword", "words.lines=5")
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before
    desk.run("tailor", "ours", "--reword", "words.prompt=Yours")
    assert "Mine" not in path.read_text(encoding="utf-8") and "# the end" in path.read_text(encoding="utf-8")
    desk.run("tailor", "update", "--accept-all")
    assert "was: A few are enough." in path.read_text(encoding="utf-8")
    assert "# why we did this" in path.read_text(encoding="utf-8")
    desk.run("check", "worksheets")


def test_the_same_address_again_takes_the_place_of_the_earlier(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--as", "ours", "--reword", "words.prompt=One")
    desk.run("tailor", "ours", "--reword", "words.prompt=Two")
    assert text_of(desk).count("words.prompt") == 1 and "One" not in text_of(desk)
    desk.run("tailor", "ours", "--drop", "kinds.hint")
    desk.run("tailor", "ours", "--reword", "kinds.hint=A few.")
    assert "drop:" not in text_of(desk)


def test_what_was_added_can_be_changed_and_dropped(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--as", "ours", "--add", "{prose: more, text: One.}", "--after", "words")
    desk.run("tailor", "ours", "--add", "snow: Snow", "--into", "kinds.options")
    desk.run("tailor", "ours", "--reword", "more.text=Two.", "--reword", "kinds.options.snow=White snow")
    words = desk.run("show", "ours").stdout
    assert "Two.  ‹more.text›" in words and "White snow  ‹kinds.options.snow›" in words
    desk.run("tailor", "ours", "--drop", "more", "--drop", "kinds.options.snow")
    assert "changes:" not in text_of(desk).partition("based_on")[2]


def test_several_things_each_at_its_place(desk: Desk) -> None:
    (desk.folder / "block.yaml").write_text("- writing: one\n  prompt: One?\n- prose: two\n  text: Two.\n")
    desk.run(
        "tailor", "quiet-place", "--as", "ours", "--move", "words", "--first", "--move", "kinds", "--after", "noises"
    )
    desk.run("tailor", "ours", "--add", "{prose: a, text: A.}", "--after", "pause")
    path = desk.folder / "worksheets/own/ours.yaml"
    assert [it.id for it in read_sheet(desk.open(), path).blocks] == [
        "words",
        "opening",
        "pause",
        "a",
        "noises",
        "kinds",
    ]


def test_nothing_is_written_when_something_is_wrong(desk: Desk) -> None:
    said = desk.run("tailor", "quiet-place", "--as", "ours", "--drop", "wrods", "--drop", "title", code=1).stderr
    assert "There is no ‘wrods’ in ‘quiet-place’." in said and "Did you mean ‘words’?" in said
    assert "‘title’ cannot be left out" in said
    assert not (desk.folder / "worksheets/own").exists()


def test_safety_takes_a_word(desk: Desk) -> None:
    assert "--even-safety" in desk.run("tailor", "quiet-place", "--as", "ours", "--drop", "pause", code=1).stderr
    lower = ("tailor", "quiet-place", "--as", "ours", "--reword", "intensity=settling")
    assert "takes safety text off the page" in desk.run(*lower, code=1).stderr
    desk.run(*lower, "--drop", "pause", "--even-safety")
    assert "pause" not in desk.run("show", "ours").stdout.partition("ours: en")[2]


WRONG = {
    ("tailor", "quiet-place", "--as", "Not An Id"): "cannot be an id",
    ("tailor", "quiet-plase"): "Did you mean ‘quiet-place’?",
    ("tailor", "quiet-place", "--as", "ours", "--add", "nothing"): "nothing that can be added",
    ("tailor", "update", "quiet-place"): "This is based on no other sheet.",
    ("tailor", "update", "--accept", "words"): "Nothing is to be settled at ‘words’.",
}


@pytest.mark.parametrize("command", WRONG, ids=" ".join)
def test_what_is_wrong_is_said(desk: Desk, command: Any) -> None:
    assert WRONG[command] in desk.run(*command, code=1).stderr


def test_a_sheet_that_is_there_is_not_written_over(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--as", "ours", "--reword", "title=A")
    said = desk.run("tailor", "loud-place", "--as", "ours", code=1).stderr
    assert "This is there already." in said and "tailor ours" in said


def test_outside_of_a_project_it_says_where_to_go(run: Run, folder: Path) -> None:
    assert "worksheet-builder init" in run("tailor", "waves", "--as", "ours", code=1).stderr


def test_a_pack(desk: Desk) -> None:
    desk.run("tailor", "quiet-days", "--as", "ours", "--drop", "loud-place", "--reword", "quiet-place.note=First.")
    desk.run("tailor", "quiet-place", "--as", "mine", "--reword", "title=Mine")
    desk.run("tailor", "pack-ours", "--add", "{sheet: mine, note: And ours.}", "--after", "quiet-place")
    pack = read_whole_pack(desk.open(), desk.folder / "packs/ours.yaml")
    assert [(it.sheet, it.note and it.note.text) for it in pack.worksheets] == [
        ("quiet-place", "First."),
        ("mine", "And ours."),
    ]
    desk.run("pack", "ours")
    said = desk.run("pack", "ours", "-l", "es", code=1).stderr
    assert "‘quiet-place.note’ is not in Spanish" in said and "‘mine.note’ is not in Spanish" in said
    assert "‘title’ is not in Spanish" in said and said.count("is not in Spanish") == 3
    assert "reworded quiet-place.note" in desk.run("show", "pack-ours", "--changes").stdout


@pytest.mark.parametrize("kind, packs", [(Tailoring, ()), (PackTailoring, ("--pack",))])
def test_the_schema_knows_what_the_commands_write(desk: Desk, kind: Any, packs: Any) -> None:
    schema = json.loads(desk.run("schema", "--tailoring", *packs).stdout)
    assert schema == json_schema.of_file(kind)
    source, change = ("quiet-days", "loud-place") if packs else ("quiet-place", "noises")
    desk.run("tailor", source, "--as", "ours", "--drop", change, "--reword", "title=Ours")
    path = desk.folder / ("packs/ours.yaml" if packs else "worksheets/own/ours.yaml")
    assert Draft7Validator(schema).is_valid(value_of(root_of(path.read_text(encoding="utf-8"), "")))
    assert not Draft7Validator(schema).is_valid({"based_on": "a", "changes": [{"drpo": "b"}]})


def test_the_hints_of_other_commands_lead_here(desk: Desk) -> None:
    said = desk.run("new", "quiet-place").stderr
    assert "worksheet-builder tailor quiet-place" in said and str(desk.library) not in said
    (desk.folder / "worksheets/own/quiet-place.yaml").unlink()
    assert "worksheet-builder tailor" in desk.run("build", "zzzzzz", code=1).stderr
    said = desk.run("translate", "start", "es", "quiet-place", code=1).stderr
    assert "The library has ‘quiet-place’ in Spanish." in said and "tailor quiet-place" in said
    for command in (("build", "zzzzzz"), ("translate", "start", "es", "quiet-place")):
        assert str(desk.library) not in desk.run(*command, code=1).output


def test_the_therapist_reads_what_it_is_from(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--as", "ours", "--drop", "kinds.hint")
    shown = desk.run("show", "ours", "--edition", "therapist").stdout
    assert "Tailored from the sheet ‘quiet-place’" in shown and "Adapted by your practice." in shown
    assert "Tailored from" not in desk.run("show", "quiet-place", "--edition", "therapist").stdout


def test_a_handout_is_made_again_when_the_sheet_under_it_changes(desk: Desk) -> None:
    desk.run("tailor", "quiet-place", "--as", "ours", "--drop", "kinds.hint")
    desk.run("build", "ours", "-f", "pdf")
    assert "1 unchanged" in desk.run("build", "ours", "-f", "pdf").stderr
    desk.change_library("A garden", "A garden or a park")
    assert "1 handout made." in desk.run("build", "ours", "-f", "pdf").stderr
