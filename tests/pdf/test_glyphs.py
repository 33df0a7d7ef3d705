"""Glyphs are drawn where HarfBuzz put them: the operands of TJ lead the pen to each, in every script."""

from __future__ import annotations

import re

import pytest

from worksheet_builder.foundation.languages import Language
from worksheet_builder.pdf.embedded_fonts import cluster_texts, encode, glyph_widths
from worksheet_builder.text import Shaped, TextStyle, Typesetter

from .samples import SPECIMENS, every_script, said

_PART = re.compile(r"<([0-9a-f]+)>|(-?\d+)|(.)")


def drawn(shaped: Shaped) -> list[tuple[int, float, int]]:
    """Each glyph with its place from the start of the word, as a viewer draws it, in thousandths of an em."""
    widths, pen, found = glyph_widths(shaped.face), 0.0, []
    for rise, operand in encode(shaped):
        for codes, number, other in _PART.findall(operand):
            assert not other
            pen -= int(number or 0)
            for at in range(0, len(codes), 4):
                glyph = int(codes[at : at + 4], 16)
                found.append((glyph, pen, rise))
                pen += widths[glyph]
    return [*found, (-1, pen, 0)]


def shaped_at(shaped: Shaped) -> list[tuple[int, float, int]]:
    """The same as it was shaped."""
    pen, scale, found = 0, 1000 / shaped.face.upem, []
    offsets = shaped.offsets or ((0, 0),) * len(shaped.glyphs)
    for glyph, advance, (dx, dy) in zip(shaped.glyphs, shaped.advances, offsets, strict=True):
        found.append((glyph, (pen + dx) * scale, dy))
        pen += advance
    return [*found, (-1, pen * scale, 0)]


@every_script
def test_the_pen_comes_to_each_glyph(tag: str) -> None:
    line = Typesetter(Language.of(tag)).line(said(SPECIMENS[tag], tag), TextStyle(12))
    for shaped in (piece.shaped for piece in line.pieces):
        for (glyph, at, rise), (wanted, place, height) in zip(drawn(shaped), shaped_at(shaped), strict=True):
            assert (glyph, rise) == (wanted, height)
            assert at == pytest.approx(place, abs=1.0), shaped.text


@every_script
def test_clusters_give_the_text_back(tag: str) -> None:
    line = Typesetter(Language.of(tag)).line(said(SPECIMENS[tag], tag), TextStyle(12))
    for shaped in (piece.shaped for piece in line.pieces):
        assert set("".join(cluster_texts(shaped))) <= set(shaped.text)
