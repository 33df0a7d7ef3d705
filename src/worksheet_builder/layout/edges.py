"""Distances of header and footer from the edges of the paper and from the text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..document.measures import MM
from ..foundation.records import record


@record
class Edges:
    """Distances in points."""

    top: float
    """From the upper edge of the paper to the content of the first page's header."""
    top_on_ground: float
    """The same if that header has a background."""
    ground: float
    """From the end of that header's content to the lower edge of its background."""
    under: Mapping[str, float]
    """Between the first page's header and the text, by the kind of header: plain, rule, band or solid."""
    header: float
    """From the upper edge of the paper to the baseline of the running header."""
    footer: float
    """From the lower edge of the paper to the baseline of the last line of the footer."""
    leading: float
    """The leading of header and footer, as a share of that of the text; not in points."""


def _under(plain: float, rule: float, ground: float) -> Mapping[str, float]:
    points = {"plain": plain * MM, "rule": rule * MM, "band": ground * MM, "solid": ground * MM}
    return MappingProxyType(points)


USUAL = Edges(10.5 * MM, 6.5 * MM, 5 * MM, _under(4.5, 3.5, 4.2), 13 * MM, 11 * MM, 1.0)
NEAR = Edges(8.0 * MM, 4.0 * MM, 3.0 * MM, _under(3.0, 2.5, 3.5), 9 * MM, 7.5 * MM, 0.86)
"""For the closest density, before a sheet takes one more page; printers leave about 5 mm at the edges unprinted."""
