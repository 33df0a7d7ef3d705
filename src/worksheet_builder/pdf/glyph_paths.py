"""Outlines of glyphs as paths of a content stream."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

from ..text import Face


class _Pen:
    """A pen for HarfBuzz that writes an outline as path operators (ISO 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:
        self._step("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:
        self._step("l", to)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._step("c", *points)

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:
        (x, y), (cx, cy), (tx, ty) = self._at, control, to
        near, far = (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3), (tx + 2 * (cx - tx) / 3, ty + 2 * (cy - ty) / 3)
        self._step("c", near, far, to)

    def closePath(self) -> None:
        self.steps.append("h")

    def endPath(self) -> None:
        """Do nothing: to fill a path closes it."""

    def _step(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.steps.append(" ".join((*(f"{value:.0f}" for point in points for value in point), operator)))


@lru_cache(maxsize=1024)
def glyph_path(face: Face, glyph: int) -> str:
    """The outline of a glyph as path operators, in font units; empty if it has none."""
    pen = _Pen()
    font: hb.Font = face.font
    font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.steps)
