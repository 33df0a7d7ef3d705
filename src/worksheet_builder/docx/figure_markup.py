"""Figures in Word: the drawing as a picture that moves with the text, with paragraphs and controls on and beside it.

A picture is behind the text, anchored in a low paragraph of its own above the words that belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from math import ceil

from ..document import Answer, Figure, Group, Lines, Node, Paragraph, Spot, field_names
from ..document.drawings import FIRST_LINE, TEXT, Drawing, Frame, Pen, Stroke, strokes
from ..foundation.palette import Palette
from ..foundation.records import open_record
from ..ooxml.markup import TAB, w
from .answer_markup import width_of
from .caption_stops import APART, middles
from .content_controls import Controls
from .drawing_markup import Cut, png, svg
from .paragraph_markup import paragraph
from .paragraph_style import Tab
from .picture_markup import Picture
from .pictured_markup import beside
from .run_markup import Runs
from .style_context import StyleContext, twips

_GAP = 7.0
"""Room under the last line of a row, in a drawing's units."""
_NUMBER = 10.0
"""The distance of a line's number from the start of the line, in drawing units."""
_COLUMNS = 15.0, 46.0, 70.0
"""The positions of rings, numbers and words beside a scale, in drawing units."""
_MIDDLE = 0.64
"""The middle of the letters in a line of exact height, from its top, as a share of the height."""
_STRONG = 1.08
"""The factor by which bold letters are wider than the estimate for plain ones."""
_BESIDE, _SPARED, _CLEAR = 98.0, 62.0, 14.0
"""The width of a drawing's cell beside words: usual, and where space is saved, in drawing units; padding in points."""
_CENTRED = w("jc", val="center")


@open_record
class Figures:
    """Writes the figures of one handout; afterwards `parts` holds their files by name."""

    context: StyleContext
    runs: Runs
    controls: Controls
    parts: dict[str, bytes] = field(default_factory=dict)
    count: int = 100
    """The number of the last picture of the body; those of the headers have other numbers."""

    def written(self, figure: Figure) -> str:
        """The paragraphs of a figure."""
        if not figure.drawing.rows:
            return self._across(figure)
        written = self._scaled(figure, figure.scale) if figure.scale else self._beside(figure)
        return written + "".join(paragraph("Label", self.runs.both(words), released=True) for words in figure.captions)

    def pictured(self, group: Group, content: str) -> str:
        """Words beside their drawing, in a table of one row, because all programs keep a table row on one page.

        If space is saved, a drawing beside words without an answer gets smaller, and at the last steps is left out.
        """
        drawing = group.drawing
        spared = self.context.sparing if group.has_words_alone else 0
        if drawing is None or (spared and self.context.bare):
            return content
        said = next((it.text if isinstance(it, Paragraph) else it.label for it in phrased(group.children)), None)
        room = min((_SPARED if spared else _BESIDE) * self.unit, self.context.measure / 3)
        scale = min(self.unit, (room - _CLEAR) / drawing.width)
        picture, ids = self._small(drawing, scale)
        shown = paragraph("Figure", w("r", picture.drawn(ids[0], "", self.count, ids[1])), properties=_CENTRED)
        return beside(shown, content, room, said.plain() if said else "", self.context)

    @property
    def unit(self) -> float:
        """Points per drawing unit."""
        return self.context.design.sizes.body / TEXT

    @property
    def _leading(self) -> float:
        return self.context.design.sizes.body * self.context.leading

    @property
    def _above(self) -> float:
        """The height in points of a picture's paragraph; it puts the middle of the next line at `FIRST_LINE`."""
        return FIRST_LINE * self.unit - self._leading / 2

    def _across(self, figure: Figure) -> str:
        unit = self.unit * self.context.drawn
        lines = strokes(figure.drawing, Frame(self.context.measure, 0.0, unit))
        cut = Cut(0.0, 0.0, self.context.measure, figure.drawing.height * unit)
        kept = paragraph("Figure", w("r", self._picture(lines, cut, figure.alt.plain())))
        if not figure.captions:
            return kept
        stops = w("tabs", *(Tab(stop, "center").markup() for stop in middles(figure.captions, self.context)))
        words = "".join(TAB + self.runs.both(caption, self.runs.plain(APART)) for caption in figure.captions)
        return kept + paragraph("Label", words, properties=stops)

    def _beside(self, figure: Figure) -> str:
        """The spots of a figure one below the other, as tall as a row; a drawing that may be cut is cut between them.

        It is not cut in right-to-left text: LibreOffice would set each picture beside the one above where they touch.

        Space is set only under paragraphs, since programs disagree on whether it adds up with space above the next.
        """
        drawing, last = figure.drawing, figure.spots[-1]
        row = max(
            drawing.least * self.unit * self.context.drawn, *(self._needed(figure, spot) for spot in figure.spots)
        )
        lines = strokes(drawing, Frame(self.context.measure, row, self.unit))
        lines = lines if figure.spots[0].label else _without_rules(lines)
        around, written = Cut.around(lines), []
        whole = drawing.whole or self.context.language.rtl
        for at, spot in enumerate(figure.spots):
            above = self._above if spot.label else row - self.context.pitch
            over = 0.0 if at else drawing.above * self.unit
            if at == 0 or not whole:
                cut = around if whole else _slice(around, at * row, row, spot is last)
                written.append(self._anchor(lines, cut, "" if at else figure.alt.plain(), above + over))
            ends = spot is last and not figure.captions
            beyond = (
                max(0.0, around.top + around.height - row * drawing.rows) if spot is last and drawing.above else 0.0
            )
            under = row - self._needed(figure, spot) + (above if whole and spot is not last else beyond)
            written.append(self._spot(figure, spot, under, last=ends))
        return "".join(written)

    def _needed(self, figure: Figure, spot: Spot) -> float:
        """Estimate the height in points of a spot's words and lines, without the space under it."""
        count = self._count_of(spot.room) if spot.room else 0
        if spot.label is None:
            return max(figure.drawing.least * self.unit, count * self.context.pitch)
        room = self.context.measure - (figure.drawing.start + figure.drawing.end + 2 * spot.inset) * self.unit
        em = self.context.design.sizes.body * _STRONG
        lines = sum(ceil(width_of(it.plain()) * em / room) for it in (spot.label, spot.label.parallel) if it)
        return self._above + lines * self._leading + count * self.context.pitch + _GAP * self.unit

    def _count_of(self, answer: Answer) -> int:
        """The writing lines of an answer."""
        return self.context.room(answer.form.count) if isinstance(answer.form, Lines) else 0

    def _spot(self, figure: Figure, spot: Spot, under: float, *, last: bool) -> str:
        """The words and lines of one row, with `under` points of space below."""
        if spot.label is None:
            return self._numbered(figure, spot, w("spacing", after=twips(under)), last=last)
        start, end = (twips((it + spot.inset) * self.unit) for it in (figure.drawing.start, figure.drawing.end))
        room = w("ind", left=start, right=end)
        exact = w("spacing", before=0, line=twips(self._leading), lineRule="exact")
        lines = self._line_paragraphs(spot.room, room, under + _GAP * self.unit, last=last) if spot.room else ""
        said = self.runs.both(spot.label)
        if figure.link and "HYPERLINK" not in said:
            said = w("fldSimple", said, instr=f' HYPERLINK "{figure.link}" ')
        return paragraph("Label", said, properties=exact + room, released=last and not lines) + lines

    def _line_paragraphs(self, answer: Answer, room: str, under: float, *, last: bool) -> str:
        """Ruled lines, the control on the first, and space under the last."""
        count = max(1, self._count_of(answer))
        first = self.controls.text(answer.address, answer.label.plain())
        below = w("spacing", after=twips(under))
        upper = [paragraph("Answer Line", first if not at else "", properties=room) for at in range(count - 1)]
        words = first if count == 1 else ""
        return "".join((*upper, paragraph("Answer Line", words, released=last, properties=below + room)))

    def _numbered(self, figure: Figure, spot: Spot, under: str, *, last: bool) -> str:
        """A number and a writing line over the whole width, which is part of the drawing.

        Word merges the borders of equal neighbouring paragraphs, so every second one is indented one twip more.
        """
        if spot.room is None or spot.number is None:
            return ""
        number = self.runs.plain(self.context.language.number(spot.number), strong=True)
        control = self.controls.text(spot.room.address, spot.room.label.plain())
        stop = w("tabs", Tab(figure.drawing.start * self.unit).markup())
        room = w("ind", right=spot.row % 2, firstLine=twips(_NUMBER * self.unit))
        return paragraph("Answer Line", number, TAB, control, released=last, properties=stop + under + room)

    def _scaled(self, figure: Figure, scale: Answer) -> str:
        """A row for each number, with words and lines to write on in the rows where they belong."""
        row = max(figure.drawing.least * self.unit, self.context.pitch)
        lines = _without_rules(strokes(figure.drawing, Frame(0.0, row, self.unit)))
        numbers = figure.numbers
        beside: dict[int, str] = {}
        for spot in figure.spots:
            beside |= self._in_rows(spot, len(numbers))
        labels = {spot.row for spot in figure.spots if spot.label}
        below = max([len(numbers) - 1, *beside])
        rows = [
            self._number(scale, number, beside.get(at, ""), "Label" if at in labels else "Scale", row)
            for at, number in enumerate(numbers)
        ]
        room = w("ind", left=twips(_COLUMNS[2] * self.unit))
        rows += [
            paragraph("Answer Line", beside.get(at, ""), released=at == below, properties=room)
            for at in range(len(numbers), below + 1)
        ]
        top = self._anchor(lines, Cut.around(lines), figure.alt.plain(), FIRST_LINE * self.unit - row * _MIDDLE)
        return top + "".join(rows)

    def _in_rows(self, spot: Spot, numbered: int) -> dict[int, str]:
        """The markup of a spot by row: its words, then a writing line in each row after them.

        In rows below the last number, the writing line comes from the paragraph style instead.
        """
        words = {spot.row: self.runs.both(spot.label, self.runs.plain(APART))} if spot.label else {}
        if spot.room is None or not isinstance(spot.room.form, Lines):
            return words
        line = w("r", w("rPr", w("rStyle", val="WritingLine")), w("tab"))
        control = self.controls.text(spot.room.address, spot.room.label.plain())
        rows = range(spot.row + 1, spot.row + 1 + spot.room.form.count)
        return words | {row: (control if row == rows[0] else "") + (line if row < numbered else "") for row in rows}

    def _number(self, scale: Answer, number: int, words: str, style: str, row: float) -> str:
        mark = self._ring(scale, number)
        numbers, start = _COLUMNS[1] * self.unit, _COLUMNS[2] * self.unit
        tabs = Tab(numbers), Tab(start), Tab(self.context.measure, "right", "underscore")
        stops = w("tabs", *(tab.markup() for tab in tabs))
        exact = w("spacing", before=0, after=0, line=twips(row), lineRule="exact")
        room = w("ind", left=twips(start), hanging=twips(start - _COLUMNS[0] * self.unit))
        return paragraph(style, mark, TAB, words, properties=stops + exact + room)

    def _ring(self, scale: Answer, number: int) -> str:
        shown = self.context.language.number(number)
        spoken = self.controls.header_footer.chosen.fill(
            question=self.controls.labels.get(scale.address, scale.label.plain()), number=shown
        ).plain()
        mark = self.controls.tick(field_names.mark(scale.address, number), spoken, many=False)
        return mark + TAB + self.runs.plain(shown)

    def _anchor(self, lines: Sequence[Stroke], cut: Cut, alt: str, height: float) -> str:
        """A paragraph `height` points high that anchors a picture, which extends down behind the next paragraphs."""
        exact = w("spacing", before=0, after=0, line=max(20, twips(height)), lineRule="exact")
        return paragraph("Figure", w("r", self._picture(lines, cut, alt, anchored=True)), properties=exact)

    def _picture(self, lines: Sequence[Stroke], cut: Cut, alt: str, *, anchored: bool = False) -> str:
        """The picture of a cut, in a line of text, or `anchored` behind the words after it."""
        rtl = self.context.language.rtl
        cut = cut.from_start() if anchored and rtl else cut
        picture, ids = self.stored(lines, cut, self.unit)
        if not anchored:
            return picture.drawn(ids[0], alt, self.count, ids[1])
        return picture.anchored(ids[0], alt, self.count, ids[1], None if rtl else cut.left)

    def _small(self, drawing: Drawing, scale: float) -> tuple[Picture, tuple[str, str]]:
        """A drawing for beside words, `scale` points per drawing unit: the picture, and the ids of its PNG and SVG."""
        lines = strokes(drawing, Frame(drawing.width * scale, 0.0, scale))
        return self.stored(lines, Cut(0.0, 0.0, drawing.width * scale, drawing.height * scale), scale)

    def stored(
        self, lines: Sequence[Stroke], cut: Cut, unit: float, palette: Palette | None = None
    ) -> tuple[Picture, tuple[str, str]]:
        """Store the picture of a cut, equal ones once; the picture, and the relationship ids of its PNG and its SVG."""
        drawing = svg(lines, cut, palette or self.context.palette, unit, flipped=self.context.language.rtl)
        names = [name for name, data in self.parts.items() if data == drawing]
        vector = names[0] if names else f"figure{len(self.parts) // 2 + 1}-drawing.svg"
        raster = vector.replace("-drawing.svg", ".png")
        self.parts[vector] = drawing
        self.parts[raster] = png(drawing, cut.width)
        self.count += 1
        return Picture(self.parts[raster], cut.width, cut.height), (
            raster.removesuffix(".png"),
            vector.removesuffix(".svg"),
        )


def phrased(nodes: Sequence[Node]) -> Iterator[Paragraph | Answer]:
    """The paragraphs and answers among nodes."""
    return (node for node in nodes if isinstance(node, Paragraph | Answer))


def _slice(whole: Cut, top: float, height: float, last: bool) -> Cut:
    """The part of a drawing beside one row; for the last row, all the rest."""
    end = whole.top + whole.height if last else top + height
    return Cut(whole.left, top, whole.width, max(1.0, end - top))


def _without_rules(lines: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """The strokes of the main pen only: paragraph borders draw the ruled lines, or other words are in their place."""
    return tuple(line for line in lines if line.pen is Pen.MAIN)
