"""Long words have hyphens in columns of less than thirteen ems, and none where they are strong or balanced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.layout.boxes import Column
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import TextOp
from worksheet_builder.layout.tag_tree import Tag
from worksheet_builder.text import TextStyle
from worksheet_builder.text.hyphenation import SOFT

from ..docx.samples import PLAIN, english, said

SIZE = 10.0


@pytest.mark.parametrize("balance", [False, True], ids=["running", "balanced"])
@pytest.mark.parametrize("strong", [False, True], ids=["regular", "strong"])
@pytest.mark.parametrize(("ems", "narrow"), [(5.0, True), (12.9, True), (13.0, False), (20.0, False)])
def test_words_in_a_column_are_parted_where_it_is_narrow_and_they_are_plain(
    ems: float, narrow: bool, strong: bool, balance: bool
) -> None:
    context = LayoutContext(english(), PLAIN)
    style = replace(context.line_style("ink"), style=TextStyle(SIZE, strong, balance))
    boxes = context.lines(said("Much misunderstanding"), style, Column(0.0, ems * SIZE), Tag("P"))
    words = "".join(op.line.text for box in boxes for op in box.ops if isinstance(op, TextOp))
    assert words.replace(SOFT, "") == "Much misunderstanding"
    assert (SOFT in words) is (narrow and not strong and not balance)
