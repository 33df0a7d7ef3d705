"""The words of the desk (the tool's pages in a browser): a section for each view, and some that all views share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..foundation.phrases import Phrase
from ..foundation.records import record

_DESK = {"reader": "the therapist, on the screen"}


@record
class DeskWords:
    """Each section is a map of phrases by a short name; `cover` alone is printed on handouts."""

    cover: Mapping[str, Phrase]
    frame: Mapping[str, Phrase] = field(metadata=_DESK)
    start: Mapping[str, Phrase] = field(metadata=_DESK)
    choose: Mapping[str, Phrase] = field(metadata=_DESK)
    collections: Mapping[str, Phrase] = field(metadata=_DESK)
    intensities: Mapping[str, Phrase] = field(metadata=_DESK)
    states: Mapping[str, Phrase] = field(metadata=_DESK)
    sheet: Mapping[str, Phrase] = field(metadata=_DESK)
    options: Mapping[str, Phrase] = field(metadata=_DESK)
    pack: Mapping[str, Phrase] = field(metadata=_DESK)
    translate: Mapping[str, Phrase] = field(metadata=_DESK)
    outcomes: Mapping[str, Phrase] = field(metadata=_DESK)
    """The results for a row of a file that a reviewer returned."""
    practice: Mapping[str, Phrase] = field(metadata=_DESK)
    fields: Mapping[str, Phrase] = field(metadata=_DESK)
    """The names of the fields of the practice, and their explanations."""
    choices: Mapping[str, Phrase] = field(metadata=_DESK)
    """The options in those fields."""
    tailor: Mapping[str, Phrase] = field(metadata=_DESK)
    parts: Mapping[str, Phrase] = field(metadata=_DESK)
    """The names of the fields and kinds of blocks, how to change them, and why some changes are not possible."""
    files: Mapping[str, Phrase] = field(metadata=_DESK)
    """The messages if a file was changed by another program, or after an error."""
