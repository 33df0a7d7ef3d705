"""Panels: on one page where they take up to half of it, else parted, with two boxes at least at each end."""

from __future__ import annotations

from dataclasses import replace

from worksheet_builder.document import Group, GroupRole, Paragraph
from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.fitting import Layout

from ..docx.samples import PLAIN, english, said


def panel(lines: int) -> tuple[list[Box], float]:
    """The boxes of a panel of so many short paragraphs, and half the height of its page."""
    nodes = tuple(Paragraph(said(f"Line {number}.")) for number in range(lines))
    context = LayoutContext(replace(english(), nodes=(Group(GroupRole.PANEL, nodes),)), PLAIN)
    return Layout.of(context).boxes, context.page_height / 2


def height(boxes: list[Box]) -> float:
    return sum(box.height + box.before for box in boxes)


def test_a_panel_may_be_parted_from_the_line_on_that_takes_it_over_half_a_page() -> None:
    lines = next(lines for lines in range(1, 60) if height(panel(lines)[0]) > panel(lines)[1])
    most, half = panel(lines - 1)
    assert height(most) <= half
    assert [box.keep for box in most] == [True] * (len(most) - 1) + [False]
    parted, _ = panel(lines)
    assert [box.keep for box in parted] == [True, True] + [False] * (len(parted) - 4) + [True, False]
