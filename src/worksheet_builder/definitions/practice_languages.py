"""The words of a practice in the language of a page, or else in the language of its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ..foundation.languages import Language, Tag, inheritance
from ..foundation.phrases import rephrase
from ..foundation.problems import Problem
from .practice import Practice
from .practice_words import PracticeWords

_LINES = ("name", "strapline", "header", "footer", "credit", "address")


def in_language(practice: Practice, language: Language) -> Practice:
    """The practice with its words in a language, as far as it has them; each phrase carries its own language."""
    own: Practice = rephrase(practice, lambda phrase: replace(phrase, language=practice.language))
    said = _words_for(practice, language)
    if said is None:
        return own
    words = rephrase(said, lambda phrase: replace(phrase, language=language.tag))
    lines: dict[str, Any] = {name: getattr(words, name) or getattr(own, name) for name in _LINES}
    people = tuple(
        replace(person, title=title or person.title)
        for person, title in zip_longest(own.people, words.titles[: len(own.people)])
    )
    crisis = tuple(
        replace(contact, name=(it and it.name) or contact.name, note=(it and it.note) or contact.note)
        for contact, it in zip_longest(own.crisis, words.crisis[: len(own.crisis)])
    )
    return replace(own, people=people, crisis=crisis, **lines)


def _words_for(practice: Practice, language: Language) -> PracticeWords | None:
    return next((found for tag in inheritance(language.tag) if (found := practice.in_.get(Tag(tag)))), None)


def lacking_words(practice: Practice, tags: Iterable[str]) -> Iterator[Problem]:
    """A problem for each language of pages in which the practice lacks words, so that another language is printed."""
    for tag in dict.fromkeys(tags):
        if tag == practice.language:  # the usual case, for which CLDR need not be loaded
            continue
        written, language = Language.of(practice.language), Language.of(tag)
        if practice.language in inheritance(tag) or language.locale.language == written.locale.language:
            continue
        found = ", ".join(f"‘{name}’" for name in _lacking(practice, _words_for(practice, language) or PracticeWords()))
        if found:
            sentence = f"On pages in {language.english_name} these lines stand in {written.english_name}: {found}."
            yield Problem(practice.at("in"), sentence, f"Write them under ‘in: {{{tag}: …}}’ in practice.yaml.")


def _lacking(practice: Practice, words: PracticeWords) -> Iterator[str]:
    """The fields without words in a language that a reader has to understand; names of persons are not among them."""
    for name in ("strapline", "header", "footer", "credit"):
        if getattr(practice, name) and not getattr(words, name):
            yield name
    if any(person.title for person in practice.people[len(words.titles) :]):
        yield "people"
    if any(contact.name or contact.note for contact in practice.crisis[len(words.crisis) :]):
        yield "crisis"
