"""Review: translations are sent to people as a Word file or as XLIFF, and their answers are imported into catalogues.

`sheets` lists the strings to review, `to_word` and `to_xliff` write them, `read` reads a returned file, and `take`
imports it.
"""

from __future__ import annotations

from .apply import ImportResult, Outcome, StringChange, take
from .import_file import read, read_upload
from .reply import Key, Reply
from .review_sheet import ReviewSheet, sheets
from .word_file import to_word
from .xliff import to_xliff

__all__ = [
    "ImportResult",
    "Key",
    "Outcome",
    "Reply",
    "ReviewSheet",
    "StringChange",
    "read",
    "read_upload",
    "sheets",
    "take",
    "to_word",
    "to_xliff",
]
