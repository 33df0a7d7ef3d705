"""Colours, their contrast, and the palette a whole handout is drawn in, derived from one accent.

Contrast and relative luminance as defined in WCAG 2.2 (success criteria 1.4.3 and 1.4.11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TEXT_CONTRAST = 4.5
LARGE_CONTRAST = 3.0
BAND = 0.84
"""How much white is mixed into the accent for the lightest ground that its text stands on, as a share."""
_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
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

        def linear(channel: int) -> float:
            part = channel / 255
            return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

        return 0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)

    def contrast(self, other: Colour) -> float:
        """Contrast ratio from 1 (the same) to 21 (black on white)."""
        lighter, darker = sorted((self.luminance(), other.luminance()), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def mix(self, other: Colour, share: float) -> Colour:
        """This colour with `share` (0 to 1) of the other."""

        def channel(mine: int, theirs: int) -> int:
            return round(mine + (theirs - mine) * share)

        return Colour(channel(self.red, other.red), channel(self.green, other.green), channel(self.blue, other.blue))

    def grey(self) -> Colour:
        """The grey of the same luminance."""
        light = self.luminance()
        part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
        level = round(part * 255)
        return Colour(level, level, level)


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)
NIGHT = Colour(20, 23, 26)
"""The ground of a page on a screen that a reader has set to dark."""


def nearest_readable(colour: Colour, ground: Colour, ratio: float = TEXT_CONTRAST) -> Colour:
    """The colour itself if it reaches the ratio on the ground, else the nearest darker or lighter shade that does."""
    towards = BLACK if ground.luminance() > 0.18 else WHITE
    for percent in range(101):
        shade = colour.mix(towards, percent / 100)
        if shade.contrast(ground) >= ratio:
            return shade
    return towards


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet on a page, what they are, and the contrast that they have to reach."""

    what: str
    ink: Colour
    ground: Colour
    needed: float

    @property
    def holds(self) -> bool:
        """Whether the contrast is reached."""
        return self.ink.contrast(self.ground) >= self.needed


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a handout; every text on its ground reaches WCAG AA.

    ink: running text · quiet: hints, header, footer · accent: headings and marks · tint: panels · band: table heads ·
    hairline: rules that mean nothing by themselves · border: writing lines and box borders (3:1 at least).
    """

    ink: Colour
    quiet: Colour
    accent: Colour
    tint: Colour
    band: Colour
    hairline: Colour
    border: Colour

    @classmethod
    def of(cls, accent: Colour, ink: Colour | None = None, tint: Colour | None = None) -> Palette:
        """Derive all from one accent; running text and the tint of panels can be given."""
        tint = tint or accent.mix(WHITE, 0.92)
        band = accent.mix(WHITE, BAND)
        dark = accent.mix(BLACK, 0.55).mix(Colour(34, 38, 42), 0.75)
        return cls(
            ink=ink or nearest_readable(dark, band, 12.0),
            quiet=nearest_readable(accent.mix(Colour(80, 86, 92), 0.8), darker(band, tint), 5.0),
            accent=nearest_readable(accent, darker(band, tint), TEXT_CONTRAST),
            tint=tint,
            band=band,
            hairline=accent.mix(WHITE, 0.62),
            border=nearest_readable(accent.mix(Colour(110, 116, 122), 0.75), tint, 3.4),
        )

    @classmethod
    def low_ink(cls) -> Palette:
        """Black, white and greys that survive a photocopier; nothing is filled."""
        grey = Colour(70, 70, 70)
        return cls(BLACK, grey, BLACK, WHITE, WHITE, Colour(120, 120, 120), grey)

    @classmethod
    def dark(cls, accent: Colour) -> Palette:
        """The same for light letters on a dark ground, from the same accent."""
        tint, band = NIGHT.mix(accent, 0.14), NIGHT.mix(accent, 0.24)
        lighter = max(tint, band, NIGHT, key=Colour.luminance)
        grey = accent.mix(Colour(168, 174, 180), 0.8)
        return cls(
            ink=nearest_readable(Colour(230, 233, 236), lighter, 9.0),
            quiet=nearest_readable(grey, lighter, 5.0),
            accent=nearest_readable(accent.mix(WHITE, 0.25), lighter, TEXT_CONTRAST),
            tint=tint,
            band=band,
            hairline=NIGHT.mix(accent.mix(WHITE, 0.3), 0.4),
            border=nearest_readable(grey, lighter, 3.4),
        )

    def pairs(self, ground: Colour = WHITE) -> tuple[Pair, ...]:
        """Every text on every ground that a design may put it on, and every border that says where to write.

        `ground` is that of the page; the name of the practice stands on the accent in the colour of the ground.
        """
        grounds = {
            "white" if ground == WHITE else "the dark page": ground,
            "the tint of panels": self.tint,
            "the band of table heads": self.band,
        }
        texts = {"running text": self.ink, "small text": self.quiet, "headings": self.accent}
        return (
            *(
                Pair(f"{text} on {on}", ink, ground, TEXT_CONTRAST)
                for text, ink in texts.items()
                for on, ground in grounds.items()
            ),
            Pair("the name of the practice on the accent", ground, self.accent, TEXT_CONTRAST),
            *(Pair(f"boxes and lines on {on}", self.border, grounds[on], LARGE_CONTRAST) for on in list(grounds)[:2]),
        )


def darker(one: Colour, other: Colour) -> Colour:
    """The darker of two grounds."""
    return min(one, other, key=Colour.luminance)


def readable_accent(accent: Colour) -> Colour:
    """The accent itself if it can be read on white and on what is derived from it, else the nearest darker shade."""
    for percent in range(101):
        shade = accent.mix(BLACK, percent / 100)
        if shade.contrast(shade.mix(WHITE, BAND)) >= TEXT_CONTRAST and shade.contrast(WHITE) >= TEXT_CONTRAST:
            return shade
    return BLACK
