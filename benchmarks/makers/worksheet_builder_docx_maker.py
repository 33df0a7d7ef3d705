"""This tool's DOCX, with styles and content controls."""

from __future__ import annotations

from tests.documents import sheets
from tests.makers import Maker

from worksheet_builder import docx
from worksheet_builder.document import Document


def ready() -> Maker:
    """A maker in the standard brand."""
    _, brand = sheets()

    def make(document: Document) -> bytes:
        return docx.write(document, brand)

    return make
