"""Which characters of a text are in none of the fonts that it would be set in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from .faces import open_face
from .families import FontFile

_UNSEEN = frozenset(("Cc", "Cf", "Zl", "Zp", "Zs"))
"""The Unicode categories of characters that need no glyph."""


def uncovered(text: str, files: Sequence[FontFile]) -> list[str]:
    """The characters of a text that no font file has a glyph for, each once, in the order of the text."""
    known = _letters_of(tuple(files))
    return [char for char in dict.fromkeys(text) if not known[char]]


class KnownLetters(dict[str, bool]):
    """A cache: whether any of the font files has a glyph for a character, computed when first asked for."""

    def __init__(self, files: tuple[FontFile, ...]) -> None:
        super().__init__()
        self._files = files

    def __missing__(self, char: str) -> bool:
        unseen = unicodedata.category(char) in _UNSEEN
        found = self[char] = unseen or any(open_face(file).covers(char) for file in self._files)
        return found


@lru_cache(maxsize=64)
def _letters_of(files: tuple[FontFile, ...]) -> KnownLetters:
    return KnownLetters(files)
