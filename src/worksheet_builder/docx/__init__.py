"""The handout as a Word file that a therapist can change: styles, fields, content controls, no template leftovers."""

from __future__ import annotations

from ..definitions.practice import Brand
from ..document import Document


def write(document: Document, brand: Brand) -> bytes:
    """Return the bytes of a DOCX file; in a protected one Word lets a reader fill in the content controls, no more.

    Raises Refused for a logo that cannot be used, and for a prefilled answer whose field the document does not have.
    """
    from .docx_writer import handout

    return handout(document, brand)
