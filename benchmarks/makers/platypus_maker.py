"""reportlab's Platypus with the same TrueType font: no tags, no form fields."""

from __future__ import annotations

import io
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, HRFlowable, ListFlowable, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from worksheet_builder.document import (
    Answer,
    Day,
    Divider,
    Document,
    Figure,
    Group,
    Heading,
    Lines,
    Listing,
    Node,
    Paragraph,
    Scale,
    Table,
    Ticks,
)
from worksheet_builder.foundation.phrases import Phrase

from ..fonts import noto_sans
from . import Maker

BODY = ParagraphStyle("body", fontName="Sheet", fontSize=12, leading=16)
HEADS = {
    level: ParagraphStyle(f"h{level}", BODY, fontSize=size, leading=size * 1.2)
    for level, size in ((1, 24), (2, 15), (3, 13))
}


def ready() -> Maker:
    """A maker with its font registered."""
    pdfmetrics.registerFont(TTFont("Sheet", str(noto_sans())))
    pdfmetrics.registerFontFamily("Sheet", normal="Sheet", bold="Sheet", italic="Sheet", boldItalic="Sheet")

    def make(document: Document) -> bytes:
        out = io.BytesIO()
        flow = [part for node in document.nodes for part in _node(node)]
        SimpleDocTemplate(out, pagesize=A4, title=document.title.plain(), lang="en").build(flow)
        return out.getvalue()

    return make


def _text(phrase: Phrase, style: ParagraphStyle = BODY) -> Text:
    marked = "".join(f"<b>{escape(span.text)}</b>" if span.strong else escape(span.text) for span in phrase.spans())
    return Text(marked, style)


def _rule() -> list[Flowable]:
    return [Spacer(1, 24), HRFlowable(width="100%", thickness=0.7)]


def _node(node: Node) -> list[Flowable]:
    match node:
        case Heading():
            return [_text(node.text, HEADS[node.level])]
        case Paragraph():
            return [_text(node.text)]
        case Listing():
            return [ListFlowable([_text(item) for item in node.items], bulletType="1" if node.ordered else "bullet")]
        case Table():
            rows = [[_text(cell) if isinstance(cell, Phrase) else "" for cell in row] for row in node.rows]
            heights = [None, *(48 for _ in rows)]
            style = [("GRID", (0, 0), (-1, -1), 0.7, "black")]
            return [Grid([[_text(cell) for cell in node.header], *rows], rowHeights=heights, style=style, repeatRows=1)]
        case Answer():
            return _answer(node)
        case Group():
            return [part for child in node.children for part in _node(child)]
        case Divider():
            return [HRFlowable(width="100%")]
        case Figure():
            raise NotImplementedError("the sheets of the benchmark have no figures")


def _answer(answer: Answer) -> list[Flowable]:
    match answer.form:
        case Lines(count, lead):
            return ([_text(lead)] if lead else []) + [part for _ in range(count) for part in _rule()]
        case Ticks(options, _, other):
            texts = [option.text for option in options] + ([other] if other else [])
            return [
                Grid(
                    [["", _text(text)] for text in texts],
                    colWidths=[16, None],
                    style=[("BOX", (0, 0), (0, -1), 1, "black")],
                )
            ]
        case Scale(lowest, highest, low, high):
            numbers = [str(number) for number in range(lowest, highest + 1)]
            return [
                Grid([numbers], style=[("GRID", (0, 0), (-1, -1), 0.7, "black")]),
                *(_text(end) for end in (low, high) if end),
            ]
        case Day():
            return [Spacer(1, 24), HRFlowable(width=170, thickness=0.7, hAlign="LEFT")]
