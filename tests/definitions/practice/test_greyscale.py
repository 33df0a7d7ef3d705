"""On a black-and-white printer every state can still be told from every other."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from coloraide import Color
from lxml import etree
from PIL import Image, ImageChops

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.preview import sample
from worksheet_builder.definitions.practice import Brand, Practice
from worksheet_builder.document import Document, Style
from worksheet_builder.foundation.colours import Colour
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_design

ACCENTS = ("#2f6670", "#000000", "#6b6b00", "#0000ff")
SCALE = 2.0
"""Dots to a point."""


@pytest.fixture(scope="module")
def document() -> Document:
    """Every kind of block, once."""
    return sample(Composer(Library.open(Path(__file__).parent)))


def brand(accent: str, style: Style = Style.STANDARD) -> Brand:
    return Brand.of(Practice(Place("x"), accent=Colour.parse(accent)), read_design("clear"), style)


def rendered(data: bytes) -> list[Image.Image]:
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    return [page.render(scale=SCALE, may_draw_forms=True).to_pil().convert("L") for page in pdf]


def buttons(pdf: pikepdf.Pdf) -> list[tuple[int, pikepdf.Object]]:
    """The boxes and rings of each page."""
    found = []
    for number, page in enumerate(pdf.pages):
        widgets = [widget for widget in list(page.get("/Annots", [])) if widget is not None]
        found += [(number, widget) for widget in widgets if "/AS" in widget]
    return found


def chosen(data: bytes) -> tuple[bytes, list[tuple[int, tuple[float, ...]]]]:
    """The file with every box ticked and every ring chosen, and where they are."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = []
        for number, widget in buttons(pdf):
            widget.AS = pikepdf.Name(next(key for key in dict(widget.AP.N) if key != "/Off"))
            places.append((number, tuple(float(side) for side in widget.Rect)))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue(), places


@pytest.mark.parametrize("style", [Style.STANDARD, Style.LOW_INK])
@pytest.mark.parametrize("accent", ACCENTS)
def test_what_is_chosen_is_told_from_what_is_not(document: Document, accent: str, style: Style) -> None:
    data = FORMATS["pdf"].write(document, brand(accent, style))
    marked, places = chosen(data)
    assert len(places) > 15
    before, after = rendered(data), rendered(marked)
    for number, rect in places:
        tall = before[number].height
        box = (rect[0] * SCALE, tall - rect[3] * SCALE, rect[2] * SCALE, tall - rect[1] * SCALE)
        change = ImageChops.difference(before[number].crop(box), after[number].crop(box))
        strong = sum(change.histogram()[96:]) / (change.width * change.height)
        assert strong > 0.03, (number, rect)


def test_in_word_the_states_are_different_signs(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].write(document, brand(ACCENTS[0])))) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    name = "{http://schemas.microsoft.com/office/word/2010/wordml}"
    pairs = {
        (box.find(f"{name}checkedState").get(f"{name}val"), box.find(f"{name}uncheckedState").get(f"{name}val"))
        for box in tree.iter(f"{name}checkbox")
    }
    assert pairs and all(on != off for on, off in pairs)


def test_grounds_are_lighter_than_any_ink_in_grey() -> None:
    for accent in ACCENTS:
        palette = brand(accent).palette
        inks = (palette.ink, palette.quiet, palette.accent, palette.border)
        assert max(map(grey, inks)) + 60 < min(grey(palette.tint), grey(palette.band))


def grey(colour: Colour) -> float:
    """The level from 0 to 255 of the grey that is as light."""
    return 255 * float(Color("xyz-d65", [it * colour.luminance() for it in (0.9505, 1.0, 1.089)]).convert("srgb")["r"])
