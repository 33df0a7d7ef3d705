"""Cards to cut out: a dashed outline with a pair of scissors on it, and a dotted line where the card is folded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from ..document.drawings import Circle, Drawing, Frame, Path, Pen, Point, strokes
from ..document.measures import CARD, CARD_PADDING, CARD_SPREAD
from .boxes import Box, Column, stacked_height
from .context import LayoutContext, stack
from .display_list import Artifact, DrawOp, RectangleOp, RuleOp, StrokeOp, TextOp, moved
from .tag_tree import Tag

Side = Callable[[Column, Tag], list[Box]]
"""A function that lays out one side of a card in a column."""

_WIDE, _TALL = CARD
_FACTORS = (1.0, 1.15, 1.3, 1.45, 1.6, 1.8, 2.0)
_LIFT = 6.0
"""Points that the scissors reach above the card."""

_SCISSORS = Drawing(
    (
        Circle(Point(3.4, 2.6), 2.3, Pen.FINE),
        Circle(Point(3.4, 9.4), 2.3, Pen.FINE),
        Path(Point(5.4, 3.8), (Point(17.0, 8.6),), Pen.LINE),
        Path(Point(5.4, 8.2), (Point(17.0, 3.4),), Pen.LINE),
    ),
    height=12.0,
)


def card_boxes(context: LayoutContext, sides: Sequence[Side], column: Column, tag: Tag) -> list[Box]:
    """The card as one box: of the size of a bank card if its text fits, else folded, else larger in the same shape."""
    most = column.width / _WIDE
    for factor in [it for it in _FACTORS if it < most] + [most]:
        faces, trial = _laid(context, sides, factor)
        tall = _TALL * factor - 2 * CARD_PADDING
        if sum(map(stacked_height, faces)) <= tall:
            return [_card(context, [_spread([*chain(*faces)], tall)], factor, column, tag, trial)]
        if len(faces) > 1 and max(map(stacked_height, faces)) <= tall:
            spread = _level([_spread(face, tall) for face in faces], tall)
            return [_card(context, spread, factor, column, tag, trial)]
    return [_card(context, [stack([*chain(*faces)])], factor, column, tag, trial)]


def _laid(context: LayoutContext, sides: Sequence[Side], factor: float) -> tuple[list[list[Box]], Tag]:
    trial = Tag("Div")
    inner = Column(0.0, _WIDE * factor - 2 * CARD_PADDING)
    faces = [side(inner, trial) for side in sides]
    for first, *_ in faces:
        first.before = 0.0
    return faces, trial


def _spread(boxes: list[Box], tall: float) -> Box:
    """One side of a card as one box, the height that is left added above its writing lines."""
    written = [box for box in boxes[1:] if any(isinstance(op, RuleOp | RectangleOp) for op in box.ops)]
    free = tall - stacked_height(boxes)
    for box in written:
        box.before += min(free / len(written), CARD_SPREAD)
    return stack(boxes)


def _level(faces: list[Box], tall: float) -> list[Box]:
    """The sides of a card, those that begin higher moved down to the first baseline of the lowest if it fits `tall`."""
    bases = [min((op.y for op in face.ops if isinstance(op, TextOp)), default=0.0) for face in faces]
    for face, base in zip(faces, bases, strict=True):
        down = max(bases) - base
        if base and face.height + down <= tall:
            face.height, face.ops = face.height + down, [moved(op, 0.0, down) for op in face.ops]
    return faces


def _card(context: LayoutContext, faces: list[Box], factor: float, column: Column, tag: Tag, trial: Tag) -> Box:
    tag.children.append(trial)
    wide, tall = _WIDE * factor, max(_TALL * factor, *(face.height + 2 * CARD_PADDING for face in faces))
    beside = len(faces) * wide <= column.width + 0.01
    steps = [((wide, 0.0) if beside else (0.0, tall))[at] for at in (0, 1)]
    whole = (wide + steps[0] * (len(faces) - 1), tall + steps[1] * (len(faces) - 1))
    line, left = context.palette.border, column.x + max(0.0, column.width - whole[0]) / 2
    ops: list[DrawOp] = [RectangleOp(left, _LIFT, *whole, Artifact.LAYOUT, stroke=line, dashed=True)]
    ops += [_fold(context, left, wide, tall, beside)] if len(faces) > 1 else []
    ops.append(_scissors(context, left + 12.0))
    for at, face in enumerate(faces):
        x, y = left + CARD_PADDING + at * steps[0], _LIFT + CARD_PADDING + at * steps[1]
        ops += [moved(op, x, y) for op in face.ops]
    return Box(whole[1] + _LIFT + 2.0, ops, before=2 * context.rhythm.step, place=faces[0].place)


def _fold(context: LayoutContext, x: float, wide: float, tall: float, beside: bool) -> StrokeOp:
    """The dotted line between two sides of a card, which are beside each other or one above the other."""
    end = Point(2.0, tall - 4.0) if beside else Point(wide - 4.0, 2.0)
    start = Point(2.0, 4.0) if beside else Point(4.0, 2.0)
    box = (x + wide - 2.0, _LIFT, 4.0, tall) if beside else (x, _LIFT + tall - 2.0, wide, 4.0)
    line = strokes(Drawing((Path(start, (end,), Pen.DOTTED),)), Frame(wide, 0.0, 1.0))
    return StrokeOp(*box, line, context.palette, 1.0, Artifact.LAYOUT)


def _scissors(context: LayoutContext, x: float) -> StrokeOp:
    drawn = strokes(_SCISSORS, Frame(18.0, 0.0, 1.0))
    return StrokeOp(x, 0.0, 18.0, 12.0, drawn, context.palette, 1.0, Artifact.LAYOUT)
