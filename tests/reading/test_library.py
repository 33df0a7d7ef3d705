"""The worksheets of the library themselves: every one reads, stands where it belongs and cites what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from worksheet_builder.document import Document, Setting, answers
from worksheet_builder.languages import Language
from worksheet_builder.phrases import phrases_in
from worksheet_builder.practice import Practice
from worksheet_builder.reading import read_bibliography, read_common, read_worksheet
from worksheet_builder.worksheet import Worksheet

FOLDER = Path(__file__).parents[2] / "worksheets"
SHEETS = sorted(FOLDER.glob("*/*.yaml"))

each_sheet = pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)


def test_the_library_is_not_empty() -> None:
    assert SHEETS


@each_sheet
def test_a_worksheet_reads(path: Path) -> None:
    assert read_worksheet(path).id == path.stem


@each_sheet
def test_the_folder_is_the_collection(path: Path) -> None:
    assert read_worksheet(path).collection == path.parent.name


@each_sheet
def test_the_first_line_names_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../worksheet.schema.json"


@each_sheet
def test_every_source_is_in_the_bibliography(path: Path) -> None:
    known = read_bibliography(FOLDER / "bibliography.yaml")
    assert set(read_worksheet(path).evidence) <= set(known)


@each_sheet
def test_every_worksheet_has_evidence_and_notes_for_the_therapist(path: Path) -> None:
    worksheet = read_worksheet(path)
    assert worksheet.evidence
    assert worksheet.therapist


@each_sheet
def test_no_two_phrases_and_no_two_fields_share_an_address(path: Path) -> None:
    worksheet = read_worksheet(path)
    assert repeated(phrase.address for phrase in phrases_in(worksheet)) == []
    assert repeated(answer.address for answer in answers(composed(worksheet))) == []


def test_ids_are_unique_in_the_whole_library() -> None:
    assert repeated(path.stem for path in SHEETS) == []


def test_every_entry_of_the_bibliography_can_be_found() -> None:
    for key, reference in read_bibliography(FOLDER / "bibliography.yaml").items():
        assert reference.doi or reference.url, key
        assert 1850 < reference.year < 2100, key


def composed(worksheet: Worksheet) -> Document:
    practice = Practice(place=worksheet.place)
    return worksheet.compose(Language.of("en"), read_common(), practice, {}, Setting())


def repeated(words: Iterable[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]
