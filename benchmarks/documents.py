"""The documents that every maker makes: real worksheets, with other words each time so that nothing is cached."""

from __future__ import annotations

import dataclasses
import itertools

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document
from worksheet_builder.foundation.phrases import Phrase, rephrase
from worksheet_builder.project.library import Library

SHEETS = ("where-harm-occurred", "grief-and-anger", "trusting-myself-again")
_SYLLABLES = {
    "en": "la mo ri te su na be do ka vi",
    "ar": "لا مو ري تي سو نا بي دو كا في",
    "hi": "ला मो री ते सु ना बे दो का वि",
    "zh-Hans": "拉 莫 里 特 苏 纳 贝 多 卡 维",
}


def sheets(tag: str = "en") -> tuple[list[Document], Brand]:
    """The three worksheets for clients in a language, without drawings, and the brand they are set in."""
    library = Library.open()
    composer = Composer(library, Order(pictures=False, draft=True))
    return [composer.document(library.worksheets[name], tag) for name in SHEETS], composer.brand


def changed(document: Document, turn: int) -> Document:
    """The document with one new word at the end of every phrase, another one each turn."""
    numbers = itertools.count(turn * 1000)

    def change(phrase: Phrase) -> Phrase:
        return dataclasses.replace(phrase, text=f"{phrase.text} {word(next(numbers), document.language.tag)}")

    return rephrase(document, change)


def word(number: int, tag: str) -> str:
    """A word of its own for each number, in the letters of a language."""
    syllables = _SYLLABLES[tag].split()
    return "".join(syllables[int(digit)] for digit in str(number))
