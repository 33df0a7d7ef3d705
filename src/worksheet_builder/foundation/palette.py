"""The palette of a handout: the colours of a practice, and readable text, line and background colours from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from .colours import BLACK, LARGE_CONTRAST, NIGHT, TEXT_CONTRAST, WHITE, Colour
from .records import record

_LIGHTEST = 16.0
"""The minimum contrast ratio of a panel background with black, so that it stays light."""
_GREYISH = 0.04
"""The OKLCH chroma below which a colour counts as partly grey: the lower its chroma, the more."""
_DEEPER = 0.04
"""The most OKLCH lightness that a background loses to mark a collection, when the practice's colour is a grey."""


@record
class _Tone:
    """A lightness and a most chroma in OKLCH, given to a colour that keeps its hue."""

    lightness: float
    chroma: float

    def of(self, colour: Colour, turn: float = 0.0, darker: float = 0.0) -> Colour:
        """The colour in this tone, its hue turned by `turn` degrees, the lightness lower by `darker`."""
        return colour.toned(self.lightness - darker, self.chroma, turn)


# One for each field of `Palette`, by day and at night.
_INK, _NIGHT_INK = _Tone(0.27, 0.015), _Tone(0.93, 0.01)
_QUIET, _NIGHT_QUIET = _Tone(0.46, 0.02), _Tone(0.75, 0.03)
_TINT, _NIGHT_TINT = _Tone(0.952, 0.016), _Tone(0.27, 0.03)
_TINT_OF_COLLECTION = _Tone(0.952, 0.022)
"""The background of panels in a collection with a paper of its own: a little more chroma."""
_BAND, _NIGHT_BAND = _Tone(0.905, 0.03), _Tone(0.32, 0.04)
_HEAD, _NIGHT_HEAD = _Tone(0.915, 0.028), _Tone(0.32, 0.04)
_PAPER, _NIGHT_PAPER = _Tone(0.938, 0.034), _Tone(0.29, 0.035)
_SHADE, _NIGHT_SHADE = _Tone(0.80, 0.08), _Tone(0.42, 0.07)
_HAIRLINE, _NIGHT_HAIRLINE = _Tone(0.83, 0.045), _Tone(0.4, 0.04)
_BORDER, _NIGHT_BORDER = _Tone(0.56, 0.03), _Tone(0.65, 0.03)
_RULE_OF_COLLECTION = _Tone(0.58, 0.07)
"""The rule of a collection whose hue is turned; other rules have the second colour itself."""
_INK_CONTRAST, _NIGHT_INK_CONTRAST = 12.0, 9.0
"""The least contrast of running text on every background, by day and at night."""
_QUIET_CONTRAST = 5.0
"""The least contrast of small text on every background; WCAG asks for 4.5."""
_BORDER_CONTRAST = 3.4
"""The least contrast of writing lines and boxes on page and panel; WCAG asks for 3."""


@record
class Stock:
    """How a collection changes the background and rule colours of a practice; text keeps its hue.

    `turn` is added to their hue, in degrees. `shade`, from 0 to 1, is how much darker the backgrounds are if the colour
    of the practice is a grey, which has no hue.
    """

    turn: float = 0.0
    shade: float = 0.0


PLAIN = Stock()
"""No change: the practice's own colours."""


@record
class Pair:
    """A foreground colour on a background colour, what they are, and the contrast ratio that they need."""

    what: str
    ink: Colour
    ground: Colour
    needed: float

    @property
    def holds(self) -> bool:
        """Whether the contrast ratio is at least `needed`."""
        return self.ink.contrast(self.ground) >= self.needed


@record
class Palette:
    """The colours of a handout; every text on its background reaches WCAG AA, whatever the colours of the practice.

    ink: running text · quiet: hints, header, footer · accent: headings and symbols · tint: background of panels ·
    band: background of table heads · hairline: decorative rules · border: writing lines and box borders (3:1 at least)
    · solid: a background of exactly the practice's colour · on_solid: text on `solid` · ornament: decoration, on paper
    in the exact second colour (or the first) · rule: rules and frames that group something (3:1 at least) · paper:
    background of a sheet's opening · shade: fill of the drawing on `paper` · head: pale background of the practice's
    header. Tint, band, paper, shade and rule have the hue of the collection.
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
    paper: Colour
    shade: Colour
    head: Colour

    @classmethod
    def of(
        cls,
        accent: Colour,
        second: Colour | None = None,
        ink: Colour | None = None,
        tint: Colour | None = None,
        stock: Stock = PLAIN,
    ) -> Palette:
        """Derive the palette from one or two colours of the practice and the `stock` of a collection.

        `ink` (running text) and `tint` (background of panels) can be given too; with `tint`, `stock` is ignored.
        """
        return _on_paper(accent, second or accent, ink, tint, PLAIN if tint else stock)

    @classmethod
    def low_ink(cls) -> Palette:
        """Black, white and greys that stay visible on a photocopy; all backgrounds are white."""
        grey = Colour(70, 70, 70)
        hairline = Colour(120, 120, 120)
        return cls(
            ink=BLACK,
            quiet=grey,
            accent=BLACK,
            tint=WHITE,
            band=WHITE,
            hairline=hairline,
            border=grey,
            solid=WHITE,
            on_solid=BLACK,
            ornament=BLACK,
            rule=BLACK,
            paper=WHITE,
            shade=WHITE,
            head=WHITE,
        )

    @classmethod
    def dark(cls, accent: Colour, second: Colour | None = None, stock: Stock = PLAIN) -> Palette:
        """Derive the palette for dark mode, light text on dark backgrounds, from the same colours."""
        return _at_night(accent, second or accent, stock)

    def in_opening(self) -> Palette:
        """The palette for a drawing on `paper`: its fill colour (`band`) is the stronger `shade`."""
        return replace(self, band=self.shade)

    def pairs(self, ground: Colour = WHITE) -> tuple[Pair, ...]:
        """Every pair of a text and a background that a design may use, and of a meaningful line and its background.

        `ground` is the background of the page.
        """
        grounds = {
            "white" if ground == WHITE else "the dark page": ground,
            "the tint of panels": self.tint,
            "the band of table heads": self.band,
            "the paper of an opening": self.paper,
            "the head of the practice": self.head,
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
    """The colour itself if it is light enough as a background of text, else the nearest lighter shade."""
    return tint.readable((BLACK,), _LIGHTEST, lighter=True)


@lru_cache(maxsize=1024)
def _on_paper(accent: Colour, second: Colour, ink: Colour | None, tint: Colour | None, on: Stock) -> Palette:
    deep, turn = _depth(second, on), on.turn
    tinted = _TINT if on == PLAIN else _TINT_OF_COLLECTION
    paper = ground_of_panels(tint) if tint else _PAPER.of(second, turn, deep)
    tint = ground_of_panels(tint) if tint else tinted.of(second, turn, deep)
    band, head, shade = _BAND.of(accent, turn, deep), _HEAD.of(accent), _SHADE.of(second, turn, deep)
    grounds = (WHITE, tint, band, paper, head)
    if on != PLAIN:
        own = _on_paper(accent, second, ink, None, PLAIN)
        rule = _ruled(second, on).readable(grounds[:2], LARGE_CONTRAST)
        return replace(_inked(own, grounds), tint=tint, band=band, paper=paper, shade=shade, rule=rule)
    read = ink.readable(grounds) if ink else _INK.of(accent).readable(grounds, _INK_CONTRAST)
    return Palette(
        ink=read,
        quiet=_QUIET.of(accent).readable(grounds, _QUIET_CONTRAST),
        accent=accent.readable(grounds),
        tint=tint,
        band=band,
        hairline=_HAIRLINE.of(accent),
        border=_BORDER.of(accent).readable(grounds[:2], _BORDER_CONTRAST),
        solid=accent,
        on_solid=_on(accent, read),
        ornament=second,
        rule=second.readable(grounds[:2], LARGE_CONTRAST),
        paper=paper,
        shade=shade,
        head=head,
    )


@lru_cache(maxsize=256)
def _at_night(accent: Colour, second: Colour, on: Stock) -> Palette:
    deep, turn = _depth(second, on), on.turn
    tint, band = _NIGHT_TINT.of(second, turn, -deep / 2), _NIGHT_BAND.of(accent, turn, -deep / 2)
    paper, head = _NIGHT_PAPER.of(second, turn, -deep / 2), _NIGHT_HEAD.of(accent)
    shade = _NIGHT_SHADE.of(second, turn, -deep)
    grounds = (NIGHT, tint, band, paper, head)
    rule = _ruled(second, on).readable(grounds[:2], LARGE_CONTRAST, lighter=True)
    return Palette(
        ink=_NIGHT_INK.of(accent).readable(grounds, _NIGHT_INK_CONTRAST, lighter=True),
        quiet=_NIGHT_QUIET.of(accent).readable(grounds, _QUIET_CONTRAST, lighter=True),
        accent=accent.readable(grounds, lighter=True),
        tint=tint,
        band=band,
        hairline=_NIGHT_HAIRLINE.of(accent),
        border=_NIGHT_BORDER.of(accent).readable(grounds[:2], _BORDER_CONTRAST, lighter=True),
        solid=accent,
        on_solid=_on(accent, BLACK),
        ornament=rule,
        rule=rule,
        paper=paper,
        shade=shade,
        head=head,
    )


def _inked(own: Palette, grounds: Sequence[Colour]) -> Palette:
    """The palette `own` with its text and border colours darkened where one of the grounds needs more contrast."""
    quiet, border = own.quiet.readable(grounds), own.border.readable(grounds[:2], LARGE_CONTRAST)
    return replace(own, ink=own.ink.readable(grounds), quiet=quiet, accent=own.accent.readable(grounds), border=border)


def _depth(colour: Colour, on: Stock) -> float:
    """How much OKLCH lightness a background loses: 0 unless the colour is (nearly) grey and has no hue to turn."""
    return _DEEPER * on.shade * max(0.0, 1.0 - colour.chroma / _GREYISH)


def _ruled(second: Colour, on: Stock) -> Colour:
    """The colour of rules and frames, in the hue of the collection."""
    return _RULE_OF_COLLECTION.of(second, on.turn) if on.turn else second


def _on(ground: Colour, dark: Colour) -> Colour:
    """The text colour on a ground: white if its contrast is enough, else `dark`, else black; one of them always is."""
    return next((ink for ink in (WHITE, dark) if ink.contrast(ground) >= TEXT_CONTRAST), BLACK)
