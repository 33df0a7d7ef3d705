"""The outline of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Posture
from ...document.drawings import Drawing, Path
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..common_text import FigureWords
from ..drawing_reader import stored_drawing
from .block import ComposeContext, Hint, NewPage, Prompt, asked, range_problems

_SMALLER = 0.8
"""The scale of each outline if more than two are drawn side by side."""


@record
class Body:
    """The plain outline of a person to mark or colour, standing, seated or lying, with lines for words."""

    kind: ClassVar[str] = "body"
    id: str
    place: Place
    prompt: Prompt
    hint: Hint = None
    postures: Annotated[
        tuple[Posture, ...],
        "How it is drawn: ‘standing’, from the front and from the back, ‘seated’, ‘lying’; standing if left out.",
    ] = (Posture.STANDING,)
    lines: Annotated[int, "How many lines for words under it: 1 to 6, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to six lines, and postures that can be drawn, each once."""
        yield from range_problems(self.place, "lines", self.lines, 1, 6)
        if Posture.NONE in self.postures or not self.postures:
            yield Problem(self.place, "‘postures’ has to name one at least.", "Leave the block out for no body at all.")
        if len({*self.postures}) < len(self.postures):
            yield Problem(self.place, "‘postures’ names one of them twice.", "Name each once.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, the outlines, and the lines; nothing on a handout without bodies (`Posture.NONE`)."""
        if sheet.body is Posture.NONE:
            return ()
        words = sheet.common.figures
        drawn = dict(
            it for posture in ((sheet.body,) if sheet.body else self.postures) for it in _views(posture, words)
        )
        figure = Figure(words.body, _beside_each_other(tuple(drawn.values())), captions=tuple(drawn))
        return (
            *asked(self.prompt, self.hint),
            figure,
            Answer(sheet.field(self.id), self.prompt, Lines(self.lines)),
        )


def _views(posture: Posture, words: FigureWords) -> Iterator[tuple[Phrase, str]]:
    """For each view of a posture, its caption and the name of its drawing."""
    name = f"body-{posture.value}"
    if posture is Posture.STANDING:
        yield from ((words.front, name), (words.back, name))
    else:
        yield (words.seated if posture is Posture.SEATED else words.lying), name


def _beside_each_other(names: tuple[str, ...]) -> Drawing:
    """The drawings side by side in equal parts of the width, aligned at the bottom."""
    scale = 1.0 if len(names) < 3 else _SMALLER
    stored = [stored_drawing(name) for name in names]
    height = max(it.height for it in stored) * scale
    shapes: list[Path] = []
    for at, it in enumerate(stored):
        shapes += it.at(0.0, height - it.height * scale, across=(2 * at + 1) / (2 * len(stored)), scale=scale)
    return Drawing(tuple(shapes), height)
