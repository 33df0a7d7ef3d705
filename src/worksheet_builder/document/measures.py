"""Measures that all formats share: a millimetre, the size of a card, and which boxes to tick are set side by side."""

from __future__ import annotations

from collections.abc import Callable

from ..foundation.phrases import Phrase
from .nodes import Ticks

INCH = 25.4
"""Millimetres in an inch."""
MM = 72 / INCH
"""Points in a millimetre."""
CARD = (85.0 * MM, 55.0 * MM)
"""Width and height of a card in points: about those of a bank card (ISO/IEC 7810 ID-1, 85.6 by 54 mm)."""
CARD_PADDING = 4.0 * MM
"""Points between the edge of a card and its words."""
LEAST_LINE = 30.0 * MM
"""The least length in points of a line to write on after its words in Word; else it stands below them."""
CARD_SPREAD = 9.0
"""The most points added above each writing line of a card from the height that it has left."""
_FEWEST, _LARGEST = 4, 14.0
"""The fewest options, and the largest type in points, that are set side by side; else one column is easier to read."""


def beside_each_other(ticks: Ticks, size: float, fits: Callable[[Phrase], bool]) -> list[bool]:
    """For each option, whether another may be set beside it; `size` is the type size in points.

    `fits` says whether words fit half the width of a line. An option with a parallel text has the line to itself.
    """
    many = len(ticks.options) >= _FEWEST and size <= _LARGEST
    return [many and not option.text.parallel and fits(option.text) for option in ticks.options]
