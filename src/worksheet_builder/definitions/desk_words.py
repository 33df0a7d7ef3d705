"""The words of the desk, section by section: a view each, and what all views share."""

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
    """What became of a row of a file that came back from a reviewer."""
    practice: Mapping[str, Phrase] = field(metadata=_DESK)
    fields: Mapping[str, Phrase] = field(metadata=_DESK)
    """What each field of the practice is called, and what is said beside it."""
    choices: Mapping[str, Phrase] = field(metadata=_DESK)
    """What there is to choose from in those fields."""
    tailor: Mapping[str, Phrase] = field(metadata=_DESK)
    parts: Mapping[str, Phrase] = field(metadata=_DESK)
    """What the fields and kinds of blocks are called, how they are changed, and why something cannot be."""
    files: Mapping[str, Phrase] = field(metadata=_DESK)
    """What is told when a file has changed elsewhere, or something went wrong."""
