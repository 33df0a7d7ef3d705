"""Font files opened for setting text; each face is opened once in a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz as hb

from ..foundation.languages import Language
from .families import Family, FontFile, stack

_HIGHEST = 2.05
"""The most that letters may stand above and below their line, together, in ems; higher ones are set smaller.

At this an alef of Noto Nastaliq Urdu is as high as one of Noto Sans Arabic at the same size.
"""
_AIN = 0x639
_SLOPED = 2.3
"""The height in ems of its own from which on a font of Arabic letters sets them on sloping lines."""


class Face:
    """One opened font file at one weight; `ascent` and `descent` are parts of an em, descent negative.

    `font` is the uharfbuzz.Font, for outlines and names. An em has `upem` of its units: as many as the file says, or
    more where its letters stand very high on sloping lines (`sloped`: Nastaliq) and are set at a `share` of their size.
    """

    __slots__ = ("ascent", "descent", "file", "font", "share", "sloped", "upem", "_covered")

    def __init__(self, file: FontFile) -> None:
        face = hb.Face(hb.Blob.from_file_path(file.path), file.index)
        self.file = file
        self.font = hb.Font(face)
        if file.weight is not None:
            self.font.set_variations({"wght": file.weight})
        extents = self.font.get_font_extents("ltr")
        high = float((extents.ascender - extents.descender) / face.upem)
        self.sloped = high > _SLOPED and bool(self.font.get_nominal_glyph(_AIN))
        self.share = min(1.0, _HIGHEST / high) if self.sloped else 1.0
        self.upem: int = round(face.upem / self.share)
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


@lru_cache(maxsize=256)
def face_of(language: Language, family: str | Family) -> Face:
    """The face that a language is set in, in regular letters: the first of its stack."""
    return open_face(stack(language, family).regular[0])


def letters_of(language: Language, family: str | Family) -> str:
    """The ISO 15924 code of the letters that a language is set in: Aran for Nastaliq, else that of its script."""
    if language.script != "Arab":
        return language.script
    return "Aran" if face_of(language, family).sloped else "Arab"


def preferred(files: Sequence[FontFile], script: str) -> tuple[FontFile, ...]:
    """The files with those made for the script first, otherwise in their own order."""
    return tuple(sorted(files, key=lambda file: script not in file.scripts))
