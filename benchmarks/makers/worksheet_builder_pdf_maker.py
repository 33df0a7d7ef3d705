"""This tool's PDF, with tags, archival metadata and form fields."""

from __future__ import annotations

from worksheet_builder import pdf
from worksheet_builder.document import Document

from ..documents import sheets
from . import Maker


def ready() -> Maker:
    """A maker in the standard brand."""
    _, brand = sheets()

    def make(document: Document) -> bytes:
        return pdf.write(document, brand)

    return make
