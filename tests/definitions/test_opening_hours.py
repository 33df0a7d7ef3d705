"""Opening hours as each language writes them: the week of the country, ranges and lists, and nothing that breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.definitions.contacts import territory_locale
from worksheet_builder.definitions.opening_hours import Opening, Weekday, listed, unbroken
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.problems import Place
from worksheet_builder.text.line_breaking import opportunities

PLACE = Place("contacts.yaml")
WEEK = {
    "mon-fri": "mon tue wed thu fri",
    "sat-wed": "sat sun mon tue wed",
    "sun-thu": "sun mon tue wed thu",
    "three": "mon wed fri",
    "one": "tue",
    "all": "mon tue wed thu fri sat sun",
}
ZONES = [("en", "GB"), ("en", "US"), ("es", "ES"), ("es", "MX"), ("cs", "CZ"), ("uk", "UA"), ("ar", "JO"), ("fa", "IR")]
ZONES += [("hi", "IN"), ("zh-Hans", "CN"), ("de", "DE"), ("ja", "JP"), ("pl", "PL"), ("tr", "TR"), ("ur", "PK")]


def said(tag: str, country: str, days: str, opens: str = "09:00", closes: str = "17:30") -> str:
    week = tuple(Weekday(day) for day in WEEK[days].split())
    language = Language.of(tag)
    return Opening(place=PLACE, opens=opens, closes=closes, days=week).said(
        language, territory_locale(language, country)
    )


def seen(text: str) -> str:
    """The text as it looks: no joiners, each space a space."""
    return text.replace("\u2060", "").replace("\u202f", " ").replace("\u00a0", " ").replace("\u200f", "")


@pytest.mark.parametrize(
    ("tag", "country", "days", "text"),
    [
        ("en", "GB", "mon-fri", "Mon – Fri 09:00–17:30"),
        ("en", "GB", "sat-wed", "Sat – Wed 09:00–17:30"),
        ("en", "GB", "three", "Mon, Wed, Fri 09:00–17:30"),
        ("en", "GB", "all", "09:00–17:30"),
        ("en", "US", "one", "Tue 9:00 AM – 5:30 PM"),
        ("es", "ES", "mon-fri", "lun – vie 9:00–17:30"),
        ("de", "DE", "mon-fri", "Mo – Fr 09:00–17:30 Uhr"),
        ("cs", "CZ", "three", "po, st, pá 9:00–17:30"),
        ("fa", "IR", "sat-wed", "شنبه تا چهارشنبه ۹:۰۰ تا ۱۷:۳۰"),
        ("fa", "GB", "sat-wed", "شنبه تا چهارشنبه ۹:۰۰ تا ۱۷:۳۰"),
        ("ar", "JO", "sun-thu", "الأحد – الخميس 9:00 ص – 5:30 م"),
        ("ar", "JO", "sat-wed", "السبت – الأربعاء 9:00 ص – 5:30 م"),
        ("ar", "JO", "three", "الاثنين والأربعاء والجمعة 9:00 ص – 5:30 م"),
        ("fa", "IR", "three", "دوشنبه، چهارشنبه، جمعه ۹:۰۰ تا ۱۷:۳۰"),
        ("zh-Hans", "CN", "three", "周一、周三、周五 09:00–17:30"),
        ("hi", "IN", "mon-fri", "सोम – शुक्र 9:00 am – 5:30 pm"),
    ],
)
def test_hours_are_said_as_the_language_says_them(tag: str, country: str, days: str, text: str) -> None:
    assert seen(said(tag, country, days)) == text


def test_the_week_begins_where_it_does_in_the_country() -> None:
    split = (Weekday.TUE, Weekday.SUN)
    opening = Opening(place=PLACE, opens="09:00", closes="17:30", days=split)
    language = Language.of("en")
    assert seen(opening.said(language, territory_locale(language, "GB"))).startswith("Tue, Sun")
    assert seen(opening.said(language, territory_locale(language, "US"))).startswith("Sun, Tue")


@pytest.mark.parametrize(
    ("tag", "country", "opens", "closes", "text"),
    [
        ("en", "US", "08:00", "00:00", "8:00 AM – 12:00 AM"),
        ("en", "US", "15:30", "00:30", "3:30 PM – 12:30 AM"),
        ("en", "US", "09:00", "11:30", "9:00 – 11:30 AM"),
        ("pt", "PT", "15:30", "00:30", "15:30 – 00:30"),
    ],
)
def test_hours_past_midnight_say_both_halves_of_the_day(
    tag: str, country: str, opens: str, closes: str, text: str
) -> None:
    assert seen(said(tag, country, "all", opens, closes)) == text


def pieces(text: str, tag: str) -> list[str]:
    """The pieces between which a line may end, by ICU."""
    return [text[start:end] for start, end in pairwise([0, *opportunities(text, tag, phrases=False)])]


@pytest.mark.parametrize(("tag", "country"), ZONES)
@pytest.mark.parametrize("days", ["mon-fri", "sat-wed", "one"])
def test_days_and_times_are_two_pieces_that_do_not_break(tag: str, country: str, days: str) -> None:
    found = said(tag, country, days)
    assert found.count(" ") == 1
    assert len(pieces(found, tag)) == 2, pieces(found, tag)


@given(st.text(st.sampled_from("0123456789 ()+–-/周一～AB\u2009"), min_size=1, max_size=20))
def test_what_is_unbroken_looks_the_same(text: str) -> None:
    held = unbroken(text)
    assert seen(held) == text.replace("\u2009", " ")
    assert unbroken(held) == held


def test_a_list_of_one_is_the_one() -> None:
    assert listed(["A"], Language.of("en").locale) == "A"
