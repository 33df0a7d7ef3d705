"""A heading inside the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Heading, Node, Paragraph
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage
from .picture import Illustration, illustrated, illustration_problems


@record
class Section:
    """A heading that opens a part of the sheet, with a few words under it if needed."""

    kind: ClassVar[str] = "section"
    id: str
    place: Place
    title: Annotated[Phrase, "The heading: a few words that say what this part is about."]
    text: Annotated[Phrase | None, "A few words under the heading; may be left out."] = None
    drawing: Illustration = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """A drawing that exists, if one is named."""
        yield from illustration_problems(self.place, self.drawing)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """A heading of the second level and its text, beside the drawing if there is one."""
        under = tuple(Paragraph(part) for part in self.text.paragraphs()) if self.text else ()
        return (Heading(2, self.title), *illustrated(sheet, under, self.drawing))
