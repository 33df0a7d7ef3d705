"""A card to cut out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Group, GroupRole, Lines, Listing, Node, Paragraph, Role
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, NewPage, entry_problems


@record
class Card:
    """A card to cut out, of the size of a bank card; it is folded if it has more to say."""

    kind: ClassVar[str] = "card"
    id: str
    place: Place
    title: Annotated[Phrase, "The words at the top of the card."]
    fields: Annotated[Mapping[str, Phrase], "Up to five, each as ‘name: short words before a line to write on’."] = (
        field(default_factory=dict)
    )
    text: Annotated[Phrase | None, "A sentence under the title; may be left out."] = None
    points: Annotated[Mapping[str, Phrase], "Up to four short printed sentences, each as ‘name: text’."] = field(
        default_factory=dict
    )
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Up to five fields and four points, and not a title alone."""
        yield from entry_problems(self.place, "fields", self.fields, 0, 5)
        yield from entry_problems(self.place, "points", self.points, 0, 4)
        if not (self.fields or self.points or self.text):
            yield Problem(self.place, "The card has nothing but a title.", "Add ‘text’, ‘points’ or ‘fields’.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The hint to cut out the card, then the card: its printed words, then its fields to write in."""
        said: list[Node] = [Paragraph(self.title, Role.LABEL)]
        said += [Paragraph(part) for part in (self.text.paragraphs() if self.text else ())]
        said += [Listing(tuple(self.points.values()))] if self.points else []
        room = tuple(Answer(sheet.field(self.id, key), text, Lines(1, lead=text)) for key, text in self.fields.items())
        sides = (Group(GroupRole.BLOCK, side) for side in (tuple(said), room) if side)
        return (Paragraph(sheet.common.figures.cut, Role.HINT), Group(GroupRole.CARD, tuple(sides)))
