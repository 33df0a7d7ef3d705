"""Crisis lines and emergency numbers by country, with their sources and dates.

`contact_freshness` decides when a line is too old to be printed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, ClassVar

from ..foundation.languages import Language
from ..foundation.phrases import Phrase, paired, parallels_of
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from .common_text import NotesWords
from .contact_freshness import Freshness, freshness
from .contacts import Contact, Whom, territory_locale
from .opening_hours import unbroken

MOST_SHOWN = 2
"""The most contacts of a country on one sheet, in addition to the practice's own."""

_HOST = re.compile(r"https?://(?:www\.)?([^/:]+).*")


@record(kw_only=True, slots=False)
class Sourced:
    """A fact with its source, the day on which the source was read, and the date that the source gives, if any."""

    source: Annotated[str, "An address, or a key of ‘sources’."]
    read: Annotated[dt.date, "The day on which the source was read."]
    as_of: Annotated[dt.date | None, "The day that the source itself speaks of, if it says one."] = None


@record(kw_only=True)
class Listed(Contact, Sourced):
    """A contact of a country; `permanent` if the law or the numbering plan reserves its number."""

    permanent: Annotated[bool, "Whether the number is fixed by law or by the numbering plan."] = False
    says_language: ClassVar[bool] = False

    def freshness(self, today: dt.date) -> Freshness:
        """The freshness of the contact on a day; a permanent contact never expires."""
        return freshness(self.read, self.as_of, today, permanent=self.permanent)

    def dated(self) -> str:
        """Name, number and date of the source, for messages to the practice."""
        day = f"source of {self.as_of}" if self.as_of else f"source without a day, read on {self.read}"
        return f"{self.name.plain()} {self.number} ({day})"


@record(kw_only=True)
class Emergency(Sourced):
    """The number of a country for an ambulance; a numbering plan fixes it, so it does not age."""

    number: str


@record(kw_only=True)
class Country:
    """The contacts and the emergency number of a country; `unsure` says why no emergency number can be named."""

    place: Place
    emergency: Emergency | None = None
    unsure: str = ""
    contacts: tuple[Listed, ...] = ()


@record(kw_only=True)
class Source:
    """A source that many entries share."""

    name: str
    address: str


@record
class Origin:
    """The source of a printed number: its name or host, and its date; if not `dated`, the day on which it was read."""

    number: str
    where: str
    day: dt.date
    dated: bool


@record
class Help:
    """The contacts and the emergency number of a country for one sheet; empty if nothing is known of the country."""

    country: str = ""
    contacts: tuple[Listed, ...] = ()
    emergency: str = ""
    origins: tuple[Origin, ...] = ()


@record(kw_only=True)
class CountryContacts:
    """`contacts.yaml`: sources by key, and countries by their code in small letters (ISO 3166, alpha-2)."""

    sources: Mapping[str, Source]
    countries: Mapping[str, Country]

    def check(self) -> Iterator[Problem]:
        """Problems: faulty contacts, sources that are neither address nor key, sources dated after their reading."""
        for country in self.countries.values():
            known = (*country.contacts, *((country.emergency,) if country.emergency else ()))
            for fact in known:
                if fact.source not in self.sources and not fact.source.startswith("http"):
                    yield Problem(country.place, f"There is no source ‘{fact.source}’.", "Add it under ‘sources’.")
                if fact.as_of and fact.as_of > fact.read:
                    yield Problem(country.place, f"The source is of {fact.as_of}, after it was read.", "Mend ‘as_of’.")
            for contact in country.contacts:
                yield from contact.check()

    def help_in(self, code: str, language: str, today: dt.date) -> Help:
        """The contacts to print on a day, none expired: those in the language first, then those for everyone."""
        country = self.countries.get(code.lower())
        if country is None:
            return Help(code)
        fresh = [contact for contact in country.contacts if contact.freshness(today) is not Freshness.EXPIRED]
        shown = tuple(
            sorted(fresh, key=lambda it: (_language_distance(it, language), it.whom is not Whom.EVERYONE))[:MOST_SHOWN]
        )
        emergency = country.emergency
        origins = (self._origin(fact) for fact in (*shown, *((emergency,) if emergency else ())))
        return Help(code, shown, emergency.number if emergency else "", tuple(origins))

    def _origin(self, fact: Listed | Emergency) -> Origin:
        known = self.sources.get(fact.source)
        where = known.name if known else _HOST.sub(r"\1", fact.source)
        return Origin(fact.number, where, fact.as_of or fact.read, fact.as_of is not None)

    def notice(self, code: str, languages: Iterable[str], today: dt.date, emergency: str = "") -> Problem | None:
        """A notice of contacts that are too old to print, unknown or to be checked, and what to do; None if none are.

        `languages` are those of the pages; `emergency` is the practice's own emergency number, if it names one.
        """
        country = self.countries.get(code.lower())
        known = country.contacts if country else ()
        tags = tuple(languages)
        shown = tuple(dict.fromkeys(it for tag in tags for it in self.help_in(code, tag, today).contacts))
        withheld = [it.dated() for it in known if it.freshness(today) is Freshness.EXPIRED]
        ageing = [it.dated() for it in shown if it.freshness(today) is Freshness.AGEING]
        silent = [Language.of(tag).english_name for tag in tags if not any(it.speaks(tag) for it in shown)]
        told = [f"withheld: {', '.join(withheld)}"] if withheld else []
        told += [f"printed, to be checked: {', '.join(ageing)}"] if ageing else []
        told += [f"nobody known to answer in {' or '.join(silent)}"] if shown and silent else []
        told += ["no crisis line is known"] if not known else []
        if not emergency and not (country and country.emergency):
            why = f" ({country.unsure})" if country and country.unsure else ""
            told.append(f"no emergency number is printed{why}")
        if not told:
            return None
        act = "Ring once what you rely on, and name what answers under ‘crisis’ or ‘emergency’ in practice.yaml."
        return Problem(None, f"Crisis contacts, {_country_name(code)}: {'; '.join(told)}. {act}")


def _country_name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").territories.get(code.upper(), code))


def _language_distance(contact: Contact, language: str) -> int:
    """The rank of a contact for a language: 0 if it is spoken, 1 if no language is given, 2 if it is not spoken."""
    return 1 if not contact.languages else 0 if contact.speaks(language) else 2


def origins(known: Help, words: NotesWords, language: Language) -> tuple[Phrase, ...]:
    """For the therapist: a line for each printed number of the country's, with its source and date."""
    said = _origins_in_one_language(known, words, language)
    if words.number_from.parallel is None:
        return said
    second = parallels_of(words)
    return paired(said, _origins_in_one_language(known, second, Language.of(second.number_from.language)))


def _origins_in_one_language(known: Help, words: NotesWords, language: Language) -> tuple[Phrase, ...]:
    locale = territory_locale(language, known.country)
    return tuple(
        (words.number_from if it.dated else words.number_undated).fill(
            number=unbroken(it.number), source=it.where, date=unbroken(language.day(it.day, locale))
        )
        for it in known.origins
    )
