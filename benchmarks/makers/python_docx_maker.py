"""Plain python-docx: a paragraph with a style for each line of text, tables by its API; no content controls."""

from __future__ import annotations

import io
from typing import Any

import docx
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

from . import Maker


def ready() -> Maker:
    """A maker."""

    def make(document: Document) -> bytes:
        file = docx.Document()
        for node in document.nodes:
            _node(file, node)
        out = io.BytesIO()
        file.save(out)
        return out.getvalue()

    return make


def _text(file: Any, phrase: Phrase, style: str) -> None:
    paragraph = file.add_paragraph(style=style)
    for span in phrase.spans():
        paragraph.add_run(span.text).bold = span.strong or None


def _node(file: Any, node: Node) -> None:
    match node:
        case Heading():
            file.add_heading(node.text.plain(), node.level)
        case Paragraph():
            _text(file, node.text, "Body Text")
        case Listing():
            for item in node.items:
                _text(file, item, "List Number" if node.ordered else "List Bullet")
        case Table():
            grid = file.add_table(rows=1, cols=len(node.header), style="Table Grid")
            for cell, words in zip(grid.rows[0].cells, node.header, strict=True):
                cell.text = words.plain()
            for row in node.rows:
                for cell, value in zip(grid.add_row().cells, row, strict=True):
                    cell.text = value.plain() if isinstance(value, Phrase) else ""
        case Answer():
            _answer(file, node)
        case Group():
            for child in node.children:
                _node(file, child)
        case Divider():
            file.add_paragraph(style="Body Text")
        case Figure():
            raise NotImplementedError("the sheets of the benchmark have no figures")


def _answer(file: Any, answer: Answer) -> None:
    match answer.form:
        case Lines(count, lead):
            if lead:
                _text(file, lead, "Body Text")
            for _ in range(count):
                file.add_paragraph("_" * 70, style="Body Text")
        case Ticks(options, _, other):
            for text in [option.text for option in options] + ([other] if other else []):
                file.add_paragraph(f"☐ {text.plain()}", style="List")
        case Scale(lowest, highest, low, high):
            file.add_paragraph("   ".join(f"○ {n}" for n in range(lowest, highest + 1)), style="Body Text")
            for end in (low, high):
                if end:
                    _text(file, end, "Body Text")
        case Day():
            file.add_paragraph("_" * 24, style="Body Text")
