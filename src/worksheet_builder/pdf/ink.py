"""What is put on a page: each piece of ink belongs to a tag or says that it is an artifact.

Coordinates are in points from the left and top of the column (or, once placed, of the page); `y` grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from ..colours import Colour
from ..text import Line
from .tags import Tag


class Artifact(Enum):
    """Ink that means nothing by itself: page furniture, or decoration."""

    PAGINATION = "/Artifact <</Type/Pagination>>"
    LAYOUT = "/Artifact <</Type/Layout>>"


Mark = Tag | Artifact


@dataclass(frozen=True, slots=True)
class Text:
    """A line of glyphs; `y` is its baseline, `width` the box that it was set in."""

    x: float
    y: float
    width: float
    line: Line
    size: float
    colour: Colour
    mark: Mark


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line at `y`, `thickness` points thick."""

    x: float
    y: float
    width: float
    thickness: float
    colour: Colour
    mark: Mark
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its top at `y`; half its width as `radius` makes a circle."""

    x: float
    y: float
    width: float
    height: float
    mark: Mark
    fill: Colour | None = None
    stroke: Colour | None = None
    thickness: float = 0.8
    radius: float = 0.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image; its bytes are those of a PNG or JPEG file."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    mark: Mark


class FieldKind(Enum):
    """What a client does in a field."""

    LINE = "line"
    LINES = "lines"
    CHECK = "check"
    RADIO = "radio"


@dataclass(frozen=True, slots=True)
class Field:
    """A form field over the page; `name` is its address, `option` the value that a radio button stands for."""

    x: float
    y: float
    width: float
    height: float
    kind: FieldKind
    name: str
    label: str
    mark: Tag
    option: str = ""
    round: bool = False
    pitch: float = 0.0
    """Distance of the ruled lines under a field of many lines, in points."""


Ink = Text | Rule | Box | Picture | Field


def moved(ink: Ink, x: float, y: float) -> Ink:
    """The same ink elsewhere."""
    return replace(ink, x=ink.x + x, y=ink.y + y)


def mirrored(ink: Ink, width: float) -> Ink:
    """The same ink in a right-to-left column of this width; lines of text already run the right way."""
    return replace(ink, x=width - ink.x - ink.width)
