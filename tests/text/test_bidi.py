"""UAX #9 against BidiCharacterTest.txt and BidiTest.txt of Unicode 15.0.

Python 3.11 knows the properties of Unicode 14; the files hold no character in which the two differ.
"""

from __future__ import annotations

from itertools import islice

import pytest

from worksheet_builder.text.bidi import levels, reset_whitespace, visual_order
from worksheet_builder.text.unicode_data import bidi_class

from .conftest import Rows

every = pytest.mark.parametrize(
    "step", [pytest.param(1, marks=pytest.mark.whole), pytest.param(16, marks=pytest.mark.slow)]
)
"""Every line of a file, or one in so many."""
DIRECTIONS = {"0": False, "1": True, "2": None}


def resolved(chars: list[str], classes: list[str], rtl: bool | None) -> tuple[int, list[int]]:
    base, found = levels(chars, rtl, classes)
    reset_whitespace(classes, found, base)
    return base, found


def agrees(expected: list[str], found: list[int]) -> bool:
    return all(level in ("x", str(own)) for level, own in zip(expected, found, strict=True))


@every
def test_every_line_of_bidi_character_test(rows: Rows, step: int) -> None:
    wrong, count = [], 0
    for row, _ in islice(rows("BidiCharacterTest.txt"), 0, None, step):
        codes, direction, paragraph, expected, order = row.split(";")
        chars = [chr(int(code, 16)) for code in codes.split()]
        base, found = resolved(chars, [bidi_class(char) for char in chars], DIRECTIONS[direction])
        kept = [i for i, level in enumerate(expected.split()) if level != "x"]
        seen = [kept[i] for i in visual_order([found[i] for i in kept])]
        count += 1
        if base != int(paragraph) or not agrees(expected.split(), found) or seen != [int(i) for i in order.split()]:
            wrong.append(row)
    assert not wrong[:5]
    assert count == -(-91_707 // step)


@every
@pytest.mark.parametrize(("bit", "rtl"), [(1, None), (2, False), (4, True)])
def test_every_line_of_bidi_test(rows: Rows, bit: int, rtl: bool | None, step: int) -> None:
    expected: list[str] = []
    wrong, count = [], 0
    for row, _ in rows("BidiTest.txt"):
        if row.startswith("@"):
            name, _, value = row.partition(":")
            expected = value.split() if name == "@Levels" else expected
            continue
        classes, bits = row.split(";")
        if int(bits) & bit:
            count += 1
            if count % step == 0 and not agrees(expected, resolved([], classes.split(), rtl)[1]):
                wrong.append(row)
    assert not wrong[:5]
    assert count == 256_747


def test_unassigned_characters_have_the_class_of_their_block() -> None:
    assert [bidi_class(chr(code)) for code in (0x05FF, 0x08FF + 0x1000, 0x1EEFF, 0x20CF, 0xFDD0, 0x378)] == [
        "R", "L", "AL", "ET", "BN", "L",
    ]  # fmt: skip
