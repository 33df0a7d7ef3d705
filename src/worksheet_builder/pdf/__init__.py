"""A document as a PDF: set, stacked on pages, tagged, fillable, archival."""

from __future__ import annotations

from ..document import Document
from ..practice import Brand
from ..problems import Refused


def write(document: Document, brand: Brand) -> bytes:
    """The bytes of the file; raises Refused where a character has no glyph or something does not fit a page."""
    from .sheet import Sheet

    return Sheet(document, brand).write()


__all__ = ["Refused", "write"]
