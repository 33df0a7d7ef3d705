"""The palette that a whole handout is drawn in: the colours of a practice as they are, and what is read derived."""

from __future__ import annotations

from functools import lru_cache

from .colours import BLACK, LARGE_CONTRAST, NIGHT, TEXT_CONTRAST, WHITE, Colour
from .records import record

_LIGHTEST = 16.0
"""The contrast with black that the ground of a panel has, so that it stays a ground."""


@record
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


@record
class Palette:
    """The colours of a handout; every text on its ground reaches WCAG AA, whatever the colours of the practice.

    ink: running text · quiet: hints, header, footer · accent: headings and marks · tint: panels · band: table heads ·
    hairline: rules that mean nothing by themselves · border: writing lines and box borders (3:1 at least) · solid: a
    ground of the practice's very colour · on_solid: text there · ornament: what adorns, in the second colour as it is,
    or the first · rule: rules and frames that hold something together, in the same hue (3:1 at least).
    """

    ink: Colour
    quiet: Colour
    accent: Colour
    tint: Colour
    band: Colour
    hairline: Colour
    border: Colour
    solid: Colour
    on_solid: Colour
    ornament: Colour
    rule: Colour

    @classmethod
    def of(
        cls, accent: Colour, second: Colour | None = None, ink: Colour | None = None, tint: Colour | None = None
    ) -> Palette:
        """Derive all from one colour or two; running text and the ground of panels can be given too."""
        return _on_paper(accent, second or accent, ink, tint)

    @classmethod
    def low_ink(cls) -> Palette:
        """Black, white and greys that survive a photocopier; nothing is filled."""
        grey = Colour(70, 70, 70)
        return cls(BLACK, grey, BLACK, WHITE, WHITE, Colour(120, 120, 120), grey, WHITE, BLACK, BLACK, BLACK)

    @classmethod
    def dark(cls, accent: Colour, second: Colour | None = None) -> Palette:
        """The same for light letters on a dark ground, from the same colours."""
        return _at_night(accent, second or accent)

    def pairs(self, ground: Colour = WHITE) -> tuple[Pair, ...]:
        """Every text on every ground that a design may put it on, and every line that means something.

        `ground` is that of the page.
        """
        grounds = {
            "white" if ground == WHITE else "the dark page": ground,
            "the tint of panels": self.tint,
            "the band of table heads": self.band,
        }
        texts = {"running text": self.ink, "small text": self.quiet, "headings": self.accent}
        lines = {"boxes and lines": self.border, "rules": self.rule}
        return (
            *(Pair(f"{it} on {on}", texts[it], grounds[on], TEXT_CONTRAST) for it in texts for on in grounds),
            Pair("the name of the practice on its colour", self.on_solid, self.solid, TEXT_CONTRAST),
            Pair("the words of a button", ground, self.accent, TEXT_CONTRAST),
            *(
                Pair(f"{it} on {on}", lines[it], grounds[on], LARGE_CONTRAST)
                for it in lines
                for on in list(grounds)[:2]
            ),
        )


def ground_of_panels(tint: Colour) -> Colour:
    """The colour itself if it is light enough to carry text, else the nearest lighter shade."""
    return tint.readable((BLACK,), _LIGHTEST, lighter=True)


@lru_cache(maxsize=1024)
def _on_paper(accent: Colour, second: Colour, ink: Colour | None, tint: Colour | None) -> Palette:
    tint = ground_of_panels(tint) if tint else second.toned(0.965, 0.012)
    band = accent.toned(0.925, 0.024)
    grounds = (WHITE, tint, band)
    read = ink.readable(grounds) if ink else accent.toned(0.27, 0.015).readable(grounds, 12.0)
    return Palette(
        ink=read,
        quiet=accent.toned(0.46, 0.02).readable(grounds, 5.0),
        accent=accent.readable(grounds),
        tint=tint,
        band=band,
        hairline=accent.toned(0.83, 0.045),
        border=accent.toned(0.56, 0.03).readable(grounds[:2], 3.4),
        solid=accent,
        on_solid=_on(accent, read),
        ornament=second,
        rule=second.readable(grounds[:2], LARGE_CONTRAST),
    )


@lru_cache(maxsize=64)
def _at_night(accent: Colour, second: Colour) -> Palette:
    tint, band = second.toned(0.27, 0.03), accent.toned(0.32, 0.04)
    grounds = (NIGHT, tint, band)
    rule = second.readable(grounds[:2], LARGE_CONTRAST, lighter=True)
    return Palette(
        ink=accent.toned(0.93, 0.01).readable(grounds, 9.0, lighter=True),
        quiet=accent.toned(0.75, 0.03).readable(grounds, 5.0, lighter=True),
        accent=accent.readable(grounds, lighter=True),
        tint=tint,
        band=band,
        hairline=accent.toned(0.4, 0.04),
        border=accent.toned(0.65, 0.03).readable(grounds[:2], 3.4, lighter=True),
        solid=accent,
        on_solid=_on(accent, BLACK),
        ornament=rule,
        rule=rule,
    )


def _on(ground: Colour, dark: Colour) -> Colour:
    """What text is set in on the ground: white if that can be read, else the dark colour or black; one always can."""
    return next((ink for ink in (WHITE, dark) if ink.contrast(ground) >= TEXT_CONTRAST), BLACK)
