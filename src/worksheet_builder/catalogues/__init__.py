"""Translations: every string has an address and a state, and only what is current is ever printed.

`start` and `update` keep the PO files of a language, `status` counts them, and a `Catalogue` translates.
"""

from __future__ import annotations

from .catalogue import Catalogue, Translated, Unit
from .describe import Wanted, extract
from .facts import Facts, language_of
from .folders import COMMON, path_of, strays, tags_in
from .merge import Change
from .states import State, lowest
from .status import Report, Sum, status
from .updating import Started, Updated, start, update

__all__ = [
    "COMMON",
    "Catalogue",
    "Change",
    "Facts",
    "Report",
    "Started",
    "State",
    "Sum",
    "Translated",
    "Unit",
    "Updated",
    "Wanted",
    "extract",
    "language_of",
    "lowest",
    "path_of",
    "start",
    "status",
    "strays",
    "tags_in",
    "update",
]
