"""A bare CFF font whose glyphs have names, as a simple font of type 1 needs it (Adobe Technical Notes 5176, 5177)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..text import Face
from .face_glyphs import glyph_widths, known_glyphs
from .font_subset import postscript_name

_EM = 1000
"""Units to the em, as a CFF font has them that does not say otherwise."""


def named_cff(face: Face, letters: Mapping[str, str]) -> bytes:
    """The font with the glyph of each letter under its name, at the face's weight."""
    from fontTools.fontBuilder import FontBuilder

    known = known_glyphs(face)
    outlines = {".notdef": _outline(face, 0), **{name: _outline(face, known[char]) for name, char in letters.items()}}
    builder = FontBuilder(_EM, isTTF=False)
    builder.setupGlyphOrder([*outlines])
    builder.setupCFF(postscript_name(face), {}, outlines, {})
    return bytes(builder.font["CFF "].compile(builder.font))


def _outline(face: Face, glyph: int) -> Any:
    """The outline of a glyph in thousandths of an em."""
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen

    scale = _EM / face.upem
    pen = T2CharStringPen(glyph_widths(face)[glyph], None)
    face.font.draw_glyph_with_pen(glyph, TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    return pen.getCharString()
