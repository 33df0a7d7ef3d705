"""What is known of each country: its sources and their age, what a page shows, and what a practice is told."""

from __future__ import annotations

import re
import runpy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.definitions.contact_freshness import PRINTED_FOR, UNDATED_PRINTED_FOR, Freshness
from worksheet_builder.definitions.contacts import Contact, Whom, lines
from worksheet_builder.definitions.countries import unknown_country
from worksheet_builder.definitions.country_contacts import (
    MOST_SHOWN,
    Country,
    CountryContacts,
    Emergency,
    Listed,
    Source,
)
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.reading.loader import read_common, read_contacts

ROOT = Path(__file__).parents[2]
PLACE = Place("contacts.yaml")
READ = date(2026, 11, 29)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
KNOWN = read_contacts()
OFFERED = ("ar", "cs", "es", "fa", "hi", "uk", "zh-Hans")
C, A, E = Freshness.CURRENT, Freshness.AGEING, Freshness.EXPIRED


def listed(name: str = "A line", number: str = "0800 1", **more: Any) -> Listed:
    facts = {"place": PLACE, "source": "https://www.example.org/page", "read": READ, "languages": ("en",), **more}
    return Listed(name=Phrase(name, "name", PLACE), number=number, **facts)


def directory(*contacts: Listed, **more: Any) -> CountryContacts:
    emergency = Emergency(number="112", source="list", read=READ, as_of=date(2020, 1, 1))
    facts = {"emergency": emergency, **more}
    country = Country(place=PLACE, contacts=contacts, **facts)
    return CountryContacts(
        sources={"list": Source(name="a list", address="https://example.org")}, countries={"gb": country}
    )


def told(found: CountryContacts, today: date = READ, *tags: str, code: str = "GB", emergency: str = "") -> str:
    notice = found.notice(code, tags or ("en",), today, emergency)
    return notice.sentence if notice else ""


AFTER = (0, 2, 3, 5, 6, 11, 12, 120)
"""Months after the reading."""


@pytest.mark.parametrize(
    ("before", "permanent", "ages"),
    [
        (0, False, (C, C, C, C, A, A, E, E)),
        (5, False, (C, A, A, A, A, E, E, E)),
        (11, False, (A, E, E, E, E, E, E, E)),
        (None, False, (A, A, E, E, E, E, E, E)),
        (0, True, (C, C, C, C, C, C, A, A)),
        (11, True, (C, A, A, A, A, A, A, A)),
        (None, True, (A, A, A, A, A, A, A, A)),
    ],
)
def test_knowledge_ages(before: int | None, permanent: bool, ages: tuple[Freshness, ...]) -> None:
    """`before` are the months from the day of the source to that of the reading; none where it says no day."""
    read = date(2026, 11, 22)
    found = listed(read=read, as_of=None if before is None else later(read, -before), permanent=permanent)
    assert tuple(found.freshness(later(read, months)) for months in AFTER) == ages
    if before == 0 and not permanent:
        assert found.freshness(later(read, 6) - timedelta(days=1)) is C
        assert found.freshness(later(read, 12) - timedelta(days=1)) is A


def later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)


@given(read=DAYS, months=st.integers(0, 40), young=st.integers(0, 180))
def test_a_source_without_a_day_never_outlives_one_that_was_current_when_both_were_read(
    read: date, months: int, young: int
) -> None:
    day = read + timedelta(days=30 * months)
    undated, dated = listed(read=read), listed(read=read, as_of=read - timedelta(days=young))
    assert undated.freshness(read) is not Freshness.CURRENT
    if dated.freshness(read) is Freshness.CURRENT and undated.freshness(day) is not Freshness.EXPIRED:
        assert dated.freshness(day) is not Freshness.EXPIRED
    assert UNDATED_PRINTED_FOR * 4 <= PRINTED_FOR


@given(DAYS, DAYS)
def test_what_is_permanent_is_never_withheld(as_of: date, today: date) -> None:
    assert listed(as_of=as_of, permanent=True).freshness(today) is not Freshness.EXPIRED
    assert directory(listed(as_of=as_of, permanent=True)).help_in("GB", "en", today).contacts


@given(as_of=st.none() | DAYS, permanent=st.booleans(), today=DAYS)
def test_nothing_is_withheld_or_doubtful_without_a_word(as_of: date | None, permanent: bool, today: date) -> None:
    contact = listed(as_of=as_of, permanent=permanent)
    found = directory(contact)
    said = told(found, today)
    assert ("withheld: A line 0800 1" in said) == (not found.help_in("GB", "en", today).contacts)
    assert ("to be checked: A line 0800 1" in said) == (contact.freshness(today) is Freshness.AGEING)
    assert bool(said) == (contact.freshness(today) is not Freshness.CURRENT)


ACT = "Ring once what you rely on, and name what answers under ‘crisis’ or ‘emergency’ in practice.yaml."


def test_a_notice_is_one_line_that_says_what_to_do() -> None:
    old = listed(as_of=date(2025, 1, 1), languages=("de",))
    fixed = listed("Fixed", "116 123", permanent=True)
    assert told(directory(old, fixed), READ, "en", "fa") == (
        "Crisis contacts, United Kingdom: withheld: A line 0800 1 (source of 2025-01-01); printed, to be checked: "
        f"Fixed 116 123 (source without a day, read on 2026-11-29); nobody known to answer in Persian. {ACT}"
    )
    bare = directory(emergency=None, unsure="the lists differ")
    assert told(bare) == (
        "Crisis contacts, United Kingdom: no crisis line is known; no emergency number is printed (the lists differ). "
        f"{ACT}"
    )
    assert "emergency number is printed" not in told(bare, emergency="10177")
    assert "no crisis line is known; no emergency number is printed" in told(bare, code="ZA")
    assert told(directory(listed(as_of=READ))) == ""


def test_two_are_shown_those_who_speak_the_language_first_and_those_for_everyone_before_others() -> None:
    found = directory(
        listed("A", languages=()), listed("B", languages=("cy",)), listed("C", whom=Whom.MEN), listed("D")
    )
    assert [it.name.text for it in found.help_in("GB", "cy", READ).contacts] == ["B", "A"]
    assert [it.name.text for it in found.help_in("GB", "en", READ).contacts] == ["D", "C"]
    assert found.help_in("ZZ", "en", READ).contacts == ()


def test_each_number_keeps_its_origin() -> None:
    shown = directory(listed(as_of=date(2026, 9, 1)), listed("B", "2")).help_in("GB", "en", READ)
    assert [(it.number, it.where, it.day, it.dated) for it in shown.origins] == [
        ("0800 1", "example.org", date(2026, 9, 1), True),
        ("2", "example.org", READ, False),
        ("112", "a list", date(2020, 1, 1), True),
    ]


def test_what_comes_with_the_tool_is_sound() -> None:
    assert not list(KNOWN.check())
    assert len(KNOWN.countries) > 150
    for code, country in KNOWN.countries.items():
        assert not list(unknown_country(code.upper(), PLACE)), code
        assert bool(country.emergency) != bool(country.unsure), f"{code}: a number, or why there is none"
        for contact in country.contacts:
            assert contact.languages, f"{code}: {contact.number} says no language"
            assert not contact.chat.startswith("http")
            assert re.fullmatch(r"(\[[^\]]+\]\{[a-zA-Z-]+\}(, )?)+", contact.name.text), "names say their language"
            if contact.permanent:
                assert len(re.sub(r"\D", "", contact.number)) <= 6, f"{code}: {contact.number} is no short code"


def second_list() -> dict[str, tuple[set[str], set[str]]]:
    """For each country the numbers for an ambulance in Android's list, and the emergency numbers of libphonenumber."""
    text = (Path(__file__).parent / "emergency-numbers.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    return {code: (set(first.split()), set(second.split())) for code, first, second in rows}


def test_emergency_numbers_are_those_for_an_ambulance_in_both_lists() -> None:
    lists = second_list()
    assert lists.keys() == KNOWN.countries.keys()
    printed = {code: it.emergency.number for code, it in KNOWN.countries.items() if it.emergency}
    wrong = {code: number for code, number in printed.items() if not all(number in it for it in lists[code])}
    assert not wrong


def test_countries_without_one_number_name_none() -> None:
    for code in ("za", "ng", "md", "rs", "bj", "ls", "id"):
        assert KNOWN.countries[code].emergency is None, code
        assert not KNOWN.help_in(code, "en", READ).emergency
    assert KNOWN.help_in("BB", "en", READ).emergency == "511"


def test_each_language_has_a_line_in_a_country_where_it_is_spoken() -> None:
    for tag in OFFERED:
        speaking = [
            code
            for code in KNOWN.countries
            if any(contact.speaks(tag) for contact in KNOWN.help_in(code, tag, READ).contacts)
        ]
        assert speaking, tag


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("ES", ["024"]), ("CN", ["12356"]), ("IR", ["123", "1480"]), ("CH", ["143"]), ("IE", ["116 123"]),
        ("CZ", ["116 123"]), ("CA", ["988"]), ("IN", ["14416"]), ("NL", ["113"]), ("AT", ["142"]),
        ("TW", ["1925", "1995"]),
    ],
)  # fmt: skip
def test_national_lines_do_not_vanish(code: str, numbers: list[str]) -> None:
    for day in (READ, date(2036, 1, 1)):
        assert [it.number for it in KNOWN.help_in(code, "en", day).contacts] == numbers


def test_every_country_and_day_is_told_of_what_it_lacks() -> None:
    for code, country in KNOWN.countries.items():
        for day in (READ, date(2027, 4, 1), date(2029, 1, 1)):
            said = told(KNOWN, day, code=code.upper())
            for contact in country.contacts:
                withheld = contact.freshness(day) is Freshness.EXPIRED
                assert (f"{contact.number} (" in said.partition("withheld: ")[2].partition(";")[0]) == withheld
            if not country.contacts:
                assert "no crisis line is known" in said
            assert len(KNOWN.help_in(code, "en", day).contacts) <= MOST_SHOWN
            assert "\n" not in said


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({}, []),
        ({"as_of": READ}, []),
        ({"source": "list"}, []),
        ({"source": "http://example.org/old"}, []),
        ({"source": "lists"}, ["There is no source ‘lists’. Add it under ‘sources’."]),
        (
            {"as_of": date(2026, 11, 30)},
            ["The source is of 2026-11-30, after it was read. Mend ‘as_of’."],
        ),
    ],
)
def test_a_fact_has_a_source_that_is_known_and_no_younger_than_its_reading(
    facts: dict[str, Any], faults: list[str]
) -> None:
    assert [f"{it.sentence} {it.hint}" for it in directory(listed(**facts)).check()] == faults


def test_a_name_from_the_list_of_a_country_is_not_marked_as_of_a_language_and_that_of_a_practice_is() -> None:
    """The list does not say which language a name is in; a practice's is in that of its file."""
    name = Phrase("A line", "name", PLACE, "en")
    own = Contact(place=PLACE, name=name, number="0800 1")
    known = Listed(place=PLACE, name=name, number="0800 1", source="list", read=READ)
    closing = read_common().closing
    of_practice, of_country = lines((own, known), closing, Language.of("es"), "ES")
    assert "[A line]{en}" in of_practice.text
    assert of_country.text.endswith("A line")


def test_the_emergency_number_has_such_a_source_too() -> None:
    doubtful = Emergency(number="112", source="lists", read=READ, as_of=date(2026, 11, 30))
    assert len([*directory(listed(), emergency=doubtful).check()]) == 2
    assert [*directory(listed(), emergency=None).check()] == []


@pytest.mark.parametrize(
    ("languages", "order"),
    [
        ((("de",), ("en",)), ["B", "A"]),
        (((), ("en",)), ["B", "A"]),
        ((("de",), ()), ["B", "A"]),
        ((("en",), ("en",)), ["A", "B"]),
    ],
)
def test_who_speaks_the_language_comes_before_whom_nothing_is_said_of_and_then_all_others(
    languages: tuple[tuple[str, ...], ...], order: list[str]
) -> None:
    known = (listed(name, number, languages=it) for name, number, it in zip("AB", "12", languages, strict=True))
    shown = directory(*known).help_in("GB", "en", READ).contacts
    assert [it.name.text for it in shown] == order


def test_the_page_on_what_is_known_is_up_to_date() -> None:
    page = ROOT / "docs/crisis-contacts.md"
    written = runpy.run_path(str(ROOT / "tools/crisis_contacts.py"))["text"]()
    assert page.read_text("utf-8") == written, "run tools/crisis_contacts.py"
    for tag in ("English", "Arabic", "Czech", "Spanish", "Persian", "Hindi", "Ukrainian", "Chinese"):
        assert f"### {tag}" in written
