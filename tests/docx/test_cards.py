"""A card to cut out: a table as large as a bank card, a cell for each side, a line to fold along between them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand, Practice
from worksheet_builder.document import (
    Answer,
    Document,
    Group,
    GroupRole,
    Lines,
    Listing,
    Paragraph,
    Role,
    Style,
)
from worksheet_builder.document.design import Margins
from worksheet_builder.reading.loader import read_common

from .opened import W, found, part, style, value
from .samples import PLACE, PLAIN, arabic, brand, design, english, said


def _card(points: int, sheet: Document) -> Document:
    """A sheet of a card with so many sentences on one side, and a line to write on the other."""
    listing = Listing(tuple(said(f"Please tell me about step {number} before you do it.") for number in range(points)))
    sign = said("My sign for stop is")
    front = Group(GroupRole.BLOCK, (Paragraph(said("What helps me"), Role.LABEL), listing))
    back = Group(GroupRole.BLOCK, (Answer("sheet.stop", sign, Lines(1, sign)),))
    return replace(sheet, nodes=(*sheet.nodes[:1], Group(GroupRole.CARD, (front, back))))


def _table(document: Document, branded: Brand = PLAIN) -> etree._Element:
    (table,) = found(part(docx.write(document, branded)), "//w:tbl")
    return table


def _shape(table: etree._Element) -> list[int]:
    return [len(found(row, "w:tc")) for row in found(table, "w:tr")]


WIDE = Brand.of(Practice(PLACE), design(margins=Margins(20, 16, 18)), Style.STANDARD)
"""Room for two bank cards beside each other."""


@pytest.mark.parametrize(("points", "shape"), [(1, [1]), (4, [2])])
def test_it_is_folded_where_it_says_more_than_one_side_holds(points: int, shape: list[int]) -> None:
    assert _shape(_table(_card(points, english()), WIDE)) == shape


def test_large_sides_stand_one_under_the_other_on_one_page() -> None:
    table = _table(_card(4, english()), brand(Style.LARGE_PRINT))
    assert _shape(table) == [1, 1]
    assert all(found(it, "w:pPr/w:keepNext") for it in found(table, "w:tr[1]//w:p"))
    assert not found(table, "w:tr[2]//w:keepNext")


def test_it_is_a_bank_card_that_grows_with_its_words() -> None:
    table = _table(_card(4, english()))
    assert {value(it, ".", "w") for it in found(table, "w:tblGrid/w:gridCol")} == {"4819"}  # 85 mm
    assert value(table, "w:tr/w:trPr/w:trHeight") == "3118"  # 55 mm
    assert value(table, "w:tr/w:trPr/w:trHeight", "hRule") == "atLeast"


def test_it_is_cut_along_dashes_and_folded_along_dots() -> None:
    sheet = part(docx.write(_card(4, english()), PLAIN), "word/styles.xml")
    (borders,) = found(sheet, "w:style[@w:styleId='CardTable']/w:tblPr/w:tblBorders")
    lines = {it.tag.removeprefix(W): value(it, ".") for it in borders}
    assert lines == {
        **dict.fromkeys(("top", "left", "bottom", "right"), "dashed"),
        "insideH": "dotted",
        "insideV": "dotted",
    }


def test_its_sides_are_read_in_order_from_either_direction() -> None:
    tables = [_table(_card(4, sheet)) for sheet in (english(), arabic())]
    for table in tables:
        assert [style(found(cell, "w:p")[0]) for cell in found(table, ".//w:tc")] == ["CardTitle", "CardLine"]
        assert value(table, "w:tblPr/w:tblCaption") == "What helps me"
        assert value(table, "w:tblPr/w:tblDescription") == "My sign for stop is"
    assert [bool(found(table, "w:tblPr/w:bidiVisual")) for table in tables] == [False, True]


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_line_that_its_words_would_leave_too_short_stands_below_them(mirrored: bool) -> None:
    """On a card of 85 mm, inside 77 mm: a long label takes a line for itself, and a short one shares it."""
    words = ("Please call this person", "Please call this person before you begin, on")
    for label, wanted in zip(words, (["CardLine"], ["Card", "CardLine"]), strict=True):
        said_before = said(label)
        side = Group(GroupRole.BLOCK, (Answer("sheet.stop", said_before, Lines(1, said_before)),))
        sheet = arabic() if mirrored else english()
        table = _table(replace(sheet, nodes=(*sheet.nodes[:1], Group(GroupRole.CARD, (side,)))))
        told = found(table, ".//w:p")
        assert [style(it) for it in told] == wanted
        assert [bool(found(it, "w:pPr/w:keepNext")) for it in told[:-1]] == [True] * (len(wanted) - 1)
        assert len(found(told[-1], ".//w:sdt")) == 1 and found(told[-1], ".//w:r/w:tab")


def test_the_hint_over_a_card_holds_whether_it_is_folded_or_not() -> None:
    """The words are the same in each format, and each format finds for itself whether a card has a dotted line."""
    assert _shape(_table(_card(1, english()), WIDE)) != _shape(_table(_card(4, english()), WIDE))
    cut, fold = read_common().figures.cut.plain().split(". ")
    assert cut.startswith("Cut along the dashes") and fold.startswith("If there are dots")
