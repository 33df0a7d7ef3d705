"""Room for a letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Lines, Node, Paragraph
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, range_problems


@record
class Letter:
    """Room for a letter: a greeting, lines or beginnings to go on from, and words at the end."""

    kind: ClassVar[str] = "letter"
    id: str
    place: Place
    prompt: Prompt
    greeting: Annotated[Phrase, "The first words of the letter."]
    hint: Hint = None
    beginnings: Annotated[Mapping[str, Phrase], "Up to five, each as ‘name: words that the client goes on from’."] = (
        field(default_factory=dict)
    )
    lines: Annotated[int, "How many lines after each beginning, 1 to 6, or in all without them, 1 to 16."] = 3
    closing: Annotated[Phrase | None, "The last words of the letter; may be left out."] = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Up to five beginnings with one to six lines each, or without beginnings, one to sixteen lines in all."""
        yield from entry_problems(self.place, "beginnings", self.beginnings, 0, 5)
        yield from range_problems(self.place, "lines", self.lines, 1, 6 if self.beginnings else 16)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the letter."""
        closing = (Paragraph(self.closing),) if self.closing else ()
        return (*asked(self.prompt, self.hint), Paragraph(self.greeting), *self._room(sheet), *closing)

    def _room(self, sheet: ComposeContext) -> tuple[Answer, ...]:
        if not self.beginnings:
            return (Answer(sheet.field(self.id), self.prompt, Lines(self.lines)),)
        return tuple(
            Answer(sheet.field(self.id, key), text, Lines(self.lines, lead=text))
            for key, text in self.beginnings.items()
        )
