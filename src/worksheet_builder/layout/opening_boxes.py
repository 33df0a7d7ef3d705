"""The opening of a sheet: title, what carries it and what it is, on the paper of its collection, beside a drawing.

It takes hardly more room than the words: a drawing stands where these leave it room, as large as they do, and else the
small mark of the collection at the end of the title. Where the first page has room left, the opening is made again,
or has more air under its words.
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
from .first_page_header import has_page_header
from .pictured_boxes import opening_palette
from .tag_tree import Tag

_HEIGHTS = (72.0, 60.0, 50.0, 40.0, 36.0)
"""How high the drawing may be beside title and message, or the title alone, where text has 12 points."""
_WIDE = (96.0, 84.0, 72.0, 62.0)
"""The same beside the summary as well."""
_GAP = 16.0
"""How far the words keep from the drawing, at least, where text has 12 points."""
_EDGE = 5.0
"""How far the drawing keeps from the edges of its ground."""
_HIGHER = 6.0
"""How far words at the head of a page that names no practice stand above the margin of the design, in points."""
_WHITE = 8 * MM - _EDGE
"""What is left free at the upper edge of such a page, but for the edge that a drawing keeps anyway."""
_LEAST = 8.0
"""The points of a page that have to be free before the opening is made larger."""

Lay = Callable[[LayoutContext, tuple[Node, ...], Column, Tag], list[Box]]


def opening_boxes(context: LayoutContext, group: Group, column: Column, tag: Tag, lay: Lay) -> list[Box]:
    """The boxes of an opening; the first can be asked for larger ones in their place."""
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
        self.bilingual = context.document.beside is not None

    def close(self, tag: Tag) -> list[Box]:
        """Title and message, beside a drawing if that takes no line more, and what follows under them."""
        before = len(tag.children)
        boxes = self._set(self.said, self.column, tag)
        fewest = stacked_height(boxes)
        both = len(self.said) > 1
        ways = [(nodes, it) for it in _HEIGHTS for nodes in ((self.said, self.said[:1]) if both else (self.said,))]
        for nodes, height in () if self.bilingual else ways:
            drawn = self._beside(nodes, height, fewest, self.said[len(nodes) :])
            if drawn:
                boxes, tag.children[before:] = drawn[0], drawn[1]
                break
        under = self.lay(self.context, self.rest, self.column, tag) if self.rest else []
        if under and self.on_field and self.context.closest:
            under[0].before = 0.0
        return [*self._grounded(boxes), *under]

    def roomier(self, tag: Tag, end: int, close: list[Box], used: float, free: float) -> list[Box]:
        """The same with all words beside the drawing, where so many points more than it used are not too many.

        Else it is as it was, with as much of them under its words as is given to no answer.
        """
        for height in () if self.bilingual or free < _LEAST * self.context.unit else _WIDE:
            drawn = self._beside((*self.said, *self.rest), height, used + free)
            boxes = self._grounded(drawn[0]) if drawn else []
            if drawn and stacked_height(boxes) <= used + free:
                tag.children[end - len(drawn[1]) : end] = drawn[1]
                return _airier(boxes, self.context.rhythm.step, used + free - stacked_height(boxes))
        return _airier(close, self.context.rhythm.step, free)

    def _beside(
        self, nodes: tuple[Node, ...], height: float, most: float, under: tuple[Node, ...] = ()
    ) -> tuple[list[Box], list[Tag]] | None:
        """The boxes of words beside the drawing, so high, and of those under both, with their tags.

        None where they take more than they may, or the drawing does; it is hardly ever larger than it is kept.
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
        """The drawing at the end of the column, in the middle of its room."""
        wide, tall = drawing.width * scale, drawing.height * scale
        lines = strokes(drawing, Frame(wide, 0.0, scale))
        x, y = self.column.x + self.column.width - wide, (room - tall) / 2 - self._lead()
        return StrokeOp(x, y, wide, tall, lines, opening_palette(self.context), scale, Artifact.LAYOUT)

    def _set(self, nodes: tuple[Node, ...], column: Column, tag: Tag) -> list[Box]:
        """Words under each other, each a little nearer to the title than paragraphs are."""
        boxes = self.lay(self.context, nodes, column, tag) if nodes else []
        if self.on_field:
            for box in boxes:
                box.before = min(box.before, self.context.rhythm.step)
        return keep_together(boxes)

    def _grounded(self, boxes: list[Box]) -> list[Box]:
        """The boxes on their ground, if there is one, held to what follows."""
        boxes[-1].keep = True
        if not self.on_field:
            return boxes
        ground = Ground(self.context.palette.paper, None, None, 0.0, bleeds=True)
        boxes = [*boxes, Box(self._pad(), keep=True)]
        for box in boxes:
            box.ground = ground
        return boxes

    def _pad(self) -> float:
        """What the ground reaches below the words."""
        return self.context.rhythm.paragraph if self.on_field else 0.0

    def _lead(self) -> float:
        """How far a drawing may reach above the words: to the edge of their ground, or of what is printed."""
        context, practice = self.context, self.context.header_footer.practice
        if not self.on_field:
            return 0.0
        under = context.edges.under[context.design.header]
        if has_page_header(context) or practice.each or practice.name:
            return under
        return max(under, context.design.margins.top * MM - _HIGHER - _WHITE)


def _unmarked(nodes: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(replace(it, mark=None) if isinstance(it, Heading) else it for it in nodes)


def _airier(boxes: list[Box], step: float, free: float) -> list[Box]:
    """The boxes with a step more under the words on their ground, and one under that, as far as there is room."""
    below = [at for at, box in enumerate(boxes) if box.ground and box.ground.bleeds][-1:]
    for at in below if free >= step else ():
        boxes[at].height += step
        if at + 1 < len(boxes) and free >= 2 * step:
            boxes[at + 1].before += step
    return boxes
