"""The printed size of a logo: set by its height, never wider than the space for it; a narrow logo is higher."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from ..document.measures import INCH, MM
from ..foundation.problems import Problem
from .practice import Brand, Logo, Practice
from .raster_logo_reader import as_png, size_of

HEIGHT, NARROW = 13.0, 22.0
"""The height in millimetres of a logo that is at least as wide as high, and the most for a narrow logo."""
BESIDE = 0.55
"""The largest fraction of the width of the column for a logo with words beside it."""
_COARSE = 150
"""Dots per inch under which a picture looks coarse in print."""


def logo_size(brand: Brand, room: float) -> tuple[float, float]:
    """Width and height of the logo in points; `room` is the width available, in points."""
    across, down = size_of(as_png(brand.logo or b""))
    tall = min(_height(brand.practice, across, down) * MM, room * down / across)
    return tall * across / down, tall


def coarse(practice: Practice, logo: Logo) -> Iterator[Problem]:
    """A notice if a picture has too few dots for the height that it is printed in."""
    across, down = size_of(as_png(logo.data))
    height = _height(practice, across, down)
    if logo.vector is None and down / height * INCH < _COARSE:
        needed = round(height / INCH * 2 * _COARSE)
        sentence = f"The logo is {down} dots high, which looks coarse at {height:.0f} mm."
        yield Problem(practice.at("logo"), sentence, f"Give an SVG, or a picture of about {needed} dots in height.")


def _height(practice: Practice, across: int, down: int) -> float:
    """The height in millimetres: the practice's own, or 13; up to 22 for a narrow logo, so that it looks as large."""
    return practice.logo_height or min(NARROW, HEIGHT * max(1.0, sqrt(down / across)))
