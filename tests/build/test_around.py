"""What stands around a document is part of it, and every format prints all of it, in one order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.document import Document
from worksheet_builder.project.library import Library

from .readers import READERS

LIBRARY = Library.open()
PRACTICES = (*sorted((Path(__file__).parents[1] / "library" / "practices").glob("*.yaml")),)
NOTICE = "A line on the state of the translation."


@cache
def composed(practice: Path) -> tuple[Document, Composer]:
    composer = Composer(LIBRARY, Order(practice=practice))
    document = composer.document(LIBRARY.worksheets["waves"], "en")
    notice = replace(document.title, text=NOTICE)
    return replace(document, header_footer=replace(document.header_footer, notice=notice)), composer


def letters(text: str) -> str:
    """The text without its spaces and the signs that steer its direction, since lines are broken anywhere."""
    return "".join(it for it in text if not it.isspace() and it not in "\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_format_prints_all_that_stands_around_in_its_order(format_name: str, practice: Path) -> None:
    document, composer = composed(practice)
    data = FORMATS[format_name].write(document, composer.brand)
    printed, at = letters("".join(READERS[format_name].around(data))), 0
    for phrase in document.header_footer.around():
        found = printed.find(letters(phrase.plain()), at)
        assert found >= 0, f"‘{phrase.plain()}’ is not in ‘{printed}’ after {at}"
        at = found


def test_a_page_for_other_people_says_nothing_of_the_practice() -> None:
    composer = Composer(LIBRARY, Order(practice=PRACTICES[0], leaf=True))
    document = composer.document(LIBRARY.worksheets["my-care-preferences"], "en")
    assert document.header_footer.around() == ()
