"""A note to translators stands at the address of a text, and comes to where they work."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.document import words
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.po_update import start
from worksheet_builder.translation.review.review_sheet import sheets

from ..library.sheets import composed

SHEET = """\
title: A sheet
summary: What it is.
collection: own
intensity: settling
minutes: 5
blocks:
  - checklist: kinds
    question: Which of these happened?
    options: {dismissed: I was told it was nothing., unheard: Nobody asked me.}
translators:
"""
NOTE = "Sent home, not ignored."


def written(folder: Path, notes: str) -> Path:
    path = folder / "worksheets/sheet.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SHEET + notes, "utf-8")
    return path


def test_a_note_stands_in_the_catalogue_and_in_the_file_for_a_reviewer(tmp_path: Path) -> None:
    path = written(tmp_path, f"  - at: kinds.options.dismissed\n    note: {NOTE}\n")
    worksheet = read_worksheet(path)
    start("pl", [worksheet], read_common(), tmp_path / "locales")
    text = (tmp_path / "locales/pl/sheet.po").read_text("utf-8")
    assert f"#. Meant: {NOTE}" in text[: text.index('msgctxt "kinds.options.dismissed"')].rpartition("\n\n")[2]
    catalogue = Catalogue.read(tmp_path / "locales/pl/sheet.po", "pl")
    (sheet,) = sheets([(catalogue, "sheet", "A sheet", worksheet)])
    about = {item.address: item.about for item in sheet.items}
    assert f"Meant: {NOTE}" in about["kinds.options.dismissed"]
    assert not any("Meant" in line for address, lines in about.items() for line in lines if "dismissed" not in address)


def test_nothing_of_it_is_printed(tmp_path: Path) -> None:
    worksheet = read_worksheet(written(tmp_path, f"  - at: title\n    note: {NOTE}\n"))
    assert not any(NOTE in phrase.text for phrase in words(composed(worksheet)))


@pytest.mark.parametrize(
    ("notes", "sentence", "line"),
    [
        ("  - {at: kinds.options.dismised, note: A.}\n", "There is no text at ‘kinds.options.dismised’.", 11),
        ("  - {at: kinds, note: A.}\n", "There is no text at ‘kinds’.", 11),
        ("  - {at: title, note: A.}\n  - {at: title, note: B.}\n", "‘title’ has a note already, in line 11.", 12),
    ],
)
def test_a_note_at_no_text_or_at_one_that_has_one_is_refused(
    tmp_path: Path, notes: str, sentence: str, line: int
) -> None:
    with pytest.raises(Refused) as refused:
        read_worksheet(written(tmp_path, notes))
    (problem,) = refused.value.problems
    assert (problem.sentence, problem.place and problem.place.line) == (sentence, line)
