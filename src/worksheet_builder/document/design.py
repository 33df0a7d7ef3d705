"""A design: the measures and manners of a page, as data (`data/designs/`); adding one needs no Python."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from ..foundation.phrases import Phrase
from ..foundation.records import record
from .measures import MM

_ASKED = 13 / 12
"""How much larger questions are than the text, at most, where lines stand close."""


Header = Literal["rule", "band", "solid", "plain"]
Opening = Literal["field", "plain"]
Panel = Literal["tint", "bar", "frame", "rules"]
LogoPlace = Literal["left", "right", "above", "centre"]


@record
class Sizes:
    """Type sizes in points."""

    title: float
    section: float
    subsection: float
    prompt: float
    body: float
    hint: float
    fine: float
    running: float
    """The header and footer."""

    @property
    def number(self) -> float:
        """A number to call: 14 points where the body has 12, and never less than the body."""
        return round(self.body * 7 / 6, 2)

    def at_least(self, least: float) -> Sizes:
        """All sizes, those that are smaller raised."""
        return Sizes(**{name: max(least, getattr(self, name)) for name in self.__dataclass_fields__})

    def times(self, factor: float) -> Sizes:
        """All sizes but the title's scaled; the title grows half as much."""
        grown = {name: round(getattr(self, name) * factor, 2) for name in self.__dataclass_fields__}
        return Sizes(**{**grown, "title": round(self.title * (1 + (factor - 1) / 2), 2)})


@record
class Margins:
    """Page margins in millimetres; `top` and `bottom` leave room for header and footer."""

    top: float
    bottom: float
    side: float


@record
class Design:
    """How a page looks.

    `leading` is the distance of baselines as a multiple of the size; a quarter of it is the step of the grid that all
    distances keep to. `pitch` is the distance of writing lines in millimetres (8 or more for a hand); `gap` the space
    above what is asked, in points; `radius` the corner radius of panels and boxes in points, and `padding` the space
    beside the words of a panel.
    """

    name: Phrase
    description: Phrase
    sizes: Sizes
    margins: Margins
    leading: float = 1.34
    pitch: float = 8.5
    gap: float = 24.0
    radius: float = 3.0
    padding: float = 11.0
    header: Annotated[Header, "What the name of the practice stands on or over."] = "rule"
    logo: Annotated[LogoPlace, "Beside the name or over it; mirrored where lines run from the right."] = "left"
    title: Annotated[Literal["plain", "rule", "bar", "ornament"], "What stands under the title."] = "rule"
    align: Annotated[Literal["start", "centre"], "Where the practice stands."] = "start"
    title_align: Annotated[Literal["start", "centre"], "Where the title stands."] = "start"
    font: Annotated[str, "The letters, where a practice names none."] = "noto-sans"
    asked: Annotated[Literal["ink", "accent"], "The colour of what is asked."] = "ink"
    opening: Annotated[Opening, "What title and message of a sheet stand on: the paper of its collection, or none."] = (
        "field"
    )
    tints: Annotated[Literal["collection", "practice"], "Whose hue the grounds have."] = "collection"
    section: Annotated[Literal["plain", "over", "under"], "A rule over or under the heading of a section."] = "plain"
    panel: Annotated[Panel, "How a panel is set apart."] = "tint"
    table: Annotated[Literal["lines", "grid", "rows"], "Lines between cells, around them, or under rows."] = "lines"
    lines: Annotated[Literal["solid", "dotted", "boxed"], "The lines to write on, boxed as one or not."] = "solid"

    @property
    def day(self) -> float:
        """The length in points of a line for a day: 60 mm where the body has 12 points, and longer with larger ones."""
        return 5 * MM * self.sizes.body

    @property
    def grounded(self) -> bool:
        """Whether the head stands on a ground of its own."""
        return self.header in ("band", "solid")

    def for_large_print(self) -> Design:
        """For large print: an 18 point body, more room for the hand, the same page laid out anew."""
        factor = 18 / self.sizes.body
        return replace(
            self, sizes=self.sizes.times(factor).at_least(16.0), pitch=max(self.pitch, 11.5), gap=self.gap * factor
        )

    def for_easy_read(self) -> Design:
        """For easy read: a body of 16 points at least, nothing under 14, lines further apart."""
        factor = max(1.0, 16 / self.sizes.body)
        grown = self.sizes.times(factor)
        sizes = Sizes(**{name: max(14.0, getattr(grown, name)) for name in Sizes.__dataclass_fields__})
        gap = self.gap * factor
        return replace(self, sizes=sizes, leading=max(self.leading, 1.45), pitch=max(self.pitch, 11.5), gap=gap)

    def close(self) -> Design:
        """With questions hardly larger than the text, as where lines stand close."""
        prompt = min(self.sizes.prompt, round(self.sizes.body * _ASKED, 2))
        return replace(self, sizes=replace(self.sizes, prompt=prompt))

    def spared(self) -> Design:
        """With a little less at the edges of the page, before it would spill onto another."""
        top, side = (max(12.0, it - 2.5) for it in (self.margins.top, self.margins.side))
        return replace(self, margins=Margins(top, self.margins.bottom - 1.0, side))

    def small(self) -> Design:
        """With a smaller title, smaller margins and panels; no other words are smaller."""
        spared = self.spared()
        margins = replace(spared.margins, top=max(12.0, self.margins.top - 3), side=max(12.0, self.margins.side - 3))
        sizes = replace(self.sizes, title=round(self.sizes.title * 0.85, 2))
        return replace(spared, margins=margins, sizes=sizes, padding=min(self.padding, 7.0))

    def least(self) -> Design:
        """As close as a page is ever set: head and foot nearer to the edges, and small print no larger than these."""
        small, fine = self.small(), min(self.sizes.fine, max(9.5, self.sizes.running))
        top, bottom, side = small.margins.top - 4.0, small.margins.bottom - 3.5, small.margins.side - 2.0
        margins = Margins(max(12.0, top), max(13.0, bottom), max(12.0, side))
        return replace(small, margins=margins, sizes=replace(small.sizes, fine=fine))

    def unfilled(self) -> Design:
        """For low ink: frames instead of tints, and rules instead of bands."""
        header: Header = "rule" if self.grounded else self.header
        panel: Panel = "frame" if self.panel == "tint" else self.panel
        return replace(self, panel=panel, header=header, opening="plain")
