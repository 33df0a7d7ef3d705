"""Whole Word files, part by part, to be read in a diff: styles, lists, protection, headers, footers and drawings.

`pytest --accept` writes the files anew.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, OutputOptions, Role, Style
from worksheet_builder.docx.paragraph_style import BUILT_IN
from worksheet_builder.docx.role_styles import HEADED, HEADINGS, OPENING, STYLE_OF
from worksheet_builder.docx.style_context import StyleContext
from worksheet_builder.docx.stylesheet import paragraph_styles

from ..conftest import Golden
from .opened import parts
from .samples import ANOTHER, PLAIN, arabic, brand, english, from_the_right, guarded, pictured, png, practice, therapist

GOLDEN = Path(__file__).parent / "golden" / "parts"
GLOSSARY = "glossary/document.xml"
SETTLED = "styles numbering settings theme header footer core"
BODY = "word/document numbering settings"
SAMPLES: dict[str, tuple[Document, Brand, str]] = {
    "english": (english(), PLAIN, f"{SETTLED} fontTable Content_Types rels glossary"),
    "arabic": (arabic(), brand(logo=png()), f"{SETTLED} document"),
    "low-ink": (english(), brand(Style.LOW_INK), "styles theme"),
    "another-design": (english(), Brand.of(practice(), ANOTHER, Style.STANDARD, png()), "styles header footer"),
    "guarded": (guarded(), brand(), "header footer core"),
    "therapist": (therapist(), brand(), BODY),
    "protected": (therapist(OutputOptions(protected=True)), brand(), BODY),
    "figures": (pictured(), PLAIN, "media document rels"),
    "figures-from-the-right": (from_the_right(pictured()), PLAIN, "media document"),
}


def dump(document: Document, branded: Brand, wanted: str) -> str:
    """The parts whose names hold one of the words, each under its name."""
    lines: list[str] = []
    for name, data in sorted(parts(docx.write(document, branded)).items()):
        words = wanted.split() if "glossary" not in name else {*wanted.split()} & {"glossary"}
        if any(word in name for word in words) and ("glossary" not in name or name.endswith(GLOSSARY)):
            lines += [f"== {name}", *_part(name, data)]
    return "\n".join(lines) + "\n"


def _part(name: str, data: bytes) -> Iterator[str]:
    if name.endswith(".png"):
        yield "{} × {}".format(*struct.unpack(">II", data[16:24]))
    else:
        yield from element_lines(etree.fromstring(data), "")


def element_lines(element: etree._Element, indent: str = "") -> Iterator[str]:
    """An element with all its leaves on one line, or its children under it."""
    children = list(element)
    if any(len(child) for child in children):
        yield f"{indent}{_head(element)}"
        for child in children:
            yield from element_lines(child, f"{indent} ")
    else:
        yield " | ".join((f"{indent}{_head(element)}", *map(_head, children)))


def _head(element: etree._Element) -> str:
    said = [etree.QName(element).localname]
    said += [f"{etree.QName(key).localname}={value!s}" for key, value in element.attrib.items()]
    return " ".join(str(it) for it in said) + (f" «{element.text!s}»" if (element.text or "").strip() else "")


@pytest.mark.parametrize("name", SAMPLES)
def test_parts_of(name: str, golden: Golden) -> None:
    golden(dump(*SAMPLES[name]), GOLDEN / f"{name}.txt")


def test_every_golden_has_its_sample() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {*SAMPLES}


def test_every_style_that_is_named_is_defined() -> None:
    """Word sets a paragraph of a style that it does not find in Normal, and says nothing."""
    context = StyleContext.of(english(), PLAIN)
    defined = {style.name for style in paragraph_styles(context)}
    assert {*STYLE_OF.values(), *OPENING.values(), *HEADINGS.values(), *HEADED} <= defined
    assert {style.base for style in paragraph_styles(context)} <= defined
    assert defined >= BUILT_IN
    assert set(STYLE_OF) == set(Role)
