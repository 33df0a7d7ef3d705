"""A curve that rises and falls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Table
from ...document.drawings import Curve, Drawing, Path, Pen, Point, Shape
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import SHORT, ComposeContext, Hint, NewPage, Prompt, asked, range_problems

_HEIGHT, _MIDDLE, _CREST, _TROUGH = 84.0, 42.0, 8.0, 76.0
"""The height of the drawing, and the distances from its top to the curve's middle, crest and trough, in points."""


@record
class Wave:
    """A curve that rises and falls, with room to write under its crest and its trough."""

    kind: ClassVar[str] = "wave"
    id: str
    place: Place
    prompt: Prompt
    high: Annotated[Phrase, "What the crest stands for, in one to five words."] = field(metadata=SHORT)
    low: Annotated[Phrase, "What the trough stands for, in one to five words."] = field(metadata=SHORT)
    hint: Hint = None
    lines: Annotated[int, "How many lines under each: 1 to 6, 3 if left out."] = 3
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to six lines."""
        yield from range_problems(self.place, "lines", self.lines, 1, 6)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, the curve, and a table whose two columns stand under its crest and its trough."""
        ends = {"high": self.high, "low": self.low}
        row = tuple(Answer(sheet.field(self.id, key), name, Lines(self.lines)) for key, name in ends.items())
        table = Table(self.prompt, (self.high, self.low), (row,), (1.0, 1.0))
        return (*asked(self.prompt, self.hint), Figure(sheet.common.figures.wave, _DRAWN), table)


def _at(across: float, y: float) -> Point:
    return Point(0.0, y, across)


def _half(start: float, peak: float) -> tuple[Curve, Curve]:
    """The two curves from the middle up (or down) to a peak and back, over half the width."""
    return (
        Curve(_at(start + 0.09, _MIDDLE + (peak - _MIDDLE) * 0.57), _at(start + 0.16, peak), _at(start + 0.25, peak)),
        Curve(_at(start + 0.34, peak), _at(start + 0.41, _MIDDLE + (peak - _MIDDLE) * 0.57), _at(start + 0.5, _MIDDLE)),
    )


def _drop(across: float, y: float) -> Shape:
    return Path(_at(across, y), (_at(across, _HEIGHT),), Pen.DOTTED)


_DRAWN = Drawing(
    (
        Path(_at(0.0, _MIDDLE), (_at(1.0, _MIDDLE),), Pen.FINE),
        _drop(0.25, _CREST + 5.0),
        _drop(0.75, _TROUGH + 4.0),
        Path(_at(0.0, _MIDDLE), (*_half(0.0, _CREST), *_half(0.5, _TROUGH)), Pen.MAIN),
    ),
    height=_HEIGHT,
)
