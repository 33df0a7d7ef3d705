"""Whether a text has a word: an English term in its forms, a word of another language as it stands or inflected.

Told by letters alone, so a plain rule serves each kind of language. A word to avoid is found only where it surely
stands; a word to use is found wherever it may stand, since what is not found is asked about.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from ...foundation.languages import Language
from .checked_string import letters

_UNSPACED = frozenset("Hans Hant Hani Jpan Thai Laoo Khmr Mymr".split())
_PREFIXED = frozenset(("Arab", "Hebr"))
"""Scripts of languages whose words grow at both ends."""
_ACCENTED = frozenset(("Latn", "Cyrl", "Grek"))
"""Scripts in which the accent of a vowel may change with the form of the word (Czech ublížit, ubližuje)."""
_STEM = 0.5
"""The part of a word that its endings leave alone, at least three letters."""
_NEGATION = {"cs": "ne", "sk": "ne", "uk": "не"}
"""What a language writes together with the word that it negates."""
_REMARK = re.compile(r"\([^)]*\)|（[^）]*）")
_DIVIDES = re.compile("[;؛；]")
_HYPHENS = "\\-\u2010\u2011"
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_SIGNS = "[\u064b-\u0652\u0670\u0640]*"
"""Vowel signs and the stroke that lengthens a line, which Arabic script may leave out."""
_ARTICLE = "ال"
_AND = f"(?:[وف]{_SIGNS})?"
_IN_THE = f"(?:[بك]{_SIGNS})?ا{_SIGNS}ل{_SIGNS}|ل{_SIGNS}ل{_SIGNS}"
_IN = f"{_IN_THE}|(?:[بكل]{_SIGNS})?"
"""What Arabic writes together with a word: and, so; in, like, for; the."""
_PERSIAN_ENDING = "(?:\u200cها[\\w\u200c]*|ها(?:یی?|ی(?:م|ت|ش)(?:ان)?)?|\u200c(?:ای|ا[متش]|ایم|اید|اند))?"
"""The plural, what belongs to somebody, ‘a’ and ‘am’: written on, or behind a zero-width non-joiner."""


def words_of(said: str) -> list[str]:
    """What an entry of the glossary offers: semicolons of any script divide, brackets hold remarks."""
    return [word for part in _DIVIDES.split(_REMARK.sub(" ", said)) if (word := " ".join(part.split()))]


def is_said(english: str, text: str) -> bool:
    """Whether an English text has the term: as singular or plural, or, if it begins with ``to-``, the verb in any form.

    What a hyphen joins to another word is a word of its own: ‘self-harm’ does not say ‘harm’.
    """
    return _pattern(english).search(text.translate(_APOSTROPHES)) is not None


@lru_cache(maxsize=1024)
def _pattern(english: str) -> re.Pattern[str]:
    words = re.split(rf"[\s{_HYPHENS}]+", _REMARK.sub("", english).translate(_APOSTROPHES).strip())
    if words[0] == "to" and len(words) > 1:
        forms = [_verb(words[1]), *map(re.escape, words[2:])]
    else:
        forms = [*map(re.escape, words[:-1]), _noun(words[-1])]
    joined = rf"[\s{_HYPHENS}]+".join(forms)
    return re.compile(rf"(?<![\w{_HYPHENS}]){joined}(?![\w{_HYPHENS}])", re.IGNORECASE)


def _noun(word: str) -> str:
    if re.search("[^aeiou]y$", word):
        return f"{re.escape(word[:-1])}(?:y|ies)"
    return f"{re.escape(word)}(?:e?s)?"


def _verb(word: str) -> str:
    """Regular forms: notice, noticed, noticing; carry, carries, carried; stop, stops, stopped."""
    if word.endswith("e"):
        return f"{re.escape(word[:-1])}(?:e[sd]?|ing)"
    if re.search("[^aeiou]y$", word):
        return f"{re.escape(word[:-1])}(?:y|ies|ied|ying)"
    return f"{re.escape(word)}(?:e?s|{re.escape(word[-1])}?(?:ed|ing))?"


def stands(word: str, text: str, language: Language) -> bool:
    """Whether the word stands in the text; with ``*`` at its end in any form."""
    stem = word.rstrip("*")
    if language.script in _UNSPACED:
        return stem in text
    return _word_pattern(stem, word.endswith("*"), _primary(language)).search(text) is not None


@lru_cache(maxsize=1024)
def _word_pattern(stem: str, any_form: bool, tag: str) -> re.Pattern[str]:
    """The stem as a word of its own, with what the language writes together with it.

    Vowel signs that a glossary writes tell words apart, and have to stand in the text; others may.
    """
    before, end = r"(?<!\w)", "" if any_form else r"(?!\w)"
    match tag:
        case "ar":
            lead, rest = (_IN_THE, stem[len(_ARTICLE) :]) if stem.startswith(_ARTICLE) else (_IN, stem)
            stem = "".join(re.escape(char) + _SIGNS for char in rest)
            before, end = f"{before}{_AND}(?:{lead})", end and f"{end}(?!{_SIGNS[:-1]})"
        case "fa":
            before, end = "(?<![\\w\u200c])", end and f"{_PERSIAN_ENDING}(?![\\w\u200c])"
            stem = re.escape(stem)
        case _:
            stem = re.escape(stem)
    return re.compile(before + stem + end, re.IGNORECASE)


def has_form(term: str, text: str, language: Language) -> bool:
    """Whether the text has the words of the term in some form; where words grow at both ends, anywhere in a word."""
    script = language.script
    if script in _UNSPACED:
        return term in text
    said = [_bare(word, language) for word in letters(text)]
    stems = [_stem(_bare(part, language)) for part in letters(term)]
    if script in _PREFIXED:
        return all(any(stem in word for word in said) for stem in stems)
    if negation := _NEGATION.get(_primary(language)):
        said += [word.removeprefix(negation) for word in said]
    return all(any(word.startswith(stem) for word in said) for stem in stems)


def _bare(word: str, language: Language) -> str:
    """The word in small letters, without what its forms may lack: accents, vowel signs, the article of Arabic."""
    if language.script not in _PREFIXED | _ACCENTED:
        return word.lower()
    plain = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char.isalpha() and char != "ـ")
    return plain.removeprefix(_ARTICLE) if _primary(language) == "ar" and len(plain) > 4 else plain


def _stem(word: str) -> str:
    return word[: max(3, math.ceil(len(word) * _STEM))]


def _primary(language: Language) -> str:
    return language.tag.split("-")[0]
