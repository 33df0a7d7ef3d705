"""Plain words: words whose line breaks are known without ICU, so that most text is set faster."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from .shaping import WORDS_KEPT, Shaped, Shaper

_LETTERS = {"Latn": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Grek": "ΆΈ-ώ", "Cyrl": "Ѐ-ҁҊ-ԯ"}
SCRIPTS = tuple(_LETTERS)
"""The scripts (ISO 15924) whose words may be plain."""

_PIECES = re.compile(r"[^-]+-?")


class NotPlain(KeyError):
    """Raised for a word that is not plain, so that ICU must find its line breaks."""


def plain_pieces(word: str, script: str) -> list[str]:
    """Cut a word (the text between two spaces) after each hyphen where a line may end; raises NotPlain.

    A plain word consists of letters of one script, digits, and punctuation after which no line ends. In a text of such
    words UAX #14 allows a break after each space, after a hyphen before a letter, and nowhere else.
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
"""A word shaped as one part, its advance and hang (see `Word`) in em; a tuple, so that `zip` unpacks many at once."""


class PlainWords(dict[str, tuple[PlainWord, ...]]):
    """A cache of the shaped pieces of plain words, by the word; `after` is appended to each word; raises NotPlain."""

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
        """A space shaped by itself, not with the word before it; raises NotPlain."""
        return self._measured(self._shaper.simple(" "), " ")

    def _measured(self, word: Shaped | None, letters: str) -> PlainWord:
        if word is None:
            raise NotPlain(letters)
        upem = word.face.upem
        return word, word.advance / upem, word.advances[-1] / upem if word.text[-1] == " " else 0.0
