"""The whole story of a language, told through the command line: begun, built, gone stale, reviewed in Word, built."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import polib
import pytest

from worksheet_builder.foundation.languages import Language

from ..absent import ABSENT, english_name
from ..conftest import Run

TAG = ABSENT[0]
pytestmark = pytest.mark.usefixtures("small_library")
NAME = english_name(TAG)

SHEET = """\
title: A quiet place
summary: Find one place where you can rest.
collection: rest
intensity: practical
minutes: 5
blocks:
  - writing: where
    prompt: Where is it quiet?
  - scale: noise
    question: How loud is it there?
    low: Quiet
    high: Loud
"""
WORDS = {
    "A quiet place": "Un lloc tranquil",
    "Find one place where you can rest.": "Busqueu un lloc on pugueu descansar.",
    "Where is it quiet?": "On hi ha silenci?",
    "How loud is it there?": "Quant de soroll hi ha?",
    "Quiet": "Silenci",
    "Loud": "Soroll",
}


@pytest.fixture
def project(run: Run, folder: Path) -> Path:
    """A project with one worksheet, in another language."""
    run("init", "--name", "Open Door")
    sheet = folder / "worksheets/rest/quiet-place.yaml"
    sheet.parent.mkdir()
    sheet.write_text(SHEET, "utf-8")
    run("translate", "start", TAG)
    translate(folder, "common", str.upper)
    translate(folder, "quiet-place", WORDS.__getitem__)
    return folder


def translate(project: Any, name: str, words: Any) -> None:
    path = project / "locales" / TAG / f"{name}.po"
    file = polib.pofile(str(path))
    for entry in file:
        if not entry.msgstr:
            entry.msgstr = re.sub(r"\{[A-Z_]+\}", lambda slot: slot[0].lower(), words(entry.msgid))
    file.save()


def counts(run: Run, name: str = "quiet-place") -> Any:
    rows = json.loads(run("translate", "status", TAG, "--json").stdout)
    (row,) = [row for row in rows if row["worksheet"] == name]
    return {state: row[state] for state in ("missing", "stale", "draft", "translated", "reviewed") if row[state]}


def edited(data: Any, **texts: Any) -> Any:
    """The Word file after somebody typed over the texts in it."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode()
    for old, new in texts.values():
        assert old in document
        document = document.replace(old, new)
    parts["word/document.xml"] = document.encode()
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def test_the_story_of_a_language(run: Run, project: Path) -> None:
    run("build", "quiet-place", "-l", TAG)
    assert counts(run) == {"translated": 6}

    sheet = project / "worksheets/rest/quiet-place.yaml"
    sheet.write_text(SHEET.replace("Where is it quiet?", "Where can you be quiet?"), "utf-8")
    assert counts(run) == {"stale": 1, "translated": 5}
    refused = run("build", "quiet-place", "-l", TAG, code=1).stderr
    assert refused.count("hint:") == 1
    assert "The English of ‘where.prompt’ was “Where is it quiet?”" in refused
    run("build", "quiet-place", "-l", TAG, "--draft")

    assert "1 stale" in run("translate", "update", TAG).stderr
    assert counts(run) == {"stale": 1, "translated": 5}
    run("build", "quiet-place", "-l", TAG, code=1)

    assert run("translate", "review", TAG, "quiet-place").stdout == f"review-{TAG}.docx\n"
    file = project / f"review-{TAG}.docx"
    whole = ("☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t", "☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t")
    file.write_bytes(edited(file.read_bytes(), one=("On hi ha silenci?", "On podeu estar en silenci?"), all=whole))
    assert "not said by whom" in run("translate", "import", file, code=1).stderr
    told = run("translate", "import", file, "--by", "Anna Example", "--on", "2026-11-22")
    assert "‘where.prompt’ changed: “On hi ha silenci?” → “On podeu estar en silenci?”" in told.stdout
    assert counts(run) == {"reviewed": 6}
    assert "# state: reviewed by Anna Example on 2026-11-22" in (project / f"locales/{TAG}/quiet-place.po").read_text(
        "utf-8"
    )

    run("build", "quiet-place", "-l", TAG, "--force")
    assert "On podeu estar en silenci?" in run("show", "quiet-place", "-l", TAG).stdout


def test_what_is_required_is_refused_below_it(run: Run, project: Path) -> None:
    run("build", "quiet-place", "-l", TAG, "--require", "translated")
    refused = run("build", "quiet-place", "-l", TAG, "--require", "reviewed", code=1).stderr
    assert "6 of 6 strings are not reviewed yet" in refused
    assert "translate review" in refused
    run("build", "quiet-place", "-l", TAG, "--require", "reviewed", "--draft", code=2)
    run("build", "quiet-place", "--require", "reviewed")


def test_a_practice_can_require_it(run: Run, project: Path) -> None:
    practice = project / "practice.yaml"
    practice.write_text(practice.read_text("utf-8") + "\nrequire: reviewed\n", "utf-8")
    assert "not reviewed yet" in run("build", "quiet-place", "-l", TAG, code=1).stderr
    run("build", "quiet-place", "-l", TAG, "--require", "translated")
    run("build", "quiet-place", "-l", TAG, "--draft")


def test_what_is_out_for_review_is_not_written_over(run: Run, project: Path) -> None:
    run("translate", "review", TAG, "--xliff")
    assert "may hold a review" in run("translate", "review", TAG, "--xliff", code=1).stderr
    assert "nothing to change" in run("translate", "import", f"review-{TAG}.xlf").stderr


def test_a_renamed_id_takes_its_words_along(run: Run, project: Path) -> None:
    sheet = project / "worksheets/rest/quiet-place.yaml"
    sheet.write_text(SHEET.replace("scale: noise", "scale: sound"), "utf-8")
    assert "3 moved" in run("translate", "rename", "quiet-place", "noise", "sound").stderr
    run("translate", "update", TAG)
    assert counts(run) == {"translated": 6}


def test_a_check_tells_the_place_and_what_to_do(run: Run, project: Path) -> None:
    path = project / f"locales/{TAG}/quiet-place.po"
    path.write_text(path.read_text("utf-8").replace("Un lloc tranquil", "Un  lloc tranquil"), "utf-8")
    told = run("check", path, code=1).stderr
    assert re.search(r"quiet-place\.po:\d+:1: ‘title’: Two spaces stand together\.", told)
    assert "‘# fine: spaces (why)’" in told


def test_a_glossary_is_heeded(run: Run, project: Path) -> None:
    (project / f"locales/{TAG}/glossary.yaml").write_text(
        "loud:\n  lay: fort\n  avoid: {soroll: is a noise}\n", "utf-8"
    )
    assert (
        "The glossary asks to avoid ‘soroll’ for ‘loud’" in run("check", f"locales/{TAG}/quiet-place.po", code=1).stderr
    )
    (project / f"locales/{TAG}/glossary.yaml").write_text("loud:\n  layman: fort\n", "utf-8")
    assert "‘layman’" in run("check", f"locales/{TAG}/glossary.yaml", code=1).stderr


def test_facts_of_a_language_that_cannot_be_are_told(run: Run, project: Path) -> None:
    path = project / f"locales/{TAG}/language.yaml"
    path.write_text(path.read_text("utf-8").replace("left-to-right", "right-to-left"), "utf-8")
    assert f"handouts in ‘{TAG}’ are made with ‘left-to-right’" in run("check", path, code=1).stderr


def test_a_review_calls_the_language_as_its_folder_does(run: Run, project: Path) -> None:
    path = project / f"locales/{TAG}/language.yaml"
    path.write_text(path.read_text("utf-8").replace(NAME, "Valencian"), "utf-8")
    run("translate", "review", TAG, "quiet-place")
    heading = f"Valencian ({Language.of(TAG).name}): translation to review"
    with ZipFile(f"review-{TAG}.docx") as package:
        assert heading in package.read("word/document.xml").decode()


def test_languages_that_nobody_speaks_need_no_folder(run: Run, project: Path) -> None:
    run("build", "quiet-place", "-l", "qps-ploc", "-l", "QPS-plocm")
    assert "«Á qúúíéť pľáááçé»" in run("show", "quiet-place", "-l", "qps-ploc").stdout
    assert "made by the tool" in run("translate", "start", "qps-ploc", code=1).stderr
