"""The typesetter: sets phrases into lines of shaped text, with the position of each part in points."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat
from typing import NamedTuple

from ..fonts.families import package_for
from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import Phrase
from ..foundation.problems import Problem
from ..foundation.records import open_record, record
from .bidi import visual_order
from .line_breaking import balanced, fill, with_whole_tail, without_orphan
from .paragraphs import Fonts, ParagraphShaper, paragraph_shaper
from .shaped_paragraph import ShapedParagraph
from .shaping import Shaped, at_line_end

_SHORT = 1 / 3
"""The share of the width below which the last line of a question is short."""


class Piece(NamedTuple):
    """A part of a line; `x` in points from the line's left edge, `language` (BCP 47) None for that of the phrase."""

    x: float
    shaped: Shaped
    language: str | None


@open_record
class Line:
    """A line: its parts in logical order, and `places`, the left edge of each in points from the line's left edge.

    `width` in points is without the trailing space; `languages` is None if all parts are in that of the phrase. In a
    `plain` line all parts are simple (see `Shaped`), in one face, left to right, each starting where the last one ends.
    """

    parts: Sequence[Shaped]
    places: Sequence[float]
    width: float
    languages: Sequence[str | None] | None = None
    plain: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The parts with their places and languages."""
        return tuple(map(Piece, self.places, self.parts, self.languages or repeat(None)))

    @property
    def text(self) -> str:
        """The characters of the line in logical order."""
        return "".join([part.text for part in self.parts])

    def flush(self) -> Line:
        """A copy of the line, moved so that its leftmost part is at 0."""
        left = min(self.places, default=0.0)
        return replace(self, places=[place - left for place in self.places])


@record
class TextStyle:
    """How a phrase is set: size in points, weight, and whether its lines are made equally long, as in headings."""

    size: float
    strong: bool = False
    balance: bool = False


class Typesetter:
    """Sets phrases into lines, each in its own language; `problems` lists the characters that no font has.

    A phrase gets one problem for each font package that it lacks, which names the first such character, and one for
    each character that no package has.
    """

    def __init__(self, language: Language, family: Fonts = "noto-sans") -> None:
        self.problems: list[Problem] = []
        self._family = family
        self._reported: set[tuple[object, str, str]] = set()
        self._own = paragraph_shaper(language, family)
        self._others: dict[str, ParagraphShaper] = {language.tag: self._own}

    def lines(
        self, phrase: Phrase, style: TextStyle, width: float, first_indent: float = 0.0, tail: int = 0
    ) -> tuple[Line, ...]:
        """Set the phrase in lines of `width` points; the first line starts `first_indent` points further in.

        Its last `tail` characters, such as how to answer a question, are not parted if they fit into half a line; if
        they do not, the lines are made equally long where the last would be short.
        """
        setter = self._setter(phrase)
        paragraph = self._paragraph(setter, phrase, style)
        widths = (width / style.size, (width - first_indent) / style.size)
        if paragraph.widest > min(widths):
            paragraph = setter.narrowed(paragraph, phrase.text, (style.strong, style.balance), widths)
        start, indent, lines = 0, first_indent, []
        ends = _ends(paragraph, style, widths)
        for stop in _answered(paragraph, ends, tail, widths) if tail else ends:
            lines.append(_line(paragraph, start, stop, style.size, indent, width - indent))
            start, indent = stop, 0.0
        return tuple(lines)

    def line(self, phrase: Phrase, style: TextStyle) -> Line:
        """Set the phrase in one line, however wide, from x = 0."""
        setter = self._setter(phrase)
        paragraph = self._paragraph(setter, phrase, style)
        return _line(paragraph, 0, len(paragraph.stops), style.size, 0.0, _width(paragraph) * style.size)

    def width(self, phrase: Phrase, style: TextStyle) -> float:
        """The width in points of the phrase unbroken, without trailing space."""
        return _width(self._paragraph(self._setter(phrase), phrase, style)) * style.size

    def height(self, style: TextStyle) -> tuple[float, float]:
        """Ascent and descent (negative), in points, of the main font of the typesetter's language."""
        face = self._own.primary(style.strong)
        return face.ascent * style.size, face.descent * style.size

    def _setter(self, phrase: Phrase) -> ParagraphShaper:
        found = self._others.get(phrase.language)
        if found is None:
            try:
                found = paragraph_shaper(Language.of(phrase.language), self._family)
            except UnknownLanguage:
                found = self._own
            self._others[phrase.language] = found
        return found

    def _paragraph(self, setter: ParagraphShaper, phrase: Phrase, style: TextStyle) -> ShapedParagraph:
        paragraph = setter.paragraph(phrase.text, style.strong, style.balance)
        if paragraph.missing:
            self._report(phrase, paragraph.missing)
        return paragraph

    def _report(self, phrase: Phrase, missing: str) -> None:
        for char in missing:
            package = package_for(char)
            key = (phrase.place, phrase.address, package or char)
            if key not in self._reported:
                self._reported.add(key)
                self.problems.append(_missing(phrase, char, package))


def _missing(phrase: Phrase, char: str, package: str | None) -> Problem:
    hint = f"Install its font with: pip install '{package}'" if package else "Use another character for it."
    named = f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"
    return Problem(phrase.place, f"No font has the character {char} ({named}).", hint)


def _width(paragraph: ShapedParagraph) -> float:
    return paragraph.measures.visible[-1] if paragraph.measures.visible else 0.0


def _ends(paragraph: ShapedParagraph, style: TextStyle, widths: tuple[float, float]) -> list[int]:
    if style.balance:
        return balanced(paragraph.measures, *widths)
    return without_orphan(paragraph.measures, fill(paragraph.measures, *widths), widths[0])


def _answered(paragraph: ShapedParagraph, ends: list[int], tail: int, widths: tuple[float, float]) -> list[int]:
    """The stops at which the lines of a question end, with `tail` characters at its end that say how to answer."""
    begins = _tail(paragraph, tail, widths[0])
    if begins:
        return with_whole_tail(ends, begins)
    measures = paragraph.measures
    last = measures.visible[-1] - measures.widths[ends[-2] - 1] if len(ends) > 1 else widths[0]
    return balanced(measures, *widths) if last < widths[0] * _SHORT else ends


def _tail(paragraph: ShapedParagraph, length: int, width: float) -> int:
    """The stop before the last `length` characters, if they fit into half of `width` em; 0 if they do not."""
    ends, visible, widths = paragraph.ends(), paragraph.measures.visible, paragraph.measures.widths
    begins = next((at for at, end in enumerate(ends, 1) if end == ends[-1] - length), 0)
    return begins if begins and visible[-1] - widths[begins - 1] <= width / 2 else 0


def _line(paragraph: ShapedParagraph, first: int, last: int, size: float, left: float, right: float) -> Line:
    """The line between two stops (0: the start), aligned to `left`, or in a right-to-left paragraph to `right`."""
    if first == last:
        return Line((), (), 0.0)
    start, end = paragraph.stops[first - 1] if first else 0, paragraph.stops[last - 1]
    parts, edges = paragraph.parts[start:end], paragraph.edges[start:end]
    languages = paragraph.languages[start:end] if paragraph.languages else None
    visible = paragraph.measures.visible[last - 1]
    width = (visible - edges[0]) * size
    ending = at_line_end(parts[-1])
    if ending:
        parts[-1:] = ending
        if len(ending) > 1:
            edges.append(visible)
            if languages:
                languages.append(languages[-1])
    if paragraph.levels is None:
        shift = left - edges[0] * size
        return Line(parts, [edge * size + shift for edge in edges], width, languages, paragraph.plain)
    places = _places(parts, paragraph.levels[start:end], size, (left, right, paragraph.rtl))
    return Line(parts, places, width, languages)


def _places(parts: list[Shaped], levels: list[int], size: float, margins: tuple[float, float, bool]) -> list[float]:
    """The left edge of each part in points, in logical order; trailing white space is on the end side (UAX #9, L1)."""
    left, right, rtl = margins
    for i in range(len(parts) - 1, 0, -1):
        if not parts[i].text.isspace():
            break
        levels[i] = int(rtl)
    widths = [part.advance / part.face.upem * size for part in parts]
    at = right - sum(widths) if rtl else left
    places = [0.0] * len(widths)
    for i in visual_order(levels):
        places[i] = at
        at += widths[i]
    return places
