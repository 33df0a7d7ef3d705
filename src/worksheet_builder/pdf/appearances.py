"""Appearance streams of form fields: of empty text fields, and of check boxes and radio buttons on and off."""

from __future__ import annotations

from typing import assert_never

from ..foundation.colours import Colour
from ..layout.display_list import FieldKind, FieldOp
from .content_stream import box_path, fill, stroke
from .objects import PdfCanvas

NUMBERED = 18.0
"""The width, in points, from which a radio button is a ring with a number in it."""


class Appearances:
    """The appearance streams of one document: one for each text field, and one for all buttons that look the same."""

    def __init__(self, pdf: PdfCanvas, colour: Colour) -> None:
        self._pdf, self._colour = pdf, colour
        self._written: dict[tuple[float, float, str], int] = {}

    def entries(self, item: FieldOp) -> str:
        """Write the appearances of a widget; returns its entries /AP and /AS (ISO 32000-1, 12.5.5)."""
        width, height = round(item.width, 2), round(item.height, 2)
        match item.kind:
            case FieldKind.LINE | FieldKind.LINES | FieldKind.CELL:
                return f"/AP <</N {self._put(width, height, '/Tx BMC EMC')} 0 R>>"
            case FieldKind.CHECK | FieldKind.RADIO:
                off = self._drawn(width, height, "")
                ticked = _cross if item.kind is FieldKind.CHECK else _chosen
                on = self._drawn(width, height, ticked(width, height, self._colour))
                state = item.option if item.value else "Off"
                return f"/AS/{state}/AP <</N <</Off {off} 0 R/{item.option} {on} 0 R>>>>"
            case _:
                assert_never(item.kind)

    def _drawn(self, width: float, height: float, operators: str) -> int:
        """The object number of a button's appearance, which is shared: programs choose it and do not change it."""
        key = (width, height, operators)
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = self._put(width, height, operators)
        return found

    def _put(self, width: float, height: float, operators: str) -> int:
        """Write a new appearance; returns its number. Text fields share none: programs write the answer into it."""
        entries = f"/Type/XObject/Subtype/Form/BBox [0 0 {width:g} {height:g}]/Resources<<>>"
        return self._pdf.put_stream(operators.encode(), entries, compress=False)


def _cross(width: float, height: float, colour: Colour) -> str:
    """The operators of a cross, for a ticked check box."""
    left, right = width * 0.24, width * 0.76
    low, high = height * 0.24, height * 0.76
    return (
        f"q {stroke(colour)} 1.7 w 1 J {left:.2f} {low:.2f} m {right:.2f} {high:.2f} l "
        f"{left:.2f} {high:.2f} m {right:.2f} {low:.2f} l S Q"
    )


def _chosen(width: float, height: float, colour: Colour) -> str:
    """The operators of a chosen radio button: a dot, or a thick ring around a number, which stays readable."""
    if width < NUMBERED:
        inset = width * 0.26
        return f"q {fill(colour)} {box_path(inset, inset, width - 2 * inset, height - 2 * inset, width)} f Q"
    return f"q {stroke(colour)} 3 w {box_path(1.6, 1.6, width - 3.2, height - 3.2, width)} S Q"
