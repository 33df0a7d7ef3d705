"""How many lines words take, and how high: measured with the fonts of the handout, as a PDF sets them.

Word breaks lines anew, in fonts that may not be ours, so what is measured leaves a little room.
"""

from __future__ import annotations

from functools import lru_cache

from ..fonts.families import Family
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, escape
from ..foundation.problems import Place
from ..text import Line, TextStyle, Typesetter
from .style_context import own_line

_SURE, _LEAST_SURE = (1.02, 1.04), (1.005, 1.02)
"""How much more room words take than here: programs break lines in their own ways, and set what is strong bolder.

The first is what can be counted on, the second what LibreOffice takes of the same fonts, where nothing is to lose.
"""
_BOLD = (0.065, 0.05)
"""How much more room strong letters take than others: as can be counted on, and at least."""
_LEAST = 2.0
"""The least width of a line, in ems."""
_NOWHERE = Place("")


@lru_cache(maxsize=4096)
def heights(
    language: Language,
    family: str | Family,
    words: str,
    look: TextStyle,
    width: float,
    *,
    sure: bool = True,
    strong: float = 0.0,
) -> tuple[float, ...]:
    """The heights in em that the letters of each line ask for, in lines so many points wide; one without words.

    `strong` is the share of them that is set stronger than they look.
    """
    if not words.strip():
        return (own_line(language, family),)
    room = max(width / (_wider(look, sure) * (1 + _BOLD[not sure] * strong)), look.size * _LEAST)
    return tuple(map(_tallest, _typesetter(language, family).lines(_said(words, language), look, room)))


@lru_cache(maxsize=4096)
def width(language: Language, family: str | Family, words: str, look: TextStyle) -> float:
    """The room in points that words take in one line."""
    return _typesetter(language, family).width(_said(words, language), look) * _wider(look, sure=True)


def _wider(look: TextStyle, sure: bool) -> float:
    wider, stronger = _SURE if sure else _LEAST_SURE
    return wider * (stronger if look.strong else 1.0)


def _said(words: str, language: Language) -> Phrase:
    return Phrase(escape(words), "", _NOWHERE, language.tag)


def _tallest(line: Line) -> float:
    """The height of a line that holds the ascent and the descent of each of its faces, in em."""
    faces = {part.face for part in line.parts}
    return max(face.ascent for face in faces) - min(face.descent for face in faces)


@lru_cache(maxsize=64)
def _typesetter(language: Language, family: str | Family) -> Typesetter:
    return Typesetter(language, family)
