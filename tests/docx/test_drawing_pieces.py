"""A drawing in pieces, one for each row beside it: each piece has the strokes that lie in it or touch its edge."""

from __future__ import annotations

import pytest

from worksheet_builder.document.drawings import Drawing, Frame, Path, Pen, Point, strokes
from worksheet_builder.docx.drawing_markup import Cut, svg

from .samples import PLAIN

PIECE = Cut(10.0, 20.0, 30.0, 40.0)
"""From 10 to 40 across, from 20 to 60 down."""


@pytest.mark.parametrize(
    ("start", "end", "drawn"),
    [
        ((15.0, 25.0), (35.0, 55.0), True),
        ((0.0, 40.0), (90.0, 40.0), True),
        ((0.0, 40.0), (10.0, 40.0), True),
        ((0.0, 40.0), (9.9, 40.0), False),
        ((40.0, 40.0), (90.0, 40.0), True),
        ((40.1, 40.0), (90.0, 40.0), False),
        ((25.0, 0.0), (25.0, 20.0), True),
        ((25.0, 0.0), (25.0, 19.9), False),
        ((25.0, 60.0), (25.0, 90.0), True),
        ((25.0, 60.1), (25.0, 90.0), False),
    ],
)
def test_a_stroke_that_touches_the_edge_of_a_piece_is_in_it(
    start: tuple[float, float], end: tuple[float, float], drawn: bool
) -> None:
    line = Path(Point(*start), (Point(*end),), Pen.LINE)
    lines = strokes(Drawing((line,)), Frame(100.0, 0.0, 1.0))
    assert (b"<path" in svg(lines, PIECE, PLAIN.palette, 1.0, flipped=False)) is drawn
