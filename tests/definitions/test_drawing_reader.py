"""The drawings that come with the tool, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.definitions.drawing_reader import drawing_names, read_drawing, stored_drawing
from worksheet_builder.document.drawings import Drawing, Frame, Pen, Stroke, strokes, to_mirror
from worksheet_builder.docx.drawing_markup import Cut, svg
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.html.picture_figures import beside
from worksheet_builder.layout.display_list import Artifact, StrokeOp
from worksheet_builder.pdf.content_stream import PageContent
from worksheet_builder.pdf.embedded_fonts import DocumentFonts

from ..docx.samples import PLAIN
from ..ink import lines, points

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
    stored, drawn = stored_drawing(name), lines(name)
    assert any(line.pen is Pen.MAIN for line in drawn)
    for line in drawn:
        for x, y in points(line):
            assert 0 <= x <= stored.width and 0 <= y <= stored.height, line


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


def is_tick(line: Stroke) -> bool:
    """Whether a stroke goes a little down and then further up, both to the side where lines of English end."""
    if line.pen is not Pen.MAIN or [name for name, _ in line.steps] != ["M", "L", "L"]:
        return False
    (_, (x, y)), (_, (low, bottom)), (_, (end, top)) = line.steps
    return x < low < end and bottom > y and 1.3 < (bottom - top) / (bottom - y) < 3.0 and end - low > low - x


def drawn(name: str) -> tuple[Stroke, ...]:
    stored = stored_drawing(name)
    return strokes(stored.beside(), Frame(stored.width, 0.0, 1.0))


def test_every_tick_keeps_its_direction_where_drawings_are_mirrored() -> None:
    ticked = {name for name in drawing_names() if any(map(is_tick, drawn(name)))}
    assert {"tick", "list", "week", "three-trays", "yes-and-no", "signs-to-point-at"} <= ticked
    assert not [name for name in ticked if any(is_tick(it) and not it.as_drawn for it in drawn(name))]


def test_a_mirrored_drawing_shows_a_tick_in_its_place_as_it_was_drawn() -> None:
    *_, tick = drawn("list")[:3]
    (turned,) = to_mirror([tick])
    assert turned.extent == tick.extent
    width = stored_drawing("list").width
    assert is_tick(Stroke(tick.pen, tuple((name, (width - x, y)) for name, (x, y) in turned.steps)))


def test_each_format_mirrors_so() -> None:
    """The middle of the tick of this drawing is at 32.5 of 64 points."""
    stored = stored_drawing("tick")
    shown = beside(stored.beside(), flipped=True)
    assert "M46.4 33L36.8 43.5L18.6 21.5" in shown and "M46.4 33" not in beside(stored.beside(), flipped=False)
    word = svg(drawn("tick"), Cut(0.0, 0.0, 64.0, 64.0), PLAIN.palette, 1.0, flipped=True).decode()
    assert "M46.40 33.00 L36.80 43.50 L18.60 21.50" in word
    page = PageContent(0, 64.0, DocumentFonts())
    page.draw([StrokeOp(0.0, 0.0, 64.0, 64.0, drawn("tick"), PLAIN.palette, 1.0, Artifact.LAYOUT, flipped=True)])
    assert "46.40 33.00 m 36.80 43.50 l 18.60 21.50 l" in page.stream().decode()


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_drawn_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    text, sentence = BROKEN[case]
    path = tmp_path / "broken.svg"
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        read_drawing(path)
    assert sentence in str(refused.value)
    assert refused.value.problems[0].place and refused.value.problems[0].place.line == 1
