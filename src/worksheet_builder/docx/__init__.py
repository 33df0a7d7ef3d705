"""The handout as a Word file that a therapist can change: styles, fields, content controls, no template leftovers."""

from __future__ import annotations

from ..definitions.practice import Brand
from ..document import Document


def write(document: Document, brand: Brand) -> bytes:
    """The bytes of a DOCX; in a protected one Word lets a reader fill the controls, no more.

    Raises Refused for a logo that is not a picture of a usable size.
    """
    from .docx_writer import handout

    return handout(document, brand)
