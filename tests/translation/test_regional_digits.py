"""Numbers in words that a region takes over from its language."""

from __future__ import annotations

import pytest

from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.telephone_numbers import TELEPHONE_NUMBER
from worksheet_builder.translation.regional_digits import with_numbers_of

NUMBERS = "+44 161 496 0000,(0161) 496 0000,0161-496-0000,0800 500 335,01.23.45.67.89,116 123,116\u00a0123,13 11 14"
NO_NUMBERS = "112,10 000,1 234 567,0.36,0-10,05.12.2026,2026-11-29,2019-2021,12-25,5 10,85258,11307"


@pytest.mark.parametrize("number", [*NUMBERS.split(","), "2389 2222", "1-800-273-8255", "1 800 273 8255"])
def test_a_telephone_number_stays_as_it_is_dialled(number: str) -> None:
    words = f"پر کال کریں: {number}."
    assert with_numbers_of(words, Language.of("ur"), Language.of("ur-IN")) == words
    assert with_numbers_of(words, Language.of("es"), Language.of("es-MX")) == words
    assert TELEPHONE_NUMBER.findall(f"۱۲، {number}، ۱۲") == [number]


@pytest.mark.parametrize("number", NO_NUMBERS.split(","))
def test_what_may_be_a_count_a_date_or_a_share_is_no_telephone_number(number: str) -> None:
    assert TELEPHONE_NUMBER.search(number) is None
    assert "0" not in with_numbers_of(number, Language.of("ur"), Language.of("ur-IN"))


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
        ("1.234.567", "es", "es-MX", "1,234,567"),
        ("10.000 personas, 1,5 km", "es", "es-MX", "10,000 personas, 1.5 km"),
        ("1.234,5 de 100", "es", "es-MX", "1,234.5 de 100"),
        ("10.000 Menschen", "de", "de-CH", "10'000 Menschen"),
        ("10\u202f000 personnes", "fr", "fr-CA", "10\u00a0000 personnes"),
        ("11,307 شخص، 1.5", "ar", "ar-EG", "١١٬٣٠٧ شخص، ١٫٥"),
        ("1,00,000 لوگ", "ur", "ur-IN", "۱٬۰۰٬۰۰۰ لوگ"),
        ("el 0.361, 1.2.3 y 12.3456", "es", "es-MX", "el 0.361, 1.2.3 y 12.3456"),
        ("3.11 · 1.5.2026", "es", "es-MX", "3.11 · 1.5.2026"),
    ],
)
def test_digits_and_marks_are_those_of_the_region(words: str, of: str, to: str, said: str) -> None:
    assert with_numbers_of(words, Language.of(of), Language.of(to)) == said
