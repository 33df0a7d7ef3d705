"""The opening of a sheet: title, message and summary, beside a drawing, on the background of its collection.

The drawing is set only if it makes the opening no higher than the words alone, as large as that allows; otherwise the
title has the small mark of the collection at its end. If the first page has free space, the opening is made again with
a larger drawing, or gets more space below its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ..document import Group, Heading, Node
from ..document.drawings import Drawing, Frame, strokes
from ..document.measures import MM
from .boxes import Box, Column, Ground, keep_together, stacked_height
from .context import LayoutContext
from .display_list import Artifact, StrokeOp
from .first_page_header import has_page_header, top_without_header
from .pictured_boxes import opening_palette
from .tag_tree import Tag

_HEIGHTS = (72.0, 66.0, 60.0, 55.0, 50.0, 45.0, 40.0, 36.0)
"""The heights to try, in points for text of 12 points, of a drawing beside title and message, or the title alone."""
_WIDE = (96.0, 84.0, 72.0, 62.0, 54.0)
"""The heights to try, in the same unit, of a drawing beside title, message and summary."""
_GAP = 16.0
"""The least distance between words and drawing, in points for text of 12 points."""
_EDGE = 3.5
"""The distance of the drawing from the edges of its background, in points."""
_WHITE = 6 * MM - _EDGE
"""The free height at the upper edge of such a page, in points, less the `_EDGE` that a drawing keeps anyway."""
_BELOW = 3
"""On a page without a header, the least distance in grid steps of the background's edge from the words on it, and from
the words under it."""
_LEAST = 8.0
"""The least free height of a page for a larger opening, in points for text of 12 points."""

Lay = Callable[[LayoutContext, tuple[Node, ...], Column, Tag], list[Box]]


def opening_boxes(context: LayoutContext, group: Group, column: Column, tag: Tag, lay: Lay) -> list[Box]:
    """The boxes of an opening; `widen` of the first makes larger boxes to replace them."""
    opening = _Opening(context, group, column, lay)
    boxes = opening.close(tag)
    boxes[0].span, boxes[0].widen = len(boxes), partial(opening.roomier, tag, len(tag.children), boxes)
    return boxes


class _Opening:
    """Words and drawing of one opening, and the ways to set them."""

    def __init__(self, context: LayoutContext, group: Group, column: Column, lay: Lay) -> None:
        self.context, self.column, self.lay, self.drawing = context, column, lay, group.drawing
        heading, *words = group.children
        told = len(words) > 1
        self.said: tuple[Node, ...] = (heading, *words[:1]) if told else (heading,)
        self.rest: tuple[Node, ...] = tuple(words[1:] if told else words)
        self.on_field = context.design.opening == "field"
        practice = context.header_footer.practice
        self.headed = bool(has_page_header(context) or practice.each or practice.name)
        self.bilingual = context.document.beside is not None
        self.height = 0.0
        """The height that was tried for the drawing as set, in points for text of 12 points."""

    def close(self, tag: Tag) -> list[Box]:
        """The boxes of title and message, beside a drawing if that adds no height, and of the other words below."""
        before = len(tag.children)
        boxes = self._set(self.said, self.column, tag)
        fewest = stacked_height(boxes)
        both = len(self.said) > 1
        ways = [(nodes, it) for it in _HEIGHTS for nodes in ((self.said, self.said[:1]) if both else (self.said,))]
        for nodes, height in () if self.bilingual else ways:
            drawn = self._beside(nodes, height, fewest, self.said[len(nodes) :])
            if drawn:
                boxes, tag.children[before:] = drawn[0], drawn[1]
                self.height = height
                break
        return [*self._grounded(boxes), *self._under(tag)]

    def roomier(self, tag: Tag, end: int, close: list[Box], used: float, free: float) -> list[Box]:
        """The boxes with all words, or the first, beside a larger drawing, if they fit into `used` + `free` points.

        Otherwise the boxes `close`, with more space below the words. `end` is the number of tags after `close`.
        """
        everything = (*self.said, *self.rest)
        ways = [(everything, it) for it in _WIDE] + [(self.said, it) for it in _HEIGHTS if it > self.height]
        for nodes, height in () if self.bilingual or free < _LEAST * self.context.unit else ways:
            drawn = self._beside(nodes, height, used + free)
            if drawn is None:
                continue
            apart = Tag("Opening")
            under = self._under(apart) if nodes is self.said else self._clear()
            boxes, tags = [*self._grounded(drawn[0]), *under], [*drawn[1], *apart.children]
            if stacked_height(boxes) <= used + free:
                tag.children[end - len(tags) : end] = tags
                return _airier(boxes, self.context.rhythm.step, used + free - stacked_height(boxes))
        return _airier(close, self.context.rhythm.step, free)

    def _clear(self) -> list[Box]:
        """White space below a background that has all words on it, as `_under` has it above other words."""
        step = self.context.rhythm.step
        return [Box((_BELOW - 1) * step, keep=True)] if self.on_field and not self.headed else []

    def _under(self, tag: Tag) -> list[Box]:
        """The boxes of the words below title and message."""
        under = self.lay(self.context, self.rest, self.column, tag) if self.rest else []
        if under and self.on_field and not self.headed:
            under[0].before = max(under[0].before, _BELOW * self.context.rhythm.step)
        elif under and self.on_field and self.context.closest:
            under[0].before = 0.0
        return under

    def _beside(
        self, nodes: tuple[Node, ...], height: float, most: float, under: tuple[Node, ...] = ()
    ) -> tuple[list[Box], list[Tag]] | None:
        """The boxes of `nodes` beside a drawing of `height`, and of `under` below both, with their tags.

        None if they are higher than `most` points, or the drawing higher than the words. The drawing is at most a tenth
        larger than its own size.
        """
        context, drawing = self.context, self.drawing
        if drawing is None:
            return None
        scale, pad = context.unit * min(height / drawing.height, 1.1), 0.0 if under else self._pad()
        needed = drawing.height * scale + ((1 if under else 2) * _EDGE if self.on_field else 0.0)
        if needed > self._lead() + most + pad:
            return None
        apart = Tag("Opening")
        words = self.column.inset(0.0, drawing.width * scale + _GAP * context.unit)
        boxes = self._set(_unmarked(nodes), words, apart)
        room = self._lead() + stacked_height(boxes) + pad
        if needed > room:
            return None
        boxes[0].ops.append(self._drawn(drawing, scale, room + (_EDGE if under else 0.0)))
        boxes += self._set(under, self.column, apart)
        if stacked_height(boxes) > most + 0.01:
            return None
        return boxes, [it for it in apart.children if isinstance(it, Tag)]

    def _drawn(self, drawing: Drawing, scale: float, room: float) -> StrokeOp:
        """The drawing at the end side of the column, vertically centred in `room` points."""
        wide, tall = drawing.width * scale, drawing.height * scale
        lines = strokes(drawing, Frame(wide, 0.0, scale))
        x, y = self.column.x + self.column.width - wide, (room - tall) / 2 - self._lead()
        return StrokeOp(x, y, wide, tall, lines, opening_palette(self.context), scale, Artifact.LAYOUT)

    def _set(self, nodes: tuple[Node, ...], column: Column, tag: Tag) -> list[Box]:
        """The boxes of words one below the other, kept together; on a background with less space between them."""
        boxes = self.lay(self.context, nodes, column, tag) if nodes else []
        if self.on_field:
            for box in boxes:
                box.before = min(box.before, self.context.rhythm.step)
        return keep_together(boxes)

    def _grounded(self, boxes: list[Box]) -> list[Box]:
        """The boxes on the background of the opening, if there is one, kept with the next box."""
        boxes[-1].keep = True
        if not self.on_field:
            return boxes
        ground = Ground(self.context.palette.paper, None, None, 0.0, bleeds=True)
        boxes = [*boxes, Box(self._pad(), keep=True)]
        for box in boxes:
            box.ground = ground
        return boxes

    def _pad(self) -> float:
        """The height of the background below the words, in points."""
        rhythm = self.context.rhythm
        if not self.on_field:
            return 0.0
        return rhythm.paragraph if self.headed else max(rhythm.paragraph, _BELOW * rhythm.step)

    def _lead(self) -> float:
        """How many points a drawing may rise above the words: to the edge of the background or the printable area."""
        context = self.context
        if not self.on_field:
            return 0.0
        under = context.edges.under[context.design.header]
        return under if self.headed else max(under, top_without_header(context) - _WHITE)


def _unmarked(nodes: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(replace(it, mark=None) if isinstance(it, Heading) else it for it in nodes)


def _airier(boxes: list[Box], step: float, free: float) -> list[Box]:
    """Add a step of space below the words on the background and one below it, if `free` allows; returns the boxes."""
    below = [at for at, box in enumerate(boxes) if box.ground and box.ground.bleeds][-1:]
    for at in below if free >= step else ():
        boxes[at].height += step
        if at + 1 < len(boxes) and free >= 2 * step:
            boxes[at + 1].before += step
    return boxes
