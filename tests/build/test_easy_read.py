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
