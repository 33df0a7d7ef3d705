"""Measures the lines of a text and their heights with the fonts of the handout, as the PDF sets them.

Word breaks lines itself, perhaps in other fonts, so the widths measured here are increased a little.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..fonts.families import Family
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, escape
from ..foundation.problems import Place
from ..text import Line, TextStyle, Typesetter
from .style_context import own_line

_SURE, _LEAST_SURE = (1.02, 1.04), (1.005, 1.02)
"""Factors on the width of words, each for plain and bold text: programs break lines differently and set bold wider.

The first pair is on the safe side; the second is what LibreOffice needs with the same fonts, for the last attempt.
"""
_BOLD = (0.065, 0.05)
"""The additional width of bold letters as a share: on the safe side, and at least."""
_LEAST = 2.0
"""The least width of a line, in ems."""
_NOWHERE = Place("")
_KEPT = 4096


class LineMeasures:
    """Measures words in one language and font family, and caches the results."""

    def __init__(self, language: Language, family: str | Family) -> None:
        self.own = own_line(language, family)
        """The height in em of a line without words."""
        self._language, self._setter = language, Typesetter(language, family)
        self._heights: dict[tuple[str, float, bool, float, bool, float], tuple[float, ...]] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}

    def heights(
        self, words: str, look: TextStyle, width: float, *, sure: bool = True, strong: float = 0.0
    ) -> tuple[float, ...]:
        """The natural height in em of each line of words, set in lines of `width` points; one empty line without words.

        `strong` is the share of the words that is bold although `look` is not.
        """
        key = (words, look.size, look.strong, width, sure, strong)
        found = self._heights.get(key)
        if found is None:
            _bound(self._heights)
            room = width / (_wider(look, sure) * (1 + _BOLD[not sure] * strong))
            found = self._heights[key] = self._in_lines(words, look, room) if words.strip() else (self.own,)
        return found

    def _in_lines(self, words: str, look: TextStyle, room: float) -> tuple[float, ...]:
        room = max(room, look.size * _LEAST)
        return tuple(map(_tallest, self._setter.lines(_said(words, self._language), look, room)))

    def width(self, words: str, look: TextStyle) -> float:
        """The width of words in one line, in points."""
        key = (words, look.size, look.strong)
        found = self._widths.get(key)
        if found is None:
            _bound(self._widths)
            found = self._widths[key] = self._setter.width(_said(words, self._language), look) * _wider(look, sure=True)
        return found


def _bound(kept: dict[Any, Any]) -> None:
    if len(kept) >= _KEPT:
        kept.clear()


@lru_cache(maxsize=64)
def line_measures(language: Language, family: str | Family) -> LineMeasures:
    """The LineMeasures of a language and a font family, cached."""
    return LineMeasures(language, family)


def _wider(look: TextStyle, sure: bool) -> float:
    wider, stronger = _SURE if sure else _LEAST_SURE
    return wider * (stronger if look.strong else 1.0)


def _said(words: str, language: Language) -> Phrase:
    return Phrase(escape(words), "", _NOWHERE, language.tag)


def _tallest(line: Line) -> float:
    """The height of a line that holds the ascent and the descent of each of its faces, in em."""
    faces = {part.face for part in line.parts}
    return max(face.ascent for face in faces) - min(face.descent for face in faces)
