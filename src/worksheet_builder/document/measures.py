"""What every format measures alike: a millimetre, the size of a card, which boxes to tick stand beside each other."""

from __future__ import annotations

from collections.abc import Callable

from ..foundation.phrases import Phrase
from .nodes import Ticks

MM = 72 / 25.4
"""Points in a millimetre."""
CARD = (85.0 * MM, 55.0 * MM)
"""Width and height of a card in points: a bank card (ISO/IEC 7810)."""
CARD_PADDING = 4.0 * MM
"""Points between the edge of a card and its words."""
_FEWEST, _LARGEST = 4, 14.0
"""Fewer options are read sooner one under the other; and so are larger letters, in points, as those of large print."""


def beside_each_other(ticks: Ticks, size: float, fits: Callable[[Phrase], bool]) -> list[bool]:
    """For each option whether another may stand beside it: `fits` says whether words fit half the width of a line.

    Never where a parallel text stands under the words.
    """
    many = len(ticks.options) >= _FEWEST and size <= _LARGEST
    return [many and not option.text.parallel and fits(option.text) for option in ticks.options]
