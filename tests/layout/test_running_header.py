"""The header from the second page on: the small drawing of the sheet and then its title, at the start of the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.definitions.collections import opening_drawing
from worksheet_builder.document import Group, GroupRole, Heading, Paragraph
from worksheet_builder.foundation.languages import Language
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import StrokeOp, TextOp
from worksheet_builder.layout.running_header import header_footer
from worksheet_builder.layout.tag_tree import Tag

from ..docx.samples import PLAIN, brand, english, said, signed


@pytest.mark.parametrize("drawing", ["map", "candle", "seedling"])
@pytest.mark.parametrize("tag", ["en", "he"])
def test_the_title_stands_six_points_after_a_drawing_that_stays_in_the_margin(tag: str, drawing: str) -> None:
    opening = Group(GroupRole.OPENING, (Heading(1, said("A day", tag)),), opening_drawing("self-trust", drawing))
    document = replace(
        english(), language=Language.of(tag), title=said("A day", tag), nodes=(opening, Paragraph(said("Rest.", tag)))
    )
    context = LayoutContext(document, PLAIN)
    ops = header_footer(context, 1, 2, False, Tag("Document"))
    (small,) = (it for it in ops if isinstance(it, StrokeOp))
    title = next(it for it in ops if isinstance(it, TextOp) and it.line.text == "A day")
    edge, line = context.side, context.line_style("running")
    if context.rtl:
        assert small.x + small.width == pytest.approx(context.page_width - edge)
        assert title.x + title.width == pytest.approx(small.x - 6.0)
    else:
        assert small.x == pytest.approx(edge)
        assert title.x == pytest.approx(small.x + small.width + 6.0)
    assert small.height <= 1.55 * line.leading + 0.01 and small.width <= 2.4 * line.leading + 0.01
    assert small.height == pytest.approx(1.55 * line.leading) or small.width == pytest.approx(2.4 * line.leading)
    assert small.y < title.y - line.style.size * 0.42 < small.y + small.height


@pytest.mark.parametrize("named", [False, True])
def test_where_title_and_drawing_have_no_room_beside_the_practice_the_drawing_is_left_out(named: bool) -> None:
    """The practice stands at the end of the line, thirty points from a title with its drawing, or more."""
    drawing, found = opening_drawing("self-trust", "map"), []
    for letters in range(1, 150):
        title = said("A day" + " i" * letters)
        document = replace(english(), title=title, nodes=(Group(GroupRole.OPENING, (Heading(1, title),), drawing),))
        context = LayoutContext(signed(document, brand()) if named else document, PLAIN)
        small, *ops = sorted(header_footer(context, 1, 2, False, Tag("Document")), key=lambda it: it.x)
        found.append(isinstance(small, StrokeOp))
        end = context.side + context.column.width
        texts = {op.line.text: op for op in ops if isinstance(op, TextOp)}
        if named:
            practice = context.header_footer.practice.each or context.header_footer.practice.name
            beside = texts[practice.plain() if practice else ""]
            assert beside.x + beside.width == pytest.approx(end)
            end = beside.x - 30.0
        drawn = texts.get(title.plain())
        assert not found[-1] or (drawn and drawn.x + drawn.line.width <= end + 0.01)
    assert found == sorted(found, reverse=True) and len({*found}) == 2
