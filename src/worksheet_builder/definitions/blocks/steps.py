"""Things to do, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Listing, Node
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, count_problems


@record
class Steps:
    """A numbered list of things to do."""

    kind: ClassVar[str] = "steps"
    id: str
    place: Place
    prompt: Prompt
    items: Annotated[Mapping[str, Phrase], "Two to seven steps, each as ‘name: text’."]
    hint: Hint = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to seven steps."""
        yield from count_problems(self.place, "items", self.items, 2)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the numbered list."""
        return (*asked(self.prompt, self.hint), Listing(tuple(self.items.values()), ordered=True))
