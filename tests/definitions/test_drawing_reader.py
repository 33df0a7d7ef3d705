"""The drawings that come with the tool, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.definitions.drawing_reader import drawing_names, read_drawing, stored_drawing
from worksheet_builder.document.drawings import Drawing, Frame, Pen, strokes
from worksheet_builder.foundation.problems import Refused

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'
BROKEN = {
    "no size": ("<svg xmlns='http://www.w3.org/2000/svg'/>", "does not say how large"),
    "no pen": (SVG.format('<path d="M0 0 L5 5"/>'), "‘nothing’ is not a pen"),
    "unknown pen": (SVG.format('<circle class="red" cx="5" cy="5" r="3"/>'), "‘red’ is not a pen"),
    "letters": (SVG.format('<text class="main">Stop</text>'), "‘text’ is not drawn"),
    "turned": (SVG.format('<path class="main" transform="rotate(4)" d="M0 0 L5 5"/>'), "no transforms"),
    "no drawing": ("<svg", "not an SVG file"),
}


@pytest.mark.parametrize("name", drawing_names())
def test_a_drawing_stays_within_its_size(name: str) -> None:
    stored = stored_drawing(name)
    drawn = strokes(Drawing(stored.at(stored.width / 2, 0.0), stored.height), Frame(stored.width, 0.0, 1.0))
    assert any(line.pen is Pen.MAIN for line in drawn)
    for line in drawn:
        left, top, right, bottom = line.extent
        assert left >= 0 and top >= 0 and right <= stored.width and bottom <= stored.height, line


def test_a_curve_and_its_mirror_are_read_with_their_pens(tmp_path: Path) -> None:
    path = tmp_path / "bow.svg"
    path.write_text(
        SVG.format('<path class="main" d="M10 10 q 10 -6 20 0 z"/><circle class="solid" cx="20" cy="10" r="2"/>')
    )
    bow, dot = strokes(Drawing(read_drawing(path).at(0.0, 0.0), 20.0), Frame(0.0, 0.0, 1.0))
    assert (bow.pen, dot.pen) == (Pen.MAIN, Pen.SOLID)
    assert bow.steps[0] == ("M", (-10.0, 10.0))
    assert bow.steps[1] == ("C", (-3.333, 6.0, 3.333, 6.0, 10.0, 10.0))
    assert bow.steps[-1][0] == "Z"
    assert dot.extent == (-2.0, 8.0, 2.0, 12.0)


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_drawn_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    text, sentence = BROKEN[case]
    path = tmp_path / "broken.svg"
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        read_drawing(path)
    assert sentence in str(refused.value)
    assert refused.value.problems[0].place and refused.value.problems[0].place.line == 1
