"""Marks that a translation has to keep: placeholders, stars and the tags of words in another language."""

from __future__ import annotations

from collections import Counter

from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.phrases import marks, parse

_IN_ENGLISH = f"[]{{{SOURCE_LANGUAGE}}}"


def kept_marks(english: str) -> str:
    """The marks of the English text that a translation has to keep, separated by commas."""
    return ", ".join(dict.fromkeys(marks(english)))


def placeholder_difference(english: str, words: str) -> tuple[Counter[str], Counter[str]]:
    """Count the marks of the English that the translation lacks, and those that it has in addition.

    Words marked as English do not count as an addition if the English text contains them: they are names, which have no
    translation.
    """
    wanted, given = Counter(marks(english)), Counter(marks(words))
    more = given - wanted
    if more[_IN_ENGLISH]:
        said = "".join(span.text for span in parse(english))
        names = [span.text for span in parse(words) if span.language == SOURCE_LANGUAGE and span.text.strip()]
        more -= Counter({_IN_ENGLISH: sum(name in said for name in names)})
    return wanted - given, more
