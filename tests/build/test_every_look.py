"""Each sample in each design and style, in every format: a checksum for each page of a PDF and part of a Word file.

The goldens of the formats show a few looks whole, to be read. These tell which other looks a change has reached:
`painted` and `written_objects` of the PDF tests and `element_lines` of those for Word show what stands behind a line.
Paper, logo and options take turns from look to look. `pytest --accept` writes the files anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from worksheet_builder import docx, html
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, Edition, OutputOptions, Paper, Style
from worksheet_builder.document.design import LogoPlace
from worksheet_builder.layout.tag_tree import dump
from worksheet_builder.pdf.pdf_writer import PdfWriter
from worksheet_builder.reading.loader import design_names, read_design

from ..conftest import Golden
from ..docx.opened import parts
from ..docx.samples import (
    all_signed,
    arabic,
    begun,
    bound,
    english,
    guarded,
    in_two,
    pictured,
    png,
    practice,
    therapist,
)
from ..html.pages import with_tools
from ..layout.test_figures import KINDS, document
from ..pdf.painted import painted, written_objects

GOLDEN = Path(__file__).parent / "golden"
TURNS = (
    OutputOptions(),
    OutputOptions(paper=Paper.LETTER, fillable=False),
    OutputOptions(edition=Edition.THERAPIST, protected=True),
    OutputOptions(paper=Paper.LETTER, more_room=True, pictures=False),
    OutputOptions(examples=False),
)
LOOKS = tuple(product(design_names(), Style))
PLACES = get_args(LogoPlace)
MADE: dict[str, Callable[[], Document]] = {
    "arabic": arabic,
    "begun": begun,
    "blocks": lambda: document(KINDS),
    "blocks-from-the-right": lambda: document(KINDS, "ar"),
    "blocks-long-winded": lambda: document(KINDS, "de"),
    "english": english,
    "guarded": guarded,
    "in-two": in_two,
    "pack": bound,
    "pictured": pictured,
    "therapist": therapist,
}
EMBEDDED = re.compile(r"data:[\w/+-]+;base64,[\w+/=]+")


def checksum(text: str) -> str:
    """How many lines, and eight digits of their SHA-256."""
    return f"{text.count(chr(10))} {hashlib.sha256(text.encode()).hexdigest()[:8]}"


def in_pdf(made: Document, brand: Brand) -> Iterator[str]:
    writer = PdfWriter(made, brand)
    data = writer.write()
    drawn = "\n".join(painted(data))
    for part in re.split(r"^(?=page )", drawn, flags=re.MULTILINE):
        yield f"{' '.join(part.split()[:2]) if part.startswith('page ') else 'title'} {checksum(part)}"
    yield f"tags {checksum(dump(writer.root))}"
    yield f"objects {checksum(chr(10).join(written_objects(data)))}"


def in_word(made: Document, brand: Brand) -> Iterator[str]:
    for name, data in sorted(parts(docx.write(made, brand)).items()):
        if name.endswith((".xml", ".rels")):
            yield f"{name} {checksum(data.decode())}"


def in_html(made: Document, brand: Brand) -> Iterator[str]:
    yield checksum(EMBEDDED.sub("", html.write(with_tools(made), brand).decode()))


FORMATS = {"pdf": in_pdf, "docx": in_word, "html": in_html}


def looks(name: str) -> Iterator[str]:
    make, turn = MADE[name], list(MADE).index(name)
    for at, (design, style) in enumerate(LOOKS):
        if name.startswith("blocks") and (at + at // len(Style) + turn) % len(Style):
            continue  # every block is a long document: each design in one style
        options = TURNS[at % len(TURNS)]
        placed = replace(read_design(design), logo=PLACES[at // 2 % len(PLACES)])
        brand = Brand.of(practice(), placed, style, png() if at % 2 else None)
        made, brand = all_signed({"it": (replace(make(), output_options=options), brand)})["it"]
        yield f"{design}, {style}, {options.paper}"
        yield from (f"  {name}: {', '.join(read(made, brand))}" for name, read in FORMATS.items())


@pytest.mark.parametrize("name", MADE)
def test_every_look_is_as_it_was(name: str, golden: Golden) -> None:
    golden("\n".join(looks(name)) + "\n", GOLDEN / f"{name}-looks.txt")


def test_every_golden_has_its_sample() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}-looks.txt" for name in MADE}
