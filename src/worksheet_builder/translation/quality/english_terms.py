"""Find glossary terms in English text, in the word forms that `data/languages/en.yaml` describes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated

from ...foundation.languages import SOURCE_LANGUAGE
from ...foundation.records import record
from ...project.language_files import language_section

REMARK = re.compile(r"\([^)]*\)|（[^）]*）")
"""A remark in brackets beside a term, for people."""
_HYPHENS = "\\-\u2010\u2011"
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


@record
class Inflection:
    """A rule for the forms of words with a certain ending; the first rule that fits a word applies."""

    ends: Annotated[str, "The ending of the words; without it all words."] = ""
    not_after: Annotated[str, "Letters after which the ending does not count."] = ""
    becomes: Annotated[tuple[str, ...], "What may stand instead of the ending."] = ()
    adds: Annotated[tuple[str, ...], "What may be written on."] = ()
    doubling: Annotated[tuple[str, ...], "What may be written on, after the last letter once more or not."] = ()

    def fits(self, word: str) -> bool:
        """Whether the rule applies to the word."""
        return word.endswith(self.ends) and (not self.ends or word[: -len(self.ends)][-1:] not in (*self.not_after, ""))

    def pattern(self, word: str) -> str:
        """A regular expression for the forms of the word."""
        stem = re.escape(word[: len(word) - len(self.ends)])
        if self.becomes:
            return f"{stem}(?:{'|'.join(map(re.escape, self.becomes))})"
        doubled = [f"{re.escape(word[-1])}?{re.escape(it)}" for it in self.doubling]
        return f"{re.escape(word)}(?:{'|'.join([*map(re.escape, self.adds), *doubled])})?"


@record
class Inflections:
    """The regular forms of nouns and of verbs."""

    nouns: tuple[Inflection, ...] = ()
    verbs: tuple[Inflection, ...] = ()


def is_said(english: str, text: str) -> bool:
    """Whether an English text has the term, in singular or plural; for a term with ``to-``, the verb in any form.

    A word joined with a hyphen is another word: ‘self-harm’ does not contain the term ‘harm’.
    """
    return bool(terms_in((english,), text))


def terms_in(terms: Iterable[str], text: str) -> frozenset[str]:
    """The terms that occur in an English text, in any of their forms."""
    bare = text.translate(_APOSTROPHES)
    lower = bare.lower()
    found = ((term, *_sought(term)) for term in terms)
    return frozenset(term for term, begins, pattern in found if begins in lower and pattern.search(bare))


@lru_cache(maxsize=1024)
def _sought(english: str) -> tuple[str, re.Pattern[str]]:
    """The letters that each form of the term begins with, for a fast first search, and the pattern of all its forms."""
    words = re.split(rf"[\s{_HYPHENS}]+", REMARK.sub("", english).translate(_APOSTROPHES).strip())
    rules = language_section(SOURCE_LANGUAGE, "inflections", Inflections())
    if words[0] == "to" and len(words) > 1:
        words, forms = words[1:], [_forms(words[1], rules.verbs), *map(re.escape, words[2:])]
    else:
        forms = [*map(re.escape, words[:-1]), _forms(words[-1], rules.nouns)]
    joined = rf"[\s{_HYPHENS}]+".join(forms)
    return words[0][:-1].lower(), re.compile(rf"(?<![\w{_HYPHENS}]){joined}(?![\w{_HYPHENS}])", re.IGNORECASE)


def _forms(word: str, rules: Iterable[Inflection]) -> str:
    return next((rule.pattern(word) for rule in rules if rule.fits(word)), re.escape(word))
