"""Outlines as a CFF font has them: charstrings of type 2 (Adobe Technical Note 5177)."""

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
"""What may come after a step of each kind without an operator of its own."""
_MOST = 48
"""Operands that an operator may have before it."""

Pair = tuple[float, float]


class CharstringPen:
    """Writes what HarfBuzz draws as a charstring, in units of which `scale` make one of the font.

    Points are rounded, not the steps between them, so that nothing adds up. `bounds` holds the lowest and highest of
    all points, `left, bottom, right, top`, None where there are none.
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
        """Begin a contour, always along both axes: some readers take a width before a shorter move for a part of it."""
        self._step(_MOVE, self._by(to))

    def lineTo(self, to: Pair) -> None:
        """Go straight."""
        across, up = self._by(to)
        if not up:
            self._step(_LINE_ACROSS, (across,))
        elif not across:
            self._step(_LINE_UP, (up,))
        else:
            self._step(_LINE, (across, up))

    def curveTo(self, first: Pair, second: Pair, to: Pair) -> None:
        """Go along a cubic curve, with as few operands as it needs."""
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
        """Go along a quadratic curve, as the cubic one that runs the same way."""
        (x, y), (cx, cy), (tx, ty) = self._exact, control, to
        near, far = (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3), (tx + 2 * (cx - tx) / 3, ty + 2 * (cy - ty) / 3)
        self.curveTo(near, far, to)

    def closePath(self) -> None:
        """Nothing: a contour of a font closes itself."""

    def endPath(self) -> None:
        """Nothing, likewise."""

    def charstring(self) -> bytes:
        """The outline that has been drawn, with the width before it."""
        self._flush()
        if len(self._xs) > 1:
            self.bounds = min(self._xs[1:]), min(self._ys[1:]), max(self._xs[1:]), max(self._ys[1:])
        return b"".join((*self._written, bytes([_END])))

    def _by(self, to: Pair) -> tuple[int, int]:
        """How far a point lies from the one before."""
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
    """A whole number of up to two bytes and a sign, as charstrings and dictionaries write it."""
    if -107 <= value <= 107:
        return bytes([value + 139])
    if 108 <= value <= 1131:
        return (value - 108 + 247 * 256).to_bytes(2, "big")
    if -1131 <= value <= -108:
        return (-value - 108 + 251 * 256).to_bytes(2, "big")
    return b"\x1c" + value.to_bytes(2, "big", signed=True)
