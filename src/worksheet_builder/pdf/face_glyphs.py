"""Caches of a font's data on glyphs: the glyph of each character, and the width of each glyph."""

from __future__ import annotations

from functools import lru_cache

from ..text import Face


class KnownGlyphs(dict[str, int]):
    """The glyph id to which a font maps each character; 0 if it has none."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._glyph = face.font.get_nominal_glyph

    def __missing__(self, char: str) -> int:
        found = self[char] = int(self._glyph(ord(char)) or 0)
        return found


class GlyphWidths(dict[int, int]):
    """The advances of a face's glyphs in thousandths of an em, by their ids."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._advance, self._scale = face.font.get_glyph_h_advance, 1000 / face.upem

    def __missing__(self, glyph: int) -> int:
        found: int = round(self._advance(glyph) * self._scale)
        self[glyph] = found
        return found


@lru_cache(maxsize=256)
def known_glyphs(face: Face) -> KnownGlyphs:
    """The character map of a face, kept for the process."""
    return KnownGlyphs(face)


@lru_cache(maxsize=256)
def glyph_widths(face: Face) -> GlyphWidths:
    """The widths of a face, kept for the process."""
    return GlyphWidths(face)
