"""A design: the measures and manners of a page, as data (`data/designs/`); adding one needs no Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from ..foundation.phrases import Phrase

MM = 72 / 25.4
"""Points in a millimetre."""


Header = Literal["rule", "band", "solid", "plain"]
Panel = Literal["tint", "bar", "frame", "rules"]
LogoPlace = Literal["left", "right", "above", "centre"]


@dataclass(frozen=True, slots=True)
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

    def times(self, factor: float) -> Sizes:
        """All sizes but the title's scaled; the title grows half as much."""
        grown = {name: round(getattr(self, name) * factor, 2) for name in self.__dataclass_fields__}
        return Sizes(**{**grown, "title": round(self.title * (1 + (factor - 1) / 2), 2)})


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins in millimetres; `top` and `bottom` leave room for header and footer."""

    top: float
    bottom: float
    side: float


@dataclass(frozen=True, slots=True)
class Design:
    """How a page looks.

    `leading` is the distance of baselines as a multiple of the size; `pitch` the distance of writing lines in
    millimetres (8 or more for a hand); `gap` the space between blocks in points; `radius` the corner radius of panels
    and boxes in points, and `padding` the space inside a panel.
    """

    name: Phrase
    description: Phrase
    sizes: Sizes
    margins: Margins
    leading: float = 1.4
    pitch: float = 8.5
    gap: float = 15.0
    radius: float = 3.0
    padding: float = 11.0
    header: Annotated[Header, "What the name of the practice stands on or over."] = "rule"
    logo: Annotated[LogoPlace, "Beside the name or over it; mirrored where lines run from the right."] = "left"
    title: Annotated[Literal["plain", "rule", "bar"], "What stands under the title."] = "rule"
    align: Annotated[Literal["start", "centre"], "Where practice and title stand."] = "start"
    section: Annotated[Literal["plain", "over", "under"], "A rule over or under the heading of a section."] = "plain"
    panel: Annotated[Panel, "How a panel is set apart."] = "tint"
    table: Annotated[Literal["lines", "grid", "rows"], "Lines between cells, around them, or under rows."] = "lines"
    lines: Annotated[Literal["solid", "dotted"], "The lines to write on."] = "solid"

    @property
    def day(self) -> float:
        """The length in points of a line for a day: 60 mm where the body has 12 points, and longer with larger ones."""
        return 5 * MM * self.sizes.body

    def enlarged(self) -> Design:
        """For large print: an 18 point body, more room for the hand, the same page laid out anew."""
        factor = 18 / self.sizes.body
        return replace(self, sizes=self.sizes.times(factor), pitch=max(self.pitch, 11.5), gap=self.gap * 1.25)

    def easy(self) -> Design:
        """For easy read: a body of 16 points at least, nothing under 14, lines further apart."""
        grown = self.sizes.times(max(1.0, 16 / self.sizes.body))
        sizes = Sizes(**{name: max(14.0, getattr(grown, name)) for name in Sizes.__dataclass_fields__})
        return replace(self, sizes=sizes, leading=max(self.leading, 1.45), pitch=max(self.pitch, 11.5))

    def tightened(self, share: float) -> Design:
        """Closer set by a share from 0 to 1, so that a few lines do not need another page; a hand keeps its 8 mm."""
        return replace(
            self,
            leading=self.leading * (1 - 0.07 * share),
            gap=self.gap * (1 - 0.55 * share),
            pitch=max(min(self.pitch, 8.0), self.pitch * (1 - 0.06 * share)),
        )

    def spared(self) -> Design:
        """Closer than a hand likes, before a sheet would spill: lines of 7.5 mm, and baselines a tenth closer."""
        closest = self.tightened(1.0)
        leading, gap = self.leading * 0.9, self.gap * 0.35
        margins = replace(self.margins, top=self.margins.top - 1.5, bottom=self.margins.bottom - 1.5)
        return replace(closest, leading=leading, gap=gap, pitch=min(closest.pitch, 7.5), margins=margins)

    def least(self) -> Design:
        """As close as a page is ever set: lines of 7.1 mm, as ruled paper has them; smaller title, margins and panels.

        No other words are smaller than the design has them.
        """
        spared = self.spared()
        margins = replace(spared.margins, top=self.margins.top - 3, side=self.margins.side - 3)
        sizes = replace(self.sizes, title=self.sizes.title * 0.85)
        pitch, padding = min(spared.pitch, 7.1), min(self.padding, 7.0)
        return replace(spared, margins=margins, sizes=sizes, pitch=pitch, padding=padding)

    def unfilled(self) -> Design:
        """For low ink: frames instead of tints, and rules instead of bands."""
        header: Header = "rule" if self.header in ("band", "solid") else self.header
        return replace(self, panel="frame" if self.panel == "tint" else self.panel, header=header)
