"""Whom a client can call: contacts as data, how old the knowledge of them is, and the line that each becomes.

A contact of a country is printed with the day its source spoke for it; after twelve months it is not printed any more.
Hours and days are data, so that they read well in every language (CLDR through Babel).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import Phrase, escape, paired, parallels_of
from ..foundation.problems import Place, Problem
from .common_text import Closing

if TYPE_CHECKING:
    from babel import Locale

MOST_SHOWN = 2
"""Contacts of a country on one sheet, beside the practice's own."""
AGEING, EXPIRED = 6, 12
"""Months after which a contact has to be looked at again, and after which it is not printed as current."""
_BETWEEN = " · "
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class Weekday(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


_WEEK = tuple(Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """From when to when on some days; every day if none is named. Midnight is 00:00."""

    place: Place
    opens: str
    closes: str
    days: tuple[Weekday, ...] = _WEEK

    def check(self) -> Iterator[Problem]:
        """Times that are not on the clock."""
        for time in (self.opens, self.closes):
            if not _TIME.fullmatch(time):
                yield Problem(self.place, f"‘{time}’ is not a time.", 'Write hours and minutes, such as "09:00".')

    def said(self, language: Language, locale: Locale) -> str:
        """Days and times as the language writes them, such as Mon–Fri 09:00–17:00."""
        from babel.dates import format_time, get_day_names

        names = get_day_names("abbreviated", "stand-alone", locale)
        ends = [[names[_WEEK.index(day)] for day in dict.fromkeys((run[0], run[-1]))] for run in _runs(self.days)]
        days = "" if len(ends) == 1 and len(set(self.days)) == 7 else ", ".join("–".join(run) for run in ends) + " "
        times = (format_time(dt.time.fromisoformat(it), "short", locale=locale) for it in (self.opens, self.closes))
        return days + language.digits("–".join(times))


def _runs(days: tuple[Weekday, ...]) -> list[list[Weekday]]:
    """The days in the order of the week, those that follow each other together."""
    runs: list[list[Weekday]] = []
    for day in (day for day in _WEEK if day in days):
        if runs and _WEEK.index(runs[-1][-1]) + 1 == _WEEK.index(day):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Someone a client may call or write to."""

    place: Place
    name: Annotated[Phrase, "Who answers."]
    number: Annotated[str, "The number, as it is dialled."]
    by: Annotated[Literal["call", "text"], "Whether the number is called or texted."] = "call"
    text: Annotated[str, "A number to text, if there is another."] = ""
    chat: Annotated[str, "The address of a chat."] = ""
    always: Annotated[bool, "Day and night, every day."] = False
    hours: Annotated[tuple[Opening, ...], "When somebody answers."] = ()
    languages: Annotated[tuple[str, ...], "The languages spoken, as tags."] = ()
    free: Annotated[bool, "Whether it costs nothing."] = False
    note: Annotated[Phrase | None, "A few words more."] = None

    def check(self) -> Iterator[Problem]:
        """A number that cannot be dialled, times off the clock, hours said twice, languages that CLDR does not know."""
        for number in filter(None, (self.number, self.text)):
            if not re.fullmatch(r"[+*#0-9][0-9 ()/.*#‑-]*", number):
                yield Problem(self.place, f"‘{number}’ is not a telephone number.", "Write digits and spaces.")
        if self.always and self.hours:
            yield Problem(self.place, "‘always’ and ‘hours’ do not go together.", "Keep one of the two.")
        for opening in self.hours:
            yield from opening.check()
        yield from unknown_languages(self.languages, self.place)

    def parts(self, words: Closing, language: Language, locale: Locale) -> Iterator[str]:
        """What the line says, with marks: the number first and strong."""
        number = words.text.fill(number=self.number).text if self.by == "text" else escape(self.number)
        yield f"*{number}*"
        yield self.name.text
        if self.text:
            yield words.text.fill(number=self.text).text
        if self.chat:
            yield escape(self.chat)
        if self.always:
            yield words.always.text
        yield from (escape(opening.said(language, locale)) for opening in self.hours)
        if self.languages:
            yield escape(", ".join(locale.languages.get(tag, Language.of(tag).name) for tag in self.languages))
        if self.free:
            yield words.free.text
        if self.note:
            yield self.note.text


class Freshness(StrEnum):
    """How far what is known of a contact can be trusted."""

    CURRENT = "current"
    AGEING = "ageing"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """A fact with its source; `as_of` is the date of the source itself, where it is known."""

    source: Annotated[str, "An address, or a key of ‘sources’."]
    checked: Annotated[dt.date, "The day it was compared with the source."]
    as_of: Annotated[dt.date | None, "The date of the source, if it is known; freshness counts from it."] = None

    def freshness(self, today: dt.date) -> Freshness:
        """How old the knowledge is on a day."""
        since = self.as_of or self.checked
        months = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
        return Freshness.EXPIRED if months >= EXPIRED else Freshness.AGEING if months >= AGEING else Freshness.CURRENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Contact, Sourced):
    """A contact of a country."""

    def parts(self, words: Closing, language: Language, locale: Locale) -> Iterator[str]:
        """The line, and at its end the day that the source spoke for it."""
        yield from Contact.parts(self, words, language, locale)
        yield words.checked.fill(date=language.day(self.as_of or self.checked, locale)).text


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency(Sourced):
    """The number of a country for when a life is in danger."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What is known of one country."""

    place: Place
    emergency: Emergency | None = None
    contacts: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """`contacts.yaml`: sources by key, and countries by their code in small letters (ISO 3166, alpha-2)."""

    sources: Mapping[str, str]
    countries: Mapping[str, Country]

    def check(self) -> Iterator[Problem]:
        """Contacts with faults, and sources that are neither an address nor a key."""
        for country in self.countries.values():
            known = (*country.contacts, *((country.emergency,) if country.emergency else ()))
            for fact in known:
                if fact.source not in self.sources and not fact.source.startswith("http"):
                    yield Problem(country.place, f"There is no source ‘{fact.source}’.", "Add it under ‘sources’.")
            for contact in country.contacts:
                yield from contact.check()

    def help_in(self, code: str, language: str, today: dt.date) -> Help:
        """What may be printed as current on a day, contacts who speak the language first."""
        country = self.countries.get(code.lower())
        if country is None:
            return Help()
        fresh = [contact for contact in country.contacts if contact.freshness(today) is not Freshness.EXPIRED]
        fresh.sort(key=lambda contact: _distance(contact, language))
        urgent = country.emergency
        current = urgent and urgent.freshness(today) is not Freshness.EXPIRED
        return Help(code, tuple(fresh[:MOST_SHOWN]), urgent.number if urgent and current else "")

    def ageing(self, code: str, today: dt.date) -> Iterator[Problem]:
        """What has to be looked at again on a day, in one country."""
        country = self.countries.get(code.lower())
        for contact in country.contacts if country else ():
            name, since = contact.name.plain(), contact.as_of or contact.checked
            hint = f"Look at {contact.source}, or name contacts of your own under ‘crisis’."
            match contact.freshness(today):
                case Freshness.AGEING:
                    yield Problem(None, f"What is known of {name} is from {since}: over six months ago.", hint)
                case Freshness.EXPIRED:
                    sentence = f"{name} is not printed: what is known of it is from {since}, over a year ago."
                    yield Problem(None, sentence, hint)
                case Freshness.CURRENT:
                    pass


@dataclass(frozen=True, slots=True)
class Help:
    """What a sheet may say beside the practice's own contacts; nothing, where no country is known."""

    country: str = ""
    contacts: tuple[Listed, ...] = ()
    emergency: str = ""


def _distance(contact: Contact, language: str) -> int:
    """How near a contact is to those who read the language: spoken, not said, not spoken."""
    spoken = {tag.split("-")[0] for tag in contact.languages}
    return 1 if not spoken else 0 if language.split("-")[0] in spoken else 2


def lines(
    own: tuple[Contact, ...], known: Help, words: Closing, language: Language, country: str
) -> tuple[Phrase, ...]:
    """A line for each contact, the practice's own first."""
    contacts = (*own, *known.contacts)
    said = _contact_phrases(contacts, words, language, country)
    if words.contacts.parallel is None:
        return said
    second = parallels_of(words)
    return paired(said, _contact_phrases(contacts, second, Language.of(second.contacts.language), country))


def _contact_phrases(
    contacts: tuple[Contact, ...], words: Closing, language: Language, country: str
) -> tuple[Phrase, ...]:
    locale = territory_locale(language, country)
    return tuple(
        replace(words.contacts, text=_BETWEEN.join(contact.parts(words, language, locale)), parallel=None)
        for contact in contacts
    )


def territory_locale(language: Language, country: str) -> Locale:
    """The habits of the language in the country, where CLDR tells them apart."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(f"{language.locale.language}_{country}")
    except (UnknownLocaleError, ValueError):
        return language.locale


def unknown_languages(tags: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """A problem for each tag that is no language."""
    for tag in tags:
        try:
            Language.of(tag)
        except UnknownLanguage:
            hint = "Use a tag such as en, es or pt-BR."
            yield Problem(place, f"‘{tag}’ is not a language.", hint)
