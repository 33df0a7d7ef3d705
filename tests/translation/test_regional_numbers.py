"""Numbers in words that a region takes over from its language."""

from __future__ import annotations

import pytest

from worksheet_builder.foundation.languages import Language
from worksheet_builder.translation.regional_numbers import with_numbers_of


@pytest.mark.parametrize(
    ("words", "of", "to", "said"),
    [
        ("من 0 إلى 10", "ar", "ar-EG", "من ٠ إلى ١٠"),
        ("r = 0.36", "ar", "ar-EG", "r = ٠٫٣٦"),
        ("r = 0,36 y 78,6 %", "es", "es-MX", "r = 0.36 y 78.6 %"),
        ("los días 1, 2 y 3", "es", "es-MX", "los días 1, 2 y 3"),
        (
            "{minutes} · [Smith, 2019]{en} · a1@example.org",
            "ar",
            "ar-EG",
            "{minutes} · [Smith, 2019]{en} · a1@example.org",
        ),
        ("۱۰ دقیقه", "fa", "fa-AF", "۱۰ دقیقه"),
        ("1.234.567", "es", "es-MX", "1.234.567"),
    ],
)
def test_digits_and_decimal_mark_are_those_of_the_region(words: str, of: str, to: str, said: str) -> None:
    assert with_numbers_of(words, Language.of(of), Language.of(to)) == said
