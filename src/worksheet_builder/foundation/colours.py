"""sRGB colours, their contrast ratio, and readable shades of them.

Contrast and relative luminance are those of WCAG 2.2 (success criteria 1.4.3 and 1.4.11). Shades are computed in OKLCH,
whose lightness, chroma and hue match what people see; a result outside the sRGB gamut is mapped into it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from . import oklch
from .records import record

TEXT_CONTRAST = 4.5
LARGE_CONTRAST = 3.0
_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SURE = 0.01
"""Extra contrast ratio that a derived shade must have, so that programs that round differently accept the shade too."""
_STEPS = 12
"""Steps of the binary search for a lightness: more than the 8 bits of a channel need."""


@record
class Colour:
    """An sRGB colour, each channel from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """Read ``#1f6f78`` or ``#abc``; raises ValueError for anything else."""
        match = _HEX.fullmatch(text.strip())
        if not match:
            raise ValueError(f"‘{text}’ is not a colour")
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return cls(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def hex(self) -> str:
        """Six capital hexadecimal digits, as Word writes a colour."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"

    def luminance(self) -> float:
        """Relative luminance from 0 (black) to 1 (white)."""
        return _luminance(self)

    def contrast(self, other: Colour) -> float:
        """Contrast ratio from 1 (the same) to 21 (black on white)."""
        return _contrast(self, other)

    @property
    def chroma(self) -> float:
        """The OKLCH chroma: 0 for a grey, about 0.3 for the strongest sRGB colours."""
        return _oklch(self)[1]

    def toned(self, lightness: float, strongest: float, turn: float = 0.0) -> Colour:
        """The colour of the same hue with an OKLCH lightness from 0 to 1 and a chroma of at most `strongest`.

        `turn` is added to the hue, in degrees; a grey has no hue and stays grey.
        """
        _, chroma, hue = _oklch(self)
        return _of_oklch(lightness, min(chroma, strongest), hue + turn)

    def readable(self, grounds: Sequence[Colour], ratio: float = TEXT_CONTRAST, *, lighter: bool = False) -> Colour:
        """This colour if its contrast with every ground reaches `ratio`, else the nearest darker (or lighter) shade.

        `grounds` are background colours. Hue and chroma are kept as far as sRGB allows; black (or white) if no shade
        reaches the ratio.
        """
        if _reaches(self, grounds, ratio):
            return self
        near, chroma, hue = _oklch(self)
        shade, far = (WHITE, 1.0) if lighter else (BLACK, 0.0)
        for _ in range(_STEPS):
            middle = (near + far) / 2
            tried = _of_oklch(middle, chroma, hue)
            if _reaches(tried, grounds, ratio + _SURE):
                shade, far = tried, middle
            else:
                near = middle
        return shade


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)
NIGHT = Colour(20, 23, 26)
"""The background of a page on a screen in dark mode."""


def _reaches(colour: Colour, grounds: Sequence[Colour], ratio: float) -> bool:
    return all(colour.contrast(ground) >= ratio for ground in grounds)


def _channels(colour: Colour) -> tuple[float, float, float]:
    return colour.red / 255, colour.green / 255, colour.blue / 255


@lru_cache(maxsize=4096)
def _luminance(colour: Colour) -> float:
    return oklch.luminance(_channels(colour))


@lru_cache(maxsize=4096)
def _contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=256)
def _oklch(colour: Colour) -> tuple[float, float, float]:
    """OKLCH lightness, chroma and hue in degrees; the hue of a grey is 0."""
    return oklch.of_srgb(_channels(colour))


def _of_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The sRGB colour of OKLCH values; outside the gamut, the strongest with about the same lightness and hue."""
    shown = oklch.to_srgb(lightness, chroma, hue)
    return Colour(*(min(255, max(0, round(channel * 255))) for channel in shown))
