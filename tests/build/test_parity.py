"""All formats say the same: the words of the document in its order, and nothing else; and have the same fields.

How a file of each format is read stands in `readers.py`; the rest is for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.document import Answer, Document, Edition, Style, Table, answers, field_names, walk, words
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.project.library import COMMON, Library
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.extraction import extract
from worksheet_builder.translation.translated_structures import languages_with

from ..parted import unparted
from .readers import READERS, Reader

LIBRARY = Library.open()
LANGUAGES = [tag for tag in LIBRARY.languages if tag in ("en", "es")]


def languages_of(worksheet: str) -> list[str]:
    return [tag for tag in languages_with(LIBRARY, worksheet) if tag in LANGUAGES]


MANNERS = (
    *((edition, Style.STANDARD) for edition in Edition),
    *((Edition.THERAPIST, style) for style in (Style.LARGE_PRINT, Style.LOW_INK)),
)
EVERY = 13
"""Of so many handouts one is looked at in each run, and all of them where `whole` is asked for.

It shares no divisor with the languages and manners of a sheet, so that each of these has its turn.
"""


def handouts() -> Iterator[object]:
    told = [
        (name, tag, edition, style)
        for name in LIBRARY.worksheets
        for tag in languages_of(name)
        for edition, style in MANNERS
    ]
    for at, (format_name, handout) in enumerate((it, one) for one in told for it in FORMATS):
        marks = () if at // len(FORMATS) % EVERY == 0 else (pytest.mark.whole,)
        yield pytest.param(format_name, *handout, marks=marks)


HANDOUTS = pytest.mark.parametrize(("format_name", "worksheet", "language", "edition", "style"), list(handouts()))


@lru_cache(maxsize=8)
def composed(worksheet: str, language: str, edition: Edition, style: Style) -> tuple[Document, Composer]:
    composer = Composer(LIBRARY, Order(edition=edition, style=style))
    return composer.document(LIBRARY.worksheets[worksheet], language), composer


def said(texts: Iterator[str]) -> list[str]:
    """The words one by one, however the lines are broken; an address may be, behind a hyphen, a slash or a ‘?’."""
    return re.sub(r"(?<=[-/?])\s+", "", " ".join(texts)).split()


def document_words(document: Document) -> Iterator[str]:
    return (phrase.plain() for phrase in words(document))


def test_every_format_can_be_read_here() -> None:
    assert list(READERS) == list(FORMATS)


@HANDOUTS
def test_a_file_says_what_the_document_says_and_has_a_field_for_each_of_its_addresses(
    format_name: Any, worksheet: Any, language: Any, edition: Any, style: Any
) -> None:
    document, composer = composed(worksheet, language, edition, style)
    data = FORMATS[format_name].write(document, composer.brand)
    expected = said(document_words(document))
    reader = READERS[format_name]
    assert unparted(said(reader.words(data, document)), expected) == expected
    told = (field_names.field_names(answer, grouped=reader.grouped) for answer in answers(document))
    assert same_fields(reader, data, {reader.tag(name) for names in told for name in names})


def same_fields(reader: Reader, data: bytes, names: set[str]) -> bool:
    """Whether a file has a field for each name; where fields have no names, as many."""
    found = reader.fields(data)
    return {*found} == names if reader.named else len(found) == len(names)


@pytest.mark.parametrize(
    ("worksheet", "language"),
    [(name, tag) for name in LIBRARY.worksheets for tag in languages_of(name) if tag != "en"],
)
def test_what_is_extracted_is_what_is_looked_up(worksheet: Any, language: Any) -> None:
    for name, structure in ((worksheet, read_worksheet(LIBRARY.worksheets[worksheet])), (COMMON, read_common())):
        extracted = {(wanted.address, wanted.english) for wanted in extract(structure)}
        units = Catalogue.find(LIBRARY.locales, language, name).translate(structure).units
        assert {(unit.phrase.address, unit.phrase.text) for unit in units} == extracted


@pytest.mark.parametrize("worksheet", LIBRARY.worksheets)
def test_what_is_printed_was_extracted(worksheet: Any) -> None:
    """Each phrase of a document comes from the worksheet, the common words or the bibliography."""
    source = read_worksheet(LIBRARY.worksheets[worksheet])
    known = {wanted.address for structure in (source, read_common()) for wanted in extract(structure)}
    document, _ = composed(worksheet, "en", Edition.THERAPIST, Style.STANDARD)
    spoken = [answer.label for answer in answers(document)]
    captions = [node.caption for node in walk(document.nodes) if isinstance(node, Table)]
    printed: list[Phrase] = [*words(document), *spoken, *captions]
    assert {phrase.address for phrase in printed} - known <= {"references"}


@pytest.mark.parametrize("worksheet", LIBRARY.worksheets)
def test_a_sheet_has_the_same_fields_in_every_language(worksheet: Any) -> None:
    def fields(language: str) -> list[tuple[str, type]]:
        document, _ = composed(worksheet, language, Edition.CLIENT, Style.STANDARD)
        return [(answer.address, type(answer.form)) for answer in answers(document) if isinstance(answer, Answer)]

    found = [fields(language) for language in languages_of(worksheet)]
    assert all(one == found[0] for one in found)
    assert len({address for address, _ in found[0]}) == len(found[0])
