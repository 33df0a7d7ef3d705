"""What a sheet opens with: a drawing where words leave it room, larger where the page does, and never a line more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.definitions.collections import opening_drawing, title_mark
from worksheet_builder.document import Answer, Group, GroupRole, Heading, Lines, Node, Paragraph, Role
from worksheet_builder.document.measures import MM
from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import StrokeOp, TextOp
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.layout.running_header import page_frames

from ..docx.samples import PLAIN, brand, english, said, signed

SHORT, LONG = "You say what counts.", "You say what counts, and nobody else does, whatever they may have written there."
SUMMARY = "Here you can note what happened, in a few words or in none."
REST = (Paragraph(said("A paragraph that fills the page. " * 12)),)


def opening(title: str = "A day", message: str = SHORT, drawing: str | None = "book-with-a-clasp") -> Group:
    words = (Heading(1, said(title), mark=title_mark("self-trust")), Paragraph(said(message), Role.MESSAGE))
    drawn = opening_drawing("self-trust", drawing) if drawing else None
    return Group(GroupRole.OPENING, (*words, Paragraph(said(SUMMARY), Role.SUMMARY)), drawn)


def boxes_of(*nodes: Node, wide: bool = False, density: int = 3) -> list[Box]:
    document = replace(english(), nodes=nodes)
    if wide:
        return fitted(document, PLAIN).pages[0].boxes
    return Layout.of(LayoutContext(document, PLAIN, density=density)).boxes


def height(boxes: list[Box]) -> float:
    return sum(box.height + (box.before if at else 0.0) for at, box in enumerate(boxes))


def drawn(boxes: list[Box]) -> list[StrokeOp]:
    return [op for box in boxes for op in box.ops if isinstance(op, StrokeOp)]


@pytest.mark.parametrize("density", range(8))
@pytest.mark.parametrize("message", [SHORT, LONG])
@pytest.mark.parametrize(
    "title", ["A day", "A rather long title of a sheet", "A title that no line of any page can hold whole"]
)
def test_a_drawing_takes_no_line_more(title: str, message: str, density: int) -> None:
    beside = boxes_of(opening(title, message), density=density)
    alone = boxes_of(opening(title, message, drawing=None), density=density)
    assert height(beside) == pytest.approx(height(alone))
    assert len(drawn(beside)) == 1


def test_a_message_that_would_take_a_line_more_beside_it_stands_under_it_in_the_whole_column() -> None:
    message = "You say what counts, and nobody else does, whatever they have written"
    boxes = boxes_of(opening(message=message))
    room = {it.line.text: it.width for box in boxes for it in box.ops if isinstance(it, TextOp)}
    whole = LayoutContext(english(), PLAIN).column.width
    assert room["A day"] < drawn(boxes)[0].x < whole
    assert room[message] == whole
    assert drawn(boxes)[0].height >= 60.0, "nearly as large as beside a short message"


def test_on_a_ground_it_is_filled_with_more_of_the_hue() -> None:
    (op,) = drawn(boxes_of(opening()))
    assert op.palette == PLAIN.palette.in_opening() != PLAIN.palette


def test_it_is_as_large_as_the_words_leave_room_for() -> None:
    close = "You decide what counts, and nobody else."
    said = (("A day", "You decide."), ("A title that nearly fills one line of it", close))
    heights = [drawn(boxes_of(opening(title, message, "map")))[0].height for title, message in said]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


@pytest.mark.parametrize("density", range(8))
def test_where_nobody_is_named_above_it_it_reaches_into_the_margin_but_not_to_the_edge_of_the_paper(
    density: int,
) -> None:
    message = "You decide what counts, and what to leave out of it."
    document = replace(english(), nodes=(opening(message=message, drawing="map"),))
    named = signed(document, brand())
    alone, under = (
        LayoutContext(document, PLAIN, density=density),
        LayoutContext(named, replace(brand(), design=PLAIN.design), density=density),
    )
    (free,), (held,) = (drawn(Layout.of(context).boxes) for context in (alone, under))
    assert free.y < held.y and free.height >= held.height
    assert page_frames(alone).first.top + free.y >= 6 * MM - 0.01


def test_it_stands_beside_the_words_and_never_under_them() -> None:
    boxes = boxes_of(opening(), wide=True)
    (op,) = drawn(boxes)
    for box in boxes[: boxes[0].span]:
        for text in (it for it in box.ops if isinstance(it, TextOp)):
            assert text.x + text.line.width <= op.x


def test_where_the_page_has_room_it_is_larger_and_the_summary_stands_beside_it_too() -> None:
    nodes = (opening(message=LONG, drawing="boat-on-waves"), *REST)
    small, large = (drawn(boxes_of(*nodes, wide=wide, density=0))[0].height for wide in (False, True))
    assert large > small * 1.2


def test_it_is_not_made_larger_where_something_would_have_to_move() -> None:
    for many in range(8, 16):
        nodes = (opening(), *REST * many)
        document = replace(english(), nodes=nodes)
        usual, made = Layout.of(LayoutContext(document, PLAIN)), fitted(document, PLAIN)
        if made.context.density == 0:
            assert [len(page.boxes) for page in made.pages[1:]] == [len(page.boxes) for page in usual.pages[1:]]
        assert all(page.used <= page.height + 0.01 for page in made.pages)


def test_its_ground_reaches_from_edge_to_edge_unless_nothing_is_filled() -> None:
    assert all(box.ground and box.ground.bleeds for box in boxes_of(opening())[:2])
    plain = replace(PLAIN, design=PLAIN.design.unfilled())
    document = replace(english(), nodes=(opening(),))
    assert not any(box.ground for box in Layout.of(LayoutContext(document, plain)).boxes)


def test_easy_read_keeps_its_air_where_another_sheet_gives_up_room() -> None:
    asked = [Group(GroupRole.BLOCK, (Paragraph(said(f"What was {at}?"), Role.PROMPT), _lines(at))) for at in range(16)]
    document = replace(english(), nodes=(opening(), *asked))
    assert fitted(document, PLAIN).context.sparing > 0
    assert fitted(replace(document, easy_read=True), PLAIN).context.sparing == 0


def _lines(at: int) -> Answer:
    return Answer(f"every-node.q{at}", said(f"What was {at}?"), Lines(3))


def test_room_that_is_left_is_air_under_the_words_of_an_opening() -> None:
    nodes = (opening(drawing=None), *REST)
    usual, airier = (boxes_of(*nodes, density=0), boxes_of(*nodes, wide=True))
    at = next(at for at, box in enumerate(usual) if not box.ops)
    assert airier[at].height > usual[at].height
    assert airier[at + 1].before > usual[at + 1].before


def test_a_little_room_is_used_for_a_larger_drawing_beside_title_and_message_alone() -> None:
    """A message over the whole width leaves a drawing no room; broken in two it does, where the page has that line."""
    message = "You say what counts, and nobody else does, whatever they have written"
    group = opening(message=message, drawing="boat-on-waves")
    summary = Paragraph(said(SUMMARY * 5), Role.SUMMARY)  # too long to stand beside the drawing as well
    nodes = (replace(group, children=(*group.children[:-1], summary)), *REST * 9)
    usual = Layout.of(LayoutContext(replace(english(), nodes=nodes), PLAIN, density=0))
    first = usual.pages[0].boxes
    assert first[0].widen
    line = next(box.height for box in first if box.ops)
    for free, larger in ((line, True), (0.0, False)):
        boxes = first[0].widen(height(first[: first[0].span]), free)
        assert (drawn(boxes)[0].height > drawn(first)[0].height) == larger
        assert height(boxes) <= height(first[: first[0].span]) + free + 0.01
