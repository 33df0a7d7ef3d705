"""The glossary document: the placeholders of the content controls, which Word shows again in a cleared field."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from ..ooxml.markup import part, w
from .answer_markup import ruled
from .content_controls import INLINE, Controls, placeholder_name
from .paragraph_markup import paragraph


def glossary(controls: Controls) -> bytes:
    """`glossary/document.xml`, with a placeholder for text in a line and one for each number of ruled lines."""
    inline = _entry(INLINE, paragraph("Normal", controls.prompt()))
    spanned = (_entry(placeholder_name(count), ruled(controls.prompt(), count)) for count in sorted(controls.spans))
    return part("w:glossaryDocument", {}, w("docParts", inline, *spanned))


def _entry(name: str, body: str) -> str:
    properties = w(
        "docPartPr",
        w("name", val=name),
        w("category", w("name", val="General"), w("gallery", val="placeholder")),
        w("types", w("type", val="bbPlcHdr")),
        w("behaviors", w("behavior", val="content")),
        w("guid", val=f"{{{str(uuid5(NAMESPACE_URL, name)).upper()}}}"),
    )
    return w("docPart", properties, w("docPartBody", body))
