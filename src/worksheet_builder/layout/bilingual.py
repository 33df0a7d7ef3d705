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
"""A column is split into two only if each of them is wider than half of this, in points."""
LARGE = 14.0
"""The greatest size of running text, in points, at which a column is split into two."""


class LineSetter(Protocol):
    """The part of `LayoutContext` that this module needs: a protocol, since that module imports this one."""

    @property
    def column(self) -> Column:
        """The column of the page."""

    @property
    def page_height(self) -> float:
        """The height of the paper in points."""

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
        """The distance in points from the top of a line to its baseline."""

    def led(self, phrase: Phrase, line_style: LineStyle) -> LineStyle:
        """The line style with the leading that the script of the phrase needs."""


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
    """The boxes of a phrase and its parallel text (in the other language), each in its own `Span` tag under `mark`."""
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
    """Split a column at the middle of the page into two; None if they would be too narrow, or the text is too large."""
    middle = context.column.x + (context.column.width + GUTTER) / 2
    start = Column(column.x, middle - GUTTER - column.x)
    end = Column(middle + column.hang, column.x + column.width - middle - column.hang)
    room = context.design.sizes.body <= LARGE and min(start.width, end.width) > NARROW / 2
    return (start, end) if room else None


def spans(mark: Mark) -> tuple[Mark, Mark]:
    """The marks of a phrase and of its parallel text: two new `Span` tags under a tag, or an artifact mark twice."""
    return (mark.add("Span"), mark.add("Span")) if isinstance(mark, Tag) else (mark, mark)


def _level(
    context: LineSetter,
    words: tuple[Phrase, Phrase],
    line_style: LineStyle,
    parts: tuple[Column, Column],
    marks: tuple[Mark, Mark],
) -> Box:
    """One box with a phrase and its parallel text side by side, their first baselines at one height."""
    line_styles = line_style, context.led(words[1], line_style)
    bases = [context.baseline(it) for it in line_styles]
    box = Box(0.0, place=words[0].place)
    for said, own, part, mark, base in zip(words, line_styles, parts, marks, bases, strict=True):
        block, down = context.block(said, own, part, mark), max(bases) - base
        box.ops += [moved(op, 0.0, down) for op in block.ops]
        box.height = max(box.height, block.height + down)
    return box
