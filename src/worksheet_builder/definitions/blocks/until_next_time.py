"""Something small to do or notice until the next session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Answer, Heading, Lines, Node, Paragraph, Role
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage, range_problems


@record
class UntilNextTime:
    """Something small to do or notice until next time, and lines to say how it went."""

    kind: ClassVar[str] = "until-next-time"
    id: str
    place: Place
    text: Annotated[Phrase, "What to do or notice, small enough for a bad week."]
    lines: Annotated[int, "How many lines for how it went: 1 to 6, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to six lines."""
        yield from range_problems(self.place, "lines", self.lines, 1, 6)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The common heading, the text, and the common question with its lines."""
        words = sheet.common.until_next_time
        return (
            Heading(2, words.heading),
            *(Paragraph(part) for part in self.text.paragraphs()),
            Paragraph(words.question, Role.PROMPT),
            Answer(sheet.field(self.id), words.question, Lines(self.lines)),
        )
