"""Sentences, each beside a drawing that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar, Literal, assert_never

from ...document import Answer, Group, GroupRole, Lines, Node, Option, Paragraph, Ticks
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..drawing_reader import stored_drawing
from .block import ComposeContext, Hint, NewPage, asked, entry_problems, range_problems
from .picture import drawing_problems

Reply = Literal["none", "tick", "write"]


@record
class Pictured:
    """Short sentences one under the other, each with a drawing left of it, to read, to tick or to write after."""

    kind: ClassVar[str] = "pictured"
    id: str
    place: Place
    entries: Annotated[Mapping[str, Phrase], "One to seven, each as ‘name: sentence’."]
    drawings: Annotated[Mapping[str, str], "Their drawings, each as ‘name: drawing’."] = field(default_factory=dict)
    prompt: Annotated[Phrase | None, "What is asked, if the sentences answer a question."] = None
    hint: Hint = None
    reply: Annotated[Reply, "Whether each is only read, can be ticked, or has lines to write on."] = "none"
    lines: Annotated[int, "How many lines each has to write on: 1 to 4, 1 if left out."] = 1
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to seven sentences, one to four lines; each drawing exists, and is for one of the sentences."""
        yield from entry_problems(self.place, "entries", self.entries, 1)
        yield from range_problems(self.place, "lines", self.lines, 1, 4)
        for name, drawing in self.drawings.items():
            yield from drawing_problems(self.place, drawing)
            if name not in self.entries:
                sentence = f"There is a drawing for ‘{name}’, which is no entry."
                yield Problem(self.place, sentence, f"Choose from: {', '.join(self.entries)}.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then each sentence beside its drawing; without pictures the sentences alone."""
        how = sheet.common.mark_any if self.reply == "tick" else None
        first = asked(self.prompt, self.hint, how) if self.prompt else ()
        again = (None, *(first[:1] or (None,)) * (len(self.entries) - 1))
        entries = zip(self.entries.items(), again, strict=True)
        return (*first, *(self._entry(sheet, name, text, asked) for (name, text), asked in entries))

    def _entry(self, sheet: ComposeContext, name: str, text: Phrase, again: Paragraph | None) -> Group:
        drawing = self.drawings.get(name) if sheet.pictures else None
        drawn = stored_drawing(drawing).beside() if drawing else None
        return Group(
            GroupRole.PICTURED, tuple(self._beside(sheet.field(self.id, name), name, text)), drawn, asked=again
        )

    def _beside(self, address: str, name: str, text: Phrase) -> Iterator[Node]:
        match self.reply:
            case "none":
                yield Paragraph(text)
            case "tick":
                yield Answer(address, text, Ticks((Option(name, text),), many=True))
            case "write":
                yield Paragraph(text)
                yield Answer(address, text, Lines(self.lines))
            case _:
                assert_never(self.reply)
