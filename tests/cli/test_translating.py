"""The story of a language, told through the command line."""

from __future__ import annotations

import json

import polib
import pytest

from worksheet_builder.catalogues.pseudo import said


@pytest.fixture
def project(run, folder):
    """A project with one worksheet, and Catalan begun in it."""
    run("init", "--name", "Open Door")
    run("new", "my-sheet")
    run("translate", "start", "ca")
    return folder


def fill(project, name, words=lambda english: english):
    path = project / "locales/ca" / f"{name}.po"
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = words(entry.msgid)
    file.save()


def test_start_makes_a_file_for_each_worksheet(run, project):
    names = {path.name for path in (project / "locales/ca").iterdir()}
    assert {"language.yaml", "common.po", "my-sheet.po", "where-harm-occurred.po"} <= names
    assert "has been started already" in run("translate", "start", "ca", code=1).stderr


def test_what_is_not_translated_is_not_built(run, project):
    result = run("build", "my-sheet", "-l", "ca", code=1)
    assert "strings are not translated yet" in result.stderr
    assert not (project / "handouts").exists()


def test_a_draft_prints_the_english(run, project):
    run("build", "my-sheet", "-l", "ca", "--draft")
    assert (project / "handouts/ca/my-sheet.pdf").is_file()


def test_what_is_translated_is_built_and_says_that_nobody_reviewed_it(run, project):
    fill(project, "common")
    fill(project, "my-sheet", lambda english: english.replace("noticed", "NOTAT"))
    run("build", "my-sheet", "-l", "ca")
    said = run("show", "my-sheet", "-l", "ca").stdout
    assert "What have you NOTAT?" in said
    assert "footer: This translation has not yet been reviewed" in said


def test_english_never_says_so(run, project):
    assert "has not yet been reviewed by a qualified person" not in run("show", "my-sheet").stdout


def test_changed_english_is_stale_until_somebody_looks(run, project):
    fill(project, "common")
    fill(project, "my-sheet")
    sheet = project / "worksheets/own/my-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("Not hard", "Not hard at all"), "utf-8")
    problem = "The English of ‘now.low’ was “Not hard”"
    assert problem in run("build", "my-sheet", "-l", "ca", code=1).stderr
    assert problem in run("check", code=1).stderr
    assert "1 stale" in run("translate", "update").stderr
    rows = json.loads(run("translate", "status", "--json").stdout)
    (row,) = [row for row in rows if (row["language"], row["worksheet"]) == ("ca", "my-sheet")]
    assert (row["language"], row["state"], row["stale"], row["missing"]) == ("ca", "stale", 1, 0)


def test_check_counts_what_is_missing(run, project):
    fill(project, "common", said)
    fill(project, "my-sheet", said)
    assert "my-sheet" not in run("translate", "check", "ca", code=1).stderr
    assert "where-harm-occurred.po:" in run("translate", "check", code=1).stderr


def test_outside_a_project_nothing_is_begun(run):
    assert "This folder is not a project." in run("translate", "start", "ca", code=1).stderr
