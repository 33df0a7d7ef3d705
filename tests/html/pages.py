"""Pages for the tests: hand-made documents, the sample of every block, and sheets of the library, each made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from worksheet_builder import html
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.build.preview import sample
from worksheet_builder.document import Document, Edition, OutputOptions, Style
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_common

from ..docx.samples import PLAIN, all_signed, arabic, brand, english, pictured, png

ROOT = Path(__file__).parents[2]
LIBRARY = Library.open()
PRACTICES = ROOT / "tests" / "library" / "practices"
EXAMPLE = ROOT / "docs" / "example-practice" / "practice.yaml"
LINES = PRACTICES / "many-lines.yaml"


def with_tools(document: Document) -> Document:
    """A hand-made document with the words that a page says of itself."""
    common = read_common()
    around = replace(document.header_footer, phone=common.phone, text_number=common.closing.text)
    return replace(document, header_footer=around)


HAND_MADE = all_signed(
    {
        "english": (with_tools(english()), PLAIN),
        "branded": (with_tools(english()), brand(logo=png())),
        "arabic": (with_tools(arabic()), brand(logo=png())),
        "large-print": (with_tools(english()), brand(Style.LARGE_PRINT)),
        "low-ink": (with_tools(english()), brand(Style.LOW_INK)),
        "pictured": (with_tools(pictured()), PLAIN),
        "for-paper": (with_tools(english(OutputOptions(fillable=False))), PLAIN),
        "without-tools": (english(), PLAIN),
    }
)


@cache
def hand_made(name: str) -> bytes:
    return html.write(*HAND_MADE[name])


@cache
def composer(practice: Path | None, edition: Edition = Edition.CLIENT, leaf: bool = False) -> Composer:
    return Composer(LIBRARY, Order(practice=practice, edition=edition, draft=True, leaf=leaf))


@cache
def page(
    name: str,
    language: str = "en",
    practice: Path | None = EXAMPLE,
    edition: Edition = Edition.CLIENT,
    beside: str | None = None,
    leaf: bool = False,
) -> bytes:
    """The page of a sheet of the library."""
    made = composer(practice, edition, leaf)
    return html.write(made.document(LIBRARY.worksheets[name], language, beside), made.brand)


@cache
def every_block(practice: Path | None = EXAMPLE) -> bytes:
    """The page on which every kind of block stands once."""
    made = composer(practice)
    return html.write(sample(made), made.brand)


def phrase(text: str, language: str = "en") -> Phrase:
    return Phrase(text, "test", EXAMPLE_PLACE, language)


EXAMPLE_PLACE = HAND_MADE["english"][0].title.place
