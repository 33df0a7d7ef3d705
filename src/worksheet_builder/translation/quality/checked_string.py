"""One translated string with all that a check may need, and the remark of a check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from pathlib import Path

from ...foundation.languages import Language
from ...foundation.phrases import parse
from ...foundation.problems import Place
from ...foundation.records import record
from ..audience import is_for_therapists, is_spoken_to_clients, is_to_clients
from ..glossary import Glossary
from ..language_facts import Facts
from .english_terms import terms_in

OBJECT = "\ufffc"
"""Replaces a placeholder, or words in another language (U+FFFC)."""
_INSIDE = "'’ʼ\u200c\u200d"
"""Characters inside words that are not letters: apostrophes and joiners."""
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


@record(slots=False)
class CheckedString:
    """English and its translation at one address; `most` is the most characters that fit, 0 for no limit."""

    address: str
    english: str
    words: str
    place: Place
    language: Language
    facts: Facts
    glossary: Glossary = field(default_factory=Glossary)
    most: int = 0
    sisters: Mapping[str, Glossary] = field(default_factory=dict)
    """The glossaries of closely related languages, by their tags."""
    easy: bool = False
    """Whether the sheet is in easy read."""

    @cached_property
    def sheet(self) -> str:
        """The name of the catalogue that the string is in."""
        return Path(self.place.file).stem

    def terms_of(self, glossary: Glossary) -> frozenset[str]:
        """The terms of another glossary that occur in the English."""
        return terms_in(glossary.terms, self.english)

    @cached_property
    def own(self) -> str:
        """The translation without marks, with U+FFFC for placeholders and for parts in other languages."""
        return own_words(self.words)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of the glossary that occur in the English."""
        return terms_in(self.glossary.terms, self.english)

    @property
    def for_therapist(self) -> bool:
        """Whether only a professional reads the string, and no client hears it."""
        return is_for_therapists(self.address) and not is_spoken_to_clients(self.address)

    @property
    def to_client(self) -> bool:
        """Whether a client reads the string, or hears it from the therapist."""
        return is_to_clients(self.address)


@record
class Remark:
    """The result of a check on one string: a sentence, and what to do."""

    sentence: str
    hint: str


Check = Callable[[CheckedString], Iterator[Remark]]


def own_words(text: str) -> str:
    """The text without its marks, with U+FFFC for placeholders and for parts in other languages."""
    return "".join(OBJECT if span.slot or span.language else span.text for span in parse(text))


@lru_cache(maxsize=16384)
def letters(text: str) -> tuple[str, ...]:
    """Split a text into words, with combining marks and without numbers and addresses."""
    spaced = "".join(char if _in_word(char) else " " for char in _ADDRESS.sub(OBJECT, text))
    return tuple(word for part in spaced.split() if (word := part.strip(_INSIDE)))


def _in_word(char: str) -> bool:
    return char.isalpha() or char in _INSIDE or unicodedata.category(char) in ("Mn", "Mc")


def named(char: str) -> str:
    """A character as a message shows it: the character, if it is visible, its code point and its Unicode name."""
    name = unicodedata.name(char, "a character without a name").lower()
    shown = f"‘{char}’ " if char.isprintable() and not char.isspace() else ""
    return f"{shown}(U+{ord(char):04X}, {name})"
