"""Luminance and OKLCH values of sRGB colours, with the matrices of CSS Color 4 (sections 10.2, 9.2, 13.2 and 17).

The package coloraide has these functions too, and a test compares both; but importing coloraide builds tables of colour
temperatures, which takes longer than anything else that a first handout waits for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, cbrt, cos, degrees, hypot, radians, sin

Triple = tuple[float, float, float]

_XYZ_OF_RGB = (
    (0.4123907992659593, 0.357584339383878, 0.1804807884018343),
    (0.21263900587151024, 0.715168678767756, 0.07219231536073371),
    (0.01933081871559182, 0.11919477979462598, 0.9505321522496607),
)
_RGB_OF_XYZ = (
    (3.240969941904523, -1.5373831775700941, -0.4986107602930035),
    (-0.9692436362808797, 1.8759675015077204, 0.04155505740717562),
    (0.05563007969699365, -0.20397695888897652, 1.0569715142428784),
)
_LMS_OF_XYZ = (
    (0.819022437996703, 0.3619062600528904, -0.1288737815209879),
    (0.03298365393238847, 0.9292868615863434, 0.03614466635064236),
    (0.04817718935962421, 0.2642395317527308, 0.6335478284694309),
)
_XYZ_OF_LMS = (
    (1.226879875845924, -0.5578149944602171, 0.2813910456659647),
    (-0.04057574521480083, 1.112286803280317, -0.07171105806551635),
    (-0.07637293667466008, -0.42149333240224324, 1.5869240198367818),
)
_LAB_OF_LMS = (
    (0.21045426830931396, 0.7936177747023053, -0.0040720430116192585),
    (1.9779985324311686, -2.42859224204858, 0.450593709617411),
    (0.025904042465547734, 0.7827717124575297, -0.8086757549230774),
)
_LMS_OF_LAB = (
    (1.0, 0.3963377773761749, 0.21580375730991364),
    (1.0, -0.10556134581565857, -0.0638541728258133),
    (1.0, -0.08948417752981186, -1.2914855480194092),
)
_GREY = 1e-6
"""A chroma up to this is 0 apart from rounding errors."""
_TURNS = 4
"""Iterations in which the edge of the sRGB gamut is computed, each time more exactly."""


def luminance(channels: Sequence[float]) -> float:
    """The relative luminance, from 0 to 1, of sRGB channels from 0 to 1 (WCAG 2.2)."""
    return _times(_XYZ_OF_RGB, _linear(channels))[1]


def of_srgb(channels: Sequence[float]) -> Triple:
    """OKLCH lightness, chroma and hue in degrees of sRGB channels from 0 to 1; the hue of a grey is 0."""
    return _oklch(_linear(channels))


def _oklch(rgb: Sequence[float]) -> Triple:
    """The same of linear-light channels."""
    lms = _times(_LMS_OF_XYZ, _times(_XYZ_OF_RGB, rgb))
    lightness, a, b = _times(_LAB_OF_LMS, [cbrt(it) for it in lms])
    chroma = hypot(a, b)
    return (lightness, chroma, degrees(atan2(b, a)) % 360) if chroma > _GREY else (lightness, 0.0, 0.0)


def to_srgb(lightness: float, chroma: float, hue: float) -> Triple:
    """sRGB channels from 0 to 1; outside the gamut, of the strongest colour with about the same lightness and hue."""
    rgb = _rgb(lightness, chroma, hue)
    if not _is_inside(rgb):
        rgb = _brought_inside(rgb, lightness, hue)
    red, green, blue = (it * 12.92 if it <= 0.0031308 else 1.055 * it ** (1 / 2.4) - 0.055 for it in rgb)
    return red, green, blue


def _brought_inside(rgb: Triple, lightness: float, hue: float) -> Triple:
    """The point of the RGB cube's surface on the way to the grey of a lightness (13.2.5, Ray Trace Gamut Mapping).

    Where a straight line to the grey meets the surface, lightness and hue have changed a little; so they are reset, and
    the surface is sought again, from a nearer point inside the cube.
    """
    grey = min(1.0, max(0.0, sum(_rgb(lightness, 0.0, hue)) / 3))
    inside = edge = (grey, grey, grey)
    if grey in (0.0, 1.0):
        return edge
    for turn in range(_TURNS):
        if turn:
            rgb = _rgb(lightness, _oklch(rgb)[1], hue)
        edge = _edge(inside, rgb)
        if turn and _is_inside(rgb):
            inside = rgb
        rgb = edge
    red, green, blue = (min(1.0, max(0.0, it)) for it in edge)
    return red, green, blue


def _edge(inside: Triple, to: Triple) -> Triple:
    """The point where the line from a point inside the RGB cube through another point leaves the cube."""
    ways = [((it > start) - start) / (it - start) for start, it in zip(inside, to, strict=True) if it != start]
    way = min(ways, default=0.0)
    red, green, blue = (start + (it - start) * way for start, it in zip(inside, to, strict=True))
    return red, green, blue


def _is_inside(rgb: Triple) -> bool:
    return all(0 <= it <= 1 for it in rgb)


def _rgb(lightness: float, chroma: float, hue: float) -> Triple:
    """The linear-light channels of an OKLCH colour, which may be outside the range from 0 to 1."""
    lab = (lightness, chroma * cos(radians(hue)), chroma * sin(radians(hue)))
    return _times(_RGB_OF_XYZ, _times(_XYZ_OF_LMS, [it**3 for it in _times(_LMS_OF_LAB, lab)]))


def _linear(channels: Iterable[float]) -> list[float]:
    """The linear-light channels of sRGB channels."""
    return [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in channels]


def _times(matrix: Sequence[Triple], vector: Sequence[float]) -> Triple:
    x, y, z = vector
    one, two, three = (row[0] * x + row[1] * y + row[2] * z for row in matrix)
    return one, two, three
