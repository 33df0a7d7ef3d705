"""Slabs: the pieces a column is stacked from, each whole, with what has to stay together said on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..foundation.colours import Colour
from ..foundation.problems import Place
from .display_list import Ink


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What lies under a run of slabs: a panel. Compared by identity, so that two panels in a row stay two."""

    fill: Colour | None
    stroke: Colour | None
    bar: Colour | None
    radius: float
    rules: Colour | None = None


@dataclass(slots=True)
class Slab:
    """A piece of the column that is never cut.

    `before` is the space above it, dropped at the top of a page; `keep` holds it to the next slab; `head` is repeated
    above it when it opens a page; `grow` makes it again with that many more writing lines of `pitch` points each, and
    slabs of one `family` grow alike.
    """

    height: float
    inks: list[Ink] = field(default_factory=list)
    before: float = 0.0
    keep: bool = False
    ground: Ground | None = None
    opens_page: bool = False
    head: Callable[[], Slab] | None = None
    grow: Callable[[int], Slab] | None = None
    lines: int = 0
    pitch: float = 0.0
    family: object = None
    place: Place | None = None
    starts: str = ""
    """The id of the part that begins here."""


@dataclass(slots=True)
class Column:
    """Where text is set: `x` points from the start side of the page's column, `width` points wide."""

    x: float
    width: float

    def inset(self, start: float, end: float = 0.0) -> Column:
        """A narrower column inside this one."""
        return Column(self.x + start, self.width - start - end)


def keep_together(slabs: list[Slab]) -> list[Slab]:
    """Hold every slab to the next, but leave the last free."""
    for slab in slabs[:-1]:
        slab.keep = True
    return slabs


def alike(slabs: list[Slab]) -> list[Slab]:
    """Let slabs with as many writing lines each grow alike, where they are of no family yet."""
    families: dict[int, object] = {}
    for slab in slabs:
        if slab.grow and slab.family is None:
            slab.family = families.setdefault(slab.lines, object())
    return slabs


def spaced(slabs: list[Slab], before: float) -> list[Slab]:
    """Put space above the first."""
    if slabs:
        slabs[0].before = max(slabs[0].before, before)
    return slabs
