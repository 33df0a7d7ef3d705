"""Notices for a practice about languages of pages in which its words or its font are not available."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..fonts.families import NASTALIQ, Family, expects_slopes, fallback, lacks_nastaliq
from ..foundation.languages import Language
from ..foundation.problems import Problem
from .practice import DEFAULT_FONT, Practice
from .practice_languages import lacking_words


def remarks_on(practice: Practice, tags: Iterable[str]) -> Iterator[Problem]:
    """A notice for each language in which the practice lacks words, or whose letters its font does not have."""
    languages = tuple(dict.fromkeys(tags))
    yield from lacking_words(practice, languages)
    yield from _stand_ins(practice, languages)
    yield from _upright(practice, languages)


def _stand_ins(practice: Practice, tags: Iterable[str]) -> Iterator[Problem]:
    if practice.font == DEFAULT_FONT and not practice.font_files:
        return
    letters = practice.letters()
    chosen = letters.name if isinstance(letters, Family) else letters
    for language in map(Language.of, tags):
        if other := fallback(language, letters):
            sentence = f"The font {chosen} does not have the letters of {language.english_name}."
            place = practice.font_files.place if practice.font_files else practice.at("font")
            yield Problem(place, sentence, f"{language.english_name} is set in {other}. Or choose another font.")


def _upright(practice: Practice, tags: Iterable[str]) -> Iterator[Problem]:
    """A notice for each language whose readers expect Nastaliq, sloping letters, if this computer has no such font."""
    for language in map(Language.of, filter(expects_slopes, tags)):
        if lacks_nastaliq(language, practice.letters()):
            sentence = f"{language.english_name} is set in upright letters: {NASTALIQ} is not on this computer."
            hint = "Install it, for all users or for you: Debian has it in fonts-noto-core, others at fonts.google.com."
            yield Problem(None, sentence, hint)
