"""Writes a document as a PDF: tagged (PDF/UA-1), archival (PDF/A-2a), and with form fields if it is fillable."""

from __future__ import annotations

import gc

from ..definitions.practice import Brand
from ..document import Document
from ..foundation.problems import Refused


def write(document: Document, brand: Brand) -> bytes:
    """The bytes of the file; raises Refused if a character has no glyph, or something has no room on a page."""
    from .pdf_writer import PdfWriter

    # The thousands of small objects of a file are freed when nothing refers to them any more; to search for reference
    # cycles among them while they are made takes a tenth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return PdfWriter(document, brand).write()
    finally:
        if collecting:
            gc.enable()


__all__ = ["Refused", "write"]
