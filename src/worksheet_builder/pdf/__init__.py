"""A document as a PDF: set, stacked on pages, tagged, fillable, archival."""

from __future__ import annotations

import gc

from ..definitions.practice import Brand
from ..document import Document
from ..foundation.problems import Refused


def write(document: Document, brand: Brand) -> bytes:
    """The bytes of the file; raises Refused where a character has no glyph or something does not fit a page."""
    from .pdf_writer import PdfWriter

    # The thousands of small objects of a file go when nothing refers to them any more; to look for circles among them
    # while they are made takes a tenth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return PdfWriter(document, brand).write()
    finally:
        if collecting:
            gc.enable()


__all__ = ["Refused", "write"]
