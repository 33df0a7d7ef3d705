"""Figures in HTML: the drawing as an SVG to draw on with a finger, and the words and fields beside or under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from ..document import Answer, Figure, Lines, Scale, Spot
from ..document.drawings import TEXT, Drawing, Frame, Stroke, strokes, to_mirror
from ..fonts.families import expects_slopes
from ..fonts.script_measures import TALL
from ..foundation.records import open_record
from .elements import Attribute, element, escaped
from .field_markup import FieldMarkup
from .page_tools import drawing_tools

_WIDTH = 384.0
"""The width of a full-width drawing, in drawing units (1/12 em)."""
_CLOSE = 72.0
"""The greatest width of a drawing that stays beside its words on a phone too, in drawing units."""
_SCALED_ROW = 33.0
"""The height of a row with a number to tap, in drawing units."""
_LABEL, _BOX, _LINE = 26.0, 22.0, 18.0
"""The heights of the words above a box, of a box without its lines, and of each line, in drawing units."""
_MARGIN = 3.0
"""Units around the strokes, so that none is cut off."""


@open_record
class FigureMarkup:
    """Writes the figures of one document, each with an id under which the script finds what was drawn on it."""

    fields: FieldMarkup
    _count: int = field(default=0)

    def figure(self, figure: Figure) -> str:
        """The drawing, then its words and fields in document order, and the drawing tools."""
        self._count += 1
        captions = [element("p", {"class": "label"}, self.fields.phrases.both(words)) for words in figure.captions]
        if not figure.drawing.rows:
            under = element("div", {"class": "captions"}, " ".join(captions)) if captions else ""
            whole = self._picture(figure, 0.0)
            if figure.shown:
                return element("div", {"class": "figure across"}, whole, under)
            return self._whole("across", whole, under)
        if figure.scale:
            return self._scaled(figure, figure.scale)
        if figure.middle:
            return self._nested(figure, figure.middle)
        spots = element("div", {"class": "spots"}, *map(self._spot, figure.spots))
        row = max(figure.drawing.least, *map(_height, figure.spots)) * self._tall
        kind = "beside close" if _room(figure.drawing) <= _CLOSE else "beside"
        return self._whole(kind, self._picture(figure, row), spots, *captions)

    @property
    def _tall(self) -> float:
        """The factor by which lines of the language are higher than Latin ones, so that rows keep to the drawing."""
        language = self.fields.language
        return TALL.get("Aran" if expects_slopes(language.tag) else language.script, 1.0)

    def _whole(self, kind: str, *inside: str) -> str:
        words = self.fields.header_footer.phone
        drawn = drawing_tools(words.draw) if words and self.fields.fillable else ""
        named: dict[str, Attribute] = {"class": f"figure {kind}", "data-figure": f"figure-{self._count}"}
        return element("div", named, *inside, drawn)

    def _nested(self, figure: Figure, middle: Drawing) -> str:
        """Rings as nested boxes, since words and text boxes need other space than on paper."""
        flipped = self.fields.language.rtl
        lines = strokes(middle, Frame(middle.width, 0.0, 1.0))
        around = (0.0, 0.0, middle.width, middle.height)
        said: dict[str, Attribute] = {"role": "img", "aria-label": figure.alt.plain()}
        inside = element("div", {"class": "picture"}, _drawn(lines, around, said, flipped=flipped))
        for spot in figure.spots:
            inside = element("div", {"class": "ring-around"}, inside, self._spot(spot))
        return element("div", {"class": "figure"}, inside)

    def _scaled(self, figure: Figure, scale: Answer) -> str:
        """The numbers of a scale from top to bottom beside the drawing, each as high as one of its rows."""
        form = scale.form
        if not isinstance(form, Scale):
            return self._whole("beside", self._picture(figure, _SCALED_ROW), self.fields.answer(scale))
        points = self.fields.points(scale, reversed(form.numbers))
        numbers = self.fields.together(scale, "points down", points)
        spots = element(
            "div", {"class": "spots"}, *(self._spot(spot, f" row-{spot.row} span-{spot.rows}") for spot in figure.spots)
        )
        return self._whole("scaled", self._picture(figure, _SCALED_ROW), numbers, spots)

    def _spot(self, spot: Spot, place: str = "") -> str:
        label = element("p", {"class": "label"}, self.fields.phrases.both(spot.label)) if spot.label else ""
        shown = "" if spot.number is None else self.fields.language.number(spot.number)
        number = element("span", {"class": "number"}, escaped(shown)) if shown else ""
        room = self.fields.answer(spot.room) if spot.room else ""
        return element("div", {"class": f"spot{' numbered' if number else ''}{place}"}, label, number, room)

    def _picture(self, figure: Figure, row: float) -> str:
        drawing = svg(figure.drawing, row, figure.alt.plain(), flipped=self.fields.language.rtl)
        return element("div", {"class": "picture"}, drawing)


def _height(spot: Spot) -> float:
    """Estimate the height of a spot's words and field, in drawing units."""
    count = spot.room.form.count if spot.room and isinstance(spot.room.form, Lines) else 1
    return (_LABEL if spot.label else 0.0) + _BOX + _LINE * count


def _room(drawing: Drawing) -> float:
    """The width of the drawing in drawing units: beside rows only the part before their words, or on both sides."""
    if not drawing.rows:
        return _WIDTH
    return drawing.start * 2 if drawing.end else drawing.start


def svg(drawing: Drawing, row: float, alt: str, *, flipped: bool) -> str:
    """A drawing as an SVG element; `flipped` for right-to-left text, `row` is the height of a row in drawing units."""
    lines = strokes(drawing, Frame(_room(drawing), row, 1.0))
    return _drawn(lines, _around(lines), {"role": "img", "aria-label": alt}, flipped=flipped)


def beside(drawing: Drawing, *, flipped: bool) -> str:
    """A decorative drawing beside words, hidden from screen readers."""
    lines = strokes(drawing, Frame(drawing.width, 0.0, 1.0))
    return _drawn(lines, (0.0, 0.0, drawing.width, drawing.height), {"aria-hidden": "true"}, flipped=flipped)


def _drawn(
    lines: Sequence[Stroke], around: tuple[float, float, float, float], said: dict[str, Attribute], *, flipped: bool
) -> str:
    """Strokes in a view box of left, top, right and bottom; `said` are the attributes for screen readers."""
    left, top, right, bottom = around
    wide, tall = right - left, bottom - top
    turn = {"transform": f"matrix(-1 0 0 1 {_short(2 * left + wide)} 0)"} if flipped else {}
    shown = to_mirror(lines) if flipped else lines
    paths = (element("path", {"class": f"pen-{line.pen.value}", "d": _way(line)}) for line in shown)
    box = " ".join(map(_short, (left, top, wide, tall)))
    size = {"width": f"{_short(wide / TEXT)}em", "height": f"{_short(tall / TEXT)}em"}
    return element("svg", {"viewBox": box, **size, **said}, element("g", turn, *paths))


def _around(lines: Sequence[Stroke]) -> tuple[float, float, float, float]:
    """The box around strokes: left, top, right, bottom."""
    extents = [line.extent for line in lines]
    left, top = (min(box[at] for box in extents) - _MARGIN for at in (0, 1))
    right, bottom = (max(box[at] for box in extents) + _MARGIN for at in (2, 3))
    return left, top, right, bottom


def _way(line: Stroke) -> str:
    return "".join(f"{step}{' '.join(map(_short, values))}" for step, values in line.steps)


def _short(value: float) -> str:
    """A length with one decimal, which is as exact as a screen shows."""
    return f"{value:.1f}".removesuffix(".0")
