"""Which characters of a text are in none of the fonts that it would be set in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from .faces import open_face
from .families import FontFile

_UNSEEN = frozenset(("Cc", "Cf", "Zl", "Zp", "Zs"))
"""Categories of characters that need no letter."""


def uncovered(text: str, files: Sequence[FontFile]) -> list[str]:
    """The characters of a text that no file has a letter for, each once, in their order."""
    return [char for char in dict.fromkeys(text) if not _has_glyph(char, tuple(files))]


@lru_cache(maxsize=8192)
def _has_glyph(char: str, files: tuple[FontFile, ...]) -> bool:
    return unicodedata.category(char) in _UNSEEN or any(open_face(file).covers(char) for file in files)
