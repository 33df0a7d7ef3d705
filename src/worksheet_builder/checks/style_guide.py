"""Style rules for the English of worksheets; what they find is advice, not an error.

The built-in worksheets keep every rule. The reading level is one that more than nine in ten adults in Britain can read
(SMOG 8); the lengths of sentences follow guidance on easy reading; the listed words are those in which people harmed by
care heard blame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..definitions.worksheet import Audience, Worksheet
from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.phrases import Phrase, phrases_in
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from ..project.language_files import language_section
from .readability import is_closed, long_words, sentences, smog, words

HARDEST = 8.0
"""The highest SMOG grade."""
MEAN_WORDS, MOST_WORDS, MOST_WORDS_FOR_THERAPISTS = 12.0, 20, 30
"""The maximum number of words in a sentence: to the client on average, to the client, to the therapist."""
INTRODUCTION = range(40, 71)
"""The allowed numbers of words in the therapist's introduction of the sheet."""
_ENOUGH = 12
"""The minimum number of sentences for a meaningful reading level and average."""

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*\b")


@record
class StyleWords:
    """Word lists for the style rules; `word*` matches every word that begins with `word`."""

    hurtful: tuple[str, ...] = ()
    gendered: tuple[str, ...] = ()
    identifying: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    names_in_capitals: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _style() -> StyleWords:
    return language_section(SOURCE_LANGUAGE, "style", StyleWords())


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the words; if several match at a place, for the longest."""
    ordered = sorted(words, key=len, reverse=True)
    said = "|".join(re.escape(word.rstrip("*")) + r"\w*" * word.endswith("*") for word in ordered)
    return re.compile(rf"\b(?:{said})\b", re.IGNORECASE)


@record
class Rule:
    """A style rule: its code, the rule in a sentence (`law`), and the function that finds violations."""

    code: str
    law: str
    find: Callable[[Worksheet], Iterator[Problem]]


def advice(worksheet: Worksheet) -> tuple[Problem, ...]:
    """The violations of all rules in a worksheet, in the order of the file."""
    found = {problem for rule in RULES for problem in rule.find(worksheet)}
    return tuple(sorted(found, key=lambda problem: (problem.place or Place(""), problem.sentence)))


def to_client(worksheet: Worksheet) -> tuple[Phrase, ...]:
    """Every phrase to the client (none on a sheet for therapists), and those of the page for other people."""
    return (*_private(worksheet), *phrases_in(worksheet.leaf))


def _private(worksheet: Worksheet) -> tuple[Phrase, ...]:
    """The same without the page for other people, on which a client may give a name."""
    return () if worksheet.audience is Audience.THERAPIST else phrases_in(_body(worksheet))


def to_therapist(worksheet: Worksheet) -> tuple[Phrase, ...]:
    """Every phrase to the therapist: the therapist's notes and, on a sheet for therapists, its whole text."""
    told = worksheet.therapist, _body(worksheet) if worksheet.audience is Audience.THERAPIST else ()
    return phrases_in(told)


def _body(worksheet: Worksheet) -> tuple[object, ...]:
    opening = (worksheet.title, worksheet.message, worksheet.summary, worksheet.why)
    return (*opening, worksheet.rating, worksheet.blocks, worksheet.keep)


def _reading_level(worksheet: Worksheet) -> Iterator[Problem]:
    texts = [phrase.plain() for phrase in to_client(worksheet)]
    grade = smog(texts)
    if grade > HARDEST and len(_sentences_of(texts)) >= _ENOUGH:
        hard = sorted(
            {word.lower() for text in texts for word in long_words(text)}, key=lambda word: (-len(word), word)
        )
        sentence = f"The client’s text needs {grade:.0f} years of school; {HARDEST:.0f} are what most readers have."
        yield Problem(worksheet.place, sentence, f"Say it in shorter words. The longest are: {', '.join(hard[:6])}.")


def _average_sentence(worksheet: Worksheet) -> Iterator[Problem]:
    found = _sentences_of([phrase.plain() for phrase in to_client(worksheet)])
    mean = sum(len(words(sentence)) for sentence in found) / max(1, len(found))
    if mean > MEAN_WORDS and len(found) >= _ENOUGH:
        sentence = f"Sentences to the client have {mean:.1f} words on average; {MEAN_WORDS:.0f} are easier to take in."
        yield Problem(worksheet.place, sentence, "Cut long sentences in two.")


def _sentences_of(texts: list[str]) -> list[str]:
    return [sentence for text in texts for sentence in sentences(text) if is_closed(sentence)]


def _long_sentence(worksheet: Worksheet) -> Iterator[Problem]:
    yield from _longer_than(MOST_WORDS, to_client(worksheet))


def _hurtful_word(worksheet: Worksheet) -> Iterator[Problem]:
    hint = "Many have heard it as blame or as a promise. Say it another way, with a choice in it."
    yield from _matches(_style().hurtful, to_client(worksheet), "‘{}’ can hurt somebody who was harmed in care.", hint)


def _acronym(worksheet: Worksheet) -> Iterator[Problem]:
    known = {*_style().names_in_capitals}
    for phrase in to_client(worksheet):
        text = phrase.plain()
        for short in dict.fromkeys(_CAPITALS.findall(text)):
            explained = f"({short})" in text or f"{short} (" in text
            if short not in known and not explained:
                yield Problem(phrase.place, f"‘{short}’ is not explained.", "Write the words, or put them in brackets.")
            known.add(short)


def _gendered_word(worksheet: Worksheet) -> Iterator[Problem]:
    hint = "Use a word that fits everyone, such as ‘they’, ‘partner’, ‘parent’ or ‘person’."
    yield from _matches(_style().gendered, to_client(worksheet), "‘{}’ leaves some readers out.", hint)


def _asks_who(worksheet: Worksheet) -> Iterator[Problem]:
    for phrase in _private(worksheet):
        for sentence in sentences(phrase.plain()):
            match = _any_of(_style().identifying).search(sentence)
            if match and not _any_of(_style().unless).search(sentence):
                told = f"This may ask for what identifies somebody: ‘{match[0]}’."
                yield Problem(
                    phrase.place, told, "The page may be found: ask for a role, such as ‘nurse’, or initials."
                )


def _long_sentence_to_therapists(worksheet: Worksheet) -> Iterator[Problem]:
    yield from _longer_than(MOST_WORDS_FOR_THERAPISTS, to_therapist(worksheet))


def _introduction(worksheet: Worksheet) -> Iterator[Problem]:
    if worksheet.therapist:
        phrase = worksheet.therapist.introduce
        count = len(words(phrase.plain()))
        if count not in INTRODUCTION:
            sentence = f"The words to introduce the sheet are {count}."
            hint = f"Give {INTRODUCTION[0]} to {INTRODUCTION[-1]}, which takes under a minute to say."
            yield Problem(phrase.place, sentence, hint)


def _longer_than(most: int, phrases: tuple[Phrase, ...]) -> Iterator[Problem]:
    for phrase in phrases:
        for sentence in sentences(phrase.plain()):
            count = len(words(sentence))
            if count > most:
                told = f"A sentence has {count} words: “{_beginning(sentence)}”."
                yield Problem(phrase.place, told, f"Cut it in two; {most} words are the most that read well here.")


def _matches(listed: tuple[str, ...], phrases: tuple[Phrase, ...], told: str, hint: str) -> Iterator[Problem]:
    for phrase in phrases:
        for word in dict.fromkeys(_any_of(listed).findall(phrase.plain())):
            yield Problem(phrase.place, told.format(word), hint)


def _beginning(sentence: str) -> str:
    return " ".join(sentence.split()[:6]) + " …"


RULES = (
    Rule("WS-L01", f"The client’s text has a SMOG grade of {HARDEST:.0f} or under.", _reading_level),
    Rule("WS-L02", f"Its sentences have {MEAN_WORDS:.0f} words or fewer on average.", _average_sentence),
    Rule("WS-L03", f"None of its sentences has more than {MOST_WORDS} words.", _long_sentence),
    Rule("WS-L04", "It has no word that people harmed in care have met as blame or as a promise.", _hurtful_word),
    Rule("WS-L05", "Short forms are explained where they first stand.", _acronym),
    Rule("WS-L06", "Its words fit every gender and every form of family.", _gendered_word),
    Rule("WS-L07", "It asks for nothing that identifies a person.", _asks_who),
    Rule("WS-L08", f"No sentence to the therapist has more than {MOST_WORDS_FOR_THERAPISTS} words.",
         _long_sentence_to_therapists),
    Rule("WS-L09", f"The introduction has {INTRODUCTION[0]} to {INTRODUCTION[-1]} words.", _introduction),
)  # fmt: skip
"""The rules that the text alone decides; rules about a list in a block are checked by the block."""
