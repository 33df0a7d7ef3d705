"""The header of the first page: logo, name and strapline, on or over what the design puts there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..definitions.logo_size import BESIDE, logo_size
from ..document.measures import MM
from ..foundation.colours import WHITE
from ..foundation.phrases import Phrase
from ..text import Line
from .context import LayoutContext
from .display_list import Artifact, DrawOp, ImageOp, RectangleOp, RuleOp, TextOp, moved
from .line_styles import LineStyle
from .tag_tree import Tag

GAP = 10.0
_RULE = 3 * MM
"""How far below the head a rule is drawn."""
_PLATE = 2.5
"""Points of white around a logo that was not made for a dark ground."""
_STACKED = 4.0
"""Points between a logo and the name under it."""
_MOST_EACH = 0.4
"""The share of the column that the line for each page takes beside the name; a longer one stands under it."""
_LEAST = 0.35
"""The share of the column that a name needs beside the line for each page."""


def has_page_header(context: LayoutContext) -> bool:
    """Whether the practice has anything to say at the head."""
    return bool(context.header_footer.practice.head() or context.brand.logo)


def page_header_height(context: LayoutContext) -> float:
    """How far down the page the head reaches, with its ground or rule, in points."""
    return _Head(context).foot


def first_page_header(context: LayoutContext, tag: Tag) -> list[DrawOp]:
    """Logo and words, with a rule under them or a band behind them; nothing where the practice has none.

    They are read there, under the tag, and nowhere else.
    """
    return list(_Head(context).drawn(tag)) if has_page_header(context) else []


class _Head:
    """Measures of the head, from the top of what stands on its ground."""

    def __init__(self, context: LayoutContext) -> None:
        self.context = context
        self.column, self.design, brand = context.column.width, context.design, context.brand
        practice = context.header_footer.practice
        self.stacked = brand.logo_place in ("above", "centre")
        self.right = brand.logo_place == "right"
        self.centred = brand.centred
        said = any(practice.head())
        room = self.column * BESIDE if said and not self.stacked else self.column
        self.wide, self.tall = logo_size(brand, room) if brand.logo else (0.0, 0.0)
        self.used = self.wide + GAP if brand.logo and not self.stacked else 0.0
        self.aside = self._aside(practice.each)
        self.room = self.column - self.used
        if self.aside:
            self.room -= context.setter.width(self.aside, context.line_style("running").style) + GAP
        self.lines = self._lines()
        self.words = sum(line_style.leading * len(lines) for _, line_style, lines in self.lines)
        self.top = context.edges.top_on_ground if brand.grounded else context.edges.top
        self.above = self.tall + _STACKED if brand.logo and self.stacked and self.words else self.tall * self.stacked
        least = context.line_style("running").leading
        self.height = self.above + self.words if self.stacked else max(self.tall, self.words, least)

    @property
    def foot(self) -> float:
        """How far down the page it reaches."""
        under = (
            self.context.edges.ground if self.context.brand.grounded else _RULE if self.design.header == "rule" else 0.0
        )
        return self.top + self.height + under

    def drawn(self, tag: Tag) -> Iterator[DrawOp]:
        """Ground, logo, words."""
        wide = max((line.width for _, _, lines in self.lines for line in lines), default=0.0)
        shift = max(0.0, (self.column - self.used - wide) / 2) if self.centred and not self.stacked else 0.0
        yield from self._ground()
        logo = self._logo(shift, tag)
        yield from logo
        y = self.top + (self.above if self.stacked else (self.height - self.words) / 2)
        start = self.context.side + shift + (0.0 if self.right else self.used)
        yield from self._texts(start, y, wide, tag)
        if self.aside:
            line_style, mark = self._inked("running"), self.context.heard(self.aside, tag)
            y = self.top + self.height - (line_style.leading - self.context.baseline(line_style))
            yield self.context.artifact_line(
                self.aside, line_style, self.context.side, y, self.column, end=True, mark=mark
            )

    def _aside(self, each: Phrase | None) -> Phrase | None:
        """The practice's line for each page, where it stands at the end side; else it stands under the strapline."""
        if each is None or self.centred or self.right:
            return None
        width = self.context.setter.width(each, self.context.line_style("running").style)
        fits = width <= self.column * _MOST_EACH and self.column - self.used - width - GAP >= self.column * _LEAST
        return each if fits else None

    def _lines(self) -> list[tuple[Phrase, LineStyle, tuple[Line, ...]]]:
        """Name, strapline and what else stands under them, each with its lines."""
        practice = self.context.header_footer.practice
        said = [(None if practice.in_logo else practice.name, self._inked("brand"))]
        said += [(practice.strapline, self._inked("running"))]
        said += [(None if self.aside else practice.each, self._inked("running"))]
        return [(words, it, self.context.setter.lines(words, it.style, self.room)) for words, it in said if words]

    def _texts(self, start: float, y: float, wide: float, tag: Tag) -> Iterator[TextOp]:
        """The lines under each other, from `y` on; each in the middle if nothing stands beside them."""
        context, alone = self.context, self.centred and not self.used
        for phrase, line_style, lines in self.lines:
            mark = context.heard(phrase, tag)
            for line in lines:
                x = context.side + (self.column - line.width) / 2 if alone else start
                yield context.artifact(line, line_style, x, y + context.baseline(line_style), mark)
                y += line_style.leading

    def _logo(self, shift: float, tag: Tag) -> Iterator[DrawOp]:
        """The logo, on white if it stands on a ground that it was not made for."""
        context, data = self.context, self.context.brand.logo
        if data is None:
            return
        figure = tag.add("Figure")
        figure.alt = context.header_footer.stands_for_logo() or context.document.title.plain()
        x = (self.column - self.wide) / 2 if self.stacked and self.centred else shift
        x = self.column - self.wide if self.right else x
        y = 0.0 if self.stacked else (self.height - self.tall) / 2
        picture = moved(ImageOp(0.0, 0.0, self.wide, self.tall, data, figure), context.side + x, self.top + y)
        if context.brand.plated:
            across, down = self.wide + 2 * _PLATE, self.tall + 2 * _PLATE
            plate = RectangleOp(picture.x - _PLATE, picture.y - _PLATE, across, down, Artifact.PAGINATION)
            yield replace(plate, fill=WHITE, radius=2.0)
        yield picture

    def _ground(self) -> Iterator[DrawOp]:
        """What lies behind or under the head."""
        palette, context = self.context.palette, self.context
        if context.brand.grounded:
            fill = palette.solid if self.design.header == "solid" else palette.head
            yield RectangleOp(0.0, 0.0, context.page_width, self.foot, Artifact.PAGINATION, fill=fill)
        elif self.design.header == "rule":
            yield RuleOp(context.side, self.foot, self.column, 0.6, palette.hairline, Artifact.PAGINATION)

    def _inked(self, name: str) -> LineStyle:
        """The line style in the colour that is read on the ground of the head."""
        line_style = self.context.line_style(name)
        return (
            replace(line_style, colour=self.context.palette.on_solid) if self.design.header == "solid" else line_style
        )
