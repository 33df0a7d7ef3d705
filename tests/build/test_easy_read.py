"""A sheet in easy read is set in larger type in every format, and says that it is a draft."""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.document import Style
from worksheet_builder.project.library import Library

SHEET = """\
title: What helps me
summary: You can say what helps you.
collection: own
intensity: practical
minutes: 5
{easy}blocks:
  - pictured: helps
    prompt: What helps you when you wait?
    reply: tick
    entries: {{water: A glass of water helps me., music: Music helps me.}}
    drawings: {{water: glass-of-water, music: headphones}}
"""
DRAFT = "People with a learning disability have not checked it yet."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "worksheets"
    folder.mkdir()
    (folder / "easy.yaml").write_text(SHEET.format(easy="easy_read: true\n"), "utf-8")
    (folder / "plain.yaml").write_text(SHEET.format(easy=""), "utf-8")
    return Library.open(tmp_path)


def made(library: Library, sheet: str, format_name: str, **options: object) -> bytes:
    composer = Composer(library, Order(**options)).prepared()
    return FORMATS[format_name].write(composer.document(library.worksheets[sheet], "en"), composer.brand)


def sizes(data: bytes) -> set[float]:
    """The sizes of all letters of a PDF, in points."""
    page_dicts = (page.get_text("dict") for page in pymupdf.open(stream=data))
    blocks = (block for found in page_dicts for block in found["blocks"] if "lines" in block)
    return {
        round(span["size"], 1)
        for it in blocks
        for line in it["lines"]
        for span in line["spans"]
        if span["text"].strip()
    }


@pytest.mark.parametrize("style", [Style.STANDARD, Style.LOW_INK, Style.LARGE_PRINT])
def test_no_letter_is_smaller_than_14_points(library: Library, style: Style) -> None:
    assert min(sizes(made(library, "easy", "pdf", style=style))) >= 14
    assert min(sizes(made(library, "plain", "pdf"))) < 14


@pytest.mark.parametrize("format_name", FORMATS)
def test_it_says_that_it_is_a_draft_and_other_sheets_do_not(library: Library, format_name: str) -> None:
    document = {
        name: Composer(library).prepared().document(library.worksheets[name], "en") for name in ("easy", "plain")
    }
    texts = {name: str(it.nodes) for name, it in document.items()}
    assert DRAFT in texts["easy"] and DRAFT not in texts["plain"]
    assert made(library, "easy", format_name) != made(library, "plain", format_name)


def test_without_pictures_only_the_words_stand(library: Library) -> None:
    page = made(library, "easy", "html", pictures=False).decode()
    assert "A glass of water helps me." in page
    assert not re.search(r'class="pictured"><div class="picture"', page)
    assert re.search(r'class="pictured"><div class="picture"', made(library, "easy", "html").decode())


LEAF = """\
leaf:
  title: For staff
  for: staff
  blocks:
    - pictured: talk
      prompt: How you can talk with me
      reply: tick
      entries: {{one: Speak slowly., two: Be short., three: Show me., four: Wait., five: Ask.,
        six: Write., seven: Listen.}}
      drawings: {{one: talking, two: speech, three: look, four: clock, five: companions, six: list, seven: ear}}
    - pictured: calm
      prompt: What helps me
      reply: write
      entries: {{one: Music., two: Water., three: A chair.}}
      drawings: {{one: headphones, two: glass-of-water, three: two-chairs}}
"""


def test_a_list_and_a_leaf_that_go_on_say_so_on_the_next_page(library: Library) -> None:
    (library.worksheets["easy"]).write_text((SHEET + LEAF).format(easy="easy_read: true\n"), "utf-8")
    pages = [page.get_text() for page in pymupdf.open(stream=made(library, "easy", "pdf"))]
    first, *others = [it for it in pages if "For staff" in it]
    assert len(others) > 0 and f"Page 1 of {len(others) + 1}" in first and first.count("For staff") == 1
    for at, page in enumerate(others, 2):
        assert f"Page {at} of {len(others) + 1}" in page and page.count("For staff") == 1
    goes_on = next(page for page in others if "Listen." in page)
    assert "How you can talk with me" in goes_on and "Speak slowly." not in goes_on
    alone = [page.get_text() for page in pymupdf.open(stream=made(library, "easy", "pdf", leaf=True, pictures=False))]
    assert len(alone) == 1 and "Page" not in alone[0]
