"""Plain words: those that lines can be filled with, without asking ICU where they may break."""

from __future__ import annotations

import re

from .characters import script_of
from .shaping import WORDS_KEPT, Shaper, Word

SCRIPTS = ("Latn", "Grek", "Cyrl")
"""The scripts that may have plain words."""

_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ɏΆΈ-ώЀ-ҁҊ-ԯḀ-ỿ"
_WORD = re.compile(rf"–|[(“‘]?(?:[{_LETTER}](?:['’.,:](?=[{_LETTER}])|-(?=[A-Za-zÀ-ÖØ-öø-ɏЀ-ҁ]))?)+[.,:;!?…’”)]*")
_PIECES = re.compile(r"[^-]+-?")


class NotPlain(KeyError):
    """A word for ICU to look at."""


def plain_pieces(word: str) -> list[str]:
    """The word, between spaces, cut where a line may end in it; raises NotPlain.

    Plain are letters of Latin, Greek and Cyrillic, digits, and marks around them that bind to both sides. Among such
    words UAX #14 breaks after each space, after a hyphen before a letter, and nowhere else.
    """
    if not _WORD.fullmatch(word):
        raise NotPlain(word)
    return _PIECES.findall(word)


class PlainWords(dict[str, tuple[Word, ...]]):
    """Plain words of one script by their letters, shaped on first sight with `after` behind them; raises NotPlain."""

    def __init__(self, shaper: Shaper, script: str, after: str) -> None:
        super().__init__()
        self._shaper, self._script, self._after = shaper, script, after

    def __missing__(self, letters: str) -> tuple[Word, ...]:
        *pieces, last = plain_pieces(letters)
        if any(script_of(char) not in (None, self._script) for char in letters):
            raise NotPlain(letters)
        words = tuple(self._shaper.word(piece) for piece in (*pieces, last + self._after))
        if any(len(word.parts) > 1 or word.missing for word in words):
            raise NotPlain(letters)
        if len(self) >= WORDS_KEPT:
            self.clear()
        self[letters] = words
        return words
