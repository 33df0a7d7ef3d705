"""Days as each language writes them in a country, in the calendar that CLDR has first there."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from worksheet_builder.foundation.languages import Language

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("tag", "locale", "said"),
    [
        ("fa", "fa_IR", "۸ آذر ۱۴۰۵"),
        ("fa", "fa", "۸ آذر ۱۴۰۵"),
        ("fa-AF", "fa_AF", "۸ قوس ۱۴۰۵"),
        ("es", "es_MX", "29 nov 2026"),
        ("uk", "uk_UA", "29 лист. 2026\u202fр."),
        ("zh-Hans", "zh_Hans_CN", "2026年11月29日"),
        ("th", "th_TH", "29 พฤศจิกายน 2569"),
    ],
)
def test_a_day(tag: str, locale: str, said: str) -> None:
    assert Language.of(tag).day(DAY, Locale.parse(locale)) == said


def test_the_first_and_the_last_day_of_a_persian_year() -> None:
    days = [Language.of("fa").day(it, Locale("fa")) for it in (date(2026, 3, 20), date(2026, 3, 21))]
    assert days == ["۲۹ اسفند ۱۴۰۴", "۱ فروردین ۱۴۰۵"]
