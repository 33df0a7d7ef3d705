"""Something small to do or notice until the next session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Answer, Heading, Lines, Node, Paragraph, Role
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage, range_problems
from .picture import Illustration, illustrated, illustration_problems


@record
class UntilNextTime:
    """Something small to do or notice until next time, and lines to say how it went."""

    kind: ClassVar[str] = "until-next-time"
    id: str
    place: Place
    text: Annotated[Phrase, "What to do or notice, small enough for a bad week."]
    lines: Annotated[int, "How many lines for how it went: 1 to 6, 2 if left out."] = 2
    drawing: Illustration = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to six lines, and a drawing that exists, if one is named."""
        yield from range_problems(self.place, "lines", self.lines, 1, 6)
        yield from illustration_problems(self.place, self.drawing)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The common heading, the text beside its drawing, and the common question with its lines."""
        words = sheet.common.until_next_time
        return (
            Heading(2, words.heading),
            *illustrated(sheet, tuple(Paragraph(part) for part in self.text.paragraphs()), self.drawing),
            Paragraph(words.question, Role.PROMPT),
            Answer(sheet.field(self.id), words.question, Lines(self.lines)),
        )
