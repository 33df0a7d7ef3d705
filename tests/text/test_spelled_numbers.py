"""Numbers in words, as somebody types them who looks for a sheet of so many minutes."""

from __future__ import annotations

import pytest

from worksheet_builder.text.spelled_numbers import spelled


@pytest.mark.parametrize(
    ("tag", "number", "words"),
    [("en", 15, "fifteen"), ("es", 20, "veinte"), ("cs", 5, "pět"), ("uk", 10, "десять"), ("zh-Hans", 25, "二十五")],
)
def test_a_number_is_spelled_as_in_the_language(tag: str, number: int, words: str) -> None:
    assert spelled(number, tag) == words
