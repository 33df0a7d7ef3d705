"""A phrase and its parallel text stand level in one box, unless it were higher than half a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.document import Paragraph
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.fitting import Layout

from ..docx.samples import PLAIN, english, said


@pytest.mark.parametrize(("sentences", "level"), [(1, True), (25, True), (60, False), (100, False)])
def test_long_words_are_parted_into_lines_that_pages_may_part(sentences: int, level: bool) -> None:
    words = replace(
        said("This is what happened. " * sentences), parallel=said("Esto es lo que pasó. " * sentences, "es")
    )
    context = LayoutContext(replace(english(), nodes=(Paragraph(words),)), PLAIN)
    boxes = Layout.of(context).boxes
    assert (len(boxes) == 1) is level
    assert all(box.height < context.page_height / 2 for box in boxes)
