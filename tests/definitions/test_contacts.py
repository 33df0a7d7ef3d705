"""Crisis contacts: each has a source, an age, and a line that reads well in any language."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.definitions.contacts import (
    Contact,
    Country,
    Directory,
    Emergency,
    Freshness,
    Listed,
    Opening,
    Weekday,
    lines,
    territory_locale,
)
from worksheet_builder.definitions.practice import unknown_country
from worksheet_builder.document import Answer, Listing, answers, walk, words
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_common, read_contacts

PLACE = Place("contacts.yaml")
CHECKED = date(2026, 11, 22)
CLOSING = read_common().closing


def listed(name: str = "A line", number: str = "0800 1", **more: object) -> Listed:
    facts = {"place": PLACE, "source": "https://example.org", "checked": CHECKED}
    return Listed(name=Phrase(name, "name", PLACE), number=number, **{**facts, **more})  # type: ignore[arg-type]


def directory(*contacts: Listed) -> Directory:
    emergency = Emergency(number="112", source="https://example.org", checked=CHECKED)
    return Directory(sources={}, countries={"gb": Country(place=PLACE, emergency=emergency, contacts=contacts)})


def test_what_comes_with_the_tool_is_sound() -> None:
    found = read_contacts()
    assert not list(found.check())
    assert len(found.countries) > 100
    for code, country in found.countries.items():
        assert not list(unknown_country(code.upper(), PLACE)), code
        for contact in country.contacts:
            assert contact.source and contact.checked
            assert (contact.as_of or contact.checked).year >= 2024, contact.name.text
            assert re.fullmatch(r"\[.+\]\{[a-zA-Z-]+\}", contact.name.text), "names say their language"


@pytest.mark.parametrize(
    ("today", "freshness"),
    [
        (date(2026, 11, 22), Freshness.CURRENT),
        (date(2027, 5, 21), Freshness.CURRENT),
        (date(2027, 5, 22), Freshness.AGEING),
        (date(2027, 11, 21), Freshness.AGEING),
        (date(2027, 11, 22), Freshness.EXPIRED),
        (date(2036, 1, 1), Freshness.EXPIRED),
    ],
)
def test_knowledge_ages(today: date, freshness: Freshness) -> None:
    assert listed().freshness(today) is freshness
    assert listed(checked=today, as_of=CHECKED).freshness(today) is freshness


def test_what_is_old_is_told_and_then_not_printed() -> None:
    found = directory(listed())
    assert found.help_in("GB", "en", CHECKED).contacts
    assert not list(found.ageing("GB", CHECKED))
    (warned,) = found.ageing("GB", date(2027, 6, 1))
    assert "over six months ago" in warned.sentence and found.help_in("GB", "en", date(2027, 6, 1)).contacts
    (gone,) = found.ageing("GB", date(2028, 1, 1))
    assert "is not printed" in gone.sentence
    late = found.help_in("GB", "en", date(2028, 1, 1))
    assert not late.contacts and not late.emergency


def test_two_are_shown_those_who_speak_the_language_first() -> None:
    found = directory(listed("A"), listed("B", languages=("cy",)), listed("C", languages=("en",)))
    assert [it.name.text for it in found.help_in("GB", "cy", CHECKED).contacts] == ["B", "A"]
    assert [it.name.text for it in found.help_in("GB", "en", CHECKED).contacts] == ["C", "A"]
    assert found.help_in("ZZ", "en", CHECKED).contacts == ()


WEEKDAYS = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)


@pytest.mark.parametrize(
    ("tag", "days", "said"),
    [
        ("en", WEEKDAYS, "Mon–Fri 09:00–17:30"),
        ("en", (Weekday.SAT, Weekday.MON, Weekday.SUN), "Mon, Sat–Sun 09:00–17:30"),
        ("en", tuple(Weekday), "09:00–17:30"),
        ("es", WEEKDAYS, "lun–vie 9:00–17:30"),
        ("de", WEEKDAYS, "Mo–Fr 09:00–17:30"),
        ("fa", WEEKDAYS, "دوشنبه–جمعه ۹:۳۰"),
    ],
)
def test_hours_are_said_in_the_language(tag: str, days: tuple[Weekday, ...], said: str) -> None:
    opening = Opening(place=PLACE, opens="09:00", closes="17:30", days=days)
    language = Language.of(tag)
    text = opening.said(language, territory_locale(language, "GB"))
    if tag == "fa":
        assert text.startswith("دوشنبه–جمعه ") and "۱۷" in text
    else:
        assert text == said


def test_a_line_begins_with_the_number_and_ends_with_the_day() -> None:
    contact = listed(text="85258", always=True, free=True, languages=("en", "cy"), chat="example.org")
    known = directory(contact).help_in("GB", "en", CHECKED)
    (line,) = lines((), known, CLOSING, Language.of("en"), "GB")
    assert line.plain() == (
        "0800 1 · A line · text 85258 · example.org · day and night · English, Welsh · free to call"
        " · checked 22 Nov 2026"
    )
    own = Contact(place=PLACE, name=Phrase("Ours", "n", PLACE), number="1", by="text")
    both = lines((own,), known, CLOSING, Language.of("es"), "ES")
    assert [line.plain().split(" · ")[1] for line in both] == ["Ours", "A line"]
    assert both[0].plain().startswith("text 1") and both[1].plain().endswith("checked 22 nov 2026")


def composed(folder: Path, practice: str | None, today: date | None, tag: str = "en") -> list[str]:
    file = folder / "practice.yaml"
    if practice is not None:
        file.write_text(practice, "utf-8")
    library = Library.open()
    composer = Composer(library, file if practice is not None else None, today=today)
    document = composer.document(library.worksheets["where-harm-occurred"], tag)
    has_line = any(answer.address.endswith("_crisis") for answer in answers(document))
    listing = [node for node in walk(document.nodes) if isinstance(node, Listing)][-1]
    assert any(isinstance(node, Answer) for node in walk(document.nodes))
    return ["LINE"] * has_line + [item.plain() for item in listing.items]


OWN = 'name: X\ncountry: GB\ncrisis:\n- {name: Ours, number: "020 7946 0019"}\n'


def test_the_practices_own_contacts_come_first_then_the_countrys_then_the_emergency(tmp_path: Path) -> None:
    found = composed(tmp_path, OWN, CHECKED)
    assert [line.split(" · ")[0] for line in found] == [
        "020 7946 0019", "116 123", "text 85258", "If a life is in danger, call 999.",
    ]  # fmt: skip
    assert all("checked 22 Nov 2026" in line for line in found[1:3])


def test_old_contacts_leave_a_line_to_write_on(tmp_path: Path) -> None:
    assert composed(tmp_path, "name: X\ncountry: GB\n", date(2029, 1, 1))[0] == "LINE"
    assert composed(tmp_path, OWN, date(2029, 1, 1)) == ["020 7946 0019 · Ours"]


def test_without_a_practice_no_country_is_assumed(tmp_path: Path) -> None:
    library = Library.open()
    document = Composer(library, today=CHECKED).document(library.worksheets["where-harm-occurred"], "en")
    said = [phrase.plain() for phrase in words(document)]
    assert any(answer.address.endswith("_crisis") for answer in answers(document))
    assert not any("116 123" in text or "999" in text for text in said)


def test_without_a_day_nothing_of_the_country_is_printed(tmp_path: Path) -> None:
    assert composed(tmp_path, "name: X\ncountry: GB\n", None)[0] == "LINE"


@pytest.mark.parametrize("epoch", ["1795305600", "1830000000"])
def test_the_day_is_that_of_the_build(run, folder: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (folder / "practice.yaml").write_text("name: X\ncountry: GB\nphone: '1'\n", "utf-8")
    told = run("practice", "check").stderr
    assert ("Samaritans is not printed" in told) == (epoch == "1830000000")


def test_the_facts_are_kept_apart_from_the_words() -> None:
    assert {field.name for field in dataclasses.fields(Listed)} >= {"source", "checked", "as_of"}


def test_what_the_directory_says_is_sound() -> None:
    assert not tuple(read_contacts().check())
