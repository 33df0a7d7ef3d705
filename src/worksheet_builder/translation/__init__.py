"""Translations: every string has an address and a state, and only what is current is ever printed.

`start`, `extend` and `update` keep the PO files of a language, `status` counts them, and a `Catalogue` translates.
"""

from __future__ import annotations

from ..project.library import COMMON, LANGUAGE_FILE
from .catalogue import Catalogue, Translated, Unit
from .catalogue_files import path_of, strays, tags_in
from .extraction import Wanted, extract
from .glossary import GLOSSARY_FILE, Glossary, Term
from .language_facts import Facts, language_of
from .placeholders import placeholder_difference
from .po_merge import Change
from .po_rename import Renamed, rename
from .po_update import Started, Updated, extend, start, update
from .pseudo_language import pseudo
from .sources import Source, name_of
from .states import State, lowest
from .translation_status import Report, Sum, status

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
    "placeholder_difference",
    "pseudo",
    "rename",
    "start",
    "status",
    "strays",
    "tags_in",
    "update",
]
