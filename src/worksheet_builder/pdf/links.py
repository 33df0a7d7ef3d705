"""Links from the contents of a pack to its sheets, as annotations of a PDF (ISO 32000-1, 12.5.6.5)."""

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
    """Write the annotations of the links."""
    for item in placed:
        if isinstance(item.field, LinkOp):
            box = " ".join(f"{side:.2f}" for side in item.box)
            body = (
                f"<</Type/Annot/Subtype/Link/F 4/Rect [{box}]/Border [0 0 0]/P {pages[item.page]} 0 R"
                f"/StructParent {rows[item.number]}/Contents {text_string(item.field.label)}"
                f"/Dest [{pages[starts[item.field.part]]} 0 R/Fit]>>"
            )
            pdf.put(body.encode(), item.number)
