"""What is drawn under a title begins where the title does, or stands in the middle with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from worksheet_builder.document import Heading
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import RectangleOp, RuleOp
from worksheet_builder.layout.fitting import Layout

from ..docx.samples import PLAIN, design, english, said


@pytest.mark.parametrize(
    ("title", "align", "drawn"),
    [
        ("ornament", "start", [(0.0, 30.0), (36.3, 39.7), (44.3, 47.7), (52.3, 55.7), (62.0, 92.0)]),
        ("ornament", "centre", [(-46.0, -16.0), (-9.7, -6.3), (-1.7, 1.7), (6.3, 9.7), (16.0, 46.0)]),
        ("bar", "start", [(0.0, 54.0)]),
        ("bar", "centre", [(-27.0, 27.0)]),
        ("rule", "centre", [(-32.0, 32.0)]),
    ],
)
def test_from_the_start_of_the_column_or_from_its_middle(
    title: Literal["ornament", "bar", "rule"], align: Literal["start", "centre"], drawn: list[tuple[float, float]]
) -> None:
    branded = replace(PLAIN, design=design(title=title, title_align=align))
    context = LayoutContext(replace(english(), nodes=(Heading(1, said("A day"), 1),)), branded)
    ops = (op for box in Layout.of(context).boxes for op in box.ops if isinstance(op, RuleOp | RectangleOp))
    origin = context.column.x + (context.column.width / 2 if align == "centre" else 0.0)
    found = [place for op in ops for place in (op.x - origin, op.x + op.width - origin)]
    assert sorted(found) == pytest.approx([place for each in drawn for place in each])
