"""The head of the first page: the logo where it is wanted, in its size, and nothing over anything else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from worksheet_builder.definitions.practice import Brand, Person
from worksheet_builder.document import Group, Paper, Style
from worksheet_builder.document.design import Header, LogoPlace, Margins
from worksheet_builder.document.drawings import Drawing, Path, Pen, Point
from worksheet_builder.document.measures import MM
from worksheet_builder.document.rhythm import CLOSEST, LAST
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import DrawOp, ImageOp, RectangleOp, StrokeOp, TextOp
from worksheet_builder.layout.first_page_header import page_header_height
from worksheet_builder.layout.running_header import header_footer, page_frames
from worksheet_builder.layout.tag_tree import Tag

from ..docx.samples import arabic, brand, design, english, opened, png, practice, said, signed

SHAPES = {"wide": (1600, 200), "tall": (200, 600), "tiny": (13, 40), "square": (300, 300)}


@cache
def logo_of(shape: str) -> bytes:
    return png(*SHAPES[shape])


PLACES: tuple[LogoPlace, ...] = ("left", "right", "above", "centre")


def context(logo: bytes | None, ground: Header = "rule", rtl: bool = False, **changes: object) -> LayoutContext:
    branded = Brand.of(practice(**changes), design(header=ground), Style.STANDARD, logo)
    return LayoutContext(signed(arabic() if rtl else english(), branded), branded)


def page(drawn: LayoutContext, index: int = 0) -> list[DrawOp]:
    return header_footer(drawn, index, 2, False, Tag("Document"))


def head(drawn: LayoutContext) -> tuple[ImageOp, list[TextOp]]:
    ops = [op for op in page(drawn) if op.y < 250]
    return next(op for op in ops if isinstance(op, ImageOp)), [op for op in ops if isinstance(op, TextOp)]


def foot(drawn: LayoutContext, index: int = 0) -> list[TextOp]:
    return [op for op in page(drawn, index) if isinstance(op, TextOp) and op.y > 600]


def box(op: ImageOp | TextOp) -> tuple[float, float, float, float]:
    """Left, top, right and foot."""
    if isinstance(op, ImageOp):
        return op.x, op.y, op.x + op.width, op.y + op.height
    return op.x, op.y - 0.75 * op.size, op.x + op.width, op.y + 0.2 * op.size


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
@pytest.mark.parametrize("ground", ["rule", "band", "solid", "plain"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("shape", SHAPES)
def test_logo_and_words_stay_apart_and_on_their_ground(shape: str, place: LogoPlace, ground: Header, rtl: bool) -> None:
    drawn = context(logo_of(shape), ground, rtl, logo_place=place, header=said("Confidential"))
    logo, words = head(drawn)
    boxes = [box(logo), *map(box, words)]
    assert not [1 for at, one in enumerate(boxes) for other in boxes[:at] if overlap(one, other)]
    left, right = drawn.side - 0.1, drawn.page_width - drawn.side + 0.1
    assert all(left <= one[0] and one[2] <= right for one in boxes)
    assert max(one[3] for one in boxes) + 2 * MM < page_frames(drawn).first.top
    grounds = [op for op in page(drawn) if isinstance(op, RectangleOp) and op.width == drawn.page_width]
    assert all(one[3] < op.y + op.height for op in grounds for one in boxes)


@pytest.mark.parametrize(
    ("shape", "changes", "millimetres"),
    [
        ("square", {}, 13),
        ("square", {"logo_height": 25}, 25),
        ("wide", {}, 11.6),
        ("wide", {"logo_holds_name": True, "strapline": None}, 13),
        ("wide", {"logo_place": "above"}, 13),
        ("tall", {}, 22),
        ("tall", {"logo_height": 15}, 15),
    ],
)
def test_the_height_is_what_is_asked_where_the_width_has_room(
    shape: str, changes: dict[str, object], millimetres: float
) -> None:
    logo, _ = head(context(logo_of(shape), **changes))
    assert logo.height / MM == pytest.approx(millimetres, abs=0.1)


@pytest.mark.parametrize(
    ("ground", "density", "above", "under", "text", "running", "foot"),
    [
        ("plain", 0, 10.5, 0.0, 4.5, 13.0, 11.0),
        ("rule", 0, 10.5, 3.0, 3.5, 13.0, 11.0),
        ("band", 0, 6.5, 5.0, 4.2, 13.0, 11.0),
        ("solid", 0, 6.5, 5.0, 4.2, 13.0, 11.0),
        ("plain", CLOSEST, 8.0, 0.0, 3.0, 9.0, 7.5),
        ("rule", CLOSEST, 8.0, 3.0, 2.5, 9.0, 7.5),
        ("band", CLOSEST, 4.0, 3.0, 3.5, 9.0, 7.5),
        ("solid", CLOSEST, 4.0, 3.0, 3.5, 9.0, 7.5),
    ],
)
def test_distances_from_edge_and_text_as_usual_and_where_all_is_set_as_close_as_may_be(
    ground: Header, density: int, above: float, under: float, text: float, running: float, foot: float
) -> None:
    """In millimetres: over the logo, under it to the foot of the head, from there to the text; then the baselines.

    Those are of the running header of a later page, from the upper edge, and of its last line, from the lower edge.
    """
    branded = Brand.of(practice(), design(header=ground), Style.STANDARD, logo_of("tall"))
    drawn = LayoutContext(signed(english(), branded), branded, density=density)
    logo, _ = head(drawn)
    lines = [op.y for op in page(drawn, 1) if isinstance(op, TextOp)]
    reached = page_header_height(drawn)
    found = (logo.y, reached - logo.y - logo.height, page_frames(drawn).first.top - reached)
    assert found == pytest.approx([it * MM for it in (above, under, text)], abs=0.1)
    assert (min(lines), drawn.page_height - max(lines)) == pytest.approx((running * MM, foot * MM), abs=0.1)


def test_a_name_that_stands_in_the_logo_is_said_and_not_printed() -> None:
    drawn = context(png(), logo_holds_name=True)
    logo, words = head(drawn)
    assert "Lindengarten Practice" not in [op.line.text for op in words]
    assert isinstance(logo.mark, Tag) and logo.mark.alt == "Lindengarten Practice"
    assert "Lindengarten Practice" in [op.line.text for op in page(drawn, 1) if isinstance(op, TextOp)]


def test_people_never_share_a_line_with_an_address_or_a_way_to_reach_them() -> None:
    people = tuple(Person(f"{name} Example", said("clinical psychologist in training")) for name in ("A", "B", "C"))
    lines = [op.line.text for op in foot(context(None, people=people))]
    assert [line for line in lines if "Garden Row" in line or "@" in line or "Sheets may" in line]
    assert not [
        line for line in lines if "Example" in line and ("Garden Row" in line or "@" in line or "Sheets" in line)
    ]


@pytest.mark.parametrize("index", [0, 1])
def test_the_page_number_takes_no_line_of_its_own_where_any_line_has_room(index: int) -> None:
    long = "hello-and-welcome-to-all-of-you@a-practice-with-a-long-name.example"
    drawn = context(None, email=long, people=(Person("A"),))
    lines = foot(drawn, index)
    (number,) = (op for op in lines if op.line.text == f"Page {index + 1} of 2")
    beside = [op for op in lines if op.y == number.y and op is not number]
    assert beside and all(op.x + op.width < number.x for op in beside)


@pytest.mark.parametrize(("sparing", "reached"), [(LAST - 1, True), (LAST, False)])
def test_only_the_first_page_says_how_to_reach_the_practice_in_the_last_step(sparing: int, reached: bool) -> None:
    drawn = LayoutContext(signed(english(), brand()), brand(), density=CLOSEST, sparing=sparing)
    first, second = (header_footer(drawn, at, 2, False, Tag("Document")) for at in (0, 1))
    words = ["".join(op.line.text for op in ops if isinstance(op, TextOp)) for ops in (first, second)]
    assert ["lindengarten.example" in it for it in words] == [True, reached]


@pytest.mark.parametrize("density", [0, CLOSEST])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_later_page_has_the_drawing_of_its_sheet_in_the_margin_before_the_title(density: int, rtl: bool) -> None:
    sheet = opened(language="ar" if rtl else "en")
    drawn = LayoutContext(signed(sheet, brand()), brand(), density=density)
    first, second = ([op for op in page(drawn, at) if isinstance(op, StrokeOp)] for at in (0, 1))
    assert not first
    (small,) = second
    title = next(op for op in page(drawn, 1) if isinstance(op, TextOp) and op.line.text == sheet.title.text)
    assert (title.x + title.width < small.x) if rtl else (small.x + small.width < title.x)
    assert small.y > 4 * MM and small.y + small.height < page_frames(drawn).others.top


@pytest.mark.parametrize(
    ("wide", "tall", "lines_wide", "lines_tall"),
    [(20.0, 60.0, 1.55 / 3, 1.55), (60.0, 60.0, 1.55, 1.55), (60.0, 20.0, 2.4, 0.8), (90.0, 10.0, 2.4, 2.4 / 9)],
)
def test_that_drawing_is_so_many_lines_of_the_header_wide_and_high_at_most(
    wide: float, tall: float, lines_wide: float, lines_tall: float
) -> None:
    line = Path(Point(0.0, 0.0), (Point(wide, tall),), Pen.LINE)
    (group,) = (it for it in opened().nodes if isinstance(it, Group))
    sheet = replace(opened(), nodes=(replace(group, drawing=Drawing((line,), height=tall, width=wide)),))
    drawn = LayoutContext(signed(sheet, brand()), brand())
    (small,) = (op for op in page(drawn, 1) if isinstance(op, StrokeOp))
    leading = drawn.line_style("running").leading
    assert (small.width / leading, small.height / leading) == pytest.approx((lines_wide, lines_tall))


def test_it_gives_way_to_words_that_need_the_line() -> None:
    sheet = replace(opened(), title=said("A long title of a sheet " * 4))
    assert not [op for op in page(LayoutContext(signed(sheet, brand()), brand()), 1) if isinstance(op, StrokeOp)]


@pytest.mark.parametrize(("share", "beside"), [(0.3, True), (0.395, True), (0.405, False), (0.6, False)])
def test_the_line_of_each_page_stands_beside_the_name_up_to_two_fifths_of_the_column(
    share: float, beside: bool
) -> None:
    """A longer one stands under it, from the start side."""
    line = said("Private when filled in")
    wide = context(None).setter.width(line, context(None).line_style("running").style)
    side = (Paper.A4.points[0] - wide / share) / 2 / MM
    branded = Brand.of(practice(header=line), design(margins=Margins(25, 20, side)), Style.STANDARD)
    drawn = LayoutContext(signed(english(), branded), branded)
    (found,) = (op for op in page(drawn) if isinstance(op, TextOp) and op.line.text == line.text)
    assert (found.x > drawn.side + drawn.column.width / 2) is beside
