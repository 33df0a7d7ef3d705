"""When somebody answers: opening times as data, and as each language writes days, times, ranges and lists (CLDR).

What is written here never breaks inside: spaces become no-break spaces, and word joiners hold ranges together.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING

from ..foundation.languages import Language
from ..foundation.problems import Place, Problem
from ..foundation.records import record

if TYPE_CHECKING:
    from babel import Locale

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_JOINER = "\u2060"
_NO_BREAK = str.maketrans({" ": "\u00a0", "\u2009": "\u202f"})
"""The spaces of CLDR, each with the one of its width that does not break."""


class Weekday(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


_WEEK = tuple(Weekday)


@record(kw_only=True)
class Opening:
    """From when to when on some days; every day if none is named. Midnight is 00:00."""

    place: Place
    opens: str
    closes: str
    days: tuple[Weekday, ...] = _WEEK

    def check(self) -> Iterator[Problem]:
        """Times that are not on the clock."""
        for time in (self.opens, self.closes):
            if not _TIME.fullmatch(time):
                yield Problem(self.place, f"‘{time}’ is not a time.", 'Write hours and minutes, such as "09:00".')

    def said(self, language: Language, locale: Locale) -> str:
        """Days and times as the language writes them in the country, such as Mon–Fri 09:00–17:00."""
        times = unbroken(language.digits(_written_interval(self.opens, self.closes, locale)))
        return times if len(set(self.days)) == len(_WEEK) else f"{_written_days(self.days, locale)} {times}"


def unbroken(text: str) -> str:
    """The text with no place to break a line: its spaces do not break; dashes and letters of full width are joined."""
    text = text.translate(_NO_BREAK)
    return "".join(_JOINER + char if at and _may_break(text[at - 1], char) else char for at, char in enumerate(text))


def listed(items: Iterable[str], locale: Locale) -> str:
    """The items with what the language puts between the items of a short list."""
    patterns = locale.list_patterns
    narrow = patterns.get("standard-narrow", {})
    pattern: str = narrow.get("2") or narrow.get("end") or patterns["standard"]["start"]
    return reduce(pattern.format, items)


def _may_break(before: str, after: str) -> bool:
    """Whether a line might end between the two: beside a dash, or beside a letter of full width, as in 9時."""
    if before.isspace() or _JOINER in (before, after) or unicodedata.combining(after):
        return False
    return any(unicodedata.east_asian_width(it) in "WF" or unicodedata.category(it) == "Pd" for it in (before, after))


def _written_days(days: tuple[Weekday, ...], locale: Locale) -> str:
    """The days in runs, the week beginning where it does in the country (CLDR week data)."""
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", "stand-alone", locale)
    runs = []
    for run in _consecutive_days(days, locale.first_week_day):
        ends = [names[_WEEK.index(day)] for day in dict.fromkeys((run[0], run[-1]))]
        runs.append(unbroken(_written_range(ends, locale)))
    return listed(runs, locale)


def _written_range(ends: list[str], locale: Locale) -> str:
    pattern: str = locale.interval_formats[None]
    return pattern.format(*ends) if len(ends) == 2 else ends[0]


def _written_interval(opens: str, closes: str, locale: Locale) -> str:
    """The two times with the interval pattern of the locale, on a clock of 12 or 24 hours as it has it."""
    from babel.dates import format_interval, format_time

    start, end = (dt.time.fromisoformat(it) for it in (opens, closes))
    if end <= start:  # after midnight: a pattern that says am or pm once would say the wrong one
        return _written_range([format_time(it, "short", locale=locale) for it in (start, end)], locale)
    short = locale.time_formats["short"].pattern
    skeleton = "hm" if any(hour in short for hour in "hK") else "Hm"
    first, last = (dt.datetime.combine(dt.date(2000, 1, 3), it) for it in (start, end))
    return str(format_interval(first, last, skeleton, locale=locale))


def _consecutive_days(days: tuple[Weekday, ...], first: int) -> list[list[Weekday]]:
    """The days that follow each other together; `first` is the day the week begins with, 0 for Monday.

    A run that goes on over the end of the week stays one: Saturday to Wednesday, wherever the week begins.
    """
    week = [*_WEEK[first:], *_WEEK[:first]]
    runs: list[list[Weekday]] = []
    for at, day in enumerate(week):
        if day not in days:
            continue
        if runs and week[at - 1] in days:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and week[0] in days and week[-1] in days:
        runs = [*runs[1:-1], [*runs[-1], *runs[0]]]
    return runs
