"""Headers and footers: the sheet and the practice above the text, contact details and page number below."""

from __future__ import annotations

from collections.abc import Iterable

from ..definitions.practice import Brand
from ..document import BETWEEN, Document, PracticeLines
from ..document.drawings import Drawing, Frame, strokes
from ..foundation.phrases import Phrase
from ..foundation.records import record
from ..ooxml.markup import TAB, part, w
from ..text import TextStyle
from .drawing_markup import Cut, png, svg
from .line_measures import line_measures
from .paragraph_markup import paragraph
from .picture_markup import Picture
from .run_markup import Runs
from .style_context import twips

_Row = tuple[str, str]
"""A line of the footer: the markup of its runs, and its plain words to measure."""
_HIGH, _WIDE, _LINE = 2.0, 3.1, 1.3
"""The greatest height and width of the drawing in a header, and the height of its line; multiples of the type size."""
_AFTER = 6.0
"""Points between the drawing and the title."""
_THINNEST = 0.42
"""The least factor for the drawing's line widths, so that thin lines are still printed."""
_FIRST = 10_000
"""The number of the picture in the first header; pictures of the body have lower numbers."""


@record
class HeaderFooterWriter:
    """Writes the headers and footers of one handout."""

    document: Document
    brand: Brand
    runs: Runs

    def header(self, title: Phrase, drawn: tuple[str, Picture] | None = None, number: int = 0) -> bytes:
        """The header of the pages after the first: the title of the sheet, and the practice in quiet type.

        `drawn`: relationship id and picture of a small drawing before the title. `number`: the header's, from 0.
        """
        beside = self._practice.each or self._practice.name
        lines = [self.runs.of(title.joined())]
        if beside and (drawn or self._fits(title.joined().plain(), beside.plain())):
            lines[0] += TAB + self.runs.of(beside)
        elif beside:
            lines.append(self.runs.of(beside))
        if drawn is None:
            styles = *["header"] * (len(lines) - 1), "Header Rule"
            return part("w:hdr", {}, *map(paragraph, styles, lines), prefixes="w r")
        relation, small = drawn
        above = (small.height - self.runs.context.design.sizes.running * _LINE) / 2
        rtl, vector = self.document.language.rtl, f"{relation}-drawing"
        shown = w("r", small.at_start(relation, _FIRST + number, vector, rtl=rtl, above=above))
        room = w("ind", left=twips(small.width + _AFTER))
        return part("w:hdr", {}, paragraph("Header Rule", shown, *lines, properties=room), prefixes="w r wp a pic")

    def small(self, title: Phrase, drawing: Drawing | None) -> Picture | None:
        """The opening drawing of a sheet, small for its header; None if the line has no room for it."""
        size, palette = self.runs.context.design.sizes.running, self.runs.context.palette
        if drawing is None:
            return None
        scale = min(_HIGH * size / drawing.height, _WIDE * size / drawing.width)
        wide, tall = drawing.width * scale, drawing.height * scale
        beside = self._practice.each or self._practice.name
        said = [it.joined().plain() for it in (title, beside) if it]
        if not self._fits(*said, room=wide + _AFTER):
            return None
        lines, cut = strokes(drawing, Frame(wide, 0.0, scale)), Cut(0.0, 0.0, wide, tall)
        drawn = svg(lines, cut, palette, max(scale, _THINNEST), flipped=self.document.language.rtl)
        return Picture(png(drawn, wide), wide, tall, drawn)

    def footer(self, *, first: bool = False) -> bytes:
        """The footer: lines and contact of the practice, then the notice; the page number is in the last free line."""
        pages = BETWEEN.join(page.plain() for page in self._pages())
        rows, closer = self._rows(first), self._rows(first, pages)
        if not any(self._fits(words, pages) for _, words in rows) and len(closer) <= len(rows) + 1:
            rows = closer
        free = [at for at, (_, words) in enumerate(rows) if self._fits(words, pages)]
        if not free:
            rows.append(("", ""))
        numbered = free[-1] if free else len(rows) - 1
        lines = [row + TAB + self._page() if at == numbered else row for at, (row, _) in enumerate(rows)]
        styles = ("Footer Rule", *["footer"] * (len(lines) - 1))
        return part("w:ftr", {}, *map(paragraph, styles, lines), prefixes="w r")

    def _rows(self, first: bool, *beside: str) -> list[_Row]:
        """The lines of the footer; each is short enough to leave room for the words `beside`."""
        notice = self.document.header_footer.notice
        groups = self._practice.foot_groups(first=first, brief=self.runs.context.brief)
        rows = [row for group in groups for row in self._packed(group, *beside)]
        return rows + ([(self.runs.of(notice.joined()), notice.joined().plain())] if notice else [])

    def _packed(self, group: Iterable[tuple[Phrase, ...]], *beside: str) -> list[_Row]:
        """Pack units into as few lines as fit by estimate; a unit longer than a line is split into its phrases."""
        rows: list[_Row] = []
        for unit in group:
            words = BETWEEN.join(phrase.plain() for phrase in unit)
            if len(unit) > 1 and not self._fits(words, *beside):
                rows += self._packed([(phrase,) for phrase in unit], *beside)
                continue
            runs = self.runs.plain(BETWEEN).join(map(self._said, unit))
            if rows and self._fits(rows[-1][1], words, *beside):
                runs, words = rows[-1][0] + self.runs.plain(BETWEEN) + runs, BETWEEN.join((rows.pop()[1], words))
            rows.append((runs, words))
        return rows

    def _said(self, phrase: Phrase) -> str:
        """A phrase of the practice; a phone number or address does not break and keeps its own direction."""
        reached = phrase in self._practice.contact
        return self.runs.apart(phrase.plain().replace(" ", "\u00a0")) if reached else self.runs.of(phrase)

    def bare_footer(self) -> bytes:
        """The footer of a page for other people: only the notice."""
        notice = self.document.header_footer.notice
        return part("w:ftr", {}, paragraph("footer", self.runs.of(notice.joined()) if notice else ""), prefixes="w r")

    def _fits(self, *words: str, room: float = 0.0) -> bool:
        """Whether words fit in one line and leave `room` points free."""
        context = self.runs.context
        look = TextStyle(context.design.sizes.running)
        measures = line_measures(context.language, context.family)
        return measures.width(BETWEEN.join(words), look) <= context.measure - room

    def _page(self) -> str:
        fields = {"page": "PAGE", "pages": "NUMPAGES"}
        return self.runs.plain(BETWEEN).join(self.runs.of(page, fields) for page in self._pages())

    def _pages(self) -> list[Phrase]:
        """The phrase with the page number, in each language of the handout."""
        page = self.document.header_footer.page
        return [page, page.parallel] if page.parallel else [page]

    @property
    def _practice(self) -> PracticeLines:
        return self.document.header_footer.practice
