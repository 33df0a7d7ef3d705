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
    """How it is set."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    LOW_INK = "low-ink"


class Paper(StrEnum):
    """The sheet it is printed on."""

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
    """Not at all, for somebody who would not look at one."""


@record
class OutputOptions:
    """The choices that a document is composed with; how it is set belongs to the brand."""

    edition: Edition = Edition.CLIENT
    paper: Paper = Paper.A4
    fillable: bool = True
    protected: bool = False
    """Whether Word lets a reader fill the fields and change nothing else."""
    examples: bool = True
    """Whether tables, beginnings and ladders show how somebody might fill them."""
    pictures: bool = True
    """Whether drawings stand that carry an idea or stand beside words; figures to write in always do."""
    body: Posture | None = None
    """How bodies are drawn that are there to be marked; None leaves it to the sheet."""
    more_room: bool = False
    """Whether a page of lines follows for what a field does not hold."""
    leaf: bool = False
    """Whether it is the page for other people alone."""
