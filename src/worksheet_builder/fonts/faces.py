"""Font files opened for setting text; each face is opened once in a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz as hb

from .families import FontFile


class Face:
    """One opened font file at one weight; `ascent` and `descent` are parts of an em, descent negative.

    `font` is the uharfbuzz.Font, for outlines and names; its scale is `upem`.
    """

    __slots__ = ("ascent", "descent", "file", "font", "upem", "_covered")

    def __init__(self, file: FontFile) -> None:
        face = hb.Face(hb.Blob.from_file_path(file.path), file.index)
        self.file = file
        self.font = hb.Font(face)
        if file.weight is not None:
            self.font.set_variations({"wght": file.weight})
        self.upem = int(face.upem)
        extents = self.font.get_font_extents("ltr")
        self.ascent = float(extents.ascender / self.upem)
        self.descent = float(extents.descender / self.upem)
        self._covered: dict[str, bool] = {}

    def covers(self, char: str) -> bool:
        """Whether the font maps the character to a glyph."""
        known = self._covered.get(char)
        if known is None:
            known = self._covered[char] = bool(self.font.get_nominal_glyph(ord(char)))
        return known


@lru_cache(maxsize=256)
def open_face(file: FontFile) -> Face:
    """The face of a font file; raises uharfbuzz.HarfBuzzError where it cannot be opened."""
    return Face(file)


def preferred(files: Sequence[FontFile], script: str) -> tuple[FontFile, ...]:
    """The files with those made for the script first, otherwise in their own order."""
    return tuple(sorted(files, key=lambda file: script not in file.scripts))
