"""The choices that a handout is made with: for whom, how it is set, and on which paper."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from ..foundation.records import record


class Edition(StrEnum):
    """For whom the handout is made."""

    CLIENT = "client"
    THERAPIST = "therapist"


class Style(StrEnum):
    """The typographic style of a handout."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    LOW_INK = "low-ink"


class Paper(StrEnum):
    """The paper size."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        match self:
            case Paper.A4:
                return (595.276, 841.89)
            case Paper.LETTER:
                return (612.0, 792.0)
            case _:
                assert_never(self)


class Posture(StrEnum):
    """How a body is drawn that is there to be marked."""

    STANDING = "standing"
    SEATED = "seated"
    LYING = "lying"
    NONE = "none"
    """No body is drawn, for a client who would rather not see one."""


@record
class OutputOptions:
    """The options that decide what a document contains; its typographic style is part of `Brand`."""

    edition: Edition = Edition.CLIENT
    paper: Paper = Paper.A4
    fillable: bool = True
    protected: bool = False
    """Whether a Word file is protected: only its fields can be changed."""
    examples: bool = True
    """Whether tables, beginnings of sentences and ladders show an example of an answer."""
    pictures: bool = True
    """Whether illustrations are printed; figures to write in always are."""
    body: Posture | None = None
    """The posture of the body outlines to mark; None for the postures that the sheet names."""
    more_room: bool = False
    """Whether a page of writing lines is added, for answers that do not fit their fields."""
    leaf: bool = False
    """Whether the document is only the leaf, the page for other people."""
