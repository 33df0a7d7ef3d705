"""The handout as one HTML page for a phone: it requests nothing from any server and works without JavaScript."""

from __future__ import annotations

from ..definitions.practice import Brand
from ..document import Document


def write(document: Document, brand: Brand) -> bytes:
    """Return the bytes of an HTML file that includes all its resources.

    Raises Refused for fonts that cannot be embedded, and for a prefilled answer whose field the document does not have.
    """
    from .page import page

    return page(document, brand)
