"""On paper a phrase and its parallel text stand level, each on its side, and nothing falls off the page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from worksheet_builder import pdf
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, Style
from worksheet_builder.document.text_dump import outline

from ..conftest import Golden
from ..docx.samples import PLAIN, brand
from .samples import composed, in_two

Box = tuple[float, float, float, float]


def boxes(document: Document, words: str, branded: Brand = PLAIN) -> list[Box]:
    """Where words stand on the first page that has them: left, bottom, right, top of each letter in points."""
    for page in pypdfium2.PdfDocument(pdf.write(document, branded)):
        text = page.get_textpage()
        found = text.search(words).get_next()
        if found:
            return [text.get_charbox(found[0] + at) for at in range(found[1])]
    raise AssertionError(words)


@pytest.mark.parametrize(("tag", "other"), [("en", "es"), ("es", "en")])
def test_both_stand_on_one_line_the_main_language_first(tag: str, other: str) -> None:
    document = composed("where-harm-occurred", tag, other)
    words = {"en": "Before you start", "es": "Antes de empezar"}
    first, second = (boxes(document, words[it]) for it in (tag, other))
    assert abs(first[0][1] - second[0][1]) < 1.0
    assert first[-1][2] < 595.276 / 2 < second[0][0]


def test_on_a_right_to_left_sheet_the_main_language_stands_on_the_right() -> None:
    for tag, other in (("ar", "en"), ("en", "ar")):
        document = in_two(tag, other)
        english = document.summary if tag == "en" else document.summary.parallel
        assert english
        assert boxes(document, max(english.plain().split(), key=len).strip(",."))[-1][2] < 595.276 / 2


@pytest.mark.parametrize(("tag", "other"), [("en", "ar"), ("ar", "en"), ("en", "th"), ("km", "en")])
@pytest.mark.parametrize("style", Style)
def test_all_words_lie_on_the_page(tag: str, other: str, style: Style) -> None:
    for page in pypdfium2.PdfDocument(pdf.write(in_two(tag, other), brand(style))):
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            assert left >= 20 and right <= width - 20 and bottom >= 10 and top <= height - 10


def test_in_large_print_the_echo_stands_under_the_words() -> None:
    document = composed("where-harm-occurred", "en", "es")
    large = brand(Style.LARGE_PRINT)
    first, second = (boxes(document, it, large)[0] for it in ("Before you start", "Antes de empezar"))
    assert abs(first[0] - second[0]) < 3.0 and second[3] < first[1] + 4.0


@pytest.mark.parametrize(("tag", "other"), [("en", "ar"), ("ar", "en")])
def test_the_outline_has_both(tag: str, other: str, golden: Golden) -> None:
    golden(outline(in_two(tag, other)), Path(__file__).parent / "golden" / f"{tag}-{other}.txt")
