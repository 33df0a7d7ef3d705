"""Numbers in words that a region takes over from its language: with its own digits and decimal mark (CLDR)."""

from __future__ import annotations

import re
from functools import lru_cache

from ..foundation.languages import Language

_NOT_WORDS = re.compile(r"(\{[^}]*\}|\[[^\]]*\]\{[^}]*\}|\S*@\S*|https?://\S*|\b10\.\d{4,}/\S*)")
"""Slots, parts in another language and addresses."""


def with_numbers_of(text: str, written_for: Language, language: Language) -> str:
    """The text with its numbers as `language` writes them, but for slots, addresses and parts in other languages."""
    if _habits(written_for) == _habits(language):
        return text
    parts = _NOT_WORDS.split(text)
    return "".join(part if at % 2 else _converted(part, written_for, language) for at, part in enumerate(parts))


def _converted(text: str, written_for: Language, language: Language) -> str:
    old, new = _habits(written_for)[1], _habits(language)[1]
    if old != new:
        text = re.sub(rf"(?<![\d.,]){_DECIMAL.format(re.escape(old))}(?![\d.,]*\d)", rf"\1{new}\2", text)
    return text.translate(_digits(written_for, language))


_DECIMAL = r"(\d*){}(\d+)"
"""One decimal mark in a number; none before the point, as in .36, is a habit of tables."""


@lru_cache(maxsize=64)
def _digits(written_for: Language, language: Language) -> dict[int, str]:
    return {ord(written_for.digits(str(it))): language.digits(str(it)) for it in range(10)}


@lru_cache(maxsize=64)
def _habits(language: Language) -> tuple[str, str]:
    """Its zero and its decimal mark."""
    return language.digits("0"), language.decimal_mark
