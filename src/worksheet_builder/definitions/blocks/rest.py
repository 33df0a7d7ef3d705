"""A resting place: where a client can stop for today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Group, GroupRole, Node, Paragraph, Role
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage


@record
class Rest:
    """A resting place between what is heavy and the remainder: a panel that says that one can stop here."""

    kind: ClassVar[str] = "rest"
    id: str
    place: Place
    text: Annotated[Phrase | None, "What it says under its heading; if left out, the same as on other sheets."] = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Nothing more than the types of its fields."""
        yield from ()

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """A panel with the common heading."""
        words = sheet.common.rest
        heading = Paragraph(words.heading, Role.PANEL_HEADING)
        text = self.text or words.text
        return (Group(GroupRole.PANEL, (heading, *(Paragraph(part) for part in text.paragraphs()))),)
