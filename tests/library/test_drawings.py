"""The drawings of the library: none stands twice on a sheet, and easy read is drawn with one pen, at one size.

WS-D01  No drawing stands twice on a sheet: as its opening, beside its words, or on its page for others.
WS-D02  A page for staff opens with a drawing.
WS-D03  What easy read shows is drawn with one pen, and never set smaller beside a sentence, so that the pen stays one.
WS-D04  It is as large as the others: as wide or as high as a row gives it, and never larger.
WS-D05  Each drawing that a sheet opens with, or that easy read shows, fills its box: small, every point counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from worksheet_builder.definitions.blocks.block import Block
from worksheet_builder.definitions.collections import collections
from worksheet_builder.definitions.drawing_reader import stored_drawing
from worksheet_builder.definitions.leaf import Reader
from worksheet_builder.document.drawings import Pen

from ..ink import ink
from .sheets import PATHS, each_sheet, sheet

REPEATED: dict[str, frozenset[str]] = {}
"""By sheet, the drawings that stand on it more than once on purpose, since they stand for the same thing there."""
ONE_PEN = {Pen.MAIN, Pen.SOLID, Pen.WASH}
WIDE, HIGH = 84.0, 64.0
"""The box of a drawing beside a sentence, in points for text of 12 points; wider ones would be set smaller."""
FULL = 0.95
"""How much of that box a drawing fills, in its width or in its height."""
MARGIN = (2.0, 3.5)
"""The least and greatest distance in points of what is drawn from each edge of its box."""


def opening(path: Path) -> str:
    """What a sheet opens with."""
    worksheet = sheet(path)
    named = worksheet.drawing or collections()[worksheet.collection].drawing
    assert named
    return named


def shown(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The drawings beside the words of blocks, as often as they stand there."""
    for block in blocks:
        yield from filter(None, [getattr(block, "drawing", None)])
        yield from getattr(block, "drawings", {}).values()


def on_sheet(path: Path) -> Iterator[str]:
    """The drawings of a sheet: its opening, those of its blocks, and those of its page for others."""
    worksheet = sheet(path)
    yield opening(path)
    yield from shown(worksheet.blocks)
    if worksheet.leaf:
        yield from filter(None, [worksheet.leaf.drawing])
        yield from shown(worksheet.leaf.blocks)


EASY = sorted({name for path in PATHS if sheet(path).easy_read for name in on_sheet(path)})
OPENINGS = sorted({opening(path) for path in PATHS})


@each_sheet
def test_ws_d01_no_drawing_stands_twice_on_a_sheet(path: Path) -> None:
    often = {name for name, count in Counter(on_sheet(path)).items() if count > 1}
    assert often == REPEATED.get(path.stem, frozenset())


@pytest.mark.parametrize("path", [path for path in PATHS if sheet(path).leaf], ids=lambda path: path.stem)
def test_ws_d02_a_page_for_staff_opens_with_a_drawing(path: Path) -> None:
    leaf = sheet(path).leaf
    assert leaf and (leaf.drawing or leaf.for_ is not Reader.STAFF)


@pytest.mark.parametrize("name", EASY)
def test_ws_d03_easy_read_is_drawn_with_one_pen(name: str) -> None:
    assert {it.pen for it in stored_drawing(name).shapes} <= ONE_PEN
    assert stored_drawing(name).width <= WIDE


@pytest.mark.parametrize("name", EASY)
def test_ws_d04_easy_read_is_drawn_at_one_size(name: str) -> None:
    stored = stored_drawing(name)
    assert FULL <= max(stored.width / WIDE, stored.height / HIGH) <= 1


@pytest.mark.parametrize("name", sorted({*EASY, *OPENINGS}))
def test_ws_d05_a_drawing_fills_its_box(name: str) -> None:
    stored = stored_drawing(name)
    left, top, right, bottom = ink(name)
    least, most = MARGIN
    for free in (left, top, stored.width - right, stored.height - bottom):
        assert least <= free <= most, (left, top, stored.width - right, stored.height - bottom)
