"""A plan in several parts, each with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Group, GroupRole, Lines, Node, Paragraph, Role, Ticks
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, options, range_problems


@record
class Plan:
    """A plan in parts, such as before, during and after: each with boxes to tick, if wanted, and room to write."""

    kind: ClassVar[str] = "plan"
    id: str
    place: Place
    prompt: Prompt
    parts: Annotated[Mapping[str, Phrase], "Two to four, each as ‘name: heading’."]
    hint: Hint = None
    ticks: Annotated[
        Mapping[str, Mapping[str, Phrase]],
        "Boxes to tick in a part, under the name of the part, each as ‘name: text’; may be left out.",
    ] = field(default_factory=dict)
    lines: Annotated[int, "How many lines in each part: 1 to 6, 3 if left out."] = 3
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to four parts, one to six lines, and boxes only for these parts."""
        yield from entry_problems(self.place, "parts", self.parts, 2, 4)
        yield from range_problems(self.place, "lines", self.lines, 1, 6)
        for part, boxes in self.ticks.items():
            yield from entry_problems(self.place, f"ticks: {part}", boxes, 1)
            if part not in self.parts:
                sentence = f"There are boxes to tick for ‘{part}’, which is no part of the plan."
                yield Problem(self.place, sentence, f"Choose from: {', '.join(self.parts)}.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the parts."""
        parts = (self._part(sheet, key, heading) for key, heading in self.parts.items())
        how = sheet.common.mark_any if self.ticks else None
        return (*asked(self.prompt, self.hint, how), *parts)

    def _part(self, sheet: ComposeContext, key: str, heading: Phrase) -> Group:
        boxes = Ticks(options(self.ticks.get(key, {})), many=True)
        ticks = (Answer(sheet.field(self.id, key, "_ticks"), heading, boxes),) if boxes.options else ()
        lines = Answer(sheet.field(self.id, key, "_lines"), heading, Lines(self.lines))
        return Group(GroupRole.BLOCK, (Paragraph(heading, Role.LABEL), *ticks, lines))
