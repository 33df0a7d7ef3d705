"""Long words in narrow columns are parted by the rules of their language, and what must stay whole stays whole."""

from __future__ import annotations

import pytest

from worksheet_builder.text.hyphenation import SOFT, hyphenated

WHOLE = {
    "a name": "Elizabethan",
    "an address": "appointments@example.org",
    "a page": "example.org/appointments",
    "a web address": "https://internationalisation.example",
    "a number": "A123456789012",
    "what is filled in": "{appointments}",
    "a short word": "question",
    "a word with a hyphen": "self-understanding",
}
PARTED = {
    "en": "understanding",
    "es": "acompañamiento",
    "cs": "nejdůležitější",
    "uk": "неприємностями",
    "de": "Selbstverständlichkeit",
}


@pytest.mark.parametrize("words", WHOLE.values(), ids=WHOLE)
def test_stays_whole(words: str) -> None:
    assert hyphenated(words, "en") == words


@pytest.mark.parametrize(("language", "word"), PARTED.items(), ids=list(PARTED))
def test_is_parted_by_its_own_rules(language: str, word: str) -> None:
    found = hyphenated(f"a *{word}*, {{x}}", language)
    assert SOFT in found and found.replace(SOFT, "") == f"a *{word}*, {{x}}"
    parts = found.split("*")[1].split(SOFT)
    assert len(parts[0]) >= 3 and len(parts[-1]) >= 3


@pytest.mark.parametrize("parts", ["un der stand ing", "won der ful", "oth er wise", "be gin ning"])
def test_nine_letters_are_parted_and_three_may_stand_at_either_end(parts: str) -> None:
    """A syllable of two letters stays with its neighbour at an end, and not within the word."""
    first, *middle, last = parts.split()
    if len(first) < 3:
        first, *middle = first + middle[0], *middle[1:]
    assert hyphenated(parts.replace(" ", ""), "en") == SOFT.join((first, *middle, last))


@pytest.mark.parametrize("language", ["ar", "zh-Hans", "fa", "hi", "tlh"])
def test_a_language_without_rules_is_left_as_it_is(language: str) -> None:
    assert hyphenated("understanding", language) == "understanding"
