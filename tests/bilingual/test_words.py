"""Both formats say every phrase and then its parallel text, each in its own language, and ask for each answer once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx_integrity
import page
import pytest
from openxml_audit import OpenXmlValidator

from worksheet_builder import docx, pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, Edition, Style, answers, words
from worksheet_builder.reading.block_examples import examples

from ..build.readers import untold
from ..docx import opened as word
from ..docx.samples import PLAIN, brand
from ..docx.test_validators import WRONGLY_FOUND
from ..pdf import opened as portable
from .samples import LIBRARY, composed, example_in_two, in_two


def plain(make: Callable[..., Document], *of: object) -> tuple[Document, Brand]:
    return make(*of), PLAIN


PAIRS = [("en", "ru"), ("ru", "en"), ("ar", "en"), ("en", "ar"), ("he", "ru"), ("en", "hi"), ("th", "en")]
DOCUMENTS: dict[str, Callable[[], tuple[Document, Brand]]] = {
    **{f"{tag}-{other}": partial(plain, in_two, tag, other) for tag, other in PAIRS},
    "large-print": lambda: (in_two("en", "ar"), brand(Style.LARGE_PRINT)),
    **{f"{it.kind}-{other}": partial(plain, example_in_two, it, other) for it in examples() for other in ("es", "ar")},
}
every_document = pytest.mark.parametrize("name", DOCUMENTS)


def said(texts: list[str]) -> list[str]:
    """The words one by one, however the lines are broken; the numbers of rings and rungs are labels."""
    return [word for word in " ".join(texts).split() if not word.isdecimal()]


def expected(document: Document) -> list[str]:
    return said([phrase.plain() for phrase in words(document)])


def faults(data: bytes) -> list[str]:
    reports = (page.validate_pdf_bytes(data, profile=profile) for profile in ("ua1", "2a"))
    return [str(fault) for report in reports for fault in report.failures]


@pytest.fixture(scope="module")
def audit() -> OpenXmlValidator:
    return OpenXmlValidator()


@every_document
def test_the_pdf_says_both_and_is_sound(name: str) -> None:
    document, branded = DOCUMENTS[name]()
    data = pdf.write(document, branded)
    assert said([*untold(iter(portable.texts(data)), document)]) == expected(document)
    assert [
        str(it) for profile in ("ua1", "2a") for it in page.validate_pdf_bytes(data, profile=profile).failures
    ] == []


@every_document
def test_the_word_file_says_both_and_is_sound(name: str, audit: OpenXmlValidator, tmp_path: Path) -> None:
    document, branded = DOCUMENTS[name]()
    path = tmp_path / "sheet.docx"
    path.write_bytes(docx.write(document, branded))
    assert said(word.texts(path.read_bytes())) == expected(document)
    assert [str(it) for it in audit.validate(path).errors if WRONGLY_FOUND not in str(it)] == []
    assert [str(it) for it in docx_integrity.check(path)] == []


EVERY = 13
"""Of so many sheets one is looked at in each run, and all of them where `whole` is asked for."""
SHEETS = [
    pytest.param(name, marks=() if at % EVERY == 0 else (pytest.mark.whole,))
    for at, name in enumerate(LIBRARY.worksheets)
]


@pytest.mark.parametrize("worksheet", SHEETS)
def test_every_sheet_of_the_library(worksheet: str) -> None:
    composer = Composer(LIBRARY, Order(edition=Edition.THERAPIST, draft=True))
    document = composed(worksheet, "es", "en", composer)
    data = pdf.write(document, composer.brand)
    assert said([*untold(iter(portable.texts(data)), document)]) == expected(document)
    assert said(word.texts(docx.write(document, composer.brand))) == expected(document)


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("edition", Edition)
def test_every_style_and_edition(style: Style, edition: Edition) -> None:
    composer = Composer(LIBRARY, Order(edition=edition, style=style))
    document = composed("where-harm-occurred", "en", "es", composer)
    data = pdf.write(document, composer.brand)
    assert said([*untold(iter(portable.texts(data)), document)]) == expected(document)
    assert faults(data) == []


@pytest.mark.parametrize("worksheet", ["where-harm-occurred", "trusting-myself-again", "grief-and-anger"])
def test_the_fields_are_those_of_the_sheet_in_one_language(worksheet: str) -> None:
    alone = Composer(LIBRARY, Order(draft=True)).document(LIBRARY.worksheets[worksheet], "es")
    both = composed(worksheet, "es", "en")
    assert [(it.address, type(it.form)) for it in answers(both)] == [
        (it.address, type(it.form)) for it in answers(alone)
    ]
    names = [sorted(name for found in fields(it) for name in found.widgets) for it in (alone, both)]
    assert names[0] == names[1]
    tags = [[control.tag for control in word.controls(docx.write(it, PLAIN))] for it in (alone, both)]
    assert tags[0] == tags[1]


def fields(document: Document) -> list[portable.Element]:
    tree = portable.structure(pdf.write(document, PLAIN))
    return [element for element in tree.walk() if element.kind == "Form"]


@pytest.mark.parametrize(("tag", "other"), PAIRS)
def test_every_echo_says_its_language(tag: str, other: str) -> None:
    document = in_two(tag, other)
    data = pdf.write(document, PLAIN)
    spans = [it for it in portable.structure(data).walk() if it.kind == "Span" and it.text]
    parallels = {phrase.parallel.plain() for phrase in words(document) if phrase.parallel}
    assert {it.language for it in spans if it.text in parallels} == {other}
    with portable.opened(data) as file:
        assert str(file.Root.Lang) == tag
