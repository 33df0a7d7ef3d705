"""The handout as one page for a phone: it asks nothing of any server, and works first without a script."""

from __future__ import annotations

from ..definitions.practice import Brand
from ..document import Document


def write(document: Document, brand: Brand) -> bytes:
    """The bytes of an HTML file with all that it needs in it; raises Refused for letters that cannot be embedded."""
    from .page import page

    return page(document, brand)
