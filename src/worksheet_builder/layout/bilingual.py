"""Words in two languages: beside each other where there is room, else one under the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from ..document.design import Design
from ..foundation.colours import Palette
from ..foundation.phrases import Phrase
from .boxes import Column, Slab
from .display_list import Mark, moved
from .line_styles import Look
from .tag_tree import Tag

GUTTER = 20.0
"""Space between the two columns, in points."""
NARROW = 300.0
"""The width of a column, in points, up to which it is not parted into two."""
LARGE = 14.0
"""The size of running text from which on a line takes the whole width."""


class LineSetter(Protocol):
    """What sets the words of each of the two languages: the context of the layout."""

    @property
    def column(self) -> Column:
        """The column of the page."""

    @property
    def page_height(self) -> float:
        """In points."""

    @property
    def design(self) -> Design:
        """The design of the brand."""

    @property
    def palette(self) -> Palette:
        """The colours of the brand."""

    def lines(
        self, phrase: Phrase, look: Look, column: Column, mark: Mark, keep: bool = False, before: float = 0.0
    ) -> list[Slab]:
        """A paragraph as a slab for each line."""

    def block(self, phrase: Phrase, look: Look, column: Column, mark: Mark) -> Slab:
        """A paragraph as one slab that is never cut."""

    def baseline(self, look: Look) -> float:
        """How far below the top of its line the baseline stands."""

    def led(self, phrase: Phrase, look: Look) -> Look:
        """The look with lines as far apart as the script of the words needs them."""


def pair(
    press: LineSetter, phrase: Phrase, echo: Phrase, look: Look, column: Column, mark: Mark, keep: bool, before: float
) -> list[Slab]:
    """The slabs of a phrase and its echo, each a span of its own language under the mark."""
    said = replace(phrase, echo=None)
    parts = _parted(press, column)
    if parts:
        level = _level(press, (said, echo), look, parts, spans(mark))
        if level.height < press.page_height / 2:
            level.before, level.keep = before, keep
            return [level]
    first, second = spans(mark)
    slabs = press.lines(said, look, column, first, True, before)
    quiet = replace(look, colour=press.palette.quiet, style=replace(look.style, strong=False))
    return slabs + press.lines(echo, press.led(echo, quiet), column, second, keep)


def _parted(press: LineSetter, column: Column) -> tuple[Column, Column] | None:
    """A column on each side of the middle of the page, if this one is wide enough on both."""
    middle = press.column.x + (press.column.width + GUTTER) / 2
    start = Column(column.x, middle - GUTTER - column.x)
    end = Column(middle, column.x + column.width - middle)
    room = press.design.sizes.body <= LARGE and min(start.width, end.width) > NARROW / 2
    return (start, end) if room else None


def spans(mark: Mark) -> tuple[Mark, Mark]:
    """The marks of a phrase and of its echo under one."""
    return (mark.add("Span"), mark.add("Span")) if isinstance(mark, Tag) else (mark, mark)


def _level(
    press: LineSetter, words: tuple[Phrase, Phrase], look: Look, parts: tuple[Column, Column], marks: tuple[Mark, Mark]
) -> Slab:
    """Both in one slab, their first baselines at one height."""
    looks = look, press.led(words[1], look)
    bases = [press.baseline(it) for it in looks]
    slab = Slab(0.0, place=words[0].place)
    for said, own, part, mark, base in zip(words, looks, parts, marks, bases, strict=True):
        block, down = press.block(said, own, part, mark), max(bases) - base
        slab.inks += [moved(ink, 0.0, down) for ink in block.inks]
        slab.height = max(slab.height, block.height + down)
    return slab
