"""Points that two people agree on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ..document import Answer, Node, Ticks
from ..phrases import Phrase
from ..problems import Place, Problem
from .block import Hint, Other, Prompt, Sheet, asked, entry_problems, options


@dataclass(frozen=True, slots=True)
class Agreement:
    """Points that two people agree on, to tick together. No signature is needed."""

    kind: ClassVar[str] = "agreement"
    id: str
    place: Place
    prompt: Prompt
    points: Annotated[Mapping[str, Phrase], "One to seven, each as ‘name: what both agree on’."]
    hint: Hint = None
    other: Other = False

    def check(self) -> Iterator[Problem]:
        """One to seven points."""
        yield from entry_problems(self.place, "points", self.points, 1)

    def compose(self, sheet: Sheet) -> tuple[Node, ...]:
        """The prompt, then the boxes."""
        ticks = Ticks(options(self.points), many=True, other=sheet.common.other if self.other else None)
        return (*asked(self.prompt, self.hint), Answer(sheet.field(self.id), self.prompt, ticks))
