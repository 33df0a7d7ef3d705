"""Where lines may end: ICU against Unicode's files, plain words against ICU, and the filling of lines."""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from itertools import accumulate

import pytest

from worksheet_builder.text.fast_words import NotPlain, plain_pieces
from worksheet_builder.text.line_breaking import Measures, balanced, fill, graphemes, opportunities, without_orphan

from .conftest import Rows

DIFFERENCES = {
    ("999.0", "kept together"): 24,  # LB20a of Unicode 16: a hyphen at the start of a word stays with it
    ("15.0", "broken"): 6,  # Unicode 15.1 took back the rule for a quotation mark, spaces and a bracket
    ("18.0", "kept together"): 4,  # LB15a of Unicode 15.1: an opening quotation mark stays with what it opens
    ("13.02", "broken"): 1,  # LB15c of Unicode 15.1: a number may begin with a full stop
    ("21.1", "broken"): 1,  # LB21a of Unicode 16: a Hebrew word may be broken after its hyphen before another
}
"""What ICU 78 (Unicode 17) does otherwise than LineBreakTest.txt of Unicode 15.0, by rule."""


def expected_breaks(row: str) -> tuple[str, list[int]]:
    text, ends = "", []
    for token in row.split()[1:]:
        if token == "÷":
            ends.append(len(text))
        elif token != "×":
            text += chr(int(token, 16))
    return text, ends


def test_lines_break_where_unicode_says(rows: Rows) -> None:
    differences: Counter[tuple[str, str]] = Counter()
    for row, comment in rows("auxiliary/LineBreakTest.txt"):
        text, ends = expected_breaks(row)
        found = opportunities(text, "en", False)
        for place in set(found) ^ set(ends):
            rule = re.findall(r"[÷×] \[([\d.]+)\]", comment)[place]
            differences[rule, "broken" if place in found else "kept together"] += 1
    assert differences == DIFFERENCES


def test_letters_are_kept_whole_as_unicode_says(rows: Rows) -> None:
    different = []
    for row, comment in rows("auxiliary/GraphemeBreakTest.txt"):
        text, ends = expected_breaks(row)
        if list(accumulate(map(len, graphemes(text)))) != ends:
            different.append(comment)
    # U+2700 is no pictograph since Unicode 16.
    assert len(different) == 1
    assert "UPPER BLADE SCISSORS (Other) × [9.0] ZERO WIDTH JOINER" in different[0]


def by_plain_words(text: str, script: str) -> list[int]:
    ends: list[int] = []
    at = 0
    for word in text.split(" "):
        for piece in plain_pieces(word, script):
            at += len(piece)
            ends.append(at)
        at += 1
        ends[-1] = at
    ends[-1] = at - 1
    return ends


def plain_words(letters: str, length: int, script: str) -> list[str]:
    def is_plain(word: str) -> bool:
        try:
            return bool(plain_pieces(word, script))
        except NotPlain:
            return False

    words = ("".join(chars) for size in range(1, length + 1) for chars in itertools.product(letters, repeat=size))
    return [word for word in words if is_plain(word)]


@pytest.mark.parametrize(("script", "letters"), [("Latn", "aZé"), ("Cyrl", "яЖ"), ("Grek", "ωΆ")])
def test_plain_words_break_as_icu_breaks_them(script: str, letters: str) -> None:
    words = plain_words(f"{letters}9’'.,:;!?…”)(“‘-–", 3, script)
    pairs = itertools.product(words[:90], repeat=2)
    for text in [
        *words,
        *(f"{letters[0]} {word}" for word in words),
        *(f"{word} {letters[0]}" for word in words),
        *map(" ".join, pairs),
    ]:
        assert by_plain_words(text, script) == opportunities(text, "en", False), text


@pytest.mark.parametrize("script", ["Latn", "Cyrl"])
@pytest.mark.parametrize("language", ["de", "fr", "fi", "sv", "es", "pl", "ru", "el", "vi", "tr", "cy", "ja", "th"])
def test_plain_words_break_alike_in_every_language(language: str, script: str) -> None:
    words = plain_words("aé9я’.,!?”(“-", 3, script)
    choice = random.Random(1)
    for _ in range(500):
        text = " ".join(choice.choices(words, k=4))
        assert by_plain_words(text, script) == opportunities(text, language, False), text


@pytest.mark.parametrize(
    ("language", "phrases", "text"),
    [
        ("th", False, "นั่ง|บน|เก้าอี้|ข้าง|หน้าต่าง"),
        ("km", False, "សូម|អង្គុយ|លើ|កៅអី|ក្បែរ|បង្អួច។"),
        ("ja", False, "す|わっ|て、|ゆっ|く|り"),
        ("ja", True, "窓の|そばの|椅子に|すわって、|ゆっくり|水を"),
        ("ko", True, "창가의 |의자에 |앉아 |천천히"),
        ("zh-Hans", False, "请|坐|在|“窗|边”|的|椅|子|上，|休|息。"),
        ("fr", False, "Vous\u00a0: |l’eau |et |le |repos\u202f!"),
        ("de", False, "Selbst\u00ad|für\u00ad|sorge"),
    ],
)
def test_lines_break_by_the_rules_of_the_language(language: str, phrases: bool, text: str) -> None:
    assert cut(text.replace("|", ""), language, phrases) == text


def cut(text: str, language: str, phrases: bool) -> str:
    ends = opportunities(text, language, phrases)
    return "|".join(text[start:end] for start, end in itertools.pairwise([0, *ends]))


def measures(*words: float, space: float = 1.0, hard: tuple[int, ...] = ()) -> Measures:
    widths = list(accumulate(word + space for word in words))
    return Measures(widths, [width - space for width in widths], frozenset(hard), True)


def test_a_line_is_as_full_as_its_width_allows() -> None:
    assert fill(measures(3, 3, 3, 3), 7, 7) == [2, 4]
    assert fill(measures(3, 3, 3, 3), 6.9, 6.9) == [1, 2, 3, 4]


def test_the_first_line_may_be_shorter() -> None:
    assert fill(measures(3, 3, 3, 3), 7, 5) == [1, 3, 4]


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert fill(measures(3, 20, 3), 7, 7) == [1, 2, 3]


def test_a_line_ends_where_the_text_says() -> None:
    assert fill(measures(3, 3, 3, 3, hard=(1,)), 100, 100) == [1, 4]


def test_a_hyphen_that_appears_can_make_a_shorter_line_too_wide() -> None:
    soft = Measures([5.0, 5.2, 9.0], [7.0, 5.2, 9.0], frozenset(), False)
    assert fill(soft, 6, 6) == [2, 3]
    assert fill(soft, 5.1, 5.1) == [1, 3]


def test_a_heading_has_even_lines_and_no_more_of_them() -> None:
    words = measures(3, 3, 3, 3, 3)
    assert fill(words, 16, 16) == [4, 5]
    assert balanced(words, 16, 16) == [3, 5]
    assert balanced(words, 100, 100) == [5]


def test_a_very_short_last_word_gets_company() -> None:
    words = measures(20, 20, 20, 20, 2)
    assert without_orphan(words, fill(words, 83, 83), 83) == [3, 5]


def test_a_last_word_stays_alone_where_company_would_leave_the_line_before_bare() -> None:
    words = measures(40, 40, 2)
    assert without_orphan(words, fill(words, 82, 82), 82) == [2, 3]
