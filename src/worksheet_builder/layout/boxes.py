"""Boxes: the unbreakable pieces of a column, and which of them stay together on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from ..foundation.colours import Colour
from ..foundation.problems import Place
from ..foundation.records import open_record, record
from .display_list import DrawOp


@record(eq=False)
class Ground:
    """The background of consecutive boxes, as of a panel. Compared by identity: two equal panels in a row stay two."""

    fill: Colour | None
    stroke: Colour | None
    bar: Colour | None
    radius: float
    rules: Colour | None = None
    joined: bool = False
    """Whether it directly follows another panel, and shares the rule between them."""
    hangs: float = 0.0
    """How far its bar begins outside the column, in points."""
    bleeds: bool = False
    """Whether it extends to the left and right edges of the paper, and on top of a page up to its header or edge."""


@open_record
class Box:
    """A piece of a column that is never cut; lengths are in points.

    `before` is the space above it, dropped at the top of a page; `keep` keeps it on one page with the next box; `head`
    makes the box that is repeated above it at the top of a page; `grow` makes it again with so many more writing lines,
    `pitch` points apart; `lines` is how many it has; boxes of one `family` on a page get equally many more.
    """

    height: float
    ops: list[DrawOp] = field(default_factory=list)
    before: float = 0.0
    keep: bool = False
    ground: Ground | None = None
    opens_page: bool = False
    breaks: bool = False
    """Whether its author asks for a new page before it."""
    head: Callable[[], Box] | None = None
    grow: Callable[[int], Box] | None = None
    lines: int = 0
    pitch: float = 0.0
    family: object = None
    place: Place | None = None
    starts: str = ""
    """The id of the part of a pack that begins with this box; empty if none does."""
    bare: bool = False
    """Whether its page has no header and footer of the practice."""
    loosens: bool = False
    """Whether, despite `keep`, a page may end after it if the page would otherwise be nearly half empty."""
    span: int = 0
    """The number of boxes of the opening that begins with this box."""
    widen: Callable[[float, float], list[Box]] | None = None
    """Makes the boxes of that opening again, from its height and the free height of its page, in points."""
    yields: bool = False
    """Whether, despite `keep`, a page may end after it if the boxes kept together are higher than a page."""
    apart: float = 0.0
    """The space above it that it gets, in points, before other boxes get more, where its page has the room."""
    leads: bool = False
    """Whether it belongs to a heading or a question, which never ends a page."""


@open_record
class Column:
    """A column for text: `width` points wide, `x` points from the start side of the page's column.

    The start side is the left, in right-to-left documents the right. If the column is split for two languages, the
    second begins `hang` points further in.
    """

    x: float
    width: float
    hang: float = 0.0

    def inset(self, start: float, end: float = 0.0) -> Column:
        """A narrower column inside this one."""
        return Column(self.x + start, self.width - start - end, self.hang)


def stacked_height(boxes: Sequence[Box]) -> float:
    """The height in points of boxes one below the other, without the space above the first."""
    return sum(box.height + (box.before if at else 0.0) for at, box in enumerate(boxes))


def keep_together(boxes: list[Box]) -> list[Box]:
    """Set `keep` on every box except the last; returns the same list."""
    for box in boxes[:-1]:
        box.keep = True
    return boxes


def leading(boxes: list[Box]) -> list[Box]:
    """Mark boxes as those of a heading or question: each is kept with the next, and none ends a page."""
    for box in boxes:
        box.keep = box.leads = True
    return boxes


def keep_ends(boxes: list[Box], first: int) -> list[Box]:
    """Keep the first `first` boxes together, and the last two, so that no row is alone on a page; returns the list."""
    for box in (*boxes[: first - 1], *boxes[-2:-1]):
        box.keep = True
    return boxes


def alike(boxes: list[Box]) -> list[Box]:
    """Put boxes with equal numbers of writing lines into one family, if they have none yet; returns the same list."""
    families: dict[int, object] = {}
    for box in boxes:
        if box.grow and box.family is None:
            box.family = families.setdefault(box.lines, object())
    return boxes


def spaced(boxes: list[Box], before: float) -> list[Box]:
    """Make the space above the first box at least `before` points; returns the same list."""
    if boxes:
        boxes[0].before = max(boxes[0].before, before)
    return boxes
