"""Find which strings of a translation a document uses, so that no other string keeps it from being printed.

A document is composed once with a mark before each string, and then discarded: the marks in it are those of the strings
that it uses, even if they were joined or filled into each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ..document import Document
from ..foundation.phrases import Phrase, phrases_in, rephrase

_MARK = re.compile("\ue000([^\ue001]*)\ue001")
"""A key between two characters for private use (U+E000, U+E001); a text with marks is never printed."""

T = TypeVar("T")


def marked(structure: T, name: str) -> T:
    """The structure with a mark before each string that is not empty; its key has the name and the string's number."""
    count = iter(range(1_000_000))

    def change(phrase: Phrase) -> Phrase:
        if not phrase.text.strip():
            return phrase
        return replace(phrase, text=f"\ue000{key(name, next(count))}\ue001{phrase.text}")

    return rephrase(structure, change)


def key(name: str, number: int) -> str:
    """The key of a string: a name, and the number of the string from 0, in the order of `phrases_in`."""
    return f"{name} {number}"


def on_paper(document: Document) -> frozenset[str]:
    """The keys of the strings that a document uses in every format, without those that only a phone page uses."""
    return marks_in(replace(document, header_footer=replace(document.header_footer, phone=None)))


def marks_in(made: object) -> frozenset[str]:
    """The keys of all strings that a document or a part of one uses."""
    return frozenset(found for text in _texts(made) for found in _MARK.findall(text))


def _texts(made: object) -> Iterator[str]:
    for phrase in phrases_in(made):
        yield phrase.text
        if phrase.parallel:
            yield phrase.parallel.text
    if isinstance(made, Document) and made.rights:
        yield made.rights.words
