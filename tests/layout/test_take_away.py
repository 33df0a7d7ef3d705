"""The sentence to take away: beside a bar, and further from what is above it where the page has the room."""

from __future__ import annotations

from dataclasses import replace

from worksheet_builder.document import Group, GroupRole, Paragraph, Role
from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import TextOp
from worksheet_builder.layout.fitting import fitted

from ..docx.samples import PLAIN, english, said

BEFORE = Group(GroupRole.BLOCK, (Paragraph(said("Some words. " * 20)),))
LAST = Group(GroupRole.BLOCK, (Paragraph(said("I can rest, and I can ask for help. " * 3), Role.TAKE_AWAY),))


def boxes() -> list[Box]:
    (page,) = fitted(replace(english(), nodes=(BEFORE, LAST)), PLAIN).pages
    return page.boxes


def test_its_lines_stand_beside_one_bar_and_clear_of_it() -> None:
    context = LayoutContext(english(), PLAIN)
    made = boxes()
    (ground,) = {box.ground for box in made} - {None}
    assert ground and ground.bar == context.palette.accent and ground.fill is None
    lines = [box for box in made if box.ground is ground]
    assert len(lines) > 1
    assert ground.hangs > 3.0, "the bar is 3 points wide"
    assert all(op.x == 0.0 for box in lines for op in box.ops if isinstance(op, TextOp))


def test_it_stands_apart_where_there_is_room() -> None:
    first = next(box for box in boxes() if box.ground)
    assert first.before >= 16.0
