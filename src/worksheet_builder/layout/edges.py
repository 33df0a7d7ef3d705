"""Where head and foot stand between the edges of the paper and the text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..document.measures import MM
from ..foundation.records import record


@record
class Edges:
    """Distances in points."""

    top: float
    """From the edge to what stands at the head of the first page."""
    top_on_ground: float
    """The same where that stands on a ground."""
    ground: float
    """How far the ground reaches below what stands on it."""
    under: Mapping[str, float]
    """Between the head of the first page and the text, by what the design puts there."""
    header: float
    """From the upper edge to the baseline of the running header."""
    footer: float
    """From the lower edge to the baseline of the last line of the foot."""
    leading: float
    """The distance of baselines in head and foot, as a share of what it is in the text."""


def _under(plain: float, rule: float, ground: float) -> Mapping[str, float]:
    points = {"plain": plain * MM, "rule": rule * MM, "band": ground * MM, "solid": ground * MM}
    return MappingProxyType(points)


USUAL = Edges(10.5 * MM, 6.5 * MM, 5 * MM, _under(4.5, 3.5, 4.2), 13 * MM, 11 * MM, 1.0)
NEAR = Edges(8.0 * MM, 4.0 * MM, 3.0 * MM, _under(3.0, 2.5, 3.5), 9 * MM, 7.5 * MM, 0.86)
"""Where a sheet would else take a page more; printers leave about 5 mm white."""
