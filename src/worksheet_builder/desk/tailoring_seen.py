"""A sheet and its changes as the page shows them: each block with its words, lists, answers and marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from typing import Any

from ..definitions.addresses import SheetPart, flat, parts_of
from ..definitions.blocks import Block, ComposeContext
from ..definitions.worksheet import Worksheet
from ..document import Answer, Day, Lines, Scale, Ticks
from ..foundation.phrases import phrases_in
from ..foundation.records import record
from ..reading.loader import read_common
from ..reading.yaml_writer import Value
from .block_forms import label_of
from .tailoring_draft import BLOCKS, MINUTES, SourceSheet, TailoringDraft

HEADS = ("title", "message", "summary", "why", "keep")
"""The parts at the start and the end of every sheet."""
FIXED = ("example", "ticks")
"""Lists whose entries belong to those of another list of the block, so they cannot be changed alone."""
_LONGEST = 72
"""The most characters of the title by which a block is recognised."""
_HIGHEST = 24
"""The greatest number that is tried as a value of a field."""


@record
class SeenPart:
    """Words or a number that can be changed; `before` is the original, if it differs."""

    address: str
    kind: str
    label: str
    value: str
    before: str = ""
    needed: bool = True
    least: int = 0
    most: int = 0


@record
class SeenEntry:
    """An entry of a list; `gone` if it is dropped, `own` if it was added."""

    address: str
    value: str
    before: str = ""
    own: bool = False
    gone: bool = False


@record
class SeenList:
    """A list of a block; in a fixed one nothing can be moved or added."""

    address: str
    label: str
    fixed: bool
    entries: tuple[SeenEntry, ...]


@record
class SeenAnswer:
    """An answer that can be prefilled, with its current value."""

    address: str
    label: str
    kind: str
    """words, one, or many."""
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> list[str]:
        """The keys of the ticked options."""
        return self.value.split()


@record
class SeenBlock:
    """A block; with an empty id, the parts at the start and the end of the sheet."""

    id: str
    title: str
    parts: tuple[SeenPart, ...] = ()
    lists: tuple[SeenList, ...] = ()
    answers: tuple[SeenAnswer, ...] = ()
    marks: tuple[str, ...] = ()
    home: str = ""
    first: bool = False
    last: bool = False
    gone: bool = False


@record
class Tailored:
    """The original sheet, the draft, the changed sheet, and its fields: the source of all that is shown."""

    ground: SourceSheet
    draft: TailoringDraft
    made: Worksheet
    fields: Mapping[str, Answer]
    """The fields of the handout by their address on the sheet."""
    changes: Sequence[Mapping[str, Value]] = ()
    parts: Mapping[str, SheetPart] = field(default_factory=dict)

    @classmethod
    def of(cls, ground: SourceSheet, draft: TailoringDraft, made: Worksheet, fields: Mapping[str, Answer]) -> Tailored:
        """Make the view, with the changes and parts derived from its arguments."""
        return cls(ground, draft, made, fields, draft.changes(ground), parts_of(made))

    def head(self) -> SeenBlock:
        """The parts at the start and the end of the sheet."""
        there = [it for it in HEADS if it in self.ground.parts and (self.ground.words(it) or self.parts[it].there)]
        parts = tuple(self._part(name, self.parts[name], name) for name in there)
        time = self._minutes()
        block = SeenBlock("", "", (*parts, time), answers=tuple(self._answers("")))
        return self._marked(block)

    def _minutes(self) -> SeenPart:
        now, before = str(self.made.minutes), self.ground.words(MINUTES)
        return SeenPart(MINUTES, "number", MINUTES, now, before if now != before else "", True, 1, 180)

    def blocks(self) -> Iterator[SeenBlock]:
        """The blocks in order, those that are left out at their old places."""
        for home in BLOCKS:
            there = self.draft.listed(self.ground, home)
            for name in self.draft.seen(self.ground, home):
                if name not in there:
                    block = self.ground.parts[name].value
                    yield SeenBlock(name, title_of(block), marks=("gone",), home=home, gone=True)
                elif name in self.parts:
                    seen = self._block(name, home)
                    yield replace(seen, first=name == there[0], last=name == there[-1])

    def _block(self, name: str, home: str) -> SeenBlock:
        inner = {it: part for it, part in self.parts.items() if part.holder == name and it != name}
        texts = tuple(
            self._part(it, part, label_of(it.rpartition(".")[2], "number" if part.is_number else "words"))
            for it, part in inner.items()
            if not part.home and (part.is_words or part.is_number)
        )
        lists = tuple(self._list(it, part) for it, part in inner.items() if part.is_list)
        block = SeenBlock(
            name,
            title_of(self.parts[name].value),
            texts,
            tuple(it for it in lists if it.entries or not it.fixed),
            tuple(self._answers(name)),
            home=home,
        )
        return self._marked(block)

    def _part(self, address: str, part: SheetPart, label: str) -> SeenPart:
        value = str(part.value) if part.is_number else part.value.text if part.value else ""
        before = self.ground.words(address) if not self._is_own(address) else ""
        seen = SeenPart(
            address, "words", label, value, before if flat(before) != flat(value) else "", not part.optional
        )
        if not part.is_number:
            return seen
        block = self.parts[address.partition(".")[0]].value
        least, most = _extent(block, address.rpartition(".")[2], part.value)
        return replace(seen, kind="number", needed=True, least=least, most=most)

    def _is_own(self, address: str) -> bool:
        return address in self.draft.added or address.partition(".")[0] in self.draft.added

    def _list(self, home: str, part: SheetPart) -> SeenList:
        name = home.rpartition(".")[2]
        if home.partition(".")[0] in self.draft.added:
            found = [it for it, inner in self.parts.items() if inner.home == home]
        else:
            found = self.draft.seen(self.ground, home)
        entries = tuple(self._entry(it) for it in found if it in self.parts or it in self.draft.drops)
        return SeenList(home, label_of(name, "list"), name in FIXED, entries)

    def _entry(self, address: str) -> SeenEntry:
        before = self.ground.words(address)
        if address not in self.parts:
            return SeenEntry(address, before, gone=True)
        value = self.parts[address].value.text if self.parts[address].is_words else ""
        changed = before if flat(before) != flat(value) else ""
        return SeenEntry(address, value, changed, own=self._is_own(address))

    def _answers(self, block: str) -> Iterator[SeenAnswer]:
        for address, answer in self.fields.items():
            first = address.partition(".")[0]
            if first == block if block else first.startswith("_"):
                yield _answer(address, answer, self.draft.begun.get(address, ""))

    def _marked(self, block: SeenBlock) -> SeenBlock:
        """The block with its marks: own, moved, changed, begun."""
        moved = any(it.get("move") == block.id for it in self.changes)
        entries = [it for found in block.lists for it in found.entries]
        entered = any(str(it.get("move", it.get("into", ""))).startswith(f"{block.id}.") for it in self.changes)
        other = any(it.before for it in block.parts) or any(it.before or it.gone or it.own for it in entries) or entered
        own = block.id in self.draft.added
        told = {
            "own": own,
            "moved": moved,
            "changed": other and not own,
            "begun": any(it.value for it in block.answers),
        }
        return replace(block, marks=tuple(name for name, is_so in told.items() if is_so))


def _answer(address: str, answer: Answer, value: str) -> SeenAnswer:
    label = answer.label.plain()
    match answer.form:
        case Lines(lead=lead):
            return SeenAnswer(address, lead.plain() if lead else label, "words", value)
        case Day():
            return SeenAnswer(address, label, "words", value)
        case Ticks(options, many):
            found = tuple((it.key, it.text.plain()) for it in options)
            return SeenAnswer(address, label, "many" if many else "one", value, found)
        case Scale():
            numbers = tuple((str(it), str(it)) for it in answer.form.numbers)
            return SeenAnswer(address, label, "one", value, numbers)


def _extent(block: Any, name: str, now: int) -> tuple[int, int]:
    """The least and the greatest valid value of a number of a block, found by calling the block's `check`."""
    fits = [it for it in range(_HIGHEST + 1) if not any(replace(block, **{name: it}).check())]
    return min([now, *fits]), max([now, *fits])


@lru_cache(maxsize=1)
def _alone() -> ComposeContext:
    return ComposeContext("sheet", read_common())


def title_of(block: Block) -> str:
    """The first words of a block as printed, shortened, by which it is recognised."""
    for phrase in phrases_in(block.compose(_alone())):
        if text := flat(phrase.plain()):
            return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return block.kind
