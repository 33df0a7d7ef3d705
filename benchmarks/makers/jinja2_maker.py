"""Jinja2: the same page, with the same elements, from compiled templates with automatic escaping."""

# ruff: noqa: E501 - templates as they are written
from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from jinja2 import DictLoader, Environment

from worksheet_builder.document import Document
from worksheet_builder.html.colour_scheme import manners, properties
from worksheet_builder.html.page import shared

from ..documents import sheets
from . import Maker

NODES = """
{%- macro words(p) -%}
{%- for s in p.spans() -%}{%- if s.strong -%}<strong>{{ s.text }}</strong>{%- else -%}{{ s.text }}{%- endif -%}{%- endfor -%}
{%- endmacro -%}
{%- macro area(name, label, rows) -%}
<textarea name="{{ name }}" rows="{{ rows }}" dir="auto" aria-label="{{ label.plain() }}" placeholder="{{ around.write_here.plain() }}" autocomplete="off" spellcheck="false"></textarea>
{%- endmacro -%}
{%- macro answer(a) -%}
{%- set kind = a.form.__class__.__name__ -%}
{%- if kind == "Lines" -%}
{%- if a.form.lead -%}<label class="led"><span>{{ words(a.form.lead) }}</span> {{ area(a.address, a.label, a.form.count) }}</label>
{%- else -%}{{ area(a.address, a.label, a.form.count) }}{%- endif -%}
{%- elif kind == "Ticks" -%}
<fieldset class="ticks" aria-label="{{ a.label.plain() }}">
{%- for o in a.form.options -%}
<label class="tick"><input type="{{ 'checkbox' if a.form.many else 'radio' }}" name="{{ a.address }}.{{ o.key if a.form.many else '_choice' }}"{% if not a.form.many %} value="{{ o.key }}"{% endif %}> <span>{{ words(o.text) }}</span></label>
{%- endfor -%}
{%- if a.form.other -%}<div class="other"><label class="tick"><input type="{{ 'checkbox' if a.form.many else 'radio' }}" name="{{ a.address }}._other"> <span>{{ words(a.form.other) }}</span></label> {{ area(a.address ~ "._other-text", a.form.other, 1) }}</div>{%- endif -%}
</fieldset>
{%- elif kind == "Scale" -%}
<fieldset class="scale" aria-label="{{ a.label.plain() }}"><div class="points long">
{%- for n in a.form.numbers -%}<label class="point"><input type="radio" name="{{ a.address }}._choice" value="{{ n }}"><span class="number">{{ number(n) }}</span></label>{%- endfor -%}
</div><div class="ends">{% if a.form.low %}<span>{{ words(a.form.low) }}</span> <span>{{ words(a.form.high) }}</span>{% endif %}</div>
{%- if a.form.word -%}<label class="led word"><span>{{ words(a.form.word) }}</span> {{ area(a.address ~ "._word", a.form.word, 1) }}</label>{%- endif -%}
</fieldset>
{%- else -%}<input type="date" name="{{ a.address }}" aria-label="{{ a.label.plain() }}" autocomplete="off">{%- endif -%}
{%- endmacro -%}
{%- macro cell(c) -%}{%- if c.spans -%}{{ words(c) }}{%- else -%}{{ answer(c) }}{%- endif -%}{%- endmacro -%}
{%- macro node(n) -%}
{%- set kind = n.__class__.__name__ -%}
{%- if kind == "Heading" -%}<h{{ n.level + n.depth }} class="level-{{ n.level }}">{{ words(n.text) }}</h{{ n.level + n.depth }}>
{%- elif kind == "Paragraph" -%}<p class="{{ n.role.value }}">{{ words(n.said) }}</p>
{%- elif kind == "Listing" -%}{% set tag = "ol" if n.ordered else "ul" %}<{{ tag }}>{% for i in n.items %}<li>{{ words(i) }}</li>{% endfor %}</{{ tag }}>
{%- elif kind == "Table" -%}
<table role="table" class="grid" aria-label="{{ n.caption.plain() }}"><thead role="rowgroup"><tr role="row">{% for h in n.header %}<th role="columnheader" scope="col">{{ words(h) }}</th>{% endfor %}</tr></thead><tbody role="rowgroup">
{%- if n.example -%}<tr role="row" class="example">{% for c in n.example %}<td role="cell" data-head="{{ n.header[loop.index0].plain() }}">{{ words(c) }}</td>{% endfor %}</tr>{%- endif -%}
{%- for r in n.rows -%}<tr role="row">{% for c in r %}<td role="cell" data-head="{{ n.header[loop.index0].plain() }}">{{ cell(c) }}</td>{% endfor %}</tr>{%- endfor -%}
</tbody></table>
{%- elif kind == "Answer" -%}<div class="answer">{{ answer(n) }}</div>
{%- elif kind == "Divider" -%}<hr>
{%- elif kind == "Group" -%}<div class="{{ n.role.value }}">{% for c in n.children %}{{ node(c) }}{% endfor %}</div>
{%- endif -%}
{%- endmacro -%}
"""
TOOLS = """
{%- macro button(does, p) -%}<button type="button" data-does="{{ does }}">{{ p.plain() }}</button>{%- endmacro -%}
<nav class="tools ui" aria-label="{{ phone.tools.plain() }}"><div class="where" hidden data-scripted>{{ button("part-back", phone.view.back) }}<span id="counter" data-words="{{ phone.view.counter.text }}"></span>{{ button("part-next", phone.view.next) }}
<details name="tools" class="fold more"><summary>{{ phone.more.plain() }}</summary><div class="folded"><p class="buttons">{{ button("one", phone.view.one) }}</p><p class="tool-heading">{{ phone.copy.heading.plain() }}</p><p class="buttons">{{ button("copy-page", phone.copy.page) }}{{ button("copy-text", phone.copy.text) }}{{ button("print", phone.copy.paper) }}{{ button("share", phone.copy.share) }}</p><p class="small">{{ phone.copy.note.plain() }}</p><label class="tick"><input type="checkbox" id="keep" aria-describedby="keep-note"> <span>{{ phone.keep.switch.plain() }}</span></label><p class="small" id="keep-note" data-refused="{{ phone.keep.refused.plain() }}">{{ phone.keep.note.plain() }}</p><p class="buttons">{{ button("clear", phone.clear) }}</p><p class="tool-heading">{{ phone.protection.plain() }}</p><ul>{% for p in phone.protects.values() %}<li>{{ p.plain() }}</li>{% endfor %}<li>{{ phone.leave_note.plain() }}</li></ul></div></details>{{ button("leave", phone.leave) }}</div>
<div class="row"><details name="tools" class="fold stop"><summary>{{ phone.stop.plain() }}</summary><div class="folded"><p>{{ phone.stop_text.plain() }}</p></div></details></div>
<p class="told" hidden><span id="told" role="status" data-cleared="{{ phone.cleared.plain() }}" data-taken="{{ phone.copy.taken.plain() }}" data-failed="{{ phone.copy.failed.plain() }}" data-kept="{{ phone.keep.kept.plain() }}" data-forgotten="{{ phone.keep.forgotten.plain() }}" data-drawn="{{ phone.draw.drawn.plain() }}"></span> {{ button("undo", phone.undo) }}</p></nav><p class="without-script ui" id="without-script">{{ phone.no_script.plain() }}</p>
"""
PAGE = (
    """<!DOCTYPE html>
{%- from "nodes" import node with context -%}
<html lang="{{ document.language.tag }}" dir="{{ 'rtl' if document.language.rtl else 'ltr' }}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{ hashes[0] }}'; script-src '{{ hashes[1] }}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ phone.title.plain() }}</title><style>{{ looks|safe }}</style></head><body class="{{ manners }}">"""
    + TOOLS
    + """<main id="sheet">{% for n in document.nodes %}<div class="step">{{ node(n) }}</div>{% endfor %}</main><script>{{ script|safe }}</script></body></html>
"""
)


def ready() -> Maker:
    """A maker with its templates compiled; it keeps the hashes of style and script, as this tool does."""
    _, brand = sheets()
    environment = Environment(loader=DictLoader({"nodes": NODES, "page": PAGE}), autoescape=True)
    template = environment.get_template("page")

    def make(document: Document) -> bytes:
        looks, script = properties(brand) + shared("page.css"), shared("page.js")
        around = document.header_footer
        said = template.render(
            document=document,
            around=around,
            phone=around.phone,
            number=document.language.number,
            hashes=[_hash(looks), _hash(script)],
            looks=looks,
            script=script,
            manners=manners(brand),
        )
        return said.encode()

    return make


@lru_cache(maxsize=8)
def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
