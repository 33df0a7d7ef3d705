"""What stands around the document: the logo beside name and strapline, the page number beside what stands last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import BETWEEN, Document, Paragraph, Style

from .opened import found, part, style, value
from .samples import ANOTHER, PLAIN, arabic, brand, design, english, png, practice, said, signed

NOTICED = "This translation has not yet been reviewed by a qualified person."


def _lines(document: Document, branded: Brand, name: str) -> list[etree._Element]:
    return found(part(docx.write(signed(document, branded), branded), f"word/{name}.xml"), "w:p")


def _words(lines: list[etree._Element]) -> list[str]:
    return ["".join(_said(it)) for it in lines]


def _said(line: etree._Element) -> list[str]:
    """The words of a line, with its tabs."""
    return [it.text or "" if it.tag.endswith("}t") else "\t" for it in found(line, ".//w:t | .//w:r/w:tab")]


def _left(line: etree._Element) -> int | None:
    """How far from the left of the column a hanging picture stands, in points; None if it stands in the line."""
    places = [it.find("{*}posOffset") for it in line.iter("{*}positionH")]
    return next((round(int(it.text or 0) / 12_700) for it in places if it is not None), None)


@pytest.mark.parametrize(("document", "left"), [(english(), 0), (arabic(), None)])
def test_name_and_strapline_share_the_height_of_the_logo(document: Document, left: int | None) -> None:
    name, strapline = _lines(document, brand(logo=png()), "headerFirst")
    assert _left(name) == left
    sides = [it.text for it in name.iter("{*}align")]
    assert sides == ([] if left == 0 else ["right"])  # no distance, which programs count from different sides
    heights = [value(it, "w:pPr/w:spacing", "line") for it in (name, strapline)]
    assert heights == ["440", "440"]  # of 44 points


@pytest.mark.parametrize(
    "branded",
    [
        Brand.of(practice(), ANOTHER, Style.STANDARD, png()),
        Brand.of(practice(), design(align="centre"), Style.STANDARD, png()),
        brand(logo=png(), strapline=None),
        brand(logo=png(), strapline=said("Psychotherapy for people whom healthcare has harmed " * 3)),
    ],
    ids=["on a band", "in the middle", "alone", "long"],
)
def test_the_logo_stands_in_the_line_where_nothing_fits_beside_it(branded: Brand) -> None:
    assert _left(_lines(english(), branded, "headerFirst")[0]) is None


def test_the_page_number_stands_beside_the_notice_or_under_what_is_long() -> None:
    contact = BETWEEN.join(part.replace(" ", "\u00a0") for part in practice().contact_line())
    long = brand(footer=said("Sheets may be copied for your own use, and for nobody else's. " * 2))
    noticed, bare = english(), replace(english(), header_footer=replace(english().header_footer, notice=None))
    above, last = _words(_lines(noticed, long, "footer"))
    assert above.endswith(f"{BETWEEN}{contact}") and last == f"{NOTICED}\tPage 1 of 1"
    above, last = _words(_lines(bare, long, "footer"))
    assert above.endswith(f"{BETWEEN}{contact}") and last == "\tPage 1 of 1"
    assert _words(_lines(bare, PLAIN, "footer")) == ["\tPage 1 of 1"]


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
