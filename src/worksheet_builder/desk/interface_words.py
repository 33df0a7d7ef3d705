"""The words of the desk in its language; those that are not translated are in English, marked with `lang`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from markupsafe import Markup, escape

from ..definitions.desk_words import DeskWords
from ..foundation.languages import PSEUDO, SOURCE_LANGUAGE, Language
from ..foundation.phrases import Phrase
from ..foundation.problems import Refused
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..translation.translated_structures import translated


class Said:
    """A phrase for templates: HTML markup as text, plain words (`plain`) in attributes."""

    def __init__(self, phrase: Phrase, language: str) -> None:
        self._phrase, self._language = phrase, language

    @property
    def plain(self) -> str:
        """The words without markup."""
        return self._phrase.plain()

    def fill(self, **values: str | int | Phrase) -> Said:
        """The phrase with its slots filled."""
        return Said(self._phrase.fill(**values), self._language)

    def __html__(self) -> str:
        spans = (
            Markup("<strong>{}</strong>").format(it.text) if it.strong else escape(it.text)
            for it in self._phrase.spans()
        )
        words = Markup("").join(spans)
        tag = self._phrase.language
        if tag in (self._language, ""):
            return words
        return Markup('<span lang="{}" dir="{}">{}</span>').format(tag, direction(tag), words)

    def __str__(self) -> str:
        return str(self.__html__())


Section = Mapping[str, Said]


class InterfaceWords:
    """The words of the desk by section, each section a map of phrases by name."""

    def __init__(self, words: DeskWords, language: str) -> None:
        self.language = language
        self.sections: Mapping[str, Section] = {
            it.name: {name: Said(phrase, language) for name, phrase in getattr(words, it.name).items()}
            for it in fields(words)
        }

    def __getitem__(self, section: str) -> Section:
        return self.sections[section]


def direction(tag: str) -> str:
    """The direction of a language as the value of the HTML attribute `dir`."""
    return "rtl" if Language.of(tag).rtl else "ltr"


def words_in(library: Library, tag: str) -> InterfaceWords:
    """The words in a language, in English where they are not translated, or where the catalogue is broken."""
    english = read_common()
    if tag == SOURCE_LANGUAGE:
        return InterfaceWords(english.desk, tag)
    try:
        return InterfaceWords(translated(library, tag, COMMON, english, draft=True).value.desk, tag)
    except Refused:
        return InterfaceWords(english.desk, SOURCE_LANGUAGE)


def spoken_language(asked: str, known: Iterable[str], practice: Iterable[str], accepted: str) -> str:
    """Choose the language of the desk, of the known ones: the asked one, else the browser's, else the practice's."""
    tags = [*known, *PSEUDO]
    wanted = [asked, *_accepted(accepted), *practice]
    for tag in wanted:
        if tag in tags:
            return tag
        near = [it for it in tags if tag and it.split("-")[0] == tag.split("-")[0]]
        if near and tag not in PSEUDO:
            return near[0]
    return SOURCE_LANGUAGE


def _accepted(header: str) -> list[str]:
    """The language tags of an Accept-Language header, by falling weight (RFC 9110, 12.5.4)."""
    found = []
    for part in header[:400].split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            found.append((float(weight or 1), tag))
        except ValueError:
            continue
    return [tag for _, tag in sorted(found, key=lambda it: -it[0]) if tag and tag != "*"]
