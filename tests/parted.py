"""Words that a line parts with a hyphen, which programs read like any other hyphen."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest


def unparted(found: Iterable[str], expected: Iterable[str]) -> list[str]:
    """The texts found, without those hyphens between letters that the expected text does not have.

    Nothing else is put right: a hyphen that is missing, and any other difference, stays.
    """
    pairs = zip_longest(found, expected)
    return [_joined(it, other or "") for it, other in pairs if it is not None]


def _joined(found: str, expected: str) -> str:
    kept: list[str] = []
    for at, char in enumerate(found):
        between = found[at - 1 : at].isalpha() and found[at + 1 : at + 2].isalpha()
        if not (char == "-" and between and expected[len(kept) : len(kept) + 1] != "-"):
            kept.append(char)
    return "".join(kept)
