"""Find words of one family by their stems: Snowball's algorithms, or the endings in the file of the language.

Equal stems are evidence and no proof, so the results are only advice.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ...foundation.languages import SOURCE_LANGUAGE, Language
from ..word_rules import WordForms
from .checked_string import letters

_JOINER = "\u200c"
_LEAST = 4
"""The fewest letters of a stem; words with a shorter equal stem may be unrelated."""


def holds_family(word: str, text: str, language: Language, forms: WordForms) -> bool:
    """Whether the text has words with the stems of `word`, in a row if `word` is several words."""
    wanted = _stems(word, language, forms)
    if not wanted or any(len(stem) < _LEAST for stem in wanted):
        return False
    found = _stems(text, language, forms)
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


@lru_cache(maxsize=4096)
def _stems(text: str, language: Language, forms: WordForms) -> tuple[str, ...]:
    algorithm = _algorithm(language)
    if not algorithm and not forms.family_endings:
        return ()
    plain = unicodedata.normalize("NFC", text.casefold()).replace(_JOINER, "")
    return tuple(_stem(word, algorithm, forms) for word in letters(plain))


@lru_cache(maxsize=8192)
def _stem(word: str, algorithm: str, forms: WordForms) -> str:
    if algorithm:
        return str(_stemmer(algorithm).stemWord(word))
    ending = max((it for it in forms.family_endings if word.endswith(it)), key=len, default="")
    return word[: len(word) - len(ending)] if len(word) - len(ending) >= _LEAST else word


@lru_cache(maxsize=64)
def _algorithm(language: Language) -> str:
    """The name of Snowball's algorithm: the English name of the language; empty if Snowball has none."""
    import snowballstemmer
    from babel import Locale

    name = str(Locale(SOURCE_LANGUAGE).languages.get(language.locale.language, "")).casefold()
    return name if name in snowballstemmer.algorithms() else ""


@lru_cache(maxsize=16)
def _stemmer(algorithm: str):  # type: ignore[no-untyped-def]
    import snowballstemmer

    return snowballstemmer.stemmer(algorithm)
