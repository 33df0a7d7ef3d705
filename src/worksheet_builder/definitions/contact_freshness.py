"""For how long a crisis contact is printed: its age against the day of its source.

A source that says its own day speaks for a year from that day. One that does not may be of any age: it is to be checked
from the first day, and its line is printed for three months after the reading. A number that the law or the numbering
plan of a country sets aside for its line is given to nobody else: it stays, and the practice is told to check it.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto

CHECK_AFTER = 6
"""Months from the day of the source after which the practice is told to check the line."""
PRINTED_FOR = 12
"""Months from the day of the source for which the line is printed."""
UNDATED_PRINTED_FOR = 3
"""Months from the reading for which a line is printed whose source says no day."""


class Freshness(Enum):
    """How far what is known of a contact can be trusted."""

    CURRENT = auto()
    AGEING = auto()
    EXPIRED = auto()


def freshness(read: dt.date, as_of: dt.date | None, today: dt.date, *, permanent: bool) -> Freshness:
    """How far a contact can be trusted today: `as_of` is the day of its source, `read` that of the reading.

    One that is `permanent` never expires.
    """
    months = months_between(as_of or read, today)
    if permanent:
        return Freshness.CURRENT if as_of and months < PRINTED_FOR else Freshness.AGEING
    if months >= (PRINTED_FOR if as_of else UNDATED_PRINTED_FOR):
        return Freshness.EXPIRED
    return Freshness.CURRENT if as_of and months < CHECK_AFTER else Freshness.AGEING


def months_between(since: dt.date, today: dt.date) -> int:
    """The whole months between two days."""
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
