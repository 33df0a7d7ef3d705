"""The identifier of a handout file, which says what it was made from: write and parse it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..definitions.worksheet import Worksheet
from ..document import Edition, Posture
from ..foundation.phrases import seal
from ..foundation.records import record
from .order import Order

PRODUCT = "worksheet-builder"
"""The first part of the identifier of a file."""


@record
class WordSource:
    """The contents of an identifier: worksheet id, language tags joined with +, hash of the English words, options."""

    sheet: str
    languages: str
    words: str
    kind: tuple[str, ...] = ()

    def order(self, usual: Order) -> Order:
        """The usual order with the options that the file was made with, as far as they change the words of its body."""
        return replace(
            usual,
            edition=Edition.THERAPIST if Edition.THERAPIST.value in self.kind else Edition.CLIENT,
            examples="no-examples" not in self.kind,
            body=next((it for it in Posture if f"body-{it}" in self.kind), None),
            leaf="leaf" in self.kind,
            more_room="more-room" in self.kind,
        )


def identifier_of(worksheet: Worksheet, tags: Sequence[str], order: Order) -> str:
    """The identifier of a handout: worksheet, languages, hash (seal) of the English, options, joined with colons."""
    said = {
        order.edition.value: order.edition is not Edition.CLIENT,
        "no-examples": not order.examples,
        f"body-{order.body}": order.body is not None,
        "leaf": order.leaf,
        "more-room": order.more_room,
    }
    kind = [name for name, told in said.items() if told]
    return ":".join((PRODUCT, worksheet.id, "+".join(tags), seal(worksheet), *kind))


def source_of_word(identifier: str) -> WordSource | None:
    """Parse an identifier; None for one of another program."""
    product, *parts = identifier.split(":")
    if product != PRODUCT or len(parts) < 3:
        return None
    sheet, languages, words, *kind = parts
    return WordSource(sheet, languages, words, tuple(kind))
