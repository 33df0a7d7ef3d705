"""Boxes on pages: what fits, what stays together, and what is too tall for any page."""

from __future__ import annotations

import pytest

from worksheet_builder.document import Listing
from worksheet_builder.document.rhythm import Rhythm
from worksheet_builder.foundation.problems import Place, Refused
from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.listing_boxes import listing_boxes
from worksheet_builder.layout.pagination import give_room, paginate
from worksheet_builder.layout.running_header import PageFrame, PageFrames
from worksheet_builder.layout.tag_tree import Tag

from ..docx.samples import PLAIN, design, english, said

FRAME = PageFrame(50.0, 700.0)
FRAMES = PageFrames(FRAME, FRAME, FRAME, FRAME)
PLACE = Place("sheet.yaml", 4, 3)
RHYTHM = Rhythm.of(design())
STEP = RHYTHM.step


def heights(*boxes: Box) -> list[list[float]]:
    return [[box.height for box in page.boxes] for page in paginate(boxes, FRAMES)]


def test_a_box_as_high_as_a_page_has_a_page() -> None:
    assert heights(Box(700.0, place=PLACE)) == [[700.0]]


def test_one_a_point_higher_is_refused_with_its_place() -> None:
    with pytest.raises(Refused) as refused:
        paginate([Box(100.0), Box(701.0, place=PLACE)], FRAMES)
    (problem,) = refused.value.problems
    assert problem.place == PLACE
    assert problem.sentence == "This needs 247 mm, and a page has 247 mm."


def test_space_above_a_box_is_dropped_where_a_page_begins() -> None:
    assert heights(Box(400.0), Box(300.0, before=1.0)) == [[400.0], [300.0]]
    assert heights(Box(400.0), Box(300.0, before=0.0)) == [[400.0, 300.0]]
    assert heights(Box(300.0), Box(200.0, before=100.0), Box(150.0)) == [[300.0, 200.0], [150.0]]


def test_what_is_kept_together_goes_to_the_next_page_as_a_whole() -> None:
    assert heights(Box(600.0), Box(50.0, keep=True), Box(80.0)) == [[600.0], [50.0, 80.0]]
    assert heights(Box(600.0), Box(50.0), Box(80.0)) == [[600.0, 50.0], [80.0]]


def test_a_small_table_lets_go_only_where_a_page_would_be_nearly_empty() -> None:
    chain = (Box(100.0, keep=True, loosens=True), Box(400.0))
    assert heights(Box(380.0), *chain) == [[380.0, 100.0], [400.0]]
    assert heights(Box(450.0), *chain) == [[450.0], [100.0, 400.0]]


def test_what_is_taller_than_a_page_is_parted_where_it_yields() -> None:
    tall = [Box(300.0, keep=True), Box(300.0, keep=True, yields=True), Box(200.0)]
    assert heights(Box(50.0), *tall) == [[50.0, 300.0, 300.0], [200.0]]
    assert heights(Box(150.0), *tall) == [[150.0], [300.0, 300.0], [200.0]]


def test_a_heading_is_not_the_last_of_a_page_where_what_it_leads_to_is_taller_than_a_page() -> None:
    """What has to be parted is parted before the heading, or where one yields."""
    tall = [Box(50.0, keep=True, leads=True), *(Box(300.0, keep=True) for _ in range(2)), Box(300.0)]
    assert heights(Box(400.0), *tall) == [[400.0], [50.0, 300.0, 300.0], [300.0]]
    between = [Box(300.0, keep=True), *tall]
    assert heights(Box(350.0), *between) == [[350.0, 300.0], [50.0, 300.0, 300.0], [300.0]]
    assert heights(Box(400.0, leads=True), Box(400.0)) == [[400.0], [400.0]]


def test_what_opens_a_page_does_so_whatever_room_is_left() -> None:
    assert heights(Box(10.0, keep=True), Box(10.0, opens_page=True)) == [[10.0], [10.0]]
    assert heights(Box(10.0), Box(10.0, breaks=True)) == [[10.0], [10.0]]
    assert heights(Box(10.0, keep=True), Box(10.0, breaks=True)) == [[10.0], [10.0]]


@pytest.mark.parametrize(("free", "top"), [(0.0, 50.0), (2 * STEP - 0.1, 50.0), (2 * STEP, 50.0 + 2 * STEP)])
def test_text_goes_away_from_a_running_header_where_its_page_has_room(free: float, top: float) -> None:
    pages = paginate([Box(700.0 - free), Box(700.0 - free)], FRAMES)
    give_room(pages, RHYTHM, 24.0)
    assert [page.frame.top for page in pages] == [50.0, top], "the first page has no running header"
    assert all(page.used <= page.height for page in pages)


@pytest.mark.parametrize(("free", "above"), [(0.0, 8.0), (8.0, 8.0), (9.0, 8.0 + 2 * STEP)])
def test_what_asks_to_stand_apart_does_before_anything_else_gets_room(free: float, above: float) -> None:
    asked = Box(100.0, before=8.0, apart=8.0 + 2 * STEP - 0.5)
    (page,) = paginate([Box(592.0 - free), asked], FRAMES)
    give_room([page], RHYTHM, 8.0)
    assert asked.before == pytest.approx(RHYTHM.up(above), abs=0.5)
    assert page.used <= page.height + 0.01


@pytest.mark.parametrize(("ordered", "count", "pieces"), [(True, 5, 1), (True, 6, 5), (False, 2, 1), (False, 5, 4)])
def test_a_short_numbered_list_stays_whole_and_others_begin_with_two_items(
    ordered: bool, count: int, pieces: int
) -> None:
    context = LayoutContext(english(), PLAIN)
    boxes = listing_boxes(context, Listing((said("Rest."),) * count, ordered), context.column, Tag("Div"))
    assert sum(not box.keep for box in boxes) == pieces
