"""The date format of a language, in the notation of Word's date pictures (ISO 29500-1, 17.16.4.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def date_pattern(locale: Locale) -> str:
    """The date picture of a locale, with the order and words of `Language.day`, such as ``d MMM yyyy``."""
    from babel.dates import tokenize_pattern

    pieces = tokenize_pattern(locale.date_formats["medium"].pattern)
    return "".join(_literal(it) if isinstance(it, str) else _field(*it) for _, it in pieces).strip()


def _literal(words: str) -> str:
    return f"'{words}'" if any(map(str.isalpha, words)) else words


def _field(letter: str, count: int) -> str:
    """Convert a CLDR date field into Word's notation, empty for fields that Word does not have, such as eras.

    Day and month have the same letters in both; a plain year is `y` in CLDR and `yyyy` in Word.
    """
    match letter:
        case "d" | "M":
            return letter * count
        case "y":
            return "yy" if count == 2 else "yyyy"
        case _:
            return ""
