"""Plain words: those that lines can be filled with, without asking ICU where they may break."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from .shaping import WORDS_KEPT, Shaped, Shaper

_LETTERS = {"Latn": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Grek": "ΆΈ-ώ", "Cyrl": "Ѐ-ҁҊ-ԯ"}
SCRIPTS = tuple(_LETTERS)
"""The scripts that may have plain words."""

_PIECES = re.compile(r"[^-]+-?")


class NotPlain(KeyError):
    """A word for ICU to look at."""


def plain_pieces(word: str, script: str) -> list[str]:
    """The word, between spaces, cut where a line may end in it; raises NotPlain.

    Plain are letters of one script and digits, and marks around them that bind to both sides. Among such words
    UAX #14 breaks after each space, after a hyphen before a letter, and nowhere else.
    """
    if not _pattern(script).fullmatch(word):
        raise NotPlain(word)
    return _PIECES.findall(word)


@lru_cache(maxsize=len(SCRIPTS))
def _pattern(script: str) -> re.Pattern[str]:
    letters = _LETTERS[script]
    hyphen = "" if script == "Grek" else f"|-(?=[{letters}])"
    return re.compile(rf"–|[(“‘]?(?:[0-9{letters}](?:['’.,:](?=[0-9{letters}]){hyphen})?)+[.,:;!?…’”)]*")


PlainWord = tuple[Shaped, float, float]
"""A word as one part, its advance and its hang in em: a tuple, so that many are taken apart in one go."""


class PlainWords(dict[str, tuple[PlainWord, ...]]):
    """Plain words of one script by their letters, shaped on first sight with `after` behind them; raises NotPlain."""

    def __init__(self, shaper: Shaper, script: str, after: str) -> None:
        super().__init__()
        self._shaper, self._script, self._after = shaper, script, after

    def __missing__(self, letters: str) -> tuple[PlainWord, ...]:
        *pieces, last = plain_pieces(letters, self._script)
        words = [self._shaper.simple(piece) for piece in pieces]
        words.append(self._shaper.simple(last + self._after))
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = self[letters] = tuple([self._measured(word, letters) for word in words])
        return found

    @cached_property
    def space(self) -> PlainWord:
        """A space that stands apart from its word; raises NotPlain."""
        return self._measured(self._shaper.simple(" "), " ")

    def _measured(self, word: Shaped | None, letters: str) -> PlainWord:
        if word is None:
            raise NotPlain(letters)
        upem = word.face.upem
        return word, word.advance / upem, word.advances[-1] / upem if word.text[-1] == " " else 0.0
