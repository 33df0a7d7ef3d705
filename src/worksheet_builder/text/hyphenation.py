"""Where words may be parted: soft hyphens by the rules of a language, for columns too narrow for whole words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT = "\u00ad"
"""What shows as a hyphen where a line ends at it, and nowhere else."""
_SHORTEST = 9
"""Shorter words are kept whole, so that a page is not full of hyphens."""
_EDGE = 3
"""The letters that stay on each side of a hyphen, at least."""
_WORD = re.compile(rf"(?<![\w@./:#&{{'’-])[^\W\d_]{{{_SHORTEST},}}(?![\w@/:}}'’-]|\.\w)")
_CAPITALS = frozenset(("de",))
"""Languages in which common words begin with a capital; in all others such a word may be a name."""


def hyphenated(text: str, language: str) -> str:
    """The text with soft hyphens in its long words; as it is where nothing is known of the language.

    Names, addresses, numbers and what is filled in stay whole.
    """
    if SOFT in text:
        return text
    capitals = language.split("-")[0] in _CAPITALS

    def parted(found: re.Match[str]) -> str:
        word = found[0]
        common = word.islower() or (capitals and word[1:].islower())
        rules = _rules(language) if common else None  # reading them takes longer than to set a page
        return str(rules.inserted(word, SOFT)) if rules else word

    return _WORD.sub(parted, text)


@lru_cache(maxsize=64)
def _rules(language: str) -> Pyphen | None:
    """The patterns of a language, with those of its main tag where a region has none of its own."""
    import pyphen

    name = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=_EDGE, right=_EDGE) if name else None
