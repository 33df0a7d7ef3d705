"""WeasyPrint: tagged PDF/UA-1 with form fields, fonts loaded once."""

from __future__ import annotations

from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

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
    Scale,
    Table,
    Ticks,
)
from worksheet_builder.foundation.phrases import Phrase

from ..fonts import noto_sans
from . import Maker

STYLE = """
@font-face { font-family: 'Sheet'; src: url('%s'); font-weight: 400 600 }
@page { size: A4; margin: 20mm 18mm 16mm; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }
body { font: 12pt/1.34 Sheet } h1, h2, h3 { color: #2f6670; font-weight: 600 } .prompt { font-weight: 600 }
.panel { background: #edf3f3; padding: 11pt; border-radius: 4pt } table { width: 100%%; border-collapse: collapse }
td, th { border: 0.7pt solid #555; height: 17mm; vertical-align: top } th { height: auto }
textarea { display: block; width: 100%%; border: 0; border-bottom: 0.7pt solid #555 }
.ring { display: inline-block; width: 24pt; border: 1pt solid #555; border-radius: 12pt; text-align: center }
"""


def ready() -> Maker:
    """A maker with its fonts configured."""
    fonts = FontConfiguration()
    style = CSS(string=STYLE % noto_sans().as_uri(), font_config=fonts)

    def make(document: Document) -> bytes:
        body = "".join(_node(node) for node in document.nodes)
        page = f"<html lang=en><title>{escape(document.title.plain())}</title><body>{body}</body></html>"
        made = HTML(string=page).write_pdf(
            stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True
        )
        return bytes(made or b"")

    return make


def _text(phrase: Phrase) -> str:
    return "".join(
        f"<strong>{escape(span.text)}</strong>" if span.strong else escape(span.text) for span in phrase.spans()
    )


def _node(node: Node) -> str:
    match node:
        case Heading():
            return f"<h{node.level}>{_text(node.text)}</h{node.level}>"
        case Paragraph():
            return f"<p class={node.role}>{_text(node.text)}</p>"
        case Listing():
            tag = "ol" if node.ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_text(item)}</li>' for item in node.items)}</{tag}>"
        case Table():
            head = "".join(f"<th scope=col>{_text(cell)}</th>" for cell in node.header)
            rows = "".join(
                "<tr>"
                + "".join(f"<td>{_text(cell) if isinstance(cell, Phrase) else _area(cell, 2)}</td>" for cell in row)
                for row in node.rows
            )
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case Answer():
            return _answer(node)
        case Group():
            inside = "".join(_node(child) for child in node.children)
            return f"<div class=panel>{inside}</div>" if node.role is GroupRole.PANEL else inside
        case Divider():
            return "<hr>"
        case Figure():
            raise NotImplementedError("the sheets of the benchmark have no figures")


def _area(answer: Answer, lines: int) -> str:
    label = escape(answer.label.plain(), quote=True)
    return f'<textarea name="{answer.address}" title="{label}" style="height: {lines * 8.5}mm"></textarea>'


def _answer(answer: Answer) -> str:
    match answer.form:
        case Lines(count, lead):
            return (f"<p>{_text(lead)}</p>" if lead else "") + _area(answer, count)
        case Ticks(options, many, other):
            kind = "checkbox" if many else "radio"
            texts = [(option.key, option.text) for option in options] + ([("other", other)] if other else [])
            return "".join(
                f'<p><label><input type={kind} name="{answer.address}" value={key}> {_text(text)}</label></p>'
                for key, text in texts
            )
        case Scale(lowest, highest, low, high):
            rings = "".join(
                f'<label class=ring><input type=radio name="{answer.address}" value={number}>{number}</label>'
                for number in range(lowest, highest + 1)
            )
            return f"<p>{rings}</p><p>{' … '.join(_text(end) for end in (low, high) if end)}</p>"
        case Day():
            return _area(answer, 1)
