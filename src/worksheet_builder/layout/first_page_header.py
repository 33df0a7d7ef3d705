"""The header of the first page: logo, name and strapline, on a background or over a rule if the design has one."""

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
_HIGHER, UNDER_WORDS = 20.0, 6.0
"""By how many points text begins above the design's top margin: where nothing stands above it, and where words can."""
_RULE = 3 * MM
"""The distance from the header down to its rule, in points."""
_PLATE = 2.5
"""The white margin, in points, around a logo that was not made for a dark background."""
_STACKED = 4.0
"""Points between a logo and the name under it."""
_MOST_EACH = 0.4
"""The greatest share of the column for the practice's line for each page beside the name; a longer one is below it."""
_LEAST = 0.35
"""The least share of the column for the name beside the line for each page."""


def has_page_header(context: LayoutContext) -> bool:
    """Whether the first page has a header: a logo, or words of the practice."""
    return bool(context.header_footer.practice.head() or context.brand.logo)


def top_without_header(context: LayoutContext) -> float:
    """The top of the text, in points, on a page where a sheet or a part begins and that has no header of a first page.

    It is lower if the practice has words for each page, since those stand above it.
    """
    practice = context.header_footer.practice
    return context.design.margins.top * MM - (UNDER_WORDS if practice.each or practice.name else _HIGHER)


def page_header_height(context: LayoutContext) -> float:
    """The distance from the upper edge of the paper to the end of the header, its background or rule, in points."""
    return _Head(context).foot


def first_page_header(context: LayoutContext, tag: Tag) -> list[DrawOp]:
    """The operations of the header, in page coordinates: background or rule, logo and words; none without a header.

    Logo and words get tags under `tag`: screen readers read them here, and on no other page.
    """
    return list(_Head(context).drawn(tag)) if has_page_header(context) else []


class _Head:
    """The measures of the header in points, mostly from the top of its content, and its operations."""

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
        """The distance from the upper edge of the paper to the end of the header, in points."""
        under = (
            self.context.edges.ground if self.context.brand.grounded else _RULE if self.design.header == "rule" else 0.0
        )
        return self.top + self.height + under

    def drawn(self, tag: Tag) -> Iterator[DrawOp]:
        """Yield the background or rule, the logo and the words."""
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
        """The practice's line for each page if it has room at the end side; None if it goes below the strapline."""
        if each is None or self.centred or self.right:
            return None
        width = self.context.setter.width(each, self.context.line_style("running").style)
        fits = width <= self.column * _MOST_EACH and self.column - self.used - width - GAP >= self.column * _LEAST
        return each if fits else None

    def _lines(self) -> list[tuple[Phrase, LineStyle, tuple[Line, ...]]]:
        """Name, strapline and, if it is not aside, the line for each page: each with its line style and set lines."""
        practice = self.context.header_footer.practice
        said = [(None if practice.in_logo else practice.name, self._inked("brand"))]
        said += [(practice.strapline, self._inked("running"))]
        said += [(None if self.aside else practice.each, self._inked("running"))]
        return [(words, it, self.context.setter.lines(words, it.style, self.room)) for words, it in said if words]

    def _texts(self, start: float, y: float, wide: float, tag: Tag) -> Iterator[TextOp]:
        """Yield the lines one below the other, from `y` on; centred if the design centres and no logo is beside."""
        context, alone = self.context, self.centred and not self.used
        for phrase, line_style, lines in self.lines:
            mark = context.heard(phrase, tag)
            for line in lines:
                x = context.side + (self.column - line.width) / 2 if alone else start
                yield context.artifact(line, line_style, x, y + context.baseline(line_style), mark)
                y += line_style.leading

    def _logo(self, shift: float, tag: Tag) -> Iterator[DrawOp]:
        """Yield the logo, on a white plate if it was not made for the background."""
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
        """Yield the background behind the header, or the rule below it."""
        palette, context = self.context.palette, self.context
        if context.brand.grounded:
            fill = palette.solid if self.design.header == "solid" else palette.head
            yield RectangleOp(0.0, 0.0, context.page_width, self.foot, Artifact.PAGINATION, fill=fill)
        elif self.design.header == "rule":
            yield RuleOp(context.side, self.foot, self.column, 0.6, palette.hairline, Artifact.PAGINATION)

    def _inked(self, name: str) -> LineStyle:
        """The line style of this name, in a colour that is readable on the header's background."""
        line_style = self.context.line_style(name)
        return (
            replace(line_style, colour=self.context.palette.on_solid) if self.design.header == "solid" else line_style
        )
