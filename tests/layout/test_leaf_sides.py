"""Pages to hand to other people: where one takes several, each says which of them it is; a single one says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.document import Answer, Group, GroupRole, Heading, Lines, Paragraph, Role
from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.leaf_sides import leaf_sides
from worksheet_builder.layout.node_boxes import node_boxes
from worksheet_builder.layout.pagination import Page
from worksheet_builder.layout.running_header import PageFrame
from worksheet_builder.layout.tag_tree import Tag

from ..docx.samples import PLAIN, english, said

BARE, USUAL = PageFrame(50.0, 700.0, bare=True), PageFrame(50.0, 700.0)
LEAVES = tuple(Group(GroupRole.LEAF, (Heading(1, said(title), 1),)) for title in ("For the ward", "For a friend"))


def page(frame: PageFrame, opens: bool = True) -> Page:
    made = Page(frame)
    made.add(Box(100.0, opens_page=opens))
    return made


@pytest.mark.parametrize(
    ("lengths", "told"),
    [
        ((1,), {}),
        ((2,), {1: "For the ward, 1 of 2", 2: "For the ward, 2 of 2"}),
        ((3,), {1: "For the ward, 1 of 3", 2: "For the ward, 2 of 3", 3: "For the ward, 3 of 3"}),
        ((1, 2), {2: "For a friend, 1 of 2", 3: "For a friend, 2 of 2"}),
        ((2, 1), {1: "For the ward, 1 of 2", 2: "For the ward, 2 of 2"}),
    ],
)
def test_pages_behind_one_of_the_sheet(lengths: tuple[int, ...], told: dict[int, str]) -> None:
    sheet = replace(english(), nodes=LEAVES[: len(lengths)])
    bare = [page(BARE, opens=at == 0) for length in lengths for at in range(length)]
    sides = leaf_sides(sheet, [page(USUAL), *bare])
    assert {at: f"{it.title.plain()}, {it.number} of {it.count}" for at, it in sides.items()} == told


def test_the_credit_of_a_page_for_staff_stands_clear_of_its_last_line() -> None:
    """As far as a question does, and further than running text, which would look like a word to the line above it."""
    room = Group(GroupRole.BLOCK, (Answer("sheet.afterwards", said("Afterwards"), Lines(1)),))
    credit = Group(GroupRole.BLOCK, (Paragraph(said("Text from here."), Role.FINE),))
    context = LayoutContext(english(), PLAIN)
    *_, last = node_boxes(context, (room, credit), context.column, Tag("Div"))
    assert last.before == context.rhythm.question > context.rhythm.aside
