"""The collections that come with the tool: each has paper that can be told from others, and a drawing to open with."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.collections import collections, opening_drawing, stock_of, title_mark
from worksheet_builder.document import Style
from worksheet_builder.foundation.palette import PLAIN
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_worksheet

LIBRARY = Library.open()
APART = 30
"""The degrees by which the hues of two papers differ, at least."""


def test_each_has_paper_and_a_drawing_and_the_first_is_the_practices_own() -> None:
    folders = {path.parent.name for path in LIBRARY.worksheets.values()}
    assert folders == set(collections())
    assert all(opening_drawing(name) for name in folders)
    assert stock_of("understanding") == PLAIN


def test_no_two_sheets_open_with_the_same_drawing() -> None:
    sheets = [read_worksheet(path) for path in LIBRARY.worksheets.values()]
    named = [(it.drawing or collections()[it.collection].drawing, it.id) for it in sheets]
    for (one, sheet), (other, another) in combinations(named, 2):
        assert one != other, (sheet, another, one)


def test_at_the_end_of_a_title_stands_the_same_drawing_and_takes_no_more_room_than_a_mark_does() -> None:
    mark, own = title_mark("grief-and-anger"), title_mark("grief-and-anger", "map")
    assert mark and own and mark != own
    assert own.width <= 48 and own.height <= 40
    assert title_mark("our-own") is None


def test_no_two_papers_have_nearly_the_same_hue() -> None:
    for one, other in combinations(collections().values(), 2):
        between = abs(one.turn - other.turn) % 360
        assert min(between, 360 - between) >= APART


def test_one_that_is_not_ours_is_printed_on_the_practices_own() -> None:
    assert stock_of("our-own") == PLAIN
    assert opening_drawing("our-own") is None
    assert opening_drawing("our-own", "candle") is not None


DESIGN = """name: One
description: One colour.
sizes: {title: 25, section: 15, subsection: 13, prompt: 13, body: 12, hint: 11, fine: 10, running: 9.5}
margins: {top: 20, bottom: 18, side: 18}
tints: practice
"""


@pytest.mark.parametrize(("design", "style", "turned"), [
    ("clear", Style.STANDARD, True),
    ("clear", Style.LARGE_PRINT, True),
    ("clear", Style.LOW_INK, False),
    ("one", Style.STANDARD, False),
])  # fmt: skip
def test_a_design_can_have_one_colour_alone(tmp_path: Path, design: str, style: Style, turned: bool) -> None:
    (tmp_path / "designs").mkdir()
    (tmp_path / "designs/one.yaml").write_text(DESIGN, "utf-8")
    practice = tmp_path / "practice.yaml"
    practice.write_text(f"name: Sample practice\naccent: '#2f6670'\ndesign: {design}\n", "utf-8")
    maker = Composer(LIBRARY, Order(practice=practice, style=style))
    sheet = maker.document(LIBRARY.worksheets["what-was-lost"], "en")
    assert (maker.brand.suited_to(sheet).palette != maker.brand.palette) is turned


def test_a_page_for_others_alone_shows_no_collection() -> None:
    sheet = LIBRARY.worksheets["words-for-hard-moments"]
    assert Composer(LIBRARY).document(sheet, "en").stock != PLAIN
    assert Composer(LIBRARY, Order(leaf=True)).document(sheet, "en").stock == PLAIN
