"""What stands around the document: the logo beside name and strapline, the page number beside what stands last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand, Person
from worksheet_builder.document import BETWEEN, Document, Paper, Paragraph, Style
from worksheet_builder.document.design import Header, LogoPlace, Margins
from worksheet_builder.document.measures import MM
from worksheet_builder.document.rhythm import LAST
from worksheet_builder.docx.header_footer_markup import HeaderFooterWriter
from worksheet_builder.docx.line_measures import line_measures
from worksheet_builder.docx.run_markup import Runs
from worksheet_builder.docx.style_context import StyleContext
from worksheet_builder.text import TextStyle

from .opened import found, part, parts, style, value
from .samples import PLAIN, brand, design, english, opened, png, practice, said, signed

NOTICED = "This translation has not yet been reviewed by a qualified person."


def _lines(document: Document, branded: Brand, name: str) -> list[etree._Element]:
    return found(part(docx.write(signed(document, branded), branded), f"word/{name}.xml"), "w:p")


def _words(lines: list[etree._Element]) -> list[str]:
    return ["".join(_said(it)) for it in lines]


def _said(line: etree._Element) -> list[str]:
    """The words of a line, with its tabs."""
    return [it.text or "" if it.tag.endswith("}t") else "\t" for it in found(line, ".//w:t | .//w:r/w:tab")]


def _cells(document: Document, branded: Brand) -> list[list[str]]:
    """The words of each cell at the head, line by line; a logo is its own words in brackets."""
    head = part(docx.write(signed(document, branded), branded), "word/headerFirst.xml")
    return [[_line(it) for it in found(cell, "w:p")] for cell in head.iter("{*}tc")]


def _line(line: etree._Element) -> str:
    logos = [f"[{it.get('descr')}]" for it in line.iter("{*}docPr")]
    return "".join((*logos, *_said(line)))


NAME, STRAPLINE, LOGO = "Lindengarten Practice", "Psychotherapy after medical harm", "[Logo of Lindengarten Practice]"


@pytest.mark.parametrize(
    ("place", "cells"),
    [
        (None, [[LOGO], [NAME, STRAPLINE]]),
        ("left", [[LOGO], [NAME, STRAPLINE]]),
        ("right", [[NAME, STRAPLINE], [LOGO]]),
        ("above", []),
        ("centre", []),
    ],
)
def test_logo_and_words_have_a_cell_each_where_they_stand_beside_each_other(
    place: LogoPlace | None, cells: list[list[str]]
) -> None:
    branded = brand(logo=png(), logo_place=place)
    assert _cells(english(), branded) == cells
    if not cells:
        lines = found(part(docx.write(signed(english(), branded), branded), "word/headerFirst.xml"), "w:p")
        assert list(map(_line, lines)) == [LOGO, NAME, STRAPLINE]


@pytest.mark.parametrize("header", ["band", "solid"])
@pytest.mark.parametrize("place", ["left", "right", "above", "centre"])
def test_a_ground_reaches_from_margin_to_margin_with_the_logo_on_it(header: Header, place: LogoPlace) -> None:
    branded = Brand.of(practice(logo_place=place), design(header=header), Style.STANDARD, png())
    data = docx.write(signed(english(), branded), branded)
    (table,) = found(part(data, "word/headerFirst.xml"), "w:tbl")
    assert len(list(table.iter("{*}docPr"))) == 1
    width = sum(int(it.get(it.keys()[0])) for it in table.iter("{*}gridCol"))
    edges = list(part(data, "word/document.xml").iter("{*}sectPr"))[-1]
    margins = sum(int(value(edges, "w:pgMar", side)) for side in ("left", "right"))
    assert width == pytest.approx(int(value(edges, "w:pgSz", "w")) - margins, abs=2)
    assert value(table, "w:tblPr/w:tblStyle") == "LetterheadTable"


@pytest.mark.parametrize(("header", "beyond"), [("rule", 10.0), ("plain", 10.0), ("band", 19.0)])
def test_the_cell_of_a_logo_is_wider_by_the_gap_and_on_a_ground_by_its_edge_too(header: Header, beyond: float) -> None:
    """Ten points to the name, nine to the edge of the ground."""
    branded = Brand.of(practice(), design(header=header), Style.STANDARD, png())
    head = part(docx.write(signed(english(), branded), branded), "word/headerFirst.xml")
    first = next(iter(head.iter("{*}gridCol")))
    wide = int(next(iter(head.iter("{*}extent"))).get("cx", "")) / 12_700
    assert int(first.get(first.keys()[0], "")) / 20 == pytest.approx(wide + beyond, abs=0.1)


def test_a_name_that_stands_in_the_logo_is_not_printed_but_said() -> None:
    branded = brand(logo=png(), logo_holds_name=True)
    assert _cells(english(), branded) == [[f"[{NAME}]"], [STRAPLINE]]


@pytest.mark.parametrize(
    ("logo", "place", "strapline", "lines"),
    [
        (None, None, "Psychotherapy", ["Psychotherapy\tPrivate when filled in"]),
        (png(), "left", "Psychotherapy", ["Psychotherapy\tPrivate when filled in"]),
        (png(), "right", "Psychotherapy", ["Psychotherapy", "Private when filled in"]),
        (
            None,
            None,
            "Psychotherapy after medical harm " * 3,
            ["Psychotherapy after medical harm " * 3, "Private when"],
        ),
    ],
)
def test_the_line_of_each_page_ends_the_strapline_where_both_have_room(
    logo: bytes | None, place: LogoPlace | None, strapline: str, lines: list[str]
) -> None:
    said_so = practice(strapline=said(strapline), header=said("Private when filled in"), logo_place=place)
    branded = Brand.of(said_so, design(header="band"), Style.STANDARD, logo)
    words = next(cell for cell in _cells(english(), branded) if NAME in cell)
    assert len(words) == 1 + len(lines) and all(map(str.startswith, words[1:], lines))


def test_each_person_has_a_line_and_the_address_none_of_theirs() -> None:
    people = tuple(
        Person(f"{name} Example", said("clinical psychologist"), "register 0001") for name in ("A", "B", "C")
    )
    lines = _words(_lines(english(), brand(people=people), "footerFirst"))
    assert [sum(f"{name} Example" in line for line in lines) for name in "ABC"] == [1, 1, 1]
    assert not any("Example" in line and "Garden Row" in line for line in lines)
    assert not any("Example" in line and "Sheets may" in line for line in lines)


def test_the_page_number_stands_beside_the_notice_or_under_what_is_long() -> None:
    long = brand(
        footer=said("Sheets may be copied for your own use, and for nobody else's. " * 2),
        email="appointments@lindengarten-practice.example",
    )
    contact = BETWEEN.join(part.replace(" ", "\u00a0") for part in long.practice.contact_line())
    noticed, bare = english(), replace(english(), header_footer=replace(english().header_footer, notice=None))
    footer, above, last = _words(_lines(noticed, long, "footer"))
    assert footer.startswith("Sheets may") and above == contact and last == f"{NOTICED}\tPage 1 of 1"
    parted = contact.replace(f"{BETWEEN}lindengarten.example", "")
    assert _words(_lines(bare, long, "footer"))[1:] == [parted, "lindengarten.example\tPage 1 of 1"]
    (usual, *_) = _words(_lines(bare, brand(footer=long.practice.footer), "footer"))[1:]
    assert usual.endswith("lindengarten.example\tPage 1 of 1") and "hello@" in usual
    short = brand(email="", footer=long.practice.footer)
    assert _words(_lines(bare, short, "footer"))[-1].endswith("lindengarten.example\tPage 1 of 1")
    assert _words(_lines(bare, PLAIN, "footer")) == ["\tPage 1 of 1"]


@pytest.mark.parametrize(
    ("email", "website", "lines"),
    [
        ("us@garden.example", "garden.example", [f"us@garden.example{BETWEEN}garden.example\tPage 1 of 1"]),
        (
            "appointments@the-practice-with-a-rather-long-name.example",
            "the-practice-with-a-rather-long-name.example/appointments",
            [
                "appointments@the-practice-with-a-rather-long-name.example",
                "the-practice-with-a-rather-long-name.example/appointments\tPage 1 of 1",
            ],
        ),
    ],
)
def test_two_ways_to_reach_a_practice_share_a_line_that_has_room_for_both(
    email: str, website: str, lines: list[str]
) -> None:
    bare = replace(english(), header_footer=replace(english().header_footer, notice=None))
    branded = brand(footer=None, phone="", email=email, website=website)
    assert _words(_lines(bare, branded, "footer")) == lines


@pytest.mark.parametrize(("line", "apart"), [("Private", False), ("Private and confidential. " * 3, True)])
def test_the_line_of_each_page_stands_under_a_title_that_leaves_it_no_room(line: str, apart: bool) -> None:
    titled = english()
    titled = replace(titled, title=said("What happened, and what I would like to be said of it, and to whom"))
    assert len(_lines(titled, brand(header=said(line)), "header")) == 1 + apart


@pytest.mark.parametrize(("spare", "apart"), [(0.5, False), (-0.5, True)])
def test_they_share_a_line_that_is_longer_than_both_by_half_a_point(spare: float, apart: bool) -> None:
    line, branded = "Private when filled in", brand()
    words, look = BETWEEN.join((english().title.plain(), line)), TextStyle(branded.design.sizes.running)
    wide = line_measures(english().language, StyleContext.of(english(), branded).family).width(words, look)
    side = (Paper.A4.points[0] - wide - spare) / 2 / MM
    narrow = Brand.of(practice(header=said(line)), design(margins=Margins(25, 20, side)), Style.STANDARD)
    short = replace(english(), nodes=(Paragraph(said("Words.")),))
    assert len(_lines(short, narrow, "header")) == 1 + apart


def test_only_the_first_line_of_the_foot_has_a_rule() -> None:
    lines = _lines(english(), brand(), "footerFirst")
    assert [style(it) for it in lines] == ["FooterRule", *["Footer"] * (len(lines) - 1)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Write to hello@lindengarten.example.", "mailto:hello@lindengarten.example"),
        ("See https://example.org/a or ask.", "https://example.org/a"),
        ("doi 10.1186/s12913-015-1132-4", "https://doi.org/10.1186/s12913-015-1132-4"),
        ("Call 020 7946 0018 at night", "tel:02079460018"),
        ("In 2018 or 2019, about 10 000 people", ""),
    ],
)
def test_addresses_are_links(text: str, target: str) -> None:
    body = part(docx.write(replace(english(), nodes=(Paragraph(said(text)),)), PLAIN))
    fields = [value(it, ".", "instr") or "" for it in found(body, "//w:body//w:fldSimple")]
    assert [it for it in fields if "HYPERLINK" in it] == (
        [it for it in fields if f'"{target}"' in it] if target else []
    )
    assert bool(target) == any("HYPERLINK" in it for it in fields)


@pytest.mark.parametrize(("sparing", "reached"), [(LAST - 1, True), (LAST, False)])
def test_only_the_first_page_says_how_to_reach_the_practice_in_the_last_step(sparing: int, reached: bool) -> None:
    document = signed(english(), brand())
    context = replace(StyleContext.of(document, brand()), sparing=sparing)
    around = HeaderFooterWriter(document, brand(), Runs(context))
    assert b"lindengarten.example" in around.footer(first=True)
    assert (b"lindengarten.example" in around.footer()) is reached


def test_every_head_and_foot_names_the_space_of_relations() -> None:
    """docx2python asks each of them for it, and ends in a fault where it is not named."""
    made = parts(docx.write(signed(english(), brand()), brand()))
    around = [name for name in made if name.startswith(("word/header", "word/footer"))]
    assert len(around) > 2
    assert all("r" in part(docx.write(signed(english(), brand()), brand()), name).nsmap for name in around)


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_later_pages_have_the_drawing_of_the_sheet_before_its_title(language: str, side: str) -> None:
    data = docx.write(signed(opened(language=language), brand()), brand())
    head = part(data, "word/header.xml")
    assert [it.text for it in head.iterfind(".//{*}positionH/{*}align")] == [side]
    relations = {it.get("Id") for it in part(data, "word/_rels/header.xml.rels")}
    assert relations == {"header-small", "header-small-drawing"}
    assert {"word/media/header-small.png", "word/media/header-small-drawing.svg"} <= parts(data).keys()


def test_it_gives_way_to_words_that_need_the_line() -> None:
    sheet = replace(opened(), title=said("A long title of a sheet " * 4))
    assert not found(part(docx.write(signed(sheet, brand()), brand()), "word/header.xml"), ".//w:drawing")
