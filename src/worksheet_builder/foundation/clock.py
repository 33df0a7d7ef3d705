"""The day on which the tool is run: the only place that looks at the clock."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day that SOURCE_DATE_EPOCH names (reproducible-builds.org), else the one on the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    with contextlib.suppress(ValueError, OverflowError, OSError):  # beyond the last day that a date can hold
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
