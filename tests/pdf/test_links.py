"""Addresses in a text are links with a description, each in the tree where it is read."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from worksheet_builder import pdf
from worksheet_builder.document import Paragraph

from .opened import opened, structure, texts
from .samples import SAMPLES, said

CASES = {
    "Write to anna.may@example.org.": [("anna.may@example.org", "mailto:anna.may@example.org")],
    "See www.example.org/help, or ask.": [("www.example.org/help", "https://www.example.org/help")],
    "See example.org/a/b; or ask.": [("example.org/a/b", "https://example.org/a/b")],
    "In https://doi.org/10.1000/182.": [("https://doi.org/10.1000/182", "https://doi.org/10.1000/182")],
    "In Journal, 10.1037/abc0000.12.": [("10.1037/abc0000.12", "https://doi.org/10.1037/abc0000.12")],
    "Call +44 20 7946 0018 (day).": [("+44 20 7946 0018", "tel:+442079460018")],
    "Call (030) 123 456-7.": [("(030) 123 456-7", "tel:0301234567")],
    "Call 116 123, free.": [("116 123", "tel:116123")],
    "On 12/05/2024, in 2019-2021, (2021) 44 trials, 1 000 000 people, p. 10.5, e.g. this": [],
}


@pytest.mark.parametrize("sample", ["english", "arabic", "for-paper"])
@pytest.mark.parametrize("text", CASES)
def test_an_address_is_a_link(text: str, sample: str) -> None:
    document, brand = SAMPLES[sample]
    before = pdf.write(replace(document, nodes=document.nodes[:1]), brand)
    data = pdf.write(replace(document, nodes=(document.nodes[0], Paragraph(said(text)))), brand)
    assert [link for link in links(data) if link not in links(before)] == CASES[text]
    assert text in texts(data)


def links(data: bytes) -> list[tuple[str, str]]:
    """The description and the address of each link."""
    with opened(data) as file:
        found = [entry for page in file.pages for entry in page.get("/Annots", []) if entry.Subtype == "/Link"]
        return [(str(link.Contents), str(link.A.URI)) for link in found if "/A" in link]


def test_the_contact_of_the_practice_is_linked() -> None:
    found = links(pdf.write(*SAMPLES["branded"]))
    assert ("hello@lindengarten.example", "mailto:hello@lindengarten.example") in found
    assert any(target.startswith("tel:") for _, target in found)


def test_a_link_is_over_its_words() -> None:
    document, brand = SAMPLES["english"]
    words = Paragraph(said("Before it anna@example.org and after it"))
    data = pdf.write(replace(document, nodes=(document.nodes[0], words)), brand)
    with opened(data) as file:
        (link,) = (entry for entry in file.pages[0].Annots if entry.Subtype == "/Link")
        left, bottom, right, top = (float(side) for side in link.Rect)
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded(left - 1, bottom, right + 1, top)
    assert text.strip() == "anna@example.org"


def test_a_link_stands_in_its_sentence() -> None:
    document, brand = SAMPLES["english"]
    words = Paragraph(said("Before it anna@example.org and after it"))
    tree = structure(pdf.write(replace(document, nodes=(document.nodes[0], words)), brand))
    (sentence,) = (part for part in tree.walk() if any(child.kind == "Link" for child in part.children))
    assert sentence.text == "Before it anna@example.org and after it"
