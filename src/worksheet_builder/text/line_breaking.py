"""Line breaking: where a line may end (UAX #14, from ICU), and where the lines of a given width do end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from ..foundation.records import open_record
from ..project.line_rules import line_rules_of

SLACK = 1e-6
"""Tolerance for the width of a line, in em, since sums of floats are not exact."""

_ORPHAN = 0.1
"""The share of the width up to which a last line of one word is too short to be left alone."""


def opportunities(text: str, language: str, phrases: bool) -> list[int]:
    """The places where a line may end, in order, as the index of the next character; the last is the end of the text.

    With `phrases`, lines end only between phrases, unless `LineRules.whole_phrases` of the language is `never`.
    """
    from icu4py.breakers import LineBreaker

    return list(accumulate(map(len, LineBreaker(text, _locale(language, phrases)))))


@lru_cache(maxsize=256)
def _locale(language: str, phrases: bool) -> str:
    """The language tag with the options for ICU's line breaker (keys lb and lw of Unicode locale identifiers)."""
    rules = line_rules_of(language)
    asked = "-lb-strict" if rules.strict_breaks else ""
    asked += "-lw-phrase" if phrases and rules.whole_phrases != "never" else ""
    return f"{language}-u{asked}" if asked else language


def graphemes(text: str) -> list[str]:
    """The grapheme clusters of the text in order: what a reader sees as one letter (UAX #29, from ICU)."""
    if text.isascii() and "\r" not in text:
        return list(text)
    from icu4py.breakers import CharacterBreaker

    return list(CharacterBreaker(text, "en"))


@open_record
class Measures:
    """The widths of a paragraph in em, up to each stop (a place where a line may end), for filling lines.

    `widths` is for text that goes on after the stop, `visible` for a line that ends there: without the space before
    the stop, with the hyphen drawn at it. `hard` holds the numbers, from 1, of the stops that always end a line;
    `ascending` says that no stop draws a hyphen, so that `visible` never decreases.
    """

    widths: list[float]
    visible: list[float]
    hard: frozenset[int]
    ascending: bool


def fill(measures: Measures, width: float, first: float) -> list[int]:
    """The stops (counted from 1) at which lines end if each is filled to `width` em, the first line to `first` em."""
    if measures.hard or not measures.ascending:
        return _fill_with_care(measures, width, first)
    visible, widths = measures.visible, measures.widths
    ends: list[int] = []
    at, limit, count = 0, first + SLACK, len(visible)
    while at < count:
        at = bisect_right(visible, limit, at + 1)
        ends.append(at)
        limit = widths[at - 1] + width + SLACK
    return ends


def _fill_with_care(measures: Measures, width: float, first: float) -> list[int]:
    """As `fill`, for hard stops, and for hyphens: with one a line may be wider than a line that ends one stop later."""
    ends: list[int] = []
    at, limit, count = 0, first + SLACK, len(measures.visible)
    while at < count:
        best = at + 1
        for stop in range(at + 1, count + 1):
            if measures.visible[stop - 1] <= limit:
                best = stop
            if stop in measures.hard or measures.widths[stop - 1] > limit + width:
                break
        at = best
        ends.append(at)
        limit = measures.widths[at - 1] + width + SLACK
    return ends


def without_orphan(measures: Measures, ends: list[int], width: float) -> list[int]:
    """Move a word to the last line if that is a single very short word and both lines allow it; returns the stops."""
    if len(ends) < 2 or ends[-1] - ends[-2] > 1 or ends[-2] in measures.hard:
        return ends
    start = ends[-3] if len(ends) > 2 else 0
    total, last = measures.visible[-1], measures.widths[ends[-2] - 1]
    moved = measures.widths[ends[-2] - 2]
    if ends[-2] - start < 3 or total - last > width * _ORPHAN or total - moved > width:
        return ends
    return [*ends[:-2], ends[-2] - 1, ends[-1]]


def with_whole_tail(ends: list[int], begins: int) -> list[int]:
    """Begin a new line at the stop where the tail of a paragraph begins, if a line ends within it; returns the stops.

    The tail has to fit into one line: then the number of lines stays the same.
    """
    if len(ends) < 2 or begins >= ends[-2] or (len(ends) > 2 and begins <= ends[-3]):
        return ends
    return [*ends[:-2], begins, ends[-1]]


def balanced(measures: Measures, width: float, first: float) -> list[int]:
    """The stops (counted from 1) at which lines end for the least number of lines, as equal in width as possible."""
    ends = fill(measures, width, first)
    if len(ends) < 2:
        return ends
    low, high = measures.visible[-1] / len(ends), width
    for _ in range(8):
        middle = (low + high) / 2
        tried = fill(measures, middle, middle - width + first)
        if len(tried) == len(ends) and _widest(measures, tried) <= middle + SLACK:
            ends, high = tried, middle
        else:
            low = middle
    return ends


def _widest(measures: Measures, ends: Sequence[int]) -> float:
    starts = [0.0, *(measures.widths[end - 1] for end in ends)]
    return max(measures.visible[end - 1] - start for start, end in zip(starts, ends, strict=False))
