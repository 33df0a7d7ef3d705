"""Places where a client can get help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Answer, Cell, Lines, Node, Table
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems


@record
class Signposts:
    """Places to turn to, each with a line for a name or a number."""

    kind: ClassVar[str] = "signposts"
    id: str
    place: Place
    prompt: Prompt
    places: Annotated[Mapping[str, Phrase], "One to seven, each as ‘name: text’."]
    hint: Hint = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to seven places."""
        yield from entry_problems(self.place, "places", self.places, 1)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then a table with a line for each place."""
        words = sheet.common.figures
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (where, Answer(sheet.field(self.id, key), where, Lines(1))) for key, where in self.places.items()
        )
        table = Table(self.prompt, (words.turn_to, words.contact), rows, (1.0, 1.0), row_headers=True)
        return (*asked(self.prompt, self.hint), table)
