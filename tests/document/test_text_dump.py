"""The outline: each kind of node in plain text, and the worksheets of the library as a reviewer reads them.

`pytest --accept` writes the outlines of the library anew; read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.definitions.practice import Practice
from worksheet_builder.document import (
    Answer,
    Day,
    Divider,
    Document,
    Edition,
    Group,
    GroupRole,
    HeaderFooter,
    Heading,
    Lines,
    Listing,
    Option,
    OutputOptions,
    Paragraph,
    Role,
    Scale,
    Table,
    Ticks,
)
from worksheet_builder.document.text_dump import outline
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.reading.loader import read_bibliography, read_common, read_worksheet

from ..conftest import Golden

FOLDER = Path(__file__).parents[2] / "worksheets"
OUTLINES = Path(__file__).parent / "outlines"
SHEETS = [
    *FOLDER.glob("*/where-harm-occurred.yaml"),
    *FOLDER.glob("*/grief-and-anger.yaml"),
    *FOLDER.glob("*/my-care-preferences.yaml"),
]
"""One sheet of each intensity that differs: the common words are seen here, the rest reads in its own YAML."""


def p(text: str) -> Phrase:
    return Phrase(text, "address", Place("a.yaml", 1, 1))


EVERYTHING = (
    Heading(1, p("A title")),
    Paragraph(p("Two\nlines with *strong* words"), Role.SUMMARY),
    Paragraph(p("Body.")),
    Group(GroupRole.PANEL, (Paragraph(p("Pause"), Role.PANEL_HEADING), Listing((p("One"), p("Two"))))),
    Listing((p("First"), p("Second")), ordered=True),
    Paragraph(p("A prompt"), Role.PROMPT),
    Answer("s.lines", p("A prompt"), Lines(1)),
    Answer("s.lead", p("I am"), Lines(2, lead=p("I am"))),
    Answer("s.any", p("Spoken only"), Ticks((Option("a", p("A")), Option("b", p("B"))), many=True, other=p("Else:"))),
    Answer("s.one", p("A prompt"), Ticks((Option("a", p("A")),), many=False)),
    Answer("s.scale", p("A prompt"), Scale(0, 10, p("Low"), p("High"))),
    Answer("s.day", p("A prompt"), Day()),
    Divider(),
    Table(
        p("A caption"),
        (p("Head"), p("Other")),
        ((p("Row"), Answer("s.t.row.other", p("Other: Row"), Lines(2))),),
        (0.8, 1.0),
        row_headers=True,
    ),
)

DRAWN = """\
sheet: en, client, a4, not fillable
# A title
summary: Two / lines with *strong* words
Body.
panel
  panel-heading: Pause
  - One
  - Two
1. First
2. Second
prompt: A prompt
answer s.lines: 1 line
answer s.lead: 2 lines
  I am ___
answer s.any: tick any
  spoken: Spoken only
  [ ] A (a)
  [ ] B (b)
  [ ] Else: ___
answer s.one: tick one
  ( ) A (a)
answer s.scale: mark one from 0 to 10
  0: Low
  10: High
answer s.day: a day
---
table: A caption
  column 0.8: Head
  column 1: Other
  row
    row heading: Row
    answer s.t.row.other: 2 lines
      spoken: Other: Row
footer: Page {page}
footer: A notice
"""


def test_every_kind_of_node_has_its_lines() -> None:
    header_footer = HeaderFooter(p("Page {page}"), p("Logo"), p("Write here"), p("Chosen"), notice=p("A notice"))
    output_options = OutputOptions(fillable=False)
    document = Document("sheet", p("T"), p("S"), Language.of("en"), EVERYTHING, header_footer, output_options)
    assert outline(document) == DRAWN


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_worksheet_becomes_what_its_outline_shows(path: Path, golden: Golden) -> None:
    worksheet = read_worksheet(path)
    document = worksheet.compose(
        Language.of("en"),
        read_common(),
        Practice(place=worksheet.place),
        read_bibliography(FOLDER / "bibliography.yaml"),
        OutputOptions(edition=Edition.THERAPIST),
    )
    golden(outline(document), OUTLINES / f"{path.stem}.txt")


def test_every_outline_has_its_worksheet() -> None:
    assert {path.stem for path in OUTLINES.iterdir()} == {path.stem for path in SHEETS}
