"""Points that two people agree on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Node
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Other, Prompt, entry_problems, ticked


@record
class Agreement:
    """Points that two people agree on, to tick together. No signature is needed."""

    kind: ClassVar[str] = "agreement"
    id: str
    place: Place
    prompt: Prompt
    points: Annotated[Mapping[str, Phrase], "One to seven, each as ‘name: what both agree on’."]
    hint: Hint = None
    other: Other = False
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to seven points."""
        yield from entry_problems(self.place, "points", self.points, 1)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the boxes."""
        return ticked(sheet, self.id, self.prompt, self.hint, self.points, many=True, other=self.other)
