"""The sections of a file: what stands around a sheet, around a page for other people, and around what follows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, Heading, Part, Style
from worksheet_builder.document.design import Header
from worksheet_builder.document.measures import MM
from worksheet_builder.docx.sections import header_footer_distances
from worksheet_builder.docx.style_context import StyleContext

from .opened import W, found, part
from .samples import brand, design, english, guarded, png, practice, said, signed


def around(document: Document) -> list[list[str]]:
    """The headers and footers that each section names."""
    body = part(docx.write(signed(document, brand(logo=png())), brand(logo=png())))
    named = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [
        [it.get(named) or "" for it in section if it.tag in (f"{W}headerReference", f"{W}footerReference")]
        for section in found(body, "//w:sectPr")
    ]


def words_around(document: Document, stem: str) -> str:
    return "".join(
        part(docx.write(signed(document, brand(logo=png())), brand(logo=png())), f"word/{stem}.xml").itertext()
    )


def test_a_leaf_has_a_section_of_its_own_and_the_notes_after_it_have_the_sheets() -> None:
    first, leaf, notes = around(guarded())
    assert first == ["headerFirst", "header", "footerFirst", "footer"]
    assert leaf == ["headerBare", "footerBare"]
    assert notes == ["header", "footer"]


def test_around_a_leaf_stands_the_notice_alone() -> None:
    assert words_around(guarded(), "headerBare") == ""
    assert words_around(guarded(), "footerBare") == "This translation has not yet been reviewed by a qualified person."
    assert "Lindengarten" in words_around(guarded(), "header")


def test_a_leaf_by_itself_is_the_whole_file() -> None:
    sheet = guarded()
    assert around(replace(sheet, nodes=(sheet.nodes[8],))) == [["headerBare", "footerBare"]]


def test_the_sheet_after_a_leaf_in_a_pack_has_its_own_header() -> None:
    leaf = guarded().nodes[8]
    first, second = (Part(key, said(key), (Heading(1, said(key), 1),)) for key in ("one", "two"))
    pack = replace(guarded(), nodes=(replace(first, children=(*first.children, leaf)), second))
    assert around(pack)[1:] == [["header1"], ["headerBare", "footerBare"], ["header2", "footer"]]


@pytest.mark.parametrize(
    ("header", "sparing", "at"), [("band", 0, 9), ("band", 1, 7), ("band", 2, 5), ("rule", 1, 7), ("rule", 2, 7)]
)
def test_a_head_stands_nearer_to_the_edge_step_by_step(header: Header, sparing: int, at: int) -> None:
    branded = Brand.of(practice(), design(header=header), Style.STANDARD)
    context = replace(StyleContext.of(english(), branded), sparing=sparing)
    assert header_footer_distances(context) == (at * MM, 7 * MM)
