"""The palette that a whole handout is drawn in: the colours of a practice as they are, and what is read derived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from .colours import BLACK, LARGE_CONTRAST, NIGHT, TEXT_CONTRAST, WHITE, Colour
from .records import record

_LIGHTEST = 16.0
"""The contrast with black that the ground of a panel has, so that it stays a ground."""
_GREYISH = 0.04
"""The chroma below which a colour counts the more as a grey, the weaker it is."""
_DEEPER = 0.04
"""By how much of the lightness the deepest paper of a grey is darker than the lightest."""


@record
class Stock:
    """The paper that a collection is printed on: the grounds alone, never what is read.

    `turn` is how many degrees its hue lies from that of the practice. `shade`, from 0 to 1, is how much deeper its
    grounds are in the hand of a practice whose colour is a grey and has no hue.
    """

    turn: float = 0.0
    shade: float = 0.0


PLAIN = Stock()
"""The paper of the practice itself."""


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
    or the first · rule: rules and frames that hold something together (3:1 at least) · paper: what a sheet opens on ·
    shade: what the drawing on it is filled with · head: a soft ground of the practice's own. Tint, band, paper, shade
    and rule have the hue of the collection.
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
        """Derive all from one colour or two, on the paper of a collection.

        Running text and the ground of panels can be given too; a ground that is given is that of every collection.
        """
        return _on_paper(accent, second or accent, ink, tint, PLAIN if tint else stock)

    @classmethod
    def low_ink(cls) -> Palette:
        """Black, white and greys that survive a photocopier; nothing is filled."""
        grey = Colour(70, 70, 70)
        hairline = Colour(120, 120, 120)
        return cls(BLACK, grey, BLACK, WHITE, WHITE, hairline, grey, WHITE, BLACK, BLACK, BLACK, WHITE, WHITE, WHITE)

    @classmethod
    def dark(cls, accent: Colour, second: Colour | None = None, stock: Stock = PLAIN) -> Palette:
        """The same for light letters on a dark ground, from the same colours."""
        return _at_night(accent, second or accent, stock)

    def in_opening(self) -> Palette:
        """The colours of a drawing on the paper of an opening: what is filled there has more of the hue."""
        return replace(self, band=self.shade)

    def pairs(self, ground: Colour = WHITE) -> tuple[Pair, ...]:
        """Every text on every ground that a design may put it on, and every line that means something.

        `ground` is that of the page.
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
    """The colour itself if it is light enough to carry text, else the nearest lighter shade."""
    return tint.readable((BLACK,), _LIGHTEST, lighter=True)


@lru_cache(maxsize=1024)
def _on_paper(accent: Colour, second: Colour, ink: Colour | None, tint: Colour | None, on: Stock) -> Palette:
    deep, turn = _depth(second, on), on.turn
    paper = ground_of_panels(tint) if tint else second.toned(0.95 - deep, 0.026, turn)
    tint = ground_of_panels(tint) if tint else second.toned(0.965 - deep, 0.012 if on == PLAIN else 0.016, turn)
    band, head = accent.toned(0.925 - deep, 0.024, turn), accent.toned(0.925, 0.024)
    shade = second.toned(0.82 - deep, 0.075, turn)
    grounds = (WHITE, tint, band, paper, head)
    if on != PLAIN:
        own = _on_paper(accent, second, ink, None, PLAIN)
        rule = _ruled(second, on).readable(grounds[:2], LARGE_CONTRAST)
        return replace(_inked(own, grounds), tint=tint, band=band, paper=paper, shade=shade, rule=rule)
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
        paper=paper,
        shade=shade,
        head=head,
    )


@lru_cache(maxsize=256)
def _at_night(accent: Colour, second: Colour, on: Stock) -> Palette:
    deep, turn = _depth(second, on), on.turn
    tint, band = second.toned(0.27 + deep / 2, 0.03, turn), accent.toned(0.32 + deep / 2, 0.04, turn)
    paper, head = second.toned(0.29 + deep / 2, 0.035, turn), accent.toned(0.32, 0.04)
    shade = second.toned(0.42 + deep, 0.07, turn)
    grounds = (NIGHT, tint, band, paper, head)
    rule = _ruled(second, on).readable(grounds[:2], LARGE_CONTRAST, lighter=True)
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
        paper=paper,
        shade=shade,
        head=head,
    )


def _inked(own: Palette, grounds: Sequence[Colour]) -> Palette:
    """What is read as the practice has it, or in a darker shade where a ground asks for one."""
    quiet, border = own.quiet.readable(grounds), own.border.readable(grounds[:2], LARGE_CONTRAST)
    return replace(own, ink=own.ink.readable(grounds), quiet=quiet, accent=own.accent.readable(grounds), border=border)


def _depth(colour: Colour, on: Stock) -> float:
    """By how much of the lightness a ground is deeper, since a grey cannot turn to another hue."""
    return _DEEPER * on.shade * max(0.0, 1.0 - colour.chroma / _GREYISH)


def _ruled(second: Colour, on: Stock) -> Colour:
    """What holds something together, in the hue of the paper."""
    return second.toned(0.58, 0.07, on.turn) if on.turn else second


def _on(ground: Colour, dark: Colour) -> Colour:
    """What text is set in on the ground: white if that can be read, else the dark colour or black; one always can."""
    return next((ink for ink in (WHITE, dark) if ink.contrast(ground) >= TEXT_CONTRAST), BLACK)
