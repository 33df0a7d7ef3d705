"""The unsaved changes to one sheet, an immutable value by address, converted into the changes that `tailor` writes.

Each step returns a new value, so that every step can be undone. Nothing is written to a file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..definitions.addresses import SheetPart, flat, parts_of
from ..definitions.arrangement import placements
from ..definitions.tailoring import ClientChanges
from ..definitions.tailoring_changes import keeps_safe
from ..definitions.worksheet import Worksheet
from ..foundation.decoding.yaml_nodes import root_of
from ..foundation.phrases import Phrase
from ..foundation.records import record
from ..reading import tailoring_editor, yaml_writer
from ..reading.tailoring_loader import parse_client_changes
from ..reading.yaml_writer import Value

MINUTES = "minutes"
_LEAF = "leaf.blocks"
BLOCKS = ("blocks", _LEAF)


@record(slots=False)
class SourceSheet:
    """The original sheet, with its parts by address."""

    sheet: Worksheet

    @cached_property
    def parts(self) -> dict[str, SheetPart]:
        """Every part that a change can name, by its address."""
        return parts_of(self.sheet)

    def words(self, address: str) -> str:
        """The words or the number at an address; empty if there are none."""
        if address == MINUTES:
            return str(self.sheet.minutes)
        value = self.parts[address].value if address in self.parts else None
        return value.text if isinstance(value, Phrase) else str(value) if isinstance(value, int) else ""

    def entries(self, home: str) -> list[str]:
        """The addresses of the entries of a list, in order."""
        return [name for name, part in self.parts.items() if part.home == home]


@record(slots=False)
class TailoringDraft:
    """Changes by address, and prefilled answers; the order of a list is stored as a whole."""

    rewords: Mapping[str, str] = field(default_factory=dict, repr=False)
    drops: tuple[str, ...] = ()
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The addresses of a list's entries in their new order, for lists in which one was moved or added."""
    moved: frozenset[str] = frozenset()
    added: Mapping[str, Value] = field(default_factory=dict, repr=False)
    """Added blocks as in a YAML file, and the words of added entries, by address."""
    begun: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Answers by the address of their field on the sheet."""

    def listed(self, ground: SourceSheet, home: str) -> list[str]:
        """The entries of a list now; one that was dropped and returned comes after its old neighbour."""
        names = [it for it in ground.entries(home) if it not in self.drops]
        return self._woven(names, [it for it in self.orders.get(home, ()) if it in names or it in self.added])

    def seen(self, ground: SourceSheet, home: str) -> list[str]:
        """The entries of a list with the dropped ones at their old places."""
        return self._woven(ground.entries(home), self.listed(ground, home))

    def _woven(self, names: Sequence[str], order: Sequence[str]) -> list[str]:
        made, before = list(order), ""
        for name in names:
            if name not in made:
                made.insert(made.index(before) + 1 if before else 0, name)
            before = name
        return made

    def home_of(self, ground: SourceSheet, name: str) -> str:
        """The address of the list that contains an entry; empty if there is none."""
        if name in ground.parts:
            return ground.parts[name].home
        return next((home for home, order in self.orders.items() if name in order), "")

    def reworded(self, ground: SourceSheet, address: str, text: str) -> TailoringDraft:
        """The draft with other words or another number at an address; an empty text drops the part."""
        if address in self.added:
            return replace(self, added={**self.added, address: text})
        if (block := address.partition(".")[0]) in self.added:
            return self._with_inner(block, address.split(".")[1:], text)
        rest = {name: words for name, words in self.rewords.items() if name != address}
        drops = tuple(it for it in self.drops if it != address)
        old = ground.words(address)
        if flat(text) == flat(old):
            return replace(self, rewords=rest, drops=drops)
        if not text:
            return replace(self, rewords=rest, drops=(*drops, address))
        return replace(self, rewords={**rest, address: text}, drops=drops)

    def _with_inner(self, block: str, path: Sequence[str], text: str) -> TailoringDraft:
        """The draft with a field of an added block, or an entry of its list, set or removed."""
        held = self.added[block]
        if not isinstance(held, Mapping):
            return self
        name, *below = path
        inner = held.get(name, {})
        value: Value = _with(inner, below[0], text) if below and isinstance(inner, Mapping) else text
        return replace(self, added={**self.added, block: _with(held, name, value)})

    def dropped(self, ground: SourceSheet, name: str) -> TailoringDraft:
        """The draft without a block or an entry; an added one is deleted."""
        if name in self.added:
            rest = {it: value for it, value in self.added.items() if it != name}
            orders = {home: tuple(it for it in order if it != name) for home, order in self.orders.items()}
            return replace(self, added=rest, orders=orders)
        if (block := name.partition(".")[0]) in self.added:
            return self._with_inner(block, name.split(".")[1:], "")
        orders = {home: tuple(self.listed(ground, home)) for home in self.orders}
        return replace(self, drops=(*self.drops, name), orders=orders) if name in ground.parts else self

    def returned(self, name: str) -> TailoringDraft:
        """The draft with a dropped part back."""
        return replace(self, drops=tuple(it for it in self.drops if it != name))

    def shifted(self, ground: SourceSheet, name: str, by: int) -> TailoringDraft:
        """The draft with a block or an entry moved by `by` places in its list."""
        if name not in self.added and (block := name.partition(".")[0]) in self.added:
            return self._with_inner_shifted(block, name.split(".")[1:], by)
        home = self.home_of(ground, name)
        order = self.listed(ground, home)
        if name not in order:
            return self
        order = _shifted(order, name, by)
        if home == _LEAF and order[0] in self.added:  # an added block at the start would go to the sheet itself
            return self
        return replace(self, orders={**self.orders, home: tuple(order)}, moved=self.moved | {name})

    def _with_inner_shifted(self, block: str, path: Sequence[str], by: int) -> TailoringDraft:
        """The draft with an entry of a list of an added block moved by `by` places."""
        held = self.added[block]
        inner = held.get(path[0]) if isinstance(held, Mapping) else None
        if not isinstance(held, Mapping) or not isinstance(inner, Mapping) or path[-1] not in inner:
            return self
        order = _shifted([*inner], path[-1], by)
        return replace(self, added={**self.added, block: {**held, path[0]: {key: inner[key] for key in order}}})

    def with_added(self, ground: SourceSheet, name: str, value: Value, home: str, after: str = "") -> TailoringDraft:
        """The draft with a new block or entry after another, or at the end of its list."""
        if (block := home.partition(".")[0]) in self.added:
            return self._with_inner(block, name.split(".")[1:], str(value))
        order = self.listed(ground, home)
        order.insert(order.index(after) + 1 if after in order else len(order), name)
        return replace(self, added={**self.added, name: value}, orders={**self.orders, home: tuple(order)})

    def with_answer(self, address: str, text: str) -> TailoringDraft:
        """The draft with a prefilled answer; an empty text removes it."""
        rest = {name: words for name, words in self.begun.items() if name != address}
        return replace(self, begun={**rest, address: text} if text else rest)

    def only_answers(self, addresses: Collection[str]) -> TailoringDraft:
        """The draft with only the prefilled answers to these addresses."""
        return replace(self, begun={name: words for name, words in self.begun.items() if name in addresses})

    def changes(self, ground: SourceSheet) -> list[Mapping[str, Value]]:
        """The changes as in a tailoring file, in the order in which `tailor` makes them."""
        return [*self._drops(ground), *self._rewords(), *self._placed(ground)]

    def _gone(self, address: str, itself: bool = True) -> bool:
        above = address if itself else address.rpartition(".")[0]
        while above:
            if above in self.drops:
                return True
            above = above.rpartition(".")[0]
        return False

    def _drops(self, ground: SourceSheet) -> Iterator[Mapping[str, Value]]:
        for it in self.drops:
            if not self._gone(it, itself=False):
                safe = it in ground.parts and keeps_safe(ground.parts[it])
                yield {"drop": it, "safety": True} if safe else {"drop": it}

    def _rewords(self) -> Iterator[Mapping[str, Value]]:
        yield from ({"reword": name, "to": text} for name, text in self.rewords.items() if not self._gone(name))

    def _placed(self, ground: SourceSheet) -> Iterator[Mapping[str, Value]]:
        for home in (it for it in self.orders if not self._gone(it)):
            names = [it for it in ground.entries(home) if it not in self.drops]
            for name, after in placements(names, self.listed(ground, home), self.moved).items():
                where: dict[str, Value] = {"after": after} if after else {"first": True}
                if name not in self.added:
                    yield {"move": name, **where}
                elif home in BLOCKS:
                    yield {"add": self.added[name], **where}
                else:
                    yield {"add": {name.rpartition(".")[2]: self.added[name]}, "into": home, **where}

    def client_changes(self, ground: SourceSheet) -> ClientChanges | None:
        """The changes for one client's handout; None if nothing is changed. Raises Refused."""
        changes = self.changes(ground)
        if not changes and not self.begun:
            return None
        text = tailoring_editor.begun(ground.sheet, "")
        for it in changes:
            text = tailoring_editor.with_change(text, ground.sheet, it)
        if self.begun:
            text = yaml_writer.with_entry(text, root_of(text, ""), "begin", dict(self.begun))
        for name in ("based_on", "seal"):
            text = yaml_writer.without_entry(text, root_of(text, ""), name)
        return parse_client_changes(text, "the desk")


def _shifted(names: Sequence[str], name: str, by: int) -> list[str]:
    """The names with one of them moved by `by` places."""
    order = [it for it in names if it != name]
    order.insert(max(0, names.index(name) + by), name)
    return order


def _with(held: Mapping[str, Value], name: str, value: Value) -> dict[str, Value]:
    """A copy of a map with an entry set, or removed if the value is empty."""
    if not value:
        return {key: it for key, it in held.items() if key != name}
    return {**held, name: value}


@dataclass
class UndoHistory:
    """The steps of a draft for undo and redo; a new step deletes the undone ones."""

    steps: list[TailoringDraft] = field(default_factory=lambda: [TailoringDraft()], repr=False)
    at: int = 0

    @property
    def now(self) -> TailoringDraft:
        """The draft as it is."""
        return self.steps[self.at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self.at + 1 < len(self.steps)

    def put(self, draft: TailoringDraft) -> None:
        """Make a step, unless it changes nothing."""
        if draft != self.now:
            self.steps[self.at + 1 :] = [draft]
            self.at += 1

    def go(self, by: int) -> None:
        """Undo (`by` < 0) or redo (`by` > 0) steps."""
        self.at = max(0, min(self.at + by, len(self.steps) - 1))
