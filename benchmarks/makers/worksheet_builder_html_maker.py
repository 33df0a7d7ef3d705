"""This tool's page for phones, with its tools, its policy and the hashes of its style and script."""

from __future__ import annotations

from worksheet_builder import html
from worksheet_builder.document import Document

from ..documents import sheets
from . import Maker


def ready() -> Maker:
    """A maker in the standard brand."""
    _, brand = sheets()

    def make(document: Document) -> bytes:
        return html.write(document, brand)

    return make
