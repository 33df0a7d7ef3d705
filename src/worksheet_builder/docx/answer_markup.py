"""Answer fields in Word: ruled lines, boxes to tick, scales and dates, for handwriting as much as for typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import assert_never

from ..document import Answer, Day, Lines, Scale, Ticks, field_names
from ..document.measures import LEAST_LINE, beside_each_other
from ..foundation.phrases import Phrase
from ..ooxml.markup import TAB, w
from ..text import TextStyle
from .content_controls import Controls, shortened
from .line_measures import line_measures
from .numbering import PANEL_PADDING
from .paragraph_markup import paragraph
from .paragraph_style import Leader, Tab
from .run_markup import Runs
from .style_context import StyleContext, tick_hang

_CLOSEST, _SHARED = 2.4, 0.66
"""The least step between two numbers of a scale, in em; and their share of the width beside a line for a word."""
_TOGETHER = 2
"""The fewest rows of options on either side of a page break, if space is saved; otherwise a list is not split."""
_WIDEST_STEP = 48.0
"""The largest step from one number of a scale to the next, in points, at a text size of 12 points."""


class Answers:
    """Writes the answers of one handout."""

    def __init__(self, context: StyleContext, runs: Runs, controls: Controls) -> None:
        self.context, self.runs, self.controls = context, runs, controls

    def block(self, answer: Answer) -> str:
        """The markup of an answer field outside tables."""
        match answer.form:
            case Lines() as lines:
                return self._line_paragraphs(answer, lines)
            case Ticks() as ticks:
                return self._ticks(answer, ticks)
            case Scale() as scale:
                return self._scale(answer, scale)
            case Day():
                return paragraph("Day Line", self._day(answer))
            case _:
                assert_never(answer.form)

    def cell(self, answer: Answer) -> str:
        """The markup of an answer field in a table cell; the row height gives the space, so no lines are ruled."""
        if isinstance(answer.form, Day):
            return paragraph("Table Text", self._day(answer))
        if not isinstance(answer.form, Lines):
            return self.block(answer)
        lead = self.runs.both(answer.form.lead) + self.runs.plain(" ") if answer.form.lead else ""
        return paragraph("Table Text", lead, self.controls.text(answer.address, answer.label.plain()))

    def _line_paragraphs(self, answer: Answer, lines: Lines) -> str:
        """Ruled lines in one content control; after lead-in words the control is on the first line only."""
        label, count = answer.label.plain(), self.context.room(lines.count)
        if lines.lead:
            lead = self.runs.both(lines.lead) + self.runs.plain(" ")
            return ruled(lead + self.controls.text(answer.address, label), count)
        if count == 1:
            return ruled(self.controls.text(answer.address, label), 1)
        return self.controls.lines(answer.address, label, ruled(self.controls.prompt(answer.address), count), count)

    def _day(self, answer: Answer) -> str:
        return self.controls.day(answer.address, answer.label.plain())

    def _ticks(self, answer: Answer, ticks: Ticks) -> str:
        options = [
            self._tick(answer, option.key, option.text, ticks) + self.runs.both(option.text) for option in ticks.options
        ]
        style = "Tick Pair" if self._paired(ticks) else "Tick"
        rows = [TAB.join(options[at : at + count]) for at, count in self._rows(ticks)]
        last = len(rows) - (not ticks.other)
        cuts = range(_TOGETHER - 1, len(rows) + bool(ticks.other) - _TOGETHER) if self.context.sparing else ()
        written = "".join(paragraph(style, row, released=at == last or at in cuts) for at, row in enumerate(rows))
        return written + (self._other(answer, ticks, ticks.other) if ticks.other else "")

    def _rows(self, ticks: Ticks) -> Iterator[tuple[int, int]]:
        """Yield the index of the first option of each row, and the number of options in the row."""
        short, at = self._short(ticks), 0
        while at < len(short):
            count = 2 if self._paired(ticks) and all(short[at : at + 2]) else 1
            yield at, min(count, len(short) - at)
            at += count

    def _paired(self, ticks: Ticks) -> bool:
        """Whether options are set two to a row: if all fit half a line, or, where space is saved, if any fits."""
        short = self._short(ticks)
        return any(short) if self.context.sparing else all(short)

    def _short(self, ticks: Ticks) -> list[bool]:
        """For each option whether it fits half a line."""
        context, size = self.context, self.context.design.sizes.body
        look, room = TextStyle(size), context.measure / 2 - tick_hang(context)
        measures = line_measures(context.language, context.family)
        return beside_each_other(ticks, size, lambda words: measures.width(words.plain(), look) <= room)

    def _tick(self, answer: Answer, key: str, label: Phrase, ticks: Ticks) -> str:
        return (
            self.controls.tick(field_names.mark(answer.address, key), label.plain(), many=ticks.many, of=answer.address)
            + TAB
        )

    def _other(self, answer: Answer, ticks: Ticks, label: Phrase) -> str:
        """A tick box, its label and a line for other words: a tab leader, which shrinks as words are typed."""
        words = self.runs.both(label) + self.runs.plain(" ")
        control = self.controls.text(field_names.other_words(answer.address), label.plain())
        line = w("r", w("rPr", w("rStyle", val="WritingLine")), w("tab"))
        return paragraph(
            "Tick Other", self._tick(answer, field_names.OTHER, label, ticks), words, control, line, released=True
        )

    def led(
        self,
        answer: Answer,
        lead: Phrase,
        style: str,
        room: float | None = None,
        *,
        kept: bool = False,
        released: bool = False,
        properties: str = "",
    ) -> str:
        """Lead-in words, a control, and a tab leader to the end of the line, which shrinks as words are typed.

        `style` is that of words, and `… Line` that of lines beside them. Words that leave too little of the `room` of
        a line, in points and usually that of a panel, stand above the control.
        """
        words, control = self.runs.both(lead), self.controls.text(answer.address, answer.label.plain())
        line = control + w("r", w("rPr", w("rStyle", val="WritingLine")), w("tab"))
        if line_below(lead, room or self.context.measure - 2 * PANEL_PADDING, self.context):
            above = paragraph(style, words, kept=True, properties=properties)
            return above + paragraph(f"{style} Line", line, kept=kept, released=released)
        said = words + self.runs.plain(" ")
        return paragraph(f"{style} Line", said, line, kept=kept, released=released, properties=properties)

    def _scale(self, answer: Answer, scale: Scale) -> str:
        """The numbers of a scale, each directly after its circle, so that a screen reader reads the two together."""
        numbers = scale.numbers
        size, measure = self.context.design.sizes.body, self.context.measure
        beside = scale.word is not None and len(numbers) * size * _CLOSEST < measure * _SHARED
        room = measure * _SHARED if beside else measure
        step = min(room / len(numbers), _WIDEST_STEP * size / 12)
        points = TAB.join(self._point(answer, number) for number in numbers)
        stops = w("tabs", *(Tab(step * at).markup() for at in range(1, len(numbers))))
        word = self._word(answer, scale.word) if scale.word else ""
        ends = self._ends(scale, step * (len(numbers) - 0.35), room, word)
        return paragraph("Scale", points, properties=stops) + ends

    @property
    def _leader(self) -> Leader:
        return "dot" if self.context.design.lines == "dotted" else "underscore"

    def _word(self, answer: Answer, label: Phrase) -> str:
        """A label and a line for a word instead of a number."""
        control = self.controls.text(field_names.word(answer.address), label.plain())
        line = w("r", w("rPr", w("rStyle", val="WritingLine")), w("tab"))
        return self.runs.both(label, self.runs.plain(" ")) + self.runs.plain(" ") + control + line

    def _point(self, answer: Answer, number: int) -> str:
        shown = self.context.language.number(number)
        question = shortened(self.controls.labels.get(answer.address, answer.label.plain()), 56)
        spoken = self.controls.header_footer.chosen.fill(question=question, number=shown).plain()
        mark = self.controls.tick(field_names.mark(answer.address, number), spoken, many=False)
        return mark + self.runs.plain(f"\u00a0{shown}")

    def _ends(self, scale: Scale, width: float, room: float, word: str) -> str:
        """The words at the two ends of a scale, and the line for a word: beside them if it fits, else under them."""
        under = paragraph("Tick Other", word, released=True) if word else ""
        if not (scale.low and scale.high):
            return under
        low, high = self.runs.both(scale.low), self.runs.both(scale.high)
        need = width_of(f"{scale.low.plain()}  {scale.high.plain()}") * self.context.design.sizes.hint
        if scale.low.parallel or scale.high.parallel or need > room:
            at_end = paragraph("Scale Ends", high, kept=bool(under), properties=w("jc", val="right"))
            return paragraph("Scale Ends", low, kept=True) + at_end + under
        tabs = [Tab(max(width, need) if need < room else width, "right")]
        if not word or room == self.context.measure:
            stops = w("tabs", tabs[0].markup())
            return paragraph("Scale Ends", low, TAB, high, kept=bool(under), properties=stops) + under
        tabs += [Tab(room), Tab(self.context.measure, "right", self._leader)]
        return paragraph("Scale Ends", low, TAB, high, TAB, word, properties=w("tabs", *(it.markup() for it in tabs)))


def ruled(first: str, count: int) -> str:
    """`count` ruled lines with the markup `first` on the first one; all but the last are kept with the next."""
    written = (first, *("",) * (count - 1))
    return "".join(paragraph("Answer Line", line, released=at == count - 1) for at, line in enumerate(written))


def line_below(lead: Phrase, room: float, context: StyleContext) -> bool:
    """Whether words leave less than `LEAST_LINE` of a line of `room` points, so that its line to write on is below."""
    width = line_measures(context.language, context.family).width(lead.plain(), TextStyle(context.design.sizes.body))
    return lead.parallel is not None or width > room - LEAST_LINE


def width_of(words: str) -> float:
    """Estimate the width of words, in em."""
    return sum(map(_width, words))


@lru_cache(maxsize=4096)
def _width(letter: str) -> float:
    """Estimate the width of a character in em: Arabic letters are narrower; marks and joiners have no width."""
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return 0.0
    return 0.44 if unicodedata.bidirectional(letter) == "AL" else 0.48
