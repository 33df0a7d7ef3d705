"""Checks for lost or changed content: alternatives, sentences, the kind of a question, an open beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .checked_string import CheckedString, Remark

_MEMBERS = re.compile(r",\s*(?:or\b)?|\bor\b|/")
_SENTENCE = re.compile(r"[.?!。！？؟।۔…]+(?=[\s”’»“」』)*\]]|$)|[。！？](?!$)")
_BY_HOW_MUCH = re.compile(r"^How (?!(?:do|does|did|can|could|would|will|to)\b)\w+", re.IGNORECASE)
_OFFERS = re.compile(r"\bor\b|\w/\w")
_NO_OFFER = re.compile(r"\bor (?:not|two|more|so)\b|, (?:for|with|now|if|when|in|at|on|to|by|from|where|who)\b")
_CHOICE = re.compile(r"\.(?:options|entries|rows|columns|points|rings)\.")
_SHORT = 12
"""English words of the longest string whose alternatives are counted; a longer text may say them in another way."""
_STOPS = ".。।۔!！؟?？"


def alternatives(line: CheckedString) -> Iterator[Remark]:
    """Check that a short text with alternatives, as in “this, that or another”, has all in the translation."""
    words = line.facts.checks.list_words
    if not words or not _OFFERS.search(line.english) or _NO_OFFER.search(line.english):
        return
    if len(line.english.split()) > _SHORT or _ends(line.english) > 1 or not _CHOICE.search(line.address):
        return
    english = len([part for part in _MEMBERS.split(line.english) if part.strip()])
    found = len([part for part in _dividers(words).split(line.own) if part.strip()])
    if found < english and _ends(line.own) == 1:
        sentence = f"The English offers {english} alternatives, the translation {found}."
        yield Remark(sentence, "Say each of them, or say in a comment why one is left out.")


@lru_cache(maxsize=64)
def _dividers(words: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of what separates alternatives: commas and slashes of any script, and the words for ‘or’."""
    return re.compile(r"[,،，、;؛；/／·–—]|" + "|".join(_whole(word) for word in words))


def _whole(word: str) -> str:
    """The pattern of a whole word; of a word with Han letters, anywhere, since these are written without spaces."""
    return re.escape(word) if re.search("[\u3400-\u9fff]", word) else rf"(?<!\w){re.escape(word)}(?!\w)"


def lost_sentences(line: CheckedString) -> Iterator[Remark]:
    """Check that no sentence is lost: fewer sentences are a mistake only in a text that is shorter than usual."""
    english, words, usual = _ends(line.english), _ends(line.words), line.facts.checks.length
    least = _LEAST_UNSPACED if line.language.script in _UNSPACED else _LEAST
    if english > 1 and words < english and usual and len(line.words) < len(line.english) * usual * least:
        sentence = f"The English has {english} sentences, the translation {words}, and it is short."
        yield Remark(sentence, "Check that nothing is lost.")


_LEAST, _LEAST_UNSPACED = 0.82, 0.66
"""The least share of its usual length that a complete translation has."""
_UNSPACED = frozenset(("Hans", "Hant", "Jpan"))
"""Scripts in which commas often join sentences, so that a complete translation has fewer sentences."""


def _ends(text: str) -> int:
    text = re.sub(r"(?<=[.?!])[’”](?= [a-z])", "", text)
    text = re.sub(r"[?!.](?= [a-z])", "", text)
    return len(_SENTENCE.findall(text)) + (0 if text.rstrip("”’»“」』)* ")[-1:] in _STOPS else 1)


def scale_question(line: CheckedString) -> Iterator[Remark]:
    """Check that a question for a number (“How upset …?”) has not become a question for yes or no."""
    patterns = line.facts.checks.yes_or_no
    if not _BY_HOW_MUCH.search(line.english) or not line.english.rstrip().endswith("?"):
        return
    if found := next((match for it in patterns if (match := re.search(it, line.own, re.IGNORECASE))), None):
        sentence = f"‘{found[0].strip()}’ asks for yes or no; the English asks how much."
        yield Remark(sentence, "Ask so that a number or a degree is an answer.")


def beginnings(line: CheckedString) -> Iterator[Remark]:
    """Check that the beginning of a sentence that a reader continues is not a whole sentence, and can be continued."""
    if ".beginnings." not in line.address:
        return
    said = line.own.rstrip()
    stopped = said[-1:] in _STOPS and line.english.rstrip()[-1:] not in _STOPS
    if stopped or any(re.search(rf"(?:^|\s){re.escape(it)}$", said) for it in line.facts.checks.cannot_go_on):
        yield Remark("Nobody can go on writing after this beginning.", "End it so that words can follow.")
