"""Luminance and OKLCH of an sRGB colour, with the figures of CSS Color 4 (sections 10.2, 9.2 and 17).

coloraide has them too, and a test holds these against it; but it makes tables of temperatures of light whenever it is
imported, which takes longer than all the colours of a handout.
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
"""A chroma that is none, but for what is lost in counting."""


def luminance(channels: Sequence[float]) -> float:
    """Relative luminance from 0 to 1, of channels from 0 to 1."""
    return _times(_XYZ_OF_RGB, _linear(channels))[1]


def of_srgb(channels: Sequence[float]) -> Triple:
    """Lightness, chroma and hue in degrees; the hue of a grey is 0."""
    lms = _times(_LMS_OF_XYZ, _times(_XYZ_OF_RGB, _linear(channels)))
    lightness, a, b = _times(_LAB_OF_LMS, [cbrt(it) for it in lms])
    chroma = hypot(a, b)
    return (lightness, chroma, degrees(atan2(b, a)) % 360) if chroma > _GREY else (lightness, 0.0, 0.0)


def to_srgb(lightness: float, chroma: float, hue: float) -> Triple | None:
    """Channels from 0 to 1; None for a colour that no screen shows."""
    lab = (lightness, chroma * cos(radians(hue)), chroma * sin(radians(hue)))
    rgb = _times(_RGB_OF_XYZ, _times(_XYZ_OF_LMS, [it**3 for it in _times(_LMS_OF_LAB, lab)]))
    if not all(0 <= it <= 1 for it in rgb):
        return None
    red, green, blue = (it * 12.92 if it <= 0.0031308 else 1.055 * it ** (1 / 2.4) - 0.055 for it in rgb)
    return red, green, blue


def _linear(channels: Iterable[float]) -> list[float]:
    """Channels in proportion to light."""
    return [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in channels]


def _times(matrix: Sequence[Triple], vector: Sequence[float]) -> Triple:
    x, y, z = vector
    one, two, three = (row[0] * x + row[1] * y + row[2] * z for row in matrix)
    return one, two, three
