"""Writes outlines as Type 2 charstrings, for CFF fonts (Adobe Technical Note 5177)."""

from __future__ import annotations

from math import floor

_END, _MOVE = 14, 21
_LINE, _LINE_ACROSS, _LINE_UP = 5, 6, 7
_CURVE, _CURVE_UP, _CURVE_ACROSS, _CURVE_FROM_UP, _CURVE_FROM_ACROSS = 8, 26, 27, 30, 31
_GOES_ON = {
    _LINE: _LINE,
    _LINE_ACROSS: _LINE_UP,
    _LINE_UP: _LINE_ACROSS,
    _CURVE: _CURVE,
    _CURVE_UP: _CURVE_UP,
    _CURVE_ACROSS: _CURVE_ACROSS,
    _CURVE_FROM_UP: _CURVE_FROM_ACROSS,
    _CURVE_FROM_ACROSS: _CURVE_FROM_UP,
}
"""The operator of the next segment for which none is written after each operator: its operands are just added."""
_MOST = 48
"""The greatest number of operands before an operator."""

Pair = tuple[float, float]


class CharstringPen:
    """A pen for HarfBuzz that writes an outline as a charstring; coordinates are multiplied by `scale`.

    Points are rounded, not the distances between them, so that rounding errors do not add up. `bounds` is the box
    around all points, `left, bottom, right, top`; None before `charstring`, and if there are no points.
    """

    def __init__(self, width: int, scale: float) -> None:
        self.bounds: tuple[int, int, int, int] | None = None
        self._written = [number(width)]
        self._scale = scale
        self._exact: Pair = (0.0, 0.0)
        self._xs, self._ys = [0], [0]
        self._operator = self._last = 0
        self._operands: list[int] = []

    def moveTo(self, to: Pair) -> None:
        """Begin a contour, always with rmoveto: some readers take a width before hmoveto or vmoveto for an operand."""
        self._step(_MOVE, self._by(to))

    def lineTo(self, to: Pair) -> None:
        """Add a straight line."""
        across, up = self._by(to)
        if not up:
            self._step(_LINE_ACROSS, (across,))
        elif not across:
            self._step(_LINE_UP, (up,))
        else:
            self._step(_LINE, (across, up))

    def curveTo(self, first: Pair, second: Pair, to: Pair) -> None:
        """Add a cubic Bézier curve, with the operator that needs the fewest operands."""
        (ax, ay), (bx, by), (cx, cy) = self._by(first), self._by(second), self._by(to)
        if not ay and not cx:
            self._step(_CURVE_FROM_ACROSS, (ax, bx, by, cy))
        elif not ax and not cy:
            self._step(_CURVE_FROM_UP, (ay, bx, by, cx))
        elif not ay and not cy:
            self._step(_CURVE_ACROSS, (ax, bx, by, cx))
        elif not ax and not cx:
            self._step(_CURVE_UP, (ay, bx, by, cy))
        else:
            self._step(_CURVE, (ax, ay, bx, by, cx, cy))

    def qCurveTo(self, control: Pair, to: Pair) -> None:
        """Add a quadratic Bézier curve, as the cubic curve of the same shape."""
        (x, y), (cx, cy), (tx, ty) = self._exact, control, to
        near, far = (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3), (tx + 2 * (cx - tx) / 3, ty + 2 * (cy - ty) / 3)
        self.curveTo(near, far, to)

    def closePath(self) -> None:
        """Do nothing: a contour of a charstring is always closed."""

    def endPath(self) -> None:
        """Do nothing, for the same reason."""

    def charstring(self) -> bytes:
        """The bytes of the charstring: the width, the outline that was drawn, endchar."""
        self._flush()
        if len(self._xs) > 1:
            self.bounds = min(self._xs[1:]), min(self._ys[1:]), max(self._xs[1:]), max(self._ys[1:])
        return b"".join((*self._written, bytes([_END])))

    def _by(self, to: Pair) -> tuple[int, int]:
        """The distance (right, up) of a point from the point before it, rounded."""
        self._exact = to
        x, y = floor(to[0] * self._scale + 0.5), floor(to[1] * self._scale + 0.5)
        by = x - self._xs[-1], y - self._ys[-1]
        self._xs.append(x)
        self._ys.append(y)
        return by

    def _step(self, operator: int, operands: tuple[int, ...]) -> None:
        if _GOES_ON.get(self._last) != operator or len(self._operands) + len(operands) > _MOST:
            self._flush()
            self._operator = operator
        self._last = operator
        self._operands += operands

    def _flush(self) -> None:
        if self._operands:
            self._written += map(number, self._operands)
            self._written.append(bytes([self._operator]))
            self._operands = []


def number(value: int) -> bytes:
    """An integer from -32768 to 32767, encoded as in charstrings and DICTs."""
    if -107 <= value <= 107:
        return bytes([value + 139])
    if 108 <= value <= 1131:
        return (value - 108 + 247 * 256).to_bytes(2, "big")
    if -1131 <= value <= -108:
        return (-value - 108 + 251 * 256).to_bytes(2, "big")
    return b"\x1c" + value.to_bytes(2, "big", signed=True)
