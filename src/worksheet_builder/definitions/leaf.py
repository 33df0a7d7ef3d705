"""A leaf: a page of a sheet that is meant for other people, with nothing private on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from ..document import Answer, Group, GroupRole, Heading, Lines, Node, Paragraph, Role
from ..foundation.phrases import Phrase, phrases_in
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from .blocks.block import Block, ComposeContext
from .blocks.picture import illustration_problems
from .collections import title_mark
from .drawing_reader import stored_drawing

_PRIVATE = frozenset(
    "rest until-next-time letter body circles window wave thermometer weighing side-by-side timeline ladder".split()
)
"""Kinds of block for personal reflection, in which a client may write what others should not read."""
_TELLING = re.compile(
    r"\b(therap\w*|psych\w*|counsel\w*|crisis|suicid\w*|self-harm\w*|hurt yourself|trauma\w*|session)\b", re.IGNORECASE
)
"""Words that would reveal to others that a page is about therapy or a crisis."""


class Reader(StrEnum):
    """Who is to read a leaf."""

    STAFF = "staff"
    FAMILY = "family"


@record(kw_only=True)
class LeafPage:
    """A page for other people, last in the handout and by itself; nothing of practice, therapy or crisis is on it."""

    place: Place
    title: Annotated[Phrase, "What stands at its head."]
    for_: Annotated[Reader, "Who reads it."]
    drawing: Annotated[str | None, "The name of the drawing beside its title; none if left out."] = None
    intro: Annotated[Phrase | None, "A sentence or two to its readers; may be left out."] = None
    blocks: Annotated[tuple[Block, ...], "What it is made of, in order."]

    def check(self) -> Iterator[Problem]:
        """Problems: no blocks, no such drawing, blocks for oneself, and words that reveal therapy or a crisis."""
        yield from illustration_problems(self.place, self.drawing)
        if not self.blocks:
            yield Problem(self.place, "The leaf has no blocks.", "Add at least one under ‘blocks’.")
        for block in self.blocks:
            yield from block.check()
            if block.kind in _PRIVATE:
                sentence = f"A leaf cannot hold ‘{block.kind}’, which is for work on oneself."
                yield Problem(block.place, sentence, "Move it to the blocks of the sheet itself.")
        for phrase in phrases_in(self):
            if found := _TELLING.search(phrase.plain()):
                sentence = f"A leaf is read by others, and says ‘{found[0]}’."
                yield Problem(phrase.place, sentence, "Say it without, or move it to the blocks of the sheet itself.")

    def compose(self, sheet: ComposeContext, credit: Phrase | None) -> Group:
        """The leaf as a group: title, introduction, for staff lines for name and contact details, blocks, `credit`.

        The names of its fields contain `_leaf`, since blocks of the leaf and of the sheet may have the same ids.
        """
        sheet = replace(sheet, id=sheet.field("_leaf"))
        said = (Paragraph(self.intro, Role.SUMMARY),) if self.intro else ()
        drawing = self.drawing if sheet.pictures else None
        drawn, mark = (stored_drawing(drawing).beside(), title_mark("", drawing)) if drawing else (None, None)
        nodes: list[Node] = [Group(GroupRole.OPENING, (Heading(1, self.title, 1, mark), *said), drawn)]
        nodes += [self._about(sheet)] if self.for_ is Reader.STAFF else []
        nodes += [Group(GroupRole.BLOCK, block.compose(sheet), new_page=block.new_page) for block in self.blocks]
        nodes += [Group(GroupRole.BLOCK, (Paragraph(credit, Role.FINE),))] if credit else []
        return Group(GroupRole.LEAF, tuple(nodes))

    def _about(self, sheet: ComposeContext) -> Group:
        words = sheet.common.leaf
        lines = {
            "name": words.name,
            "reach": words.reach,
            "language": words.language,
            "communication": words.communication,
        }
        answers = (Answer(sheet.field(f"_{key}"), text, Lines(1, lead=text)) for key, text in lines.items())
        return Group(GroupRole.BLOCK, tuple(answers))
