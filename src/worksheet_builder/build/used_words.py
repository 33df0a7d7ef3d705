"""Which strings of a translation a document is made of, so that no other string can keep it from being printed.

A document is composed once with a mark before each string, and thrown away: the marks that are found in it are those of
the strings it needs, however they were joined, filled into each other or left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ..document import Document
from ..foundation.phrases import Phrase, phrases_in, rephrase

_MARK = re.compile("\ue000([^\ue001]*)\ue001")
"""Characters for private use, which no text of a worksheet holds for long: what is marked is never printed."""

T = TypeVar("T")


def marked(structure: T, name: str) -> T:
    """The structure with a mark before each string, which has words: the name and the number of the string."""
    count = iter(range(1_000_000))

    def change(phrase: Phrase) -> Phrase:
        if not phrase.text.strip():
            return phrase
        return replace(phrase, text=f"\ue000{key(name, next(count))}\ue001{phrase.text}")

    return rephrase(structure, change)


def key(name: str, number: int) -> str:
    """What the mark of a string says, numbered from 0 in the order of the walk."""
    return f"{name} {number}"


def on_paper(document: Document) -> frozenset[str]:
    """The keys of the strings that a document is made of in any format; what a page for a phone adds does not count."""
    return marks_in(replace(document, header_footer=replace(document.header_footer, phone=None)))


def marks_in(made: object) -> frozenset[str]:
    """The keys of all strings of which words are in a document or a part of one."""
    return frozenset(found for text in _texts(made) for found in _MARK.findall(text))


def _texts(made: object) -> Iterator[str]:
    for phrase in phrases_in(made):
        yield phrase.text
        if phrase.parallel:
            yield phrase.parallel.text
    if isinstance(made, Document) and made.rights:
        yield made.rights.words
