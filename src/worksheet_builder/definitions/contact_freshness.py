"""How long a crisis contact is printed, by the age of its source.

If the source gives its own date, the contact is printed for a year from that date. A source without a date may be of
any age: the practice is told from the first day to check the contact, which is printed for three months after the
source was read. A number that the law or the numbering plan of a country reserves for a crisis line is given to nobody
else: it is always printed, and in time the practice is told to check it.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto

CHECK_AFTER = 6
"""Months from the day of the source after which the practice is told to check the line."""
PRINTED_FOR = 12
"""Months from the day of the source for which the line is printed."""
UNDATED_PRINTED_FOR = 3
"""Months from the reading for which a line is printed if its source gives no date."""


class Freshness(Enum):
    """Whether a contact is current, is to be checked (ageing), or is too old to be printed (expired)."""

    CURRENT = auto()
    AGEING = auto()
    EXPIRED = auto()


def freshness(read: dt.date, as_of: dt.date | None, today: dt.date, *, permanent: bool) -> Freshness:
    """The freshness of a contact today: `as_of` is the date of its source, if known, `read` the day it was read.

    A `permanent` contact never expires.
    """
    months = _months_between(as_of or read, today)
    if permanent:
        return Freshness.CURRENT if as_of and months < PRINTED_FOR else Freshness.AGEING
    if months >= (PRINTED_FOR if as_of else UNDATED_PRINTED_FOR):
        return Freshness.EXPIRED
    return Freshness.CURRENT if as_of and months < CHECK_AFTER else Freshness.AGEING


def _months_between(since: dt.date, today: dt.date) -> int:
    """The whole months between two days."""
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
