"""Links to the sheets of a pack and to web addresses, as annotations of a PDF (ISO 32000-1, 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..layout.display_list import LinkOp
from .form_fields import Placed
from .objects import PdfCanvas, text_string


def put_links(
    pdf: PdfCanvas,
    placed: Sequence[Placed[Any]],
    starts: Mapping[str, int],
    pages: Sequence[int],
    rows: Mapping[int, int],
) -> None:
    """Write the annotations of the links.

    `starts` is the page index of each part, `pages` are object numbers, `rows` as in `structure_tree.put_structure`.
    """
    for item in placed:
        if isinstance(item.field, LinkOp):
            box = " ".join(f"{side:.2f}" for side in item.box)
            body = (  # a link has an action or a destination, never both
                f"<</Type/Annot/Subtype/Link/F 4/Rect [{box}]/Border [0 0 0]/P {pages[item.page]} 0 R"
                f"/StructParent {rows[item.number]}/Contents {text_string(item.field.label)}"
                f"{_target(item.field, starts, pages)}>>"
            )
            pdf.put(body.encode(), item.number)


def _target(link: LinkOp, starts: Mapping[str, int], pages: Sequence[int]) -> str:
    """The target of a link: an address (ISO 32000-1, 12.6.4.7), or the page on which a part begins."""
    if link.address:
        return f"/A <</S/URI/URI {text_string(link.address)}>>"
    return f"/Dest [{pages[starts[link.part]]} 0 R/Fit]"
