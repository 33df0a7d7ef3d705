"""Checks of what has to be equal in every language: placeholders, stars, marked parts, numbers, paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ...foundation.phrases import Phrase
from ...foundation.problems import Place
from ...foundation.telephone_numbers import TELEPHONE_NUMBER
from ..placeholders import placeholder_difference
from .checked_string import CheckedString, Remark

_CODE = re.compile(r"#[0-9A-Fa-f]+|[A-Za-z][A-Za-z-]*[0-9]+")
"""Names with digits in Latin letters: A4, NG206, a colour."""
_GROUPED = re.compile(r"(?<=\d)[ ,.'’\u00a0\u202f\u2009\u066c](?=\d{3}(?!\d))")


def kept_marks(line: CheckedString) -> Iterator[Remark]:
    """Check that placeholders, stars and marked foreign words are those of the English, except English names."""
    missing, more = placeholder_difference(line.english, line.words)
    for mark, count in missing.items():
        yield Remark(f"{_mark_with_count(mark, count)} of the English is missing.", _how_to_keep(mark))
    for mark, count in more.items():
        yield Remark(
            f"{_mark_with_count(mark, count)} is not in the English.", f"Take it out; to print it, write \\{mark[0]}."
        )


def _mark_with_count(mark: str, count: int) -> str:
    name = "a star" if mark == "*" else f"‘{mark}’"
    return f"{name} ({count} times)" if count > 1 else name[0].upper() + name[1:]


def _how_to_keep(mark: str) -> str:
    if mark == "*":
        return "Put a star on each side of the words that stand out in the English."
    if mark.startswith("[]"):
        return f"Keep the brackets and the tag: [words]{mark[2:]}."
    return f"Write {mark} as in the English, in Latin letters; the tool fills it."


def numbers(line: CheckedString) -> Iterator[Remark]:
    """Check that every number of the English is in the translation, in any digits and grouping."""
    missing = Counter(_numbers(line.english)) - Counter(_numbers(line.words))
    if missing:
        told = ", ".join(missing.elements())
        yield Remark(f"The English says {told}, the translation does not.", "Write the same number in digits.")


def more_numbers(line: CheckedString) -> Iterator[Remark]:
    """Check that the translation has no number that the English lacks; not made if one is missing (see `numbers`)."""
    more = Counter(_numbers(line.words)) - Counter(_numbers(line.english))
    if more and not Counter(_numbers(line.english)) - Counter(_numbers(line.words)):
        yield Remark(f"The translation says {', '.join(more.elements())}, the English does not.", "Check it.")


@lru_cache(maxsize=16384)
def _numbers(text: str) -> tuple[str, ...]:
    plain = Phrase(text, "", Place("")).plain()
    digits = "".join(str(unicodedata.decimal(char, char)) for char in plain)
    return tuple(re.findall(r"[0-9]+", _GROUPED.sub("", digits)))


def digits(line: CheckedString) -> Iterator[Remark]:
    """Check that digits are those of the tool's own numbers in the language; telephone numbers have 0 to 9."""
    dialled = "".join(found[0] for found in TELEPHONE_NUMBER.finditer(line.own))
    if other := [char for char in dialled if char.isdecimal() and not char.isascii()]:
        yield Remark(f"‘{other[0]}’ is not a digit that telephone numbers are dialled in.", "Use 0 to 9.")
    own = line.language.digits("0")
    said = _CODE.sub("", TELEPHONE_NUMBER.sub("", line.own))
    other = [char for char in said if char.isdecimal() and unicodedata.decimal(char) != ord(char) - ord(own)]
    if other:
        zero = "0 to 9" if own == "0" else f"{own} to {chr(ord(own) + 9)}"
        yield Remark(f"‘{other[0]}’ is not a digit that other numbers on the page are in.", f"Use {zero}.")


def paragraphs(line: CheckedString) -> Iterator[Remark]:
    """Check that the translation has as many paragraphs as the English, so that both can be printed side by side."""
    english, words = (_paragraphs(text) for text in (line.english, line.words))
    if english != words:
        told = "1 paragraph" if english == 1 else f"{english} paragraphs"
        yield Remark(f"The English has {told}, the translation has {words}.", "Break it where the English is broken.")


def _paragraphs(text: str) -> int:
    return len([part for part in text.split("\n") if part.strip()])
