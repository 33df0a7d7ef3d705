"""Opening times as data, and as text in each language's form of days, times, ranges and lists (CLDR).

No line breaks inside a range of days or times: spaces become no-break spaces, and word joiners (U+2060) are added.
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
"""The spaces that CLDR uses, each with the no-break space of the same width."""


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
    """Opening and closing time, as HH:MM, on some days; on every day if `days` is not given. Midnight is 00:00."""

    place: Place
    opens: str
    closes: str
    days: tuple[Weekday, ...] = _WEEK

    def check(self) -> Iterator[Problem]:
        """A problem for each time that is not valid."""
        for time in (self.opens, self.closes):
            if not _TIME.fullmatch(time):
                yield Problem(self.place, f"‘{time}’ is not a time.", 'Write hours and minutes, such as "09:00".')

    def said(self, language: Language, locale: Locale) -> str:
        """Days and times as the language writes them in the country, such as Mon–Fri 09:00–17:00."""
        times = unbroken(language.digits(_written_interval(self.opens, self.closes, locale)))
        return times if len(set(self.days)) == len(_WEEK) else f"{_written_days(self.days, locale)} {times}"


def unbroken(text: str) -> str:
    """The text without line breaks: no-break spaces, and word joiners (U+2060) beside dashes and full-width letters."""
    text = text.translate(_NO_BREAK)
    return "".join(_JOINER + char if at and _may_break(text[at - 1], char) else char for at, char in enumerate(text))


def listed(items: Iterable[str], locale: Locale) -> str:
    """The items joined as the language joins a short list (CLDR list patterns)."""
    patterns = locale.list_patterns
    narrow = patterns.get("standard-narrow", {})
    pattern: str = narrow.get("2") or narrow.get("end") or patterns["standard"]["start"]
    return reduce(pattern.format, items)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may break between two characters: beside a dash, or beside a full-width letter, as in 9時."""
    if before.isspace() or _JOINER in (before, after) or unicodedata.combining(after):
        return False
    return any(unicodedata.east_asian_width(it) in "WF" or unicodedata.category(it) == "Pd" for it in (before, after))


def _written_days(days: tuple[Weekday, ...], locale: Locale) -> str:
    """The days as text, consecutive days as ranges; the week begins as in the country (CLDR week data)."""
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
    """Two times as an interval in the pattern of the locale, on its clock of 12 or 24 hours."""
    from babel.dates import format_interval, format_time

    start, end = (dt.time.fromisoformat(it) for it in (opens, closes))
    if end <= start:  # after midnight: a pattern that says am or pm once would say the wrong one
        return _written_range([format_time(it, "short", locale=locale) for it in (start, end)], locale)
    short = locale.time_formats["short"].pattern
    skeleton = "hm" if any(hour in short for hour in "hK") else "Hm"
    first, last = (dt.datetime.combine(dt.date(2000, 1, 3), it) for it in (start, end))
    return str(format_interval(first, last, skeleton, locale=locale))


def _consecutive_days(days: tuple[Weekday, ...], first: int) -> list[list[Weekday]]:
    """The days as runs of consecutive days; `first` is the day on which the week begins, 0 for Monday.

    A run over the end of the week stays one run: Saturday to Wednesday, on whichever day the week begins.
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
