"""Running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ...document import Node, Paragraph
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from .block import ComposeContext, NewPage


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text: why this page, or words that lead on. A blank line starts a new paragraph."""

    kind: ClassVar[str] = "prose"
    id: str
    place: Place
    text: Annotated[Phrase, "A blank line starts a new paragraph; *stars* make a few words strong."]
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Nothing beyond its shape."""
        yield from ()

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """A paragraph for each."""
        return tuple(Paragraph(part) for part in self.text.paragraphs())
