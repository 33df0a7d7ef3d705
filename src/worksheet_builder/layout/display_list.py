"""The display list of a page: drawing operations, each with the tag it belongs to or marked as an artifact.

Coordinates are in points from the start side and the top of the column (or of the page); `y` grows downwards.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from operator import attrgetter
from typing import Any, TypeVar

from ..document.drawings import Stroke
from ..foundation.colours import Colour
from ..foundation.palette import Palette
from ..foundation.records import open_record
from ..text import Line
from .tag_tree import Tag


class Artifact(Enum):
    """The mark of content without a tag: header or footer, or decoration (artifacts, ISO 32000-1, 14.8.2.2)."""

    PAGINATION = "pagination"
    LAYOUT = "layout"


Mark = Tag | Artifact


@open_record(eq=False)
class TextOp:
    """A line of glyphs of `size` points; `y` is its baseline, `width` that of the column that it was set in."""

    x: float
    y: float
    width: float
    line: Line
    size: float
    colour: Colour
    mark: Mark


@open_record(eq=False)
class RuleOp:
    """A horizontal line at `y`, `thickness` points thick."""

    x: float
    y: float
    width: float
    thickness: float
    colour: Colour
    mark: Mark
    dotted: bool = False


@open_record(eq=False)
class RectangleOp:
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


@open_record(eq=False)
class ImageOp:
    """An image; its bytes are those of a PNG or JPEG file."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    mark: Mark


@open_record(eq=False)
class StrokeOp:
    """Strokes of a drawing, in points downwards from the top of its box; `unit` scales the width of their pens."""

    x: float
    y: float
    width: float
    height: float
    strokes: tuple[Stroke, ...]
    palette: Palette
    unit: float
    mark: Mark
    flipped: bool = False


class FieldKind(Enum):
    """The kind of a form field: text in one line, several lines or a table cell, a check box or a radio button."""

    LINE = "line"
    LINES = "lines"
    CELL = "cell"
    CHECK = "check"
    RADIO = "radio"


@open_record(eq=False)
class FieldOp:
    """A form field; `name` is its address, `option` the value of a check box or radio button that is marked."""

    x: float
    y: float
    width: float
    height: float
    kind: FieldKind
    name: str
    label: str
    mark: Tag
    option: str = ""
    group: str = ""
    """The accessible name of all radio buttons of one answer together."""
    value: str = ""
    """The begun answer; for a check box or radio button any text means that it is marked."""
    shown: tuple[TextOp, ...] = ()
    """The lines of the begun answer, with coordinates from the upper left corner of the field."""


@open_record(eq=False)
class LinkOp:
    """A rectangle that links to a part of the document, by its id, or to an `address`; `label` describes the target."""

    x: float
    y: float
    width: float
    height: float
    part: str
    label: str
    mark: Tag
    address: str = ""
    """The URI that it links to in place of a part."""


DrawOp = TextOp | RuleOp | RectangleOp | ImageOp | StrokeOp | FieldOp | LinkOp


Kind = TypeVar("Kind", bound=DrawOp)
_KINDS: tuple[Any, ...] = (TextOp, RuleOp, RectangleOp, ImageOp, StrokeOp, FieldOp, LinkOp)
_VALUES: dict[type, Callable[[object], tuple[Any, ...]]] = {kind: attrgetter(*kind.__slots__) for kind in _KINDS}
"""Reads all values of an operation, in order, to make a copy; `dataclasses.replace` takes five times as long."""


def moved(op: Kind, x: float, y: float) -> Kind:
    """A copy of the operation, moved by x and y points."""
    other = type(op)(*_VALUES[type(op)](op))
    other.x += x
    other.y += y
    return other


def mirrored(op: Kind, width: float) -> Kind:
    """A copy, mirrored in a right-to-left column of `width` points; the glyphs of text keep their order."""
    other = moved(op, 0.0, 0.0)
    _mirror(other, width)
    return other


def place(op: DrawOp, x: float, y: float, mirror: float | None) -> None:
    """Move the operation in place by x and y points; `mirror`, if given, is the width of the column to mirror it in."""
    if mirror is not None:
        _mirror(op, mirror)
    op.x += x
    op.y += y


def _mirror(op: DrawOp, width: float) -> None:
    op.x = width - op.x - op.width
    if isinstance(op, StrokeOp):
        op.flipped = not op.flipped
