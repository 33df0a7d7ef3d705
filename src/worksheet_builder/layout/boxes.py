"""Boxes: the unbreakable pieces that a column is stacked from, and which of them stay together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from ..foundation.colours import Colour
from ..foundation.problems import Place
from ..foundation.records import open_record, record
from .display_list import DrawOp


@record(eq=False)
class Ground:
    """What lies under a run of boxes: a panel. Compared by identity, so that two panels in a row stay two."""

    fill: Colour | None
    stroke: Colour | None
    bar: Colour | None
    radius: float
    rules: Colour | None = None
    joined: bool = False
    """Whether it follows another right away, and shares the rule between them."""
    bleeds: bool = False
    """Whether it reaches to the edges of the paper, and to the head of a page that it begins."""


@open_record
class Box:
    """A piece of the column that is never cut.

    `before` is the space above it, dropped at the top of a page; `keep` holds it to the next box; `head` is repeated
    above it when it opens a page; `grow` makes it again with that many more writing lines of `pitch` points each, and
    boxes of one `family` grow alike.
    """

    height: float
    ops: list[DrawOp] = field(default_factory=list)
    before: float = 0.0
    keep: bool = False
    ground: Ground | None = None
    opens_page: bool = False
    breaks: bool = False
    """Whether its author wants it at the top of a page."""
    head: Callable[[], Box] | None = None
    grow: Callable[[int], Box] | None = None
    lines: int = 0
    pitch: float = 0.0
    family: object = None
    place: Place | None = None
    starts: str = ""
    """The id of the part that begins here."""
    bare: bool = False
    """Whether nothing of the practice stands around it."""
    loosens: bool = False
    """Whether it may let go of the next where the page would else stay nearly half empty."""
    span: int = 0
    """How many boxes an opening has that begins here."""
    widen: Callable[[float, float], list[Box]] | None = None
    """Makes that opening again, from its height and the room that is left on its page."""
    yields: bool = False
    """Whether it lets go of the next, which it is kept with, where all that is kept together is taller than a page."""


@open_record
class Column:
    """Where text is set: `x` points from the start side of the page's column, `width` points wide.

    Where it is parted into two languages, the second begins `hang` points further in.
    """

    x: float
    width: float
    hang: float = 0.0

    def inset(self, start: float, end: float = 0.0) -> Column:
        """A narrower column inside this one."""
        return Column(self.x + start, self.width - start - end, self.hang)


def stacked_height(boxes: Sequence[Box]) -> float:
    """The points that boxes take under each other; the space before the first does not count."""
    return sum(box.height + (box.before if at else 0.0) for at, box in enumerate(boxes))


def keep_together(boxes: list[Box]) -> list[Box]:
    """Hold every box to the next, but leave the last free."""
    for box in boxes[:-1]:
        box.keep = True
    return boxes


def keep_ends(boxes: list[Box], first: int) -> list[Box]:
    """Hold so many of the first together and the last two, so that no row stands alone where the rest is parted."""
    for box in (*boxes[: first - 1], *boxes[-2:-1]):
        box.keep = True
    return boxes


def alike(boxes: list[Box]) -> list[Box]:
    """Let boxes with as many writing lines each grow alike, where they are of no family yet."""
    families: dict[int, object] = {}
    for box in boxes:
        if box.grow and box.family is None:
            box.family = families.setdefault(box.lines, object())
    return boxes


def spaced(boxes: list[Box], before: float) -> list[Box]:
    """Put space above the first."""
    if boxes:
        boxes[0].before = max(boxes[0].before, before)
    return boxes
