"""Convert numbers in words that a region takes over from its language: the region's digits and decimal mark (CLDR)."""

from __future__ import annotations

import re
from functools import lru_cache

from ..foundation.languages import Language

_NOT_WORDS = re.compile(r"(\{[^}]*\}|\[[^\]]*\]\{[^}]*\}|\S*@\S*|https?://\S*|\b10\.\d{4,}/\S*)")
"""Placeholders, parts in another language and addresses, in which numbers are not converted."""


def with_numbers_of(text: str, written_for: Language, language: Language) -> str:
    """The text with its numbers as `language` writes them, except in placeholders, addresses and foreign words."""
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
"""A number with one decimal mark; the digits before the mark may be missing, as in .36 in tables."""


@lru_cache(maxsize=64)
def _digits(written_for: Language, language: Language) -> dict[int, str]:
    return {ord(written_for.digits(str(it))): language.digits(str(it)) for it in range(10)}


@lru_cache(maxsize=64)
def _habits(language: Language) -> tuple[str, str]:
    """The zero and the decimal mark of the language."""
    return language.digits("0"), language.decimal_mark
