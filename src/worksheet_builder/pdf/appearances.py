"""How form fields look until they are filled, and how boxes and rings look when they are ticked."""

from __future__ import annotations

from ..foundation.colours import Colour
from ..layout.display_list import FieldKind, FieldOp
from .content_stream import box_path, fill, stroke
from .objects import PdfCanvas

NUMBERED = 18.0
"""From this width on, in points, a ring has a number in it."""


class Appearances:
    """The appearances of one document, each drawing written once."""

    def __init__(self, pdf: PdfCanvas, colour: Colour) -> None:
        self._pdf, self._colour = pdf, colour
        self._written: dict[tuple[float, float, str], int] = {}
        self._looks: dict[tuple[FieldKind, float, float], tuple[int, int]] = {}

    def entries(self, item: FieldOp) -> str:
        """The entries of a widget that say what it looks like (ISO 32000-1, 12.5.5)."""
        kind = item.kind
        line_style = (kind, round(item.width, 2), round(item.height, 2))
        off, on = self._looks.get(line_style) or self._looks.setdefault(line_style, self._look(*line_style))
        if kind in (FieldKind.CHECK, FieldKind.RADIO):
            state = item.option if item.value else "Off"
            return f"/AS/{state}/AP <</N <</Off {off} 0 R/{item.option} {on} 0 R>>>>"
        return f"/AP <</N {off} 0 R>>"

    def _look(self, kind: FieldKind, width: float, height: float) -> tuple[int, int]:
        """The appearances of a field before and after it is ticked; one that is written in has a single one."""
        match kind:
            case FieldKind.LINE | FieldKind.LINES | FieldKind.CELL:
                number = self._put(width, height, "/Tx BMC EMC")
                return number, number
            case FieldKind.CHECK:
                return self._put(width, height, ""), self._put(width, height, _cross(width, height, self._colour))
            case FieldKind.RADIO:
                return self._put(width, height, ""), self._put(width, height, _chosen(width, height, self._colour))

    def _put(self, width: float, height: float, operators: str) -> int:
        key = (width, height, operators)
        if key not in self._written:
            entries = f"/Type/XObject/Subtype/Form/BBox [0 0 {width:g} {height:g}]/Resources<<>>"
            self._written[key] = self._pdf.put_stream(operators.encode(), entries, compress=False)
        return self._written[key]


def _cross(width: float, height: float, colour: Colour) -> str:
    """A cross, as a pen would make it."""
    left, right = width * 0.24, width * 0.76
    low, high = height * 0.24, height * 0.76
    return (
        f"q {stroke(colour)} 1.7 w 1 J {left:.2f} {low:.2f} m {right:.2f} {high:.2f} l "
        f"{left:.2f} {high:.2f} m {right:.2f} {low:.2f} l S Q"
    )


def _chosen(width: float, height: float, colour: Colour) -> str:
    """A small box is filled with a dot; a ring with a number in it gets a heavy ring, so that the number stays."""
    if width < NUMBERED:
        inset = width * 0.26
        return f"q {fill(colour)} {box_path(inset, inset, width - 2 * inset, height - 2 * inset, width)} f Q"
    return f"q {stroke(colour)} 3 w {box_path(1.6, 1.6, width - 3.2, height - 3.2, width)} S Q"
