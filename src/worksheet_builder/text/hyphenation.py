"""Hyphenation: puts soft hyphens into long words by the patterns of a language, for narrow columns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT = "\u00ad"
"""The soft hyphen: shown as a hyphen where a line ends after it, and invisible elsewhere."""
_SHORTEST = 9
"""The least number of letters of a word that is hyphenated, so that a page is not full of hyphens."""
_EDGE = 3
"""The least number of letters on each side of a hyphen."""
_WORD = re.compile(rf"(?<![\w@./:#&{{'’-])[^\W\d_]{{{_SHORTEST},}}(?![\w@/:}}'’-]|\.\w)")
_CAPITALS = frozenset(("de",))
"""Languages in which common words begin with a capital; in all others such a word may be a name."""


def hyphenated(text: str, language: str) -> str:
    """Put soft hyphens into the long words of a text; without patterns for the language it is returned unchanged.

    Names, addresses, numbers and placeholders are not hyphenated, and no text that has soft hyphens already.
    """
    if SOFT in text:
        return text
    capitals = language.split("-")[0] in _CAPITALS

    def parted(found: re.Match[str]) -> str:
        word = found[0]
        common = word.islower() or (capitals and word[1:].islower())
        rules = _rules(language) if common else None  # not read in vain: that takes longer than to set a page
        return str(rules.inserted(word, SOFT)) if rules else word

    return _WORD.sub(parted, text)


@lru_cache(maxsize=64)
def _rules(language: str) -> Pyphen | None:
    """The hyphenation patterns for a BCP 47 tag or its nearest parent tag; None if Pyphen has none."""
    import pyphen

    name = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=_EDGE, right=_EDGE) if name else None
