"""The protocol of all blocks of a worksheet, frozen dataclasses that check themselves and compose nodes; helpers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Protocol

from ...document import Answer, Node, Option, Paragraph, Posture, Role, Ticks
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..common_text import Common

SHORT = {"characters": 32}
"""For the translator: there is little room for these words."""
MOST_ITEMS = 7
"""The most items in a list (CDC Clear Communication Index, item 10)."""


Prompt = Annotated[Phrase, "What is asked: one thing, in one or two short sentences."]
Hint = Annotated[Phrase | None, "A smaller line under it: how to answer, or that it may be left out."]
Options = Annotated[Mapping[str, Phrase], "Two to seven, each as ‘name: text’; the name stays when the words change."]
NewPage = Annotated[bool, "With true, it begins on a new page of paper."]
Other = Annotated[bool, "With true, a last box for something else, with a line to write on."]


@record
class ComposeContext:
    """The facts about a sheet that its blocks need to compose: its id, the common words, and the output options."""

    id: str
    common: Common
    examples: bool = True
    pictures: bool = True
    body: Posture | None = None

    def field(self, *parts: str) -> str:
        """The permanent address of a field: the id of the sheet and the parts, joined by dots."""
        return ".".join((self.id, *parts))


class Block(Protocol):
    """One piece of a worksheet. `kind` is the key of its id in YAML; `id` is the name that its author gives it."""

    kind: ClassVar[str]

    @property
    def id(self) -> str: ...

    @property
    def place(self) -> Place: ...

    @property
    def new_page(self) -> bool: ...

    def check(self) -> Iterator[Problem]:
        """The problems of this block by itself; in a block, the docstring says what is required."""
        ...

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The nodes that the block is composed to, in the order of the page."""
        ...


def asked(prompt: Phrase, hint: Phrase | None, how: Phrase | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a question: the prompt, with `how` to mark the answer after it, then the hint, if any."""
    first = (Paragraph(prompt, Role.PROMPT, how),)
    return first + (Paragraph(hint, Role.HINT),) if hint else first


def ticked(
    sheet: ComposeContext,
    name: str,
    question: Phrase,
    hint: Phrase | None,
    texts: Mapping[str, Phrase],
    many: bool,
    other: bool,
) -> tuple[Node, ...]:
    """A question, then a box for each text, to tick any number (`many`) or one; `other` adds one with a line."""
    ticks = Ticks(options(texts), many, sheet.common.other if other else None)
    how = sheet.common.mark_any if many else sheet.common.mark_one
    return (*asked(question, hint, how), Answer(sheet.field(name), question, ticks))


def options(texts: Mapping[str, Phrase]) -> tuple[Option, ...]:
    """The options of a keyed map, in the author's order."""
    return tuple(Option(key, text) for key, text in texts.items())


def count_problems(place: Place, what: str, items: Mapping[str, Phrase], least: int) -> Iterator[Problem]:
    """A problem if a list has fewer than `least` items, or more than seven."""
    if len(items) < least:
        sentence = f"‘{what}’ needs at least {least} {'entry' if least == 1 else 'entries'}, and has {len(items)}."
        yield Problem(place, sentence, f"Add {least - len(items)} more under ‘{what}’.")
    if len(items) > MOST_ITEMS:
        yield Problem(
            place,
            f"‘{what}’ has {len(items)} entries; more than {MOST_ITEMS} are hard to take in.",
            "Split the block in two, or leave some out.",
        )


def entry_problems(
    place: Place, what: str, items: Mapping[str, Phrase], least: int, most: int = MOST_ITEMS
) -> Iterator[Problem]:
    """A problem if a list has fewer than `least` items, or more than `most` or seven."""
    if most >= MOST_ITEMS or len(items) <= most:
        yield from count_problems(place, what, items, least)
    else:
        sentence = f"‘{what}’ has {len(items)} entries, more than there is room for."
        yield Problem(place, sentence, f"Leave {len(items) - most} out.")


def range_problems(place: Place, what: str, value: int, least: int, most: int) -> Iterator[Problem]:
    """A problem if a number is less than `least` or more than `most`."""
    if not least <= value <= most:
        extent = "more" if value > most else "less"
        yield Problem(place, f"‘{what}’ is {value}, {extent} than it can be.", f"Give a number from {least} to {most}.")
