"""The story of a language, told through the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polib
import pytest

from worksheet_builder.translation.pseudo_language import said

from ..absent import ABSENT, english_name
from ..conftest import Run

BEGUN, OTHER = ABSENT[:2]
NAME = english_name(OTHER)
pytestmark = pytest.mark.usefixtures("small_library")


@pytest.fixture
def project(run: Run, folder: Path) -> Path:
    """A project with one worksheet, and Catalan begun in it."""
    run("init", "--name", "Open Door")
    run("new", "my-sheet")
    run("translate", "start", BEGUN)
    return folder


def fill(project: Any, name: str, words: Any = lambda english: english) -> None:
    path = project / "locales" / BEGUN / f"{name}.po"
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = words(entry.msgid)
    file.save()


def test_start_makes_a_file_for_each_worksheet(run: Run, project: Path) -> None:
    names = {path.name for path in (project / "locales" / BEGUN).iterdir()}
    assert {"language.yaml", "common.po", "my-sheet.po", "where-harm-occurred.po"} <= names
    assert "has been started already" in run("translate", "start", BEGUN, code=1).stderr


def files(project: Any, tag: str) -> Any:
    return {path.name for path in (project / "locales" / tag).iterdir()}


def test_a_few_sheets_can_be_begun_and_more_later(run: Run, project: Path) -> None:
    assert "pack-first-sessions.po" in run("translate", "start", OTHER, "my-sheet", "first-sessions").stdout
    assert files(project, OTHER) == {"language.yaml", "common.po", "my-sheet.po", "pack-first-sessions.po"}
    assert "waves.po" in run("translate", "start", OTHER, "waves").stdout
    assert "waves.po" in files(project, OTHER)
    assert f"‘waves’ has been begun in {NAME} already." in run("translate", "start", OTHER, "waves", code=1).stderr


def test_an_update_makes_no_files_but_of_what_is_named(run: Run, project: Path) -> None:
    run("translate", "start", OTHER, "my-sheet")
    count = len(files(project, BEGUN)) - len(files(project, OTHER))
    said = run("translate", "update", OTHER).stderr
    assert files(project, OTHER) == {"language.yaml", "common.po", "my-sheet.po"}
    assert f"{NAME}: {count} worksheets and packs have no file yet;" in said
    assert f"worksheet-builder translate start {OTHER} after-a-hard-case’ begins one." in said
    assert "waves.po" in run("translate", "update", OTHER, "waves").stderr
    assert files(project, OTHER) == {"language.yaml", "common.po", "my-sheet.po", "waves.po"}
    assert "have no file yet" not in run("translate", "update", BEGUN).stderr


def test_the_common_words_are_always_brought_up_to_date(run: Run, project: Path) -> None:
    run("translate", "start", OTHER, "my-sheet")
    (project / f"locales/{OTHER}/common.po").unlink()
    assert "my-sheet" not in run("translate", "update", OTHER, "common").stderr
    assert "common.po" in files(project, OTHER)


def test_common_words_that_are_built_in_are_not_asked_for_again(run: Run, project: Path) -> None:
    run("translate", "start", "es", "my-sheet")
    run("translate", "update", "es")
    assert files(project, "es") == {"language.yaml", "my-sheet.po"}
    assert "my-sheet.po" in run("translate", "check", "es").stderr
    run("translate", "update", "es", "common")
    assert files(project, "es") == {"language.yaml", "my-sheet.po", "common.po"}


def test_an_update_names_worksheets_and_one_language(run: Run, project: Path) -> None:
    assert "‘es’ is a language" in run("translate", "update", BEGUN, "es", code=2).stderr
    said = run("translate", "update", BEGUN, "wavs", "none.yaml", code=1).stderr
    assert "Did you mean ‘waves’?" in said
    assert "none.yaml: There is no such file." in said


def test_a_worksheet_at_a_path_has_a_file_by_its_name(run: Run, project: Path) -> None:
    (project / "apart.yaml").write_text((project / "worksheets/own/my-sheet.yaml").read_text("utf-8"), "utf-8")
    run("translate", "start", OTHER, "apart.yaml")
    assert files(project, OTHER) == {"language.yaml", "common.po", "apart.po"}


def test_what_is_not_begun_is_told_with_the_command_that_begins_it(run: Run, project: Path) -> None:
    run("translate", "start", OTHER, "my-sheet")
    said = run("build", "waves", "-l", OTHER, code=1).stderr
    assert f"There is no {english_name(OTHER)} translation of ‘waves’." in said
    assert f"Run ‘worksheet-builder translate start {OTHER} waves’." in said


def test_what_is_not_translated_is_not_built(run: Run, project: Path) -> None:
    result = run("build", "my-sheet", "-l", BEGUN, code=1)
    assert "strings are not translated yet" in result.stderr
    assert not (project / "handouts").exists()


def test_a_draft_prints_the_english(run: Run, project: Path) -> None:
    run("build", "my-sheet", "-l", BEGUN, "--draft")
    assert (project / f"handouts/{BEGUN}/my-sheet.pdf").is_file()


def test_what_is_translated_is_built_and_says_that_nobody_reviewed_it(run: Run, project: Path) -> None:
    fill(project, "common")
    fill(project, "my-sheet", lambda english: english.replace("noticed", "NOTAT"))
    run("build", "my-sheet", "-l", BEGUN)
    said = run("show", "my-sheet", "-l", BEGUN).stdout
    assert "What have you NOTAT?" in said
    assert "footer: This translation has not yet been reviewed" in said


def test_english_never_says_so(run: Run, project: Path) -> None:
    assert "has not yet been reviewed by a qualified person" not in run("show", "my-sheet").stdout


def test_changed_english_is_stale_until_somebody_looks(run: Run, project: Path) -> None:
    fill(project, "common")
    fill(project, "my-sheet")
    sheet = project / "worksheets/own/my-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("Not hard", "Not hard at all"), "utf-8")
    problem = "The English of ‘now.low’ was “Not hard”"
    assert problem in run("build", "my-sheet", "-l", BEGUN, code=1).stderr
    assert "Strings that are out of date: 1; missing: " in run("check", code=None).stderr
    assert problem in run("translate", "check", BEGUN, code=None).stderr
    assert problem in run("check", f"locales/{BEGUN}/my-sheet.po", code=None).stderr
    assert "1 stale" in run("translate", "update").stderr
    rows = json.loads(run("translate", "status", "--json").stdout)
    (row,) = [row for row in rows if (row["language"], row["worksheet"]) == (BEGUN, "my-sheet")]
    assert (row["language"], row["state"], row["stale"], row["missing"]) == (BEGUN, "stale", 1, 0)


def test_english_that_a_merge_brings_under_old_words_is_told(run: Run, project: Path) -> None:
    fill(project, "my-sheet")
    path = project / f"locales/{BEGUN}/my-sheet.po"
    path.write_text(path.read_text("utf-8").replace('msgctxt "now.low"', '# state: draft\nmsgctxt "now.low"'), "utf-8")
    run("translate", "update", BEGUN)
    sentence = "Rows whose state was given to other words or other English: 1 (‘now.low’)."
    assert sentence not in run("translate", "status").stderr
    for file in (path, project / "worksheets/own/my-sheet.yaml"):
        was = file.read_text("utf-8").replace('msgid "Not hard"', 'msgid "Mild"').replace("low: Not hard", "low: Mild")
        file.write_text(was, "utf-8")
    for words in (("translate", "status"), ("translate", "check", BEGUN), ("check", path)):
        assert sentence in run(*words, code=None).stderr
    assert "1 whose mark was for other words" in run("translate", "update", BEGUN).stderr
    assert sentence not in run("translate", "status").stderr


def test_an_update_tells_what_it_has_changed_and_counts_the_rest(run: Run, project: Path) -> None:
    fill(project, "my-sheet")
    sheet = project / "worksheets/own/my-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("Not hard", "Mild"), "utf-8")
    count = len([it for it in files(project, BEGUN) if it.endswith(".po")])
    changed, whole = run("translate", "update", BEGUN).stderr.splitlines()
    assert changed == f"locales/{BEGUN}/my-sheet.po: 1 stale"
    assert whole == f"{english_name(BEGUN)}: {count} catalogues, 1 changed, {count - 1} as they were."
    assert run("translate", "update", BEGUN).stderr == f"{english_name(BEGUN)}: {count} catalogues, up to date.\n"


def test_check_counts_what_is_missing(run: Run, project: Path) -> None:
    fill(project, "common", said)
    fill(project, "my-sheet", said)
    assert "my-sheet" not in run("translate", "check", BEGUN, code=None).stderr
    assert "where-harm-occurred.po:" in run("translate", "check", code=None).stderr


def test_a_language_that_is_begun_is_no_fault_and_prints_nothing(run: Run, project: Path) -> None:
    """It can be merged half-done: it is told of, and keeps nothing else from being made."""
    run("translate", "start", OTHER)
    assert f"locales/{OTHER}: Strings that are out of date: 0; missing: " in run("check").stderr
    assert "strings are not translated yet" in run("build", "my-sheet", "-l", OTHER, "-f", "docx", code=1).stderr
    assert not list(project.rglob(f"handouts/{OTHER}/*"))
    run("build", "my-sheet", "-l", "en", "-f", "docx")


def test_outside_a_project_nothing_is_begun(run: Run) -> None:
    assert "This folder is not a project." in run("translate", "start", BEGUN, code=1).stderr
