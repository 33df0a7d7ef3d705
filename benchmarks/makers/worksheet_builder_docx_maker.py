"""This tool's DOCX, with styles and content controls."""

from __future__ import annotations

from worksheet_builder import docx
from worksheet_builder.document import Document

from ..documents import sheets
from . import Maker


def ready() -> Maker:
    """A maker in the standard brand."""
    _, brand = sheets()

    def make(document: Document) -> bytes:
        return docx.write(document, brand)

    return make
