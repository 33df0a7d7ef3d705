"""A design: the type sizes, margins and decoration of a page, as data (`data/designs/`); a new one needs no Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Annotated, Literal

from ..foundation.phrases import Phrase
from ..foundation.records import record
from .measures import MM

_LEAST_FINE = 9.5
"""The largest size of small print, header and footer in the closest design, in points."""
_ASKED = 13 / 12
"""The largest size of questions, as a multiple of the body size, in close designs."""
_LARGE_BODY = 18.0
"""The size of the body in large print, in points."""
_LARGE_LEAST = 16.0
"""The smallest size in large print, in points."""
_EASY_BODY = 16.0
"""The least size of the body in easy read, in points."""
_EASY_LEAST = 14.0
"""The smallest size in easy read, in points."""
_EASY_LEADING = 1.45
"""The least distance of baselines in easy read, as a multiple of the size."""
_ROOMY_PITCH = 11.5
"""The least distance of writing lines in large print and easy read, in millimetres."""

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
    take_away: float = 13.5
    """The sentence at the end that sums the sheet up."""

    @property
    def number(self) -> float:
        """The size of telephone numbers to call: 14 points for a body of 12 points, in proportion for others."""
        return round(self.body * 7 / 6, 2)

    def at_least(self, least: float) -> Sizes:
        """The sizes with each that is below `least` points raised to `least`."""
        return self._each(lambda size: max(least, size))

    def times(self, factor: float) -> Sizes:
        """The sizes multiplied by `factor`; the title grows by half as much."""
        grown = self._each(lambda size: round(size * factor, 2))
        return replace(grown, title=round(self.title * (1 + (factor - 1) / 2), 2))

    def _each(self, change: Callable[[float], float]) -> Sizes:
        return Sizes(**{it.name: change(getattr(self, it.name)) for it in fields(self)})


@record
class Margins:
    """Page margins in millimetres; `top` and `bottom` leave room for header and footer."""

    top: float
    bottom: float
    side: float


@record
class Design:
    """The appearance of a page.

    `leading` is the distance between baselines as a multiple of the type size; a quarter of the leading of the body
    is the step of the vertical grid. `pitch` is the distance between writing lines in millimetres (8 or more for
    handwriting). In points: `gap` is the space above a question, `radius` the corner radius of panels and boxes, and
    `padding` the space at the left and right of the words of a panel.
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
        """The length in points of the line for a date: 60 mm for a body of 12 points, in proportion for others."""
        return 5 * MM * self.sizes.body

    @property
    def grounded(self) -> bool:
        """Whether the header of the first page has a coloured background."""
        return self.header in ("band", "solid")

    def for_large_print(self) -> Design:
        """The design for large print: a body of 18 points, no size under 16, writing lines at least 11.5 mm apart."""
        factor = _LARGE_BODY / self.sizes.body
        sizes = self.sizes.times(factor).at_least(_LARGE_LEAST)
        return replace(self, sizes=sizes, pitch=max(self.pitch, _ROOMY_PITCH), gap=self.gap * factor)

    def for_easy_read(self) -> Design:
        """The design for easy read: a body of at least 16 points, no size under 14, and larger line distances."""
        factor = max(1.0, _EASY_BODY / self.sizes.body)
        sizes = self.sizes.times(factor).at_least(_EASY_LEAST)
        leading, pitch = max(self.leading, _EASY_LEADING), max(self.pitch, _ROOMY_PITCH)
        return replace(self, sizes=sizes, leading=leading, pitch=pitch, gap=self.gap * factor)

    def close(self) -> Design:
        """The design with questions at most a twelfth larger than the body, for small line distances."""
        prompt = min(self.sizes.prompt, round(self.sizes.body * _ASKED, 2))
        return replace(self, sizes=replace(self.sizes, prompt=prompt))

    def spared(self) -> Design:
        """The design with margins smaller by up to 2.5 mm, to keep a document from running onto one more page."""
        top, side = (max(12.0, it - 2.5) for it in (self.margins.top, self.margins.side))
        return replace(self, margins=Margins(top, self.margins.bottom - 1.0, side))

    def small(self) -> Design:
        """The design with a smaller title, smaller margins and less padding in panels; all other type sizes stay."""
        spared = self.spared()
        margins = replace(spared.margins, top=max(12.0, self.margins.top - 3), side=max(12.0, self.margins.side - 3))
        sizes = replace(self.sizes, title=round(self.sizes.title * 0.85, 2))
        return replace(spared, margins=margins, sizes=sizes, padding=min(self.padding, 7.0))

    def least(self) -> Design:
        """The design with the smallest margins, the smallest small print, and the take-away as large as the body."""
        small = self.small()
        top, bottom, side = small.margins.top - 4.0, small.margins.bottom - 3.5, small.margins.side - 2.0
        margins = Margins(max(12.0, top), max(13.0, bottom), max(12.0, side))
        fine, running = (min(it, _LEAST_FINE) for it in (small.sizes.fine, small.sizes.running))
        sizes = replace(small.sizes, fine=fine, running=running, take_away=small.sizes.body)
        return replace(small, margins=margins, sizes=sizes)

    def unfilled(self) -> Design:
        """The design for low ink: frames instead of tints, rules instead of bands, and a plain opening."""
        header: Header = "rule" if self.grounded else self.header
        panel: Panel = "frame" if self.panel == "tint" else self.panel
        return replace(self, panel=panel, header=header, opening="plain")
