"""Typst through its Python package, its compiler kept warm: tagged PDF/UA-1, no form fields, since it has none."""

from __future__ import annotations

import typst

from worksheet_builder.document import (
    Answer,
    Day,
    Divider,
    Document,
    Figure,
    Group,
    GroupRole,
    Heading,
    Lines,
    Listing,
    Node,
    Paragraph,
    Role,
    Scale,
    Table,
    Ticks,
)
from worksheet_builder.foundation.phrases import Phrase

from ..fonts import folders
from . import Maker

HEAD = """#set document(title: "%s")
#set page(paper: "a4", margin: (x: 18mm, top: 20mm, bottom: 16mm), numbering: "1 of 1")
#set text(font: ("%s", "Noto Sans"), size: 12pt, lang: "%s")
#set par(leading: 0.5em)
#show heading: set text(fill: rgb("#2f6670"))
#let ruled(n) = for i in range(n) [#v(8.5mm) #line(length: 100%%, stroke: 0.7pt)]
#let tick = box(width: 12pt, height: 12pt, stroke: 1pt, radius: 2pt)
#let ring(n) = box(width: 24pt, height: 24pt, stroke: 1pt, radius: 12pt)[#align(center + horizon)[#n]]
"""


_FONTS = {"en": "Noto Sans", "ar": "Noto Sans Arabic", "hi": "Noto Sans Devanagari", "zh-Hans": "Noto Sans CJK SC"}


def head(document: Document) -> str:
    """What stands before the nodes of a document."""
    tag = document.language.tag
    return HEAD % (document.title.plain(), _FONTS[tag], tag.split("-")[0])


def ready() -> Maker:
    """A maker with a warm compiler."""
    compiler = typst.Compiler(font_paths=[str(it) for it in folders()], ignore_system_fonts=True)

    def make(document: Document) -> bytes:
        source = head(document) + "\n".join(_node(node) for node in document.nodes)
        made = compiler.compile(input=source.encode(), format="pdf", pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made

    return make


def _text(phrase: Phrase) -> str:
    parts = []
    for span in phrase.spans():
        text = "".join(f"\\{char}" if char in "\\#*_`$<>@[]=-+/~" else char for char in span.text)
        parts.append(f"#strong[{text}]" if span.strong else text)
    return "".join(parts)


def _node(node: Node) -> str:
    match node:
        case Heading():
            return f"#heading(level: {node.level})[{_text(node.text)}]\n"
        case Paragraph():
            strong = node.role in (Role.PROMPT, Role.PANEL_HEADING)
            return (f"#strong[{_text(node.text)}]" if strong else _text(node.text)) + "\n\n"
        case Listing():
            call = "enum" if node.ordered else "list"
            return f"#{call}({', '.join(f'[{_text(item)}]' for item in node.items)})\n"
        case Table():
            cells = [cell if isinstance(cell, Phrase) else None for row in node.rows for cell in row]
            head = ", ".join(f"[*{_text(cell)}*]" for cell in node.header)
            body = ", ".join(f"[{_text(cell)}]" if cell else "box(height: 17mm)" for cell in cells)
            return f"#table(columns: {len(node.header)} * (1fr,), table.header({head}), {body})\n"
        case Answer():
            return _answer(node)
        case Group():
            inside = "".join(_node(child) for child in node.children)
            panel = node.role is GroupRole.PANEL
            return (
                f'#block(fill: rgb("#edf3f3"), inset: 11pt, radius: 4pt, width: 100%)[{inside}]\n' if panel else inside
            )
        case Divider():
            return "#line(length: 100%, stroke: 0.5pt)\n"
        case Figure():
            raise NotImplementedError("the sheets of the benchmark have no figures")


def _answer(answer: Answer) -> str:
    match answer.form:
        case Lines(count, lead):
            return (_text(lead) + "\n" if lead else "") + f"#ruled({count})\n"
        case Ticks(options, _, other):
            texts = [option.text for option in options] + ([other] if other else [])
            return "".join(f"#tick {_text(text)}\n\n" for text in texts)
        case Scale(lowest, highest, low, high):
            rings = ", ".join(f"ring[{number}]" for number in range(lowest, highest + 1))
            return f"#grid(columns: {highest - lowest + 1} * (1fr,), {rings})\n{_ends(low, high)}\n"
        case Day():
            return "#v(8.5mm) #line(length: 60mm, stroke: 0.7pt)\n"


def _ends(low: Phrase | None, high: Phrase | None) -> str:
    return " #h(1fr) ".join(_text(end) for end in (low, high) if end)
