"""The documents that every maker makes: real worksheets, with other words each time so that nothing is cached."""

from __future__ import annotations

import dataclasses
import itertools

from worksheet_builder.build.composer import Composer
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document
from worksheet_builder.foundation.phrases import Phrase, rephrase
from worksheet_builder.project.library import Library

SHEETS = ("where-harm-occurred", "grief-and-anger", "trusting-myself-again")
_SYLLABLES = ("la", "mo", "ri", "te", "su", "na", "be", "do", "ka", "vi")


def sheets() -> tuple[list[Document], Brand]:
    """The three worksheets in English for clients, and the brand they are set in."""
    library = Library.open()
    composer = Composer(library)
    return [composer.document(library.worksheets[name], "en") for name in SHEETS], composer.brand


def changed(document: Document, turn: int) -> Document:
    """The document with one new word at the end of every phrase, another one each turn."""
    numbers = itertools.count(turn * 1000)

    def change(phrase: Phrase) -> Phrase:
        return dataclasses.replace(phrase, text=f"{phrase.text} {word(next(numbers))}")

    return rephrase(document, change)


def word(number: int) -> str:
    """A word of its own for each number."""
    return "".join(_SYLLABLES[int(digit)] for digit in str(number))
