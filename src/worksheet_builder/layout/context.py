"""The layout context of one document: design and palette of the brand, measures, line styles and the typesetter."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..definitions.practice import Brand
from ..document import Answer, Document, HeaderFooter, Part, opening_drawing_of, parts
from ..document.design import Design
from ..document.drawings import TEXT, Drawing
from ..document.field_labels import field_labels
from ..document.measures import MM
from ..document.rhythm import CLOSEST, DRAWN, LAST, Rhythm, design_at, spared_lines
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, parse
from ..text import Line, TextStyle, Typesetter
from ..text.hyphenation import hyphenated
from .bilingual import pair
from .boxes import Box, Column
from .display_list import Artifact, Mark, TextOp, moved
from .edges import NEAR, USUAL
from .field_metrics import FieldMetrics
from .line_styles import LineStyle, line_styles, running_style, tall
from .tag_tree import Tag

_NARROW = 13.0
"""The width of a column, in ems, below which long words are hyphenated."""
_Set = tuple[str, str, float, bool, bool, float]
"""The cache key of set lines: text, language, size, whether strong, whether balanced, and width."""

_AROUND = 1.2
"""The greatest factor for the height of lines in header and footer, where few lines are close together."""


class LayoutContext:
    """Sets phrases of one document in one brand, as boxes and operations."""

    def __init__(
        self,
        document: Document,
        brand: Brand,
        other: LayoutContext | None = None,
        *,
        density: int = 0,
        sparing: int = 0,
        pitch: float = 0.0,
    ) -> None:
        """`other` is a context for the same document at another density, whose set lines are reused.

        `density` is 0 for the design's own distances, up to `CLOSEST`. `sparing` is the number of steps by which space
        to write is given up; from 1 on short options are set side by side, at `LAST` tables and drawings may be cut.
        `pitch` is a distance of writing lines in points, where it is larger than that of the density.
        """
        self.density, self.sparing = density, sparing
        self.document, self.brand = document, brand
        self.design: Design = design_at(brand.design, density)
        self.palette = brand.palette
        self.header_footer: HeaderFooter = document.header_footer
        self.rtl = document.language.rtl
        self.fillable = document.output_options.fillable
        self.setter: Typesetter = other.setter if other else Typesetter(document.language, brand.font)
        self._set: dict[_Set, tuple[Line, ...]] = other._set if other else {}
        self.page_width, self.page_height = document.output_options.paper.points
        self.side = self.design.margins.side * MM
        self.column = Column(0.0, self.page_width - 2 * self.side)
        self._labels: dict[str, str] = other._labels if other else field_labels(document)
        self._chosen: dict[tuple[str, int], str] = other._chosen if other else {}
        self._numbers: dict[tuple[int, TextStyle], Line] = other._numbers if other else {}
        self.rhythm = Rhythm.of(self.design, self.tall, density)
        self.pitch = max(self.rhythm.pitch, pitch)
        self.edges = NEAR if self.closest else USUAL
        self._line_styles = self._styles()
        self.field_metrics = FieldMetrics(self.design.sizes.body, self.pitch)
        self.placed: set[str] = set()
        """The addresses of begun answers that are set on the pages."""
        self.starts: dict[str, int] = {}
        """The index of the page on which each part of a pack begins, once it is known."""

    def _styles(self) -> dict[str, LineStyle]:
        sizes, palette = self.design.sizes, self.palette
        leading = self.design.leading * self.tall
        asked = palette.accent if self.design.asked == "accent" else palette.ink
        regular, strong = (self.setter.height(TextStyle(1.0, it)) for it in (False, True))
        around = self.design.leading * min(self.tall, _AROUND) * self.edges.leading
        running = running_style(sizes.running, palette.quiet, around, regular)
        return line_styles(sizes, palette, leading, self.rhythm, asked, regular, strong) | {"running": running}

    @property
    def tall(self) -> float:
        """The factor by which lines of the document's language are higher than those of Latin letters."""
        return tall(self.document.language, self.brand.font)

    @property
    def unit(self) -> float:
        """The points to one unit of a drawing, in proportion to the size of this document's text."""
        return self.line_style("ink").style.size / TEXT

    @property
    def closest(self) -> bool:
        """Whether this is the closest density, the last one before a sheet takes one more page."""
        return self.density == CLOSEST

    @property
    def drawn(self) -> float:
        """The factor for the height of a full-width drawing and for the least height of a drawing's rows."""
        return DRAWN if self.closest else 1.0

    def rhythm_at(self, density: int) -> Rhythm:
        """The vertical distances of the same design at another density."""
        return Rhythm.of(self.design, self.tall, density)

    def room(self, lines: int) -> int:
        """The number of writing lines to set where `lines` were asked for: fewer if `sparing`."""
        return spared_lines(lines, self.sparing)

    @property
    def cuts(self) -> bool:
        """Whether tables and drawings may be cut between pages: at the last step of `sparing`."""
        return self.sparing >= LAST

    def whole(self, boxes: list[Box]) -> bool:
        """Whether the rows of a table or drawing stay on one page: if at most half a page high, unless `cuts`."""
        return not self.cuts and sum(box.height for box in boxes) <= self.page_height / 2

    def begun(self, address: str) -> str:
        """The begun answer of the field with this address, empty if there is none; it is then noted in `placed`."""
        words = self.document.begun.get(address, "")
        if words:
            self.placed.add(address)
        return words

    def line_style(self, name: str) -> LineStyle:
        """The line style of a role, or of another name in `line_styles`."""
        return self._line_styles[name]

    def title_on(self, page: int) -> Phrase | None:
        """The title in the running header of a page (index from 0), in a pack that of its sheet; None if one begins."""
        return None if self.opens(page) else self._sheet_on(page).title

    def drawing_on(self, page: int) -> Drawing | None:
        """The opening drawing of the sheet that a page belongs to; None if it has none, or a part begins there."""
        sheet = self._sheet_on(page)
        nodes = sheet.nodes if isinstance(sheet, Document) else sheet.children
        return None if self.opens(page) else opening_drawing_of(nodes)

    def _sheet_on(self, page: int) -> Document | Part:
        begun = [part for part in parts(self.document) if self.starts.get(part.id, page + 1) <= page]
        return begun[-1] if begun else self.document

    def opens(self, page: int) -> bool:
        """Whether a part of a pack begins, with its title, at the top of a page."""
        return page in self.starts.values()

    def said(self, answer: Answer) -> str:
        """The accessible name of an answer's field: its whole question."""
        return self._labels.get(answer.address) or answer.label.plain()

    def chosen(self, answer: Answer, number: int) -> str:
        """The accessible name of a number of a scale: the question, and the number as the language writes it."""
        question = self.said(answer)
        found = self._chosen.get((question, number))
        if found is None:
            said = self.header_footer.chosen.fill(question=question, number=self.number(number))
            found = self._chosen[question, number] = said.plain()
        return found

    def number_line(self, value: int, line_style: LineStyle, label: Phrase) -> Line:
        """The cached line of a number; `label` is that of its answer, for the place of problems."""
        key = (value, line_style.style)
        found = self._numbers.get(key)
        if found is None:
            words = replace(label, text=self.number(value), language=self.document.language.tag, parallel=None)
            found = self._numbers[key] = self.setter.line(words, line_style.style)
        return found

    def number(self, value: int) -> str:
        """A number as the document's language writes it."""
        return _number(self.document.language, value)

    def lines(
        self, phrase: Phrase, line_style: LineStyle, column: Column, mark: Mark, keep: bool = False, before: float = 0.0
    ) -> list[Box]:
        """A paragraph as a box for each line, without widows and orphans; with a parallel text as `bilingual.pair`."""
        if phrase.parallel:
            return pair(self, phrase, phrase.parallel, line_style, column, mark, keep, before)
        style = line_style.style
        if not (style.strong or style.balance) and column.width < _NARROW * style.size:
            phrase = replace(phrase, text=hyphenated(phrase.text, phrase.language))
        key = (phrase.text, phrase.language, style.size, style.strong, style.balance, column.width)
        set_ = self._set.get(key)
        if set_ is None:
            tail = _answering(phrase) if style == self.line_style("asked").style else 0
            set_ = self._set[key] = self.setter.lines(phrase, style, column.width, tail=tail)
        mark = self.spoken(phrase, mark)
        base, x, width, size, colour = line_style.base, column.x, column.width, style.size, line_style.colour
        boxes = [
            Box(line_style.leading, [TextOp(x, base, width, line, size, colour, mark)], place=phrase.place)
            for line in set_
        ]
        if boxes:
            if len(boxes) > 1:
                for box in boxes if len(boxes) < 4 else (boxes[0], boxes[-2]):
                    box.keep = True
            boxes[0].before = before
            boxes[-1].keep = keep
        return boxes

    def block(self, phrase: Phrase, line_style: LineStyle, column: Column, mark: Mark) -> Box:
        """A paragraph as one box that is never cut."""
        lines = self.lines(phrase, line_style, column, mark)
        return lines[0] if len(lines) == 1 else stack(lines)

    def baseline(self, line_style: LineStyle) -> float:
        """The distance in points from the top of a line to its baseline."""
        return line_style.base

    def led(self, phrase: Phrase, line_style: LineStyle) -> LineStyle:
        """The line style, with a greater leading if the script of the phrase needs higher lines than the document's."""
        other = tall(Language.of(phrase.language), self.brand.font)
        more = self.rhythm.up(line_style.leading * max(0.0, other / self.tall - 1.0))
        return replace(line_style, leading=line_style.leading + more, base=line_style.base + self.rhythm.up(more / 2))

    def spoken(self, phrase: Phrase, mark: Mark) -> Mark:
        """Set the language of a tag if the phrase is not in the document's language; returns the mark."""
        if isinstance(mark, Tag) and phrase.language != self.document.language.tag and mark.language is None:
            mark.language = phrase.language
        return mark

    def width(self, phrase: Phrase, line_style: LineStyle) -> float:
        """The width in points of the words unbroken, or of their parallel text if it is wider."""
        return max(self.setter.width(it, line_style.style) for it in (phrase, phrase.parallel) if it)

    def artifact_line(
        self,
        phrase: Phrase,
        line_style: LineStyle,
        x: float,
        y: float,
        width: float,
        end: bool = False,
        mark: Mark = Artifact.PAGINATION,
    ) -> TextOp:
        """A phrase as a line of header or footer, at the start or the end of `width` points; `y` is the baseline."""
        line = self.setter.line(phrase.joined(), line_style.style)
        return self.artifact(line, line_style, x + width - line.width if end else x, y, mark)

    def artifact(self, line: Line, line_style: LineStyle, x: float, y: float, mark: Mark) -> TextOp:
        """A set line as part of header or footer, moved to start exactly at `x`; `y` is the baseline."""
        return TextOp(x, y, line.width, line.flush(), line_style.style.size, line_style.colour, mark)

    def heard(self, phrase: Phrase, tag: Tag | None) -> Mark:
        """The mark of words in header or footer: a new `P` under the tag if one is given, else an artifact."""
        return self.spoken(phrase, tag.add("P")) if tag else Artifact.PAGINATION


def _answering(asked: Phrase) -> int:
    """The number of characters at the end of a question that say how to answer it: those after its strong words."""
    spans = parse(asked.text)
    return len(spans[1].text.lstrip()) if len(spans) == 2 and spans[0].strong and not spans[1].strong else 0


def stack(boxes: list[Box], gap: float = 0.0) -> Box:
    """Merge boxes, one below the other, into a single box; `gap` is additional space between them, in points."""
    whole = Box(0.0, before=boxes[0].before if boxes else 0.0, place=boxes[0].place if boxes else None)
    for index, box in enumerate(boxes):
        if index:
            whole.height += box.before + gap
        whole.ops += [moved(op, 0.0, whole.height) for op in box.ops]
        whole.height += box.height
    return whole


@lru_cache(maxsize=1024)
def _number(language: Language, value: int) -> str:
    return language.number(value)
