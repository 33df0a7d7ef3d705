"""A panel, set apart from the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Group, GroupRole, Node, Paragraph, Role
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage


@record
class Note:
    """A quiet panel: a pause, a choice, a word of reassurance."""

    kind: ClassVar[str] = "note"
    id: str
    place: Place
    text: Annotated[Phrase, "A blank line starts a new paragraph."]
    heading: Annotated[Phrase | None, "A few words over it; may be left out."] = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Nothing more than the types of its fields."""
        yield from ()

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """A panel with its heading and paragraphs."""
        heading = (Paragraph(self.heading, Role.PANEL_HEADING),) if self.heading else ()
        return (Group(GroupRole.PANEL, (*heading, *(Paragraph(part) for part in self.text.paragraphs()))),)
