"""The identifier of a file: what it says that it was made from, and what is read out of that again."""

from __future__ import annotations

from collections.abc import Sequence

from ..definitions.worksheet import Worksheet
from ..document import Edition
from ..foundation.phrases import seal
from ..foundation.records import record
from .order import Order

PRODUCT = "worksheet-builder"
"""What the identifier of a file begins with."""


@record
class WordSource:
    """What the identifier of a file says that it was made from."""

    sheet: str
    languages: str
    words: str
    kind: tuple[str, ...] = ()


def identifier_of(worksheet: Worksheet, tags: Sequence[str], order: Order) -> str:
    """What a file says that it was made from: the sheet, its languages, the seal over its English, what is left out."""
    left = {order.edition.value: order.edition is not Edition.CLIENT, "no-examples": not order.examples}
    kind = [name for name, told in {**left, "leaf": order.leaf, "more-room": order.more_room}.items() if told]
    return ":".join((PRODUCT, worksheet.id, "+".join(tags), seal(worksheet), *kind))


def source_of_word(identifier: str) -> WordSource | None:
    """The identifier read; None for one of another program."""
    product, *parts = identifier.split(":")
    if product != PRODUCT or len(parts) < 3:
        return None
    sheet, languages, words, *kind = parts
    return WordSource(sheet, languages, words, tuple(kind))
