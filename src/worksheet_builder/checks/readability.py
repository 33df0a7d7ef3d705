"""Measure the readability of English: sentences, words, syllables, and the SMOG grade.

SMOG: G. H. McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading, 12(8), 639–646. It was
made for 30 sentences; the number of long words in a text of another length is scaled to 30 sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from math import sqrt

from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.records import record
from ..project.language_files import language_section

_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”»)\]]*\s+")
_CLOSED = re.compile(r"[.!?…][’”»)\]]*$")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*")
_LONG = 3
"""The minimum number of syllables of a word that SMOG counts."""


@record(slots=False)
class Syllables:
    """The rules for counting the syllables of English words: regular expressions, and exceptions (`known`)."""

    vowels: str
    joined: tuple[str, ...]
    parted: tuple[str, ...]
    silent: tuple[str, ...]
    spoken: tuple[str, ...]
    known: Mapping[str, int]

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Patterns, in order: endings after an apostrophe, vowels, vowels of two syllables, silent e, spoken e."""
        joined = rf"[’'](?:{'|'.join(self.joined)})?$"
        return tuple(map(re.compile, (joined, self.vowels, *map("|".join, (self.parted, self.silent, self.spoken)))))


@lru_cache(maxsize=1)
def _rules() -> Syllables:
    return language_section(SOURCE_LANGUAGE, "syllables", Syllables("[a-z]", (), (), (), (), {}))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line break ends one."""
    lines = (line.strip() for line in text.split("\n"))
    return tuple(part for line in lines for part in _SENTENCE_END.split(line) if _WORD.search(part))


def is_closed(sentence: str) -> bool:
    """Whether the sentence ends with a full stop, a question mark or the like: labels and headings do not."""
    return _CLOSED.search(sentence) is not None


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text; one with a hyphen is one word."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """The approximate number of syllables of an English word, from its spelling."""
    return max(1, sum(_syllables_of(part) for part in re.split(r"[-‑]", word.lower()) if part))


def _syllables_of(word: str) -> int:
    rules = _rules()
    joined, vowels, parted, silent, spoken = rules.patterns
    word = joined.sub("", word)
    if word in rules.known:
        return rules.known[word]
    count = len(vowels.findall(word)) + len(parted.findall(word))
    if silent.search(word) and not spoken.search(word):
        count -= 1
    return max(1, count)


def smog(texts: Iterable[str]) -> float:
    """The SMOG grade of texts, the years of school that a reader needs; 0 without a sentence.

    Labels and headings do not count as sentences, but their long words count: the strictest way to compute the grade.
    """
    found = [sentence for text in texts for sentence in sentences(text)]
    closed = sum(1 for sentence in found if is_closed(sentence))
    long = sum(1 for sentence in found for _ in long_words(sentence))
    return 3.1291 + 1.0430 * sqrt(long * 30 / closed) if closed else 0.0


def long_words(text: str) -> Iterator[str]:
    """The words of three syllables or more."""
    return (word for word in words(text) if not word[0].isdigit() and syllables(word) >= _LONG)
