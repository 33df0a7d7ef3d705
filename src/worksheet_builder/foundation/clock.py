"""Today's date; no other module takes a date from the system clock."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, date, datetime


def today() -> date:
    """Today's date: that of SOURCE_DATE_EPOCH in UTC if it is set (reproducible-builds.org), else the local date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    with contextlib.suppress(ValueError, OverflowError, OSError):  # unset, no number, or beyond the last date
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
