"""A tailoring as its author wrote it: the id of a base (a worksheet or a pack), and changes to it by address.

Each kind of change is a type, in a closed set. No change uses an index: addresses are ids and names of fields, which
stay the same when the base changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ..foundation.languages import Tag
from ..foundation.phrases import Address, Phrase
from ..foundation.problems import Place
from ..foundation.records import record
from .blocks.block import Block
from .pack import Entry
from .worksheet import Intensity

Was = Annotated[str, "The English that the change was made for; ‘tailor update’ keeps it."]
After = Annotated[str, "The address of what it is to stand after."]
First = Annotated[bool, "With true, before all others of its list."]
Safety = Annotated[bool, "With true, it is meant although it takes away what keeps a client safe."]
Words = Annotated[Mapping[Tag, Phrase], "The same in other languages, each as ‘tag: words’."]
PartWords = Annotated[Mapping[Tag, Mapping[Address, Phrase]], "By language, then by the address below what is added."]


@record(kw_only=True)
class Reword:
    """Other words, or another number, at an address."""

    told_by: ClassVar[tuple[str, ...]] = ("reword",)
    place: Place
    reword: Annotated[Address, "The address of the words, such as ‘kinds.question’."]
    to: Annotated[Phrase, "The words to stand there."]
    was: Was = ""
    in_: Words = field(default_factory=dict)


@record(kw_only=True)
class Drop:
    """Something that is left out: a block, an option, a row, an item, a hint."""

    told_by: ClassVar[tuple[str, ...]] = ("drop",)
    place: Place
    drop: Annotated[Address, "The address of what is left out."]
    was: Was = ""
    safety: Safety = False


@record(kw_only=True)
class Move:
    """A block, option, row or item at another place in its list."""

    told_by: ClassVar[tuple[str, ...]] = ("move",)
    place: Place
    move: Annotated[Address, "The address of what is moved."]
    after: After = ""
    first: First = False


@record(kw_only=True)
class AddEntry:
    """Options, rows or items that are added to a list of a block."""

    told_by: ClassVar[tuple[str, ...]] = ("add", "into")
    place: Place
    add: Annotated[Mapping[str, Phrase], "What is added, each as ‘name: text’."]
    into: Annotated[Address, "The address of the list, such as ‘kinds.options’."]
    after: Annotated[str, "The address of the entry to stand after; at the end, if left out."] = ""
    first: First = False
    in_: PartWords = field(default_factory=dict)


@record(kw_only=True)
class AddBlock:
    """A block that is added, with an id of its own."""

    told_by: ClassVar[tuple[str, ...]] = ("add",)
    place: Place
    add: Annotated[Block, "The block, written as on any sheet."]
    after: After = ""
    first: First = False
    in_: PartWords = field(default_factory=dict)


@record(kw_only=True)
class AddSheet:
    """A worksheet that is added to a pack."""

    told_by: ClassVar[tuple[str, ...]] = ("add",)
    place: Place
    add: Annotated[Entry, "The worksheet, as ‘sheet: id’, with a ‘note’ or not."]
    after: After = ""
    first: First = False
    in_: PartWords = field(default_factory=dict)


SheetChange = Reword | Drop | Move | AddEntry | AddBlock
PackChange = Reword | Drop | Move | AddSheet
AnyChange = Reword | Drop | Move | AddEntry | AddBlock | AddSheet


@record(kw_only=True)
class Rewording:
    """Other words for a part at the head of a sheet."""

    place: Place
    to: Annotated[Phrase, "The words to stand there."]
    was: Was = ""
    in_: Words = field(default_factory=dict)


_Head = Annotated[Rewording | None, "Other words for it, as ‘to: …’."]


@record(kw_only=True)
class Tailoring:
    """A worksheet that is another with changes; `id` is the name of its file."""

    id: str
    place: Place
    based_on: Annotated[str, "The id of the worksheet that it is based on."]
    seal: Annotated[str, "Over all words of that worksheet as last accepted; ‘tailor update’ keeps it."] = ""
    title: _Head = None
    message: _Head = None
    summary: _Head = None
    why: _Head = None
    keep: _Head = None
    intensity: Annotated[Intensity | None, "Another safety text than that of the worksheet."] = None
    safety: Annotated[bool, "With true, a lower intensity is meant."] = False
    minutes: Annotated[int, "Another time, from 1 to 180."] = 0
    changes: Annotated[tuple[SheetChange, ...], "What is dropped, reworded, moved and added, in any order."] = ()

    @property
    def every(self) -> tuple[SheetChange, ...]:
        """All changes: those of parts at the head, as Reword, then `changes`."""
        heads = {name: getattr(self, name) for name in ("title", "message", "summary", "why", "keep")}
        return (*_reworded(heads), *self.changes)


@record(kw_only=True)
class PackTailoring:
    """A pack that is another with changes; `id` is the name of its file."""

    id: str
    place: Place
    based_on: Annotated[str, "The id of the pack that it is based on."]
    seal: Annotated[str, "Over all words of that pack as last accepted; ‘tailor update’ keeps it."] = ""
    title: _Head = None
    summary: _Head = None
    therapist: _Head = None
    changes: Annotated[tuple[PackChange, ...], "What is dropped, reworded, moved and added, in any order."] = ()

    @property
    def every(self) -> tuple[PackChange, ...]:
        """All changes: those of parts at the head, as Reword, then `changes`."""
        heads = {name: getattr(self, name) for name in ("title", "summary", "therapist")}
        return (*_reworded(heads), *self.changes)


@record(kw_only=True)
class ClientChanges:
    """The changes to a worksheet for one client and one handout; they are never saved."""

    place: Place
    title: _Head = None
    message: _Head = None
    summary: _Head = None
    why: _Head = None
    keep: _Head = None
    intensity: Annotated[Intensity | None, "Another safety text than that of the worksheet."] = None
    safety: Annotated[bool, "With true, a lower intensity is meant."] = False
    minutes: Annotated[int, "Another time, from 1 to 180."] = 0
    changes: Annotated[tuple[SheetChange, ...], "What is dropped, reworded, moved and added, in any order."] = ()
    begin: Annotated[
        Mapping[Address, Phrase], "Answers that are begun, each as ‘address of the field: words of the client’."
    ] = field(default_factory=dict)

    def tailoring(self, name: str) -> Tailoring:
        """These changes as a tailoring of the worksheet `name`, with the same id."""
        heads = {part: getattr(self, part) for part in ("title", "message", "summary", "why", "keep")}
        rest = {part: getattr(self, part) for part in ("intensity", "safety", "minutes", "changes")}
        return Tailoring(id=name, place=self.place, based_on=name, **heads, **rest)


def _reworded(heads: Mapping[str, Rewording | None]) -> tuple[Reword, ...]:
    """The rewordings of parts at the head of a sheet as changes of the type Reword."""
    return tuple(
        Reword(place=it.place, reword=Address(name), to=it.to, was=it.was, in_=it.in_)
        for name, it in heads.items()
        if it
    )
