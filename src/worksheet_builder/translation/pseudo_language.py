"""Pseudo-languages: they show fixed text, too little room and wrong direction before there is any translation.

`qps-ploc` has accents and is a third longer; `qps-plocm` is the same from right to left. The names are Microsoft's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ..foundation.phrases import Phrase, rephrase
from ..foundation.problems import Place
from .catalogue import Translated, Unit
from .states import State

_ACCENTED = str.maketrans("acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áçđéĝĥíĵķľñóŕšťúŵýžÁÇĐÉĜĤÍĴĶĽÑÓŔŠŤÚŴÝŽ")
_VOWELS = frozenset("aeiouyAEIOUY")
_KEPT = re.compile(r"(\\[\\*\[\]{}]|\*|\[[^\[\]]*\]\{[A-Za-z0-9-]+\}|\{[a-z_]+\}|\s+)")
_OVERRIDE, _END = "\u202e", "\u202c"
_EACH = 3
"""One letter is added for so many letters of English."""

T = TypeVar("T")


def pseudo(structure: T, tag: str, mirrored: bool) -> Translated[T]:
    """Translate the structure into the pseudo-language of the tag; every string has the state TRANSLATED."""
    units: list[Unit] = []

    def change(phrase: Phrase) -> Phrase:
        if not phrase.text.strip():
            return phrase
        words = said(phrase.text, mirrored)
        units.append(Unit(phrase, State.TRANSLATED, words, Place(str(Path(tag)))))
        return replace(phrase, text=words, language=tag)

    return Translated(rephrase(structure, change), tuple(units))


def said(english: str, mirrored: bool = False) -> str:
    """The English with accents and longer, in guillemets that show where a text is cut; marks are kept.

    With `mirrored`, from right to left, by Unicode's RIGHT-TO-LEFT OVERRIDE (U+202E).
    """
    pieces = _KEPT.split(english)
    debt, longer = 0, []
    for at, piece in enumerate(pieces):
        if at % 2 == 0 and piece:
            piece, debt = _lengthened(piece, debt)
            piece = f"{_OVERRIDE}{piece.translate(_ACCENTED)}{_END}" if mirrored else piece.translate(_ACCENTED)
        longer.append(piece)
    return f"«{''.join(longer)}»"


def _lengthened(word: str, debt: int) -> tuple[str, int]:
    """The word with vowels repeated, one for each _EACH letters; and the letters left over, for the next word."""
    letters = []
    for char in word:
        debt += 1
        letters.append(char)
        if char in _VOWELS and debt >= _EACH:
            letters.append(char.lower() * (debt // _EACH))
            debt %= _EACH
    return "".join(letters), debt
