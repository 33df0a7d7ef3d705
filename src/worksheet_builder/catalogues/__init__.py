"""Translations: every string has an address and a state, and only what is current is ever printed.

`start`, `extend` and `update` keep the PO files of a language, `status` counts them, and a `Catalogue` translates.
"""

from __future__ import annotations

from .catalogue import Catalogue, Translated, Unit
from .describe import Wanted, extract
from .facts import Facts, language_of
from .folders import COMMON, LANGUAGE_FILE, path_of, strays, tags_in
from .glossary import GLOSSARY_FILE, Glossary, Term
from .keeping import strayed
from .merge import Change
from .pseudo import pseudo
from .renaming import Renamed, rename
from .sources import Source, name_of
from .states import State, lowest
from .status import Report, Sum, status
from .updating import Started, Updated, extend, start, update

__all__ = [
    "COMMON",
    "GLOSSARY_FILE",
    "LANGUAGE_FILE",
    "Catalogue",
    "Change",
    "Facts",
    "Glossary",
    "Renamed",
    "Report",
    "Source",
    "Started",
    "State",
    "Sum",
    "Term",
    "Translated",
    "Unit",
    "Updated",
    "Wanted",
    "extend",
    "extract",
    "language_of",
    "lowest",
    "name_of",
    "path_of",
    "pseudo",
    "rename",
    "start",
    "status",
    "strayed",
    "strays",
    "tags_in",
    "update",
]
