"""Beginnings of sentences to finish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Lines, Node, Paragraph, Role
from ...foundation.phrases import Phrase, run_on
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, count_problems, range_problems


@record
class Starters:
    """Beginnings of sentences, each with room to finish it."""

    kind: ClassVar[str] = "starters"
    id: str
    place: Place
    prompt: Prompt
    beginnings: Annotated[Mapping[str, Phrase], "One to seven, each as ‘name: words that the client goes on from’."]
    hint: Hint = None
    lines: Annotated[int, "How many lines for each: 1 to 6, 2 if left out."] = 2
    example: Annotated[
        Mapping[str, Phrase], "How somebody might go on from one of them, as ‘name of the beginning: words’."
    ] = field(default_factory=dict)
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to seven beginnings, one to six lines each, and an example only for one of these."""
        yield from count_problems(self.place, "beginnings", self.beginnings, 1)
        yield from range_problems(self.place, "lines", self.lines, 1, 6)
        for key in self.example:
            if key not in self.beginnings:
                sentence = f"The example goes on from ‘{key}’, which is no beginning here."
                yield Problem(self.place, sentence, f"Choose from: {', '.join(self.beginnings)}.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then lines that begin with the words."""
        shown = self.example if sheet.examples else {}
        return (
            *asked(self.prompt, self.hint),
            *(
                Paragraph(run_on(sheet.common.example, self.beginnings[key], words, like=words), Role.EXAMPLE)
                for key, words in shown.items()
            ),
            *(
                Answer(sheet.field(self.id, key), text, Lines(self.lines, lead=text))
                for key, text in self.beginnings.items()
            ),
        )
