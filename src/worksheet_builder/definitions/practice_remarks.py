"""What pages in some languages have otherwise than a practice may expect: its words, and its letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..fonts.families import NASTALIQ, Family, expects_slopes, fallback, lacks_nastaliq
from ..foundation.languages import Language
from ..foundation.problems import Problem
from .practice import DEFAULT_FONT, Practice
from .practice_languages import lacking_words


def remarks_on(practice: Practice, tags: Iterable[str]) -> Iterator[Problem]:
    """The languages, by their tags, that the practice has no words in, or whose letters are not in its font."""
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
    """Languages whose readers expect letters on sloping lines, where this computer has none."""
    for language in map(Language.of, filter(expects_slopes, tags)):
        if lacks_nastaliq(language, practice.letters()):
            sentence = f"{language.english_name} is set in upright letters: {NASTALIQ} is not on this computer."
            hint = "Install it, for all users or for you: Debian has it in fonts-noto-core, others at fonts.google.com."
            yield Problem(None, sentence, hint)
