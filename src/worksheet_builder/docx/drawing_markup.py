"""Strokes as an SVG file, and as a PNG for programs that cannot show SVG."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..document.drawings import PEN_STYLES, Stroke, to_mirror
from ..foundation.colours import Colour
from ..foundation.palette import Palette
from ..foundation.records import record
from ..ooxml.markup import element

_MARGIN = 1.5
"""Points around the strokes, so that none is cut off."""
_DOTS = 220
"""Dots per inch of the PNG."""


@record
class Cut:
    """A piece of a drawing: left, top, width and height in points."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(cls, lines: Sequence[Stroke]) -> Cut:
        """The rectangle around all strokes."""
        extents = [line.extent for line in lines]
        left, top = (min(box[at] for box in extents) - _MARGIN for at in (0, 1))
        right, bottom = (max(box[at] for box in extents) + _MARGIN for at in (2, 3))
        return cls(left, top, right - left, bottom - top)

    def from_start(self) -> Cut:
        """The rectangle extended to x = 0, the side where lines of text begin."""
        left = min(self.left, 0.0)
        return Cut(left, self.top, self.left + self.width - left, self.height)


def svg(lines: Sequence[Stroke], cut: Cut, palette: Palette, unit: float, *, flipped: bool) -> bytes:
    """An SVG file of the strokes inside the cut; `unit`: points per drawing unit; `flipped`: right-to-left text."""
    width, height = f"{cut.width:.2f}", f"{cut.height:.2f}"
    box = {"viewBox": f"{cut.left:.2f} {cut.top:.2f} {width} {height}"}
    paths = [_path(line, palette, unit) for line in (to_mirror(lines) if flipped else lines) if _meets(line, cut)]
    turn = {"transform": f"translate({2 * cut.left + cut.width:.2f} 0) scale(-1 1)"} if flipped else {}
    group = element("g", {**turn, "stroke-linecap": "round", "stroke-linejoin": "round"}, *paths)
    root = {"xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height, **box}
    return element("svg", root, group).encode()


@lru_cache(maxsize=256)
def png(drawing: bytes, width: float) -> bytes:
    """Render an SVG file as a PNG for a width in points."""
    import resvg_py

    dots = max(1, round(width / 72 * _DOTS))
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing.decode(), width=dots, dpi=96, skip_system_fonts=True))


def _path(line: Stroke, palette: Palette, unit: float) -> str:
    pen = PEN_STYLES[line.pen]
    colour: Colour = getattr(palette, pen.colour)
    way = " ".join(f"{step}{' '.join(f'{value:.2f}' for value in values)}" for step, values in line.steps)
    if pen.filled:
        return element("path", {"d": way, "fill": f"#{colour.hex.lstrip('#')}"})
    dashes = " ".join(f"{length * unit:.2f}" for length in pen.dashes) if pen.dashes else None
    return element(
        "path",
        {
            "d": way,
            "fill": "none",
            "stroke": f"#{colour.hex.lstrip('#')}",
            "stroke-width": f"{pen.width * unit:.2f}",
            "stroke-dasharray": dashes,
        },
    )


def _meets(line: Stroke, cut: Cut) -> bool:
    left, top, right, bottom = line.extent
    return left <= cut.left + cut.width and right >= cut.left and top <= cut.top + cut.height and bottom >= cut.top
