"""docxtpl: a template with a slot for every text, made once for each sheet and rendered with other words each time."""

from __future__ import annotations

import dataclasses
import io
import itertools

from docxtpl import DocxTemplate

from worksheet_builder.document import Document
from worksheet_builder.foundation.phrases import Phrase, phrases_in, rephrase

from . import Maker, python_docx_maker


def ready() -> Maker:
    """A maker that keeps a template for each sheet."""
    plain = python_docx_maker.ready()
    templates: dict[str, bytes] = {}

    def make(document: Document) -> bytes:
        if document.id not in templates:
            numbers = itertools.count()

            def slot(phrase: Phrase) -> Phrase:
                return dataclasses.replace(phrase, text=rf"\{{\{{ t{next(numbers)} \}}\}}")

            templates[document.id] = plain(rephrase(document, slot))
        template = DocxTemplate(io.BytesIO(templates[document.id]))
        template.render({f"t{number}": phrase.plain() for number, phrase in enumerate(phrases_in(document))})
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    return make
