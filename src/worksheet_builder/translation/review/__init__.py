"""Review: a translation goes out to people as a Word file or as XLIFF, and what they say comes back into its catalogue.

`sheets` lists what is to be reviewed, `to_word` and `to_xliff` write it, `read` takes a file back, `take` settles it.
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
