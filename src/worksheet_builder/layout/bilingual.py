"""Boxes for a phrase in two languages: beside each other where there is room, else one under the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from ..document.design import Design
from ..foundation.palette import Palette
from ..foundation.phrases import Phrase
from .boxes import Box, Column
from .display_list import Mark, moved
from .line_styles import LineStyle
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
        self, phrase: Phrase, line_style: LineStyle, column: Column, mark: Mark, keep: bool = False, before: float = 0.0
    ) -> list[Box]:
        """A paragraph as a box for each line."""

    def block(self, phrase: Phrase, line_style: LineStyle, column: Column, mark: Mark) -> Box:
        """A paragraph as one box that is never cut."""

    def baseline(self, line_style: LineStyle) -> float:
        """How far below the top of its line the baseline stands."""

    def led(self, phrase: Phrase, line_style: LineStyle) -> LineStyle:
        """The line style with lines as far apart as the script of the words needs them."""


def pair(
    context: LineSetter,
    phrase: Phrase,
    parallel: Phrase,
    line_style: LineStyle,
    column: Column,
    mark: Mark,
    keep: bool,
    before: float,
) -> list[Box]:
    """The boxes of a phrase and its parallel text, each a span of its own language under the mark."""
    said = replace(phrase, parallel=None)
    parts = parted(context, column)
    if parts:
        level = _level(context, (said, parallel), line_style, parts, spans(mark))
        if level.height < context.page_height / 2:
            level.before, level.keep = before, keep
            return [level]
    first, second = spans(mark)
    boxes = context.lines(said, line_style, column, first, True, before)
    quiet = replace(line_style, colour=context.palette.quiet, style=replace(line_style.style, strong=False))
    return boxes + context.lines(parallel, context.led(parallel, quiet), column, second, keep)


def parted(context: LineSetter, column: Column) -> tuple[Column, Column] | None:
    """A column on each side of the middle of the page, if this one is wide enough on both."""
    middle = context.column.x + (context.column.width + GUTTER) / 2
    start = Column(column.x, middle - GUTTER - column.x)
    end = Column(middle + column.hang, column.x + column.width - middle - column.hang)
    room = context.design.sizes.body <= LARGE and min(start.width, end.width) > NARROW / 2
    return (start, end) if room else None


def spans(mark: Mark) -> tuple[Mark, Mark]:
    """The marks of a phrase and of its parallel text under one."""
    return (mark.add("Span"), mark.add("Span")) if isinstance(mark, Tag) else (mark, mark)


def _level(
    context: LineSetter,
    words: tuple[Phrase, Phrase],
    line_style: LineStyle,
    parts: tuple[Column, Column],
    marks: tuple[Mark, Mark],
) -> Box:
    """Both in one box, their first baselines at one height."""
    line_styles = line_style, context.led(words[1], line_style)
    bases = [context.baseline(it) for it in line_styles]
    box = Box(0.0, place=words[0].place)
    for said, own, part, mark, base in zip(words, line_styles, parts, marks, bases, strict=True):
        block, down = context.block(said, own, part, mark), max(bases) - base
        box.ops += [moved(op, 0.0, down) for op in block.ops]
        box.height = max(box.height, block.height + down)
    return box
