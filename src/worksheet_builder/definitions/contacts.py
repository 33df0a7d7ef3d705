"""Contacts that a client can call: their data, and the line that is printed for each.

Hours, days and languages are data, so that they read well in every language (CLDR through Babel); numbers stay as they
are dialled (`foundation/telephone_numbers.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import Phrase, escape, paired, parallels_of, within
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from .common_text import Closing
from .opening_hours import Opening, listed, unbroken

if TYPE_CHECKING:
    from babel import Locale

_BETWEEN = " · "
_NUMBER = re.compile(r"[+*#0-9][0-9 ()/.*#‑-]*")
_MOST_LANGUAGES = 3
"""The most languages that are named for a contact, so that it fits one line."""


class Whom(StrEnum):
    """The people whom a contact is for."""

    EVERYONE = "everyone"
    YOUNG = "young"
    WOMEN = "women"
    MEN = "men"
    VETERANS = "veterans"


@record(kw_only=True)
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
    whom: Annotated[Whom, "Whom it is for."] = Whom.EVERYONE
    note: Annotated[Phrase | None, "A few words more."] = None
    says_language: ClassVar[bool] = True
    """Whether name and note are marked with their language where the page is in another."""

    def check(self) -> Iterator[Problem]:
        """Problems: a number that cannot be dialled, an invalid time, ‘hours’ beside ‘always’, an unknown language."""
        for number in filter(None, (self.number, self.text)):
            yield from undiallable(number, self.place)
        if self.always and self.hours:
            yield Problem(self.place, "‘always’ and ‘hours’ do not go together.", "Keep one of the two.")
        for opening in self.hours:
            yield from opening.check()
        yield from unknown_languages(self.languages, self.place)

    def speaks(self, language: str) -> bool:
        """Whether calls are known to be answered in a language, given its tag; script and country are ignored."""
        return language.split("-")[0] in {tag.split("-")[0] for tag in self.languages}

    def parts(self, words: Closing, language: Language, locale: Locale) -> Iterator[str]:
        """The parts of the line as marked text: the strong number first; languages unless that of the page is one."""
        yield f"*{self._to_text(self.number, words) if self.by == 'text' else escape(unbroken(self.number))}*"
        yield self._said(self.name, language)
        if self.text:
            yield self._to_text(self.text, words)
        if self.chat:
            yield escape(self.chat)
        if self.always:
            yield words.always.text
        yield from (escape(opening.said(language, locale)) for opening in self.hours)
        if self.languages and not self.speaks(language.tag):
            names = (locale.languages.get(tag, Language.of(tag).name) for tag in self.languages[:_MOST_LANGUAGES])
            yield escape(listed(names, locale))
        if self.free:
            yield words.free.text
        if self.whom is not Whom.EVERYONE:
            said: Phrase = getattr(words.whom, self.whom.value)
            yield said.text
        if self.note:
            yield self._said(self.note, language)

    def _said(self, phrase: Phrase, language: Language) -> str:
        """The text of a phrase for a line in the language; marked if the phrase is in another."""
        return within(phrase, language.tag) if self.says_language else phrase.text

    @staticmethod
    def _to_text(number: str, words: Closing) -> str:
        return words.text.fill(number=unbroken(number)).text


def lines(contacts: Sequence[Contact], words: Closing, language: Language, country: str) -> tuple[Phrase, ...]:
    """A line for each contact, in both languages where the words have a parallel text."""
    said = _contact_phrases(contacts, words, language, country)
    if words.contacts.parallel is None:
        return said
    second = parallels_of(words)
    return paired(said, _contact_phrases(contacts, second, Language.of(second.contacts.language), country))


def urgent(number: str, words: Closing) -> Phrase:
    """The sentence for a life in danger: with the number, or with ‘your local emergency number’ if it is empty."""
    return words.emergency.fill(number=unbroken(number)) if number else words.emergency_local


def _contact_phrases(
    contacts: Sequence[Contact], words: Closing, language: Language, country: str
) -> tuple[Phrase, ...]:
    locale = territory_locale(language, country)
    return tuple(
        replace(words.contacts, text=_BETWEEN.join(contact.parts(words, language, locale)), parallel=None)
        for contact in contacts
    )


def territory_locale(language: Language, country: str) -> Locale:
    """The CLDR locale of a language in a country; that of the language alone if CLDR has no other."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(f"{language.locale.language}_{country}")
    except (UnknownLocaleError, ValueError):
        return language.locale


def undiallable(number: str, place: Place) -> Iterator[Problem]:
    """A problem if a number cannot be dialled."""
    if not _NUMBER.fullmatch(number):
        yield Problem(place, f"‘{number}’ is not a telephone number.", "Write digits and spaces.")


def unknown_languages(tags: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """A problem for each tag that is no language."""
    for tag in tags:
        try:
            Language.of(tag)
        except UnknownLanguage:
            hint = "Use a tag such as en, es or pt-BR."
            yield Problem(place, f"‘{tag}’ is not a language.", hint)
