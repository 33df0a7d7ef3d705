"""Marks that a translation has to keep."""

from __future__ import annotations

from collections import Counter

from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.phrases import marks, parse

_IN_ENGLISH = f"[]{{{SOURCE_LANGUAGE}}}"


def kept_marks(english: str) -> str:
    """The marks that a translation has to keep, as they are written."""
    return ", ".join(dict.fromkeys(marks(english)))


def placeholder_difference(english: str, words: str) -> tuple[Counter[str], Counter[str]]:
    """The marks of the English that the words lack, and those that they have besides.

    A part that is marked as English may be besides if it stands in the English: a name that has no translation.
    """
    wanted, given = Counter(marks(english)), Counter(marks(words))
    more = given - wanted
    if more[_IN_ENGLISH]:
        said = "".join(span.text for span in parse(english))
        names = [span.text for span in parse(words) if span.language == SOURCE_LANGUAGE and span.text.strip()]
        more -= Counter({_IN_ENGLISH: sum(name in said for name in names)})
    return wanted - given, more
