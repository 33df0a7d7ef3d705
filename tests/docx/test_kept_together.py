"""What is kept together stays so in LibreOffice, which begins a page after 25 paragraphs before it lays them out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder import docx
from worksheet_builder.document import Answer, Document, Group, GroupRole, Lines, Node, Paragraph, Role
from worksheet_builder.document.drawings import Drawing, Path, Pen, Point
from worksheet_builder.document.nodes import Figure
from worksheet_builder.docx.caption_stops import middles
from worksheet_builder.docx.style_context import StyleContext

from .opened import found, part, style, value
from .samples import PLAIN, english, said

LOW = None
"""The style of a paragraph a point low."""


def sheet(read: int, long: int, tall: float) -> Document:
    """A sheet of paragraphs, the first `long` of them of three lines, a question, and a figure `tall` points high."""
    line = Drawing((Path(Point(0.0, 0.0), (Point(9.0, tall),), Pen.MAIN),), tall)
    told: list[Node] = [Paragraph(said("Word by word. " * 16 if at < long else "A word.")) for at in range(read)]
    asked: tuple[Node, ...] = (Paragraph(said("Where?"), Role.PROMPT), Figure(said("A line"), line))
    after = Answer("sheet.after", said("After"), Lines(1))
    return replace(english(), nodes=(*told, Group(GroupRole.BLOCK, asked), Paragraph(said("End.")), after))


def styles(document: Document) -> list[str | None]:
    return [style(it) for it in found(part(docx.write(document, PLAIN)), "//w:body/w:p")]


def test_a_question_at_the_end_of_a_page_is_not_parted_from_its_figure() -> None:
    told = styles(sheet(24, 6, 300.0))
    assert told[24:27] == [LOW, "Prompt", "Figure"]
    (low,) = (it for it in found(part(docx.write(sheet(24, 6, 300.0), PLAIN)), "//w:body/w:p") if style(it) == LOW)
    assert value(low, "w:pPr/w:spacing", "line") == "20" and not "".join(low.itertext())


@pytest.mark.parametrize(("read", "long", "tall"), [(24, 0, 30.0), (20, 9, 300.0), (25, 6, 300.0)])
def test_nothing_is_put_in_where_the_page_does_not_end_or_libreoffice_begins_none(
    read: int, long: int, tall: float
) -> None:
    assert LOW not in styles(sheet(read, long, tall))


def test_long_captions_under_a_drawing_do_not_run_together() -> None:
    context = StyleContext.of(english(), PLAIN)
    short = middles([said(it) for it in ("Front", "Back", "Seated", "Lying")], context)
    share = context.measure / 4
    assert short == pytest.approx([share * (at + 0.5) for at in range(4)])
    long = middles(
        [said(it) for it in ("Front", "Back", "In a seated position, at rest", "Lying down at rest")], context
    )
    assert long[0] == short[0] and long[3] - long[2] > share and long[3] < context.measure
