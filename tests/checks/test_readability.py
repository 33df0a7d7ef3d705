"""How hard a text is to read: sentences, words, syllables and the grade."""

from __future__ import annotations

import pytest

from worksheet_builder.checks.readability import is_closed, long_words, sentences, smog, syllables, words

SYLLABLES = {
    1: "the page thought asked care hurts bridge clothes you’re friend’s strengths",
    2: "doctor wanted people table listen nurses being someone before careful safely numbness choices",
    3: "another therapist medical beforehand appointment notices together whatever quieter area",
    4: "experiences situation anxiety diagnosis information intensively",
    5: "examination opportunity",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, found in SYLLABLES.items() for word in found.split()],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three!", ("One.", "Two?", "Three!")),
        ("‘Please stop.’ Then wait.", ("‘Please stop.", "Then wait.")),
        ("At 9.30 or 10.15.", ("At 9.30 or 10.15.",)),
        ("First line\nSecond line", ("First line", "Second line")),
        ("I am angry that …", ("I am angry that …",)),
        (" … ", ()),
    ],
)
def test_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_words_keep_hyphens_and_apostrophes() -> None:
    assert words("A well-known friend’s car, 0 to 10 at 9.30: no.") == (
        *("A", "well-known", "friend’s", "car", "0", "to", "10", "at", "9.30", "no"),
    )


def test_a_label_is_no_sentence() -> None:
    assert is_closed("Is it?") and is_closed("He said ‘no.’") and not is_closed("What helps")


def test_long_words_have_three_syllables() -> None:
    assert list(long_words("Another doctor gave 1,234 examinations.")) == ["Another", "examinations"]


def test_the_grade_of_thirty_sentences_is_mclaughlins() -> None:
    """Thirty sentences with thirty long words: 3.1291 + 1.0430 × √30."""
    assert smog(["I saw another."] * 30) == pytest.approx(8.8418, abs=1e-4)


def test_the_grade_of_short_words_is_the_lowest() -> None:
    assert smog(["I am here."] * 4) == pytest.approx(3.1291)
    assert smog([]) == smog(["No sentence"]) == 0
