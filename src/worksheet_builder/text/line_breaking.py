"""Where a line may end (UAX #14, by ICU), and where lines end when they are filled to a width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from ..foundation.records import open_record
from ..project.line_rules import line_rules_of

SLACK = 1e-6
"""What a line may be too wide, in em, so that sums of floats do not break it."""

_ORPHAN = 0.1
"""A last line this short (a part of the width) is no line."""


def opportunities(text: str, language: str, phrases: bool) -> list[int]:
    """Where the text may be broken, as indexes of the next character, the end of the text included.

    `phrases` keeps the words of a phrase together in languages that have a way to (see `LineRules`).
    """
    from icu4py.breakers import LineBreaker

    return list(accumulate(map(len, LineBreaker(text, _locale(language, phrases)))))


@lru_cache(maxsize=256)
def _locale(language: str, phrases: bool) -> str:
    """The language with what ICU is asked for (Unicode Locale Identifiers: lb, lw)."""
    rules = line_rules_of(language)
    asked = "-lb-strict" if rules.strict_breaks else ""
    asked += "-lw-phrase" if phrases and rules.whole_phrases != "never" else ""
    return f"{language}-u{asked}" if asked else language


def graphemes(text: str) -> list[str]:
    """The text cut into what a reader takes for one letter (UAX #29, by ICU)."""
    if text.isascii() and "\r" not in text:
        return list(text)
    from icu4py.breakers import CharacterBreaker

    return list(CharacterBreaker(text, "en"))


@open_record
class Measures:
    """What filling needs to know, in em: for each stop, the text's width up to it and up to its visible end.

    `hard` are the numbers of the stops that end a line in any case.
    """

    widths: list[float]
    visible: list[float]
    hard: frozenset[int]
    ascending: bool


def fill(measures: Measures, width: float, first: float) -> list[int]:
    """The stops (counted from 1) at which lines end, each line as full as `width` allows, the first to `first`."""
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
    """The same where lines have to end at some stops, or a hyphen makes a shorter line the wider one."""
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
    """The same number of lines, with a very short last word given company where the line before can spare a word."""
    if len(ends) < 2 or ends[-1] - ends[-2] > 1 or ends[-2] in measures.hard:
        return ends
    start = ends[-3] if len(ends) > 2 else 0
    total, last = measures.visible[-1], measures.widths[ends[-2] - 1]
    moved = measures.widths[ends[-2] - 2]
    if ends[-2] - start < 3 or total - last > width * _ORPHAN or total - moved > width:
        return ends
    return [*ends[:-2], ends[-2] - 1, ends[-1]]


def balanced(measures: Measures, width: float, first: float) -> list[int]:
    """The stops at which lines end when they are as many as must be and as even as can be."""
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
