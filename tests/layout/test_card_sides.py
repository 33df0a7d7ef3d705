"""The sides of a card that has two: beside each other where the column is wide enough, else one above the other."""

from __future__ import annotations

import pytest

from worksheet_builder.document.measures import CARD, CARD_PADDING
from worksheet_builder.layout.boxes import Box, Column
from worksheet_builder.layout.card_boxes import card_boxes
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import Artifact, DrawOp, RectangleOp, RuleOp, StrokeOp, TextOp
from worksheet_builder.layout.tag_tree import Tag

from ..docx.samples import PLAIN, english, said

WIDE, TALL = CARD
FULL = TALL - 2 * CARD_PADDING
"""The height of what fills a side."""


def card(room: float, *heights: float) -> list[DrawOp]:
    """A card in a column so wide, with sides so high; each has one rule on it."""
    context = LayoutContext(english(), PLAIN)

    def side(height: float) -> list[Box]:
        rule = RuleOp(0.0, 5.0, 50.0, 1.0, context.palette.ink, Artifact.LAYOUT)
        return [Box(height, [rule])]

    sides = [lambda column, tag, high=height: side(high) for height in heights]
    (box,) = card_boxes(context, sides, Column(10.0, room), Tag("Div"))
    return box.ops


def cut(ops: list[DrawOp]) -> RectangleOp:
    """The line to cut along."""
    return next(op for op in ops if isinstance(op, RectangleOp))


@pytest.mark.parametrize(
    ("room", "across", "down"),
    [(2 * WIDE, WIDE, 0.0), (2 * WIDE + 60.0, WIDE, 0.0), (2 * WIDE - 1.0, 0.0, TALL), (WIDE + 1.0, 0.0, TALL)],
)
def test_the_second_side_is_as_far_from_the_first_as_a_card_is_wide_or_high(
    room: float, across: float, down: float
) -> None:
    ops = card(room, FULL, FULL - 10.0)
    first, second = (op for op in ops if isinstance(op, RuleOp))
    edge = cut(ops)
    assert (first.x - edge.x, first.y - edge.y) == pytest.approx((CARD_PADDING, CARD_PADDING + 5.0))
    assert (second.x - first.x, second.y - first.y) == pytest.approx((across, down))
    assert (edge.width, edge.height) == pytest.approx((WIDE + across, TALL + down))


@pytest.mark.parametrize("room", [2 * WIDE, WIDE + 1.0])
def test_the_line_to_fold_along_is_in_the_middle(room: float) -> None:
    ops = card(room, FULL, FULL)
    edge, fold = cut(ops), next(op for op in ops if isinstance(op, StrokeOp))
    (line,) = fold.strokes
    left, top, right, bottom = line.extent
    start, end = (fold.x + left, fold.y + top), (fold.x + right, fold.y + bottom)
    if room == 2 * WIDE:
        assert start == pytest.approx((edge.x + WIDE, edge.y + 4.0))
        assert end == pytest.approx((edge.x + WIDE, edge.y + TALL - 4.0))
    else:
        assert start == pytest.approx((edge.x + 4.0, edge.y + TALL))
        assert end == pytest.approx((edge.x + WIDE - 4.0, edge.y + TALL))


def test_what_fits_on_one_side_is_not_folded() -> None:
    ops = card(2 * WIDE, FULL / 2, FULL / 2)
    assert (cut(ops).width, cut(ops).height) == pytest.approx((WIDE, TALL))
    assert len([op for op in ops if isinstance(op, StrokeOp)]) == 1, "the scissors alone"


@pytest.mark.parametrize(("spare", "moved"), [(20.0, 4.0), (3.0, 0.0)])
def test_two_sides_begin_on_one_baseline_if_the_card_has_the_room(spare: float, moved: float) -> None:
    context = LayoutContext(english(), PLAIN)
    style = context.line_style("ink")

    def side(down: float, height: float) -> list[Box]:
        word = context.setter.line(said("Tea"), style.style)
        return [Box(height, [TextOp(0.0, 10.0 + down, word.width, word, 12.0, style.colour, Artifact.LAYOUT)])]

    sides = [lambda column, tag: side(0.0, FULL - spare), lambda column, tag: side(4.0, FULL)]
    (box,) = card_boxes(context, sides, Column(0.0, 2 * WIDE), Tag("Div"))
    first, second = (op.y for op in box.ops if isinstance(op, TextOp))
    assert second - first == pytest.approx(4.0 - moved)
