"""Font files opened for setting text; each face is opened once in a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz as hb

from ..foundation.languages import Language
from .families import Family, FontFile, stack

_HIGHEST = 2.05
"""The maximum of ascent plus descent in ems for a font with sloping lines; a higher font is scaled down to this.

With this value an alef of Noto Nastaliq Urdu is as high as one of Noto Sans Arabic at the same size.
"""
_AIN = 0x639
_SLOPED = 2.3
"""Ascent plus descent in ems above which an Arabic font counts as one with sloping lines (Nastaliq)."""


class Face:
    """One opened font file at one weight; `ascent` and `descent` are in ems, descent negative.

    `font` is the uharfbuzz.Font, for outlines and names. `upem` is the number of font units in an em: that of the file,
    or more for a very high font with sloping lines (`sloped`: Nastaliq), which is set at `share` of its size (else 1).
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
    """The first face, in regular weight, of the font stack of a language in a family."""
    return open_face(stack(language, family).regular[0])


def letters_of(language: Language, family: str | Family) -> str:
    """The ISO 15924 code of a language's script as it is set: Aran if its face is Nastaliq, else the script itself."""
    if language.script != "Arab":
        return language.script
    return "Aran" if face_of(language, family).sloped else "Arab"


def preferred(files: Sequence[FontFile], script: str) -> tuple[FontFile, ...]:
    """The files in their order, but those made for the script first."""
    return tuple(sorted(files, key=lambda file: script not in file.scripts))
