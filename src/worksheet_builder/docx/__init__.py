"""The handout as a Word file that a therapist can change: styles, fields, content controls, no template leftovers."""

from __future__ import annotations

from ..document import Document
from ..practice import Brand


def write(document: Document, brand: Brand, *, protect: bool = False) -> bytes:
    """The bytes of a DOCX; with `protect` Word lets a reader fill the controls and change nothing else.

    Raises Refused for a logo that is not a picture of a usable size.
    """
    from .writer import handout

    return handout(document, brand, protect)
