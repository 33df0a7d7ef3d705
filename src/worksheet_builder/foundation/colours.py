"""Colours, their contrast, and shades of them that can be read.

Contrast and relative luminance are those of WCAG 2.2 (success criteria 1.4.3 and 1.4.11); shades are found in OKLCH,
where lightness, strength and hue are as the eye has them. What no screen shows is brought onto it.
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
"""How much more contrast a shade gets than it needs, so that programs that round otherwise agree."""
_STEPS = 12
"""How often the room between two lightnesses is halved: more than 8 bits of a channel can tell apart."""


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
        """How strong it is in OKLCH: 0 for a grey, some 0.3 for the strongest that a screen shows."""
        return _oklch(self)[1]

    def toned(self, lightness: float, strongest: float, turn: float = 0.0) -> Colour:
        """The same hue in a lightness from 0 to 1, its chroma in OKLCH no more than `strongest`.

        `turn` leads to another hue, so many degrees around the circle; a grey has none and stays one.
        """
        _, chroma, hue = _oklch(self)
        return _of_oklch(lightness, min(chroma, strongest), hue + turn)

    def readable(self, grounds: Sequence[Colour], ratio: float = TEXT_CONTRAST, *, lighter: bool = False) -> Colour:
        """The colour itself if it reaches the ratio on every ground, else the nearest darker (or lighter) shade.

        Hue and strength are kept as far as a screen can show them; black (or white) if no shade reaches it.
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
"""The ground of a page on a screen that a reader has set to dark."""


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
    """Lightness, chroma and hue; the hue of a grey is 0."""
    return oklch.of_srgb(_channels(colour))


def _of_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The nearest colour that a screen can show, with the same lightness and hue."""
    shown = oklch.to_srgb(lightness, chroma, hue)
    return Colour(*(min(255, max(0, round(channel * 255))) for channel in shown))
