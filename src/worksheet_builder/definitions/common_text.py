"""The words that every sheet shares, as types; `data/common.yaml` holds the English.

Safety text is given by intensity and written once, so that forty sheets say it alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..foundation.phrases import Phrase

_HEARD = {"reader": "a screen reader"}
"""For the translator: these words are heard, not seen."""
_BRIEF = {"characters": 32}
"""For the translator: there is little room for these words."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A heading and short sentences under it."""

    heading: Phrase
    items: Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class Safety:
    """What a sheet of one intensity carries: before it begins, and before it is put away."""

    before: Panel | None = None
    after: Panel | None = None


@dataclass(frozen=True, slots=True)
class SafetyByIntensity:
    """From a practical page to one that can stir strong feelings."""

    practical: Safety
    settling: Safety
    reflective: Safety
    activating: Safety


@dataclass(frozen=True, slots=True)
class Closing:
    """The small print at the end of each sheet."""

    page: Phrase
    symptoms: Phrase
    crisis: Phrase
    crisis_line: Phrase
    contacts: Phrase
    emergency: Phrase
    text: Phrase
    always: Phrase
    free: Phrase
    checked: Phrase


@dataclass(frozen=True, slots=True)
class NotesHeadings:
    """The headings of the therapist's part."""

    title: Phrase
    purpose: Phrase
    strength: Phrase
    when: Phrase
    not_yet: Phrase
    introduce: Phrase
    pacing: Phrase
    too_much: Phrase
    adaptations: Phrase
    physical_cautions: Phrase
    culture: Phrase
    interpreter: Phrase
    before_leaving: Phrase
    references: Phrase
    draft: Phrase
    reviewed: Phrase


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words on figures, and what a screen reader says in their place."""

    timeline: Phrase = field(metadata=_HEARD)
    body: Phrase = field(metadata=_HEARD)
    front: Phrase = field(metadata=_BRIEF)
    back: Phrase = field(metadata=_BRIEF)
    circles: Phrase = field(metadata=_HEARD)
    window: Phrase = field(metadata=_HEARD)
    wave: Phrase = field(metadata=_HEARD)
    thermometer: Phrase = field(metadata=_HEARD)
    ladder: Phrase = field(metadata=_HEARD)
    rung: Phrase = field(metadata=_HEARD)
    cut: Phrase
    weighed: Phrase = field(metadata=_BRIEF)
    turn_to: Phrase = field(metadata=_BRIEF)
    contact: Phrase = field(metadata=_BRIEF)


@dataclass(frozen=True, slots=True)
class Common:
    """Every word that the tool adds to a sheet."""

    minutes: Phrase
    other: Phrase
    cell: Phrase = field(metadata=_HEARD)
    row: Phrase = field(metadata=_HEARD)
    figures: FigureWords
    safety: SafetyByIntensity
    closing: Closing
    notes: NotesHeadings
    contents: Phrase
    page: Phrase
    logo: Phrase = field(metadata=_HEARD)
    write_here: Phrase
    chosen: Phrase = field(metadata=_HEARD)
    not_reviewed: Phrase
