"""Convert numbers in words that a region takes over from its language: the region's digits and separators (CLDR).

Telephone numbers are not converted (`foundation/telephone_numbers.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..foundation.languages import Language
from ..foundation.telephone_numbers import TELEPHONE_NUMBER

_NOT_WORDS = re.compile(
    rf"(\{{[^}}]*\}}|\[[^\]]*\]\{{[^}}]*\}}|\S*@\S*|https?://\S*|\b10\.\d{{4,}}/\S*|{TELEPHONE_NUMBER.pattern})"
)
"""Placeholders, parts in another language, addresses and telephone numbers, which are not converted."""


def with_numbers_of(text: str, written_for: Language, language: Language) -> str:
    """The text with its numbers as `language` writes them, except in placeholders, addresses and foreign words."""
    if _habits(written_for) == _habits(language):
        return text
    parts = _NOT_WORDS.split(text)
    return "".join(part if at % 2 else _converted(part, written_for, language) for at, part in enumerate(parts))


def _converted(text: str, written_for: Language, language: Language) -> str:
    (_, decimal, group), (_, new_decimal, new_group) = _habits(written_for), _habits(language)

    def marked(found: re.Match[str]) -> str:
        whole, decimals = found["whole"].replace(group, new_group), found["decimals"]
        return whole if decimals is None else f"{whole}{new_decimal}{decimals}"

    if (decimal, group) != (new_decimal, new_group):
        text = _numbers(decimal, group).sub(marked, text)
    return text.translate(_digits(written_for, language))


@lru_cache(maxsize=64)
def _numbers(decimal: str, group: str) -> re.Pattern[str]:
    """A pattern of numbers with these separators; the zero before the decimal separator may be missing, as in .36."""
    decimal, group = re.escape(decimal), re.escape(group)
    grouped = rf"(?![0٠۰])\d{{1,3}}(?:{group}\d\d\d?)*{group}\d{{3}}"
    whole = rf"(?P<whole>{grouped}|\d*(?={decimal}\d))"
    return re.compile(rf"(?<![\d.,{group}]){whole}(?:{decimal}(?P<decimals>\d+))?(?![\d.,{group}]*\d)")


@lru_cache(maxsize=64)
def _digits(written_for: Language, language: Language) -> dict[int, str]:
    return {ord(written_for.digits(str(it))): language.digits(str(it)) for it in range(10)}


@lru_cache(maxsize=64)
def _habits(language: Language) -> tuple[str, str, str]:
    """The zero, the decimal separator and the grouping separator of a language."""
    return language.digits("0"), language.decimal_mark, language.group_mark
