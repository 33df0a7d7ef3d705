"""Only a hyphen that a line has put into a word is taken out again."""

from __future__ import annotations

import pytest

from .parted import unparted


@pytest.mark.parametrize(
    ("found", "expected", "joined"),
    [
        ("sobre-llevarlo", "sobrellevarlo", "sobrellevarlo"),
        ("re-read-ing", "re-reading", "re-reading"),
        ("self-harm", "self-harm", "self-harm"),
        ("selfharm", "self-harm", "selfharm"),
        ("- one", "one", "- one"),
    ],
)
def test_a_word_is_joined_as_it_is_expected(found: str, expected: str, joined: str) -> None:
    assert unparted([found], [expected]) == [joined]


def test_no_word_is_added_or_lost() -> None:
    assert unparted(["a", "b"], ["a"]) == ["a", "b"]
    assert unparted(["a"], ["a", "b"]) == ["a"]
