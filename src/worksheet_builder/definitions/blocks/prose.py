"""Running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Node, Paragraph
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage
from .picture import Illustration, illustrated, illustration_problems


@record
class Prose:
    """Running text: why this page, or words that lead on. A blank line starts a new paragraph."""

    kind: ClassVar[str] = "prose"
    id: str
    place: Place
    text: Annotated[Phrase, "A blank line starts a new paragraph; *stars* make a few words strong."]
    drawing: Illustration = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """A drawing that exists, if one is named."""
        yield from illustration_problems(self.place, self.drawing)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The paragraphs of the text, beside the drawing if there is one."""
        return illustrated(sheet, tuple(Paragraph(part) for part in self.text.paragraphs()), self.drawing)
