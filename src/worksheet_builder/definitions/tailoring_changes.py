"""Sort the changes of a tailoring by kind, with a problem for each change that cannot be made.

A change without effect, two changes at one address, and a change inside a dropped part are reported, never ignored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any, assert_never

from ..foundation.problems import Place, Problem
from ..foundation.records import open_record
from .addresses import SheetPart, flat, id_of, meant, parts_of
from .arrangement import AT_FIRST, AT_LAST, Put, after, faults
from .pack import Pack
from .tailoring import AddBlock, AddEntry, AddSheet, AnyChange, Drop, Move, PackTailoring, Reword, Tailoring
from .worksheet import Intensity, Worksheet

_PANELS = frozenset(("rest", "note"))
"""Kinds of block that keep a client safe: a place to stop, and a panel set apart."""
_LISTS = ("blocks", "leaf.blocks", "worksheets")
"""The addresses of the lists of blocks, and of the worksheets of a pack."""


def keeps_safe(part: SheetPart) -> bool:
    """Whether a part is a safety block (`rest` or `note`), which is dropped only if the author confirms it."""
    return getattr(part.value, "kind", "") in _PANELS


@open_record
class Changes:
    """The changes of a tailoring by kind and address; `problems` are those of changes that cannot be made."""

    rewords: dict[str, Reword] = field(default_factory=dict)
    drops: dict[str, Drop] = field(default_factory=dict)
    puts: dict[str, list[Put]] = field(default_factory=dict)
    """Moved and added entries, by the address of the list that they are put into."""
    added: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    """The place of the first change in each changed block, by the id of the block."""
    problems: list[Problem] = field(default_factory=list)

    def note(self, place: Place, sentence: str, hint: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(place, sentence, hint))


def sorted_changes(base: Worksheet | Pack, tailoring: Tailoring | PackTailoring) -> Changes:
    """Sort the changes of a tailoring to its base, and collect the problems."""
    sorter = _Sorter(base, parts_of(base), Changes())
    for change in tailoring.every:
        sorter.register(change)
    for change in tailoring.every:
        sorter.sort(change)
    sorter.finish()
    if isinstance(tailoring, Tailoring) and isinstance(base, Worksheet):
        sorter.found.problems += _settings(base, tailoring)
    return sorter.found


def _settings(base: Worksheet, tailoring: Tailoring) -> Iterator[Problem]:
    """Problems: a lower intensity without `safety`, and settings that are the same as in the base."""
    levels = tuple(Intensity)
    if tailoring.intensity is base.intensity:
        yield Problem(tailoring.place, f"‘intensity’ is {base.intensity.value} already.", "Take the line out.")
    elif tailoring.intensity and levels.index(tailoring.intensity) < levels.index(base.intensity):
        if not tailoring.safety:
            sentence = "A lower ‘intensity’ takes safety text off the page."
            yield Problem(tailoring.place, sentence, "If that is meant, add a line ‘safety: true’.")
    if tailoring.minutes and tailoring.minutes == base.minutes:
        yield Problem(tailoring.place, f"‘minutes’ is {base.minutes} already.", "Take the line out.")


@open_record
class _Sorter:
    """Sorts changes, and notes each that cannot be made."""

    base: Worksheet | Pack
    parts: dict[str, SheetPart]
    found: Changes
    moves: dict[str, Move] = field(default_factory=dict)
    adds: dict[str, AddBlock | AddSheet] = field(default_factory=dict)

    def register(self, change: AnyChange) -> None:
        """Note the names of added parts, before `sort` puts other parts after them."""
        if isinstance(change, AddBlock | AddSheet):
            name = id_of(change.add)
            if name in self.parts or name in self.adds:
                hint = "Give what you add an id of its own; to change what is there, use ‘reword’ or ‘move’."
                self.found.note(change.place, f"There is a ‘{name}’ in ‘{self.base.id}’ already.", hint)
            else:
                self.adds[name] = change
                self.found.added[name] = change.add
        elif isinstance(change, AddEntry):
            self._register_entries(change)

    def _register_entries(self, change: AddEntry) -> None:
        for key, text in change.add.items():
            name = f"{change.into}.{key}"
            if name in self.parts or name in self.found.added:
                hint = "Choose another name for what you add."
                self.found.note(change.place, f"There is a ‘{name}’ already.", hint)
            else:
                self.found.added[name] = replace(text, address=name)

    def sort(self, change: AnyChange) -> None:
        match change:
            case Reword():
                self._reword(change)
            case Drop():
                self._drop(change)
            case Move():
                self._move(change)
            case AddEntry():
                self._add_entries(change)
            case AddBlock() | AddSheet():
                self._add(change)
            case _:
                assert_never(change)

    def finish(self) -> None:
        """Find the problems that show only when all changes are known."""
        for address, reword in self.found.rewords.items():
            self._not_inside(address, reword.place)
        for address, move in self.moves.items():
            self._not_inside(address, move.place)
        for home, puts in self.found.puts.items():
            for put in puts:
                self._not_inside(home, put.place)
                self._not_inside(put.after[0], put.place, "Put it after something that stays.")
            names = [name for name, part in self.parts.items() if part.home == home and name not in self.found.drops]
            self.found.problems += faults(names, puts)

    def _not_inside(self, address: str, place: Place, hint: str = "Keep one of the two changes.") -> None:
        """Note a problem if an address is dropped, or is inside a dropped part."""
        above = address
        while above:
            if above in self.found.drops:
                dropped = "it" if above == address else f"‘{above}’"
                line = self.found.drops[above].place.line
                sentence = f"‘{address}’ cannot be named here: {dropped} is dropped in line {line}."
                self.found.note(place, sentence, hint)
                return
            above = above.rpartition(".")[0]

    def _part(self, address: str, place: Place) -> SheetPart | None:
        part = self.parts.get(address)
        if part is None and address in self.found.added:
            hint = "Change it where it is added."
            self.found.note(place, f"‘{address}’ is added here, and not part of ‘{self.base.id}’.", hint)
        elif part is None:
            hint = meant(address, self.parts, getattr(self.base, "renamed", {}))
            self.found.note(place, f"There is no ‘{address}’ in ‘{self.base.id}’.", hint)
        return part

    def _once(self, address: str, change: AnyChange, *taken: Mapping[str, Any]) -> bool:
        earlier = next((it[address] for it in taken if address in it), None)
        if earlier is not None:
            sentence = f"‘{address}’ is changed twice; also in line {earlier.place.line}."
            self.found.note(change.place, sentence, "Keep one of the two.")
        return earlier is None

    def _touch(self, part: SheetPart, place: Place) -> None:
        name = part.holder or part.address.partition(".")[0]
        self.found.places[name] = min(place, self.found.places.get(name, place))

    def _reword(self, change: Reword) -> None:
        address = change.reword
        part = self._part(address, change.place)
        if part is None or not self._once(address, change, self.found.rewords, self.found.drops):
            return
        if not part.is_words and not part.is_number:
            below = [it for it in self.parts if it.startswith(f"{address}.") and self.parts[it].there]
            hint = f"Name one of them: {', '.join(below[:12])}."
            self.found.note(change.place, f"‘{address}’ is no text, but holds others.", hint)
        elif part.is_number and not change.to.text.isdecimal():
            self.found.note(change.place, f"‘{address}’ is a number, not ‘{change.to.text}’.", "Write digits.")
        elif flat(change.to.text) == part.words and flat(change.was) in ("", part.words):
            self.found.note(change.place, f"‘{address}’ says that already.", "Take the change out.")
        else:
            self._touch(part, change.place)
            self.found.rewords[address] = change

    def _drop(self, change: Drop) -> None:
        address = change.drop
        part = self._part(address, change.place)
        if part is None or not self._once(address, change, self.found.drops, self.found.rewords):
            return
        if not part.there:
            self.found.note(change.place, f"‘{address}’ is not on the sheet anyway.", "Take the change out.")
        elif not part.optional or part.is_number:
            self.found.note(change.place, *_needed(part))
        elif keeps_safe(part) and not change.safety:
            sentence = f"‘{address}’ is a ‘{part.value.kind}’, which is there to keep a client safe."
            hint = "If you mean it, add ‘safety: true’ to the change, or ‘--even-safety’ to the command."
            self.found.note(change.place, sentence, hint)
        else:
            self._touch(part, change.place)
            self.found.drops[address] = change

    def _move(self, change: Move) -> None:
        part = self._part(change.move, change.place)
        if part is None or not self._once(change.move, change, self.moves):
            return
        if not part.home:
            hint = "Blocks, and the entries of their lists, can be moved."
            self.found.note(change.place, f"‘{change.move}’ has a fixed place.", hint)
        elif target := self._target(change, change.move, part.home):
            self.moves[change.move] = change
            self._touch(part, change.place)
            self._put(part.home, Put(change.place, change.move, target, moved=True))

    def _add(self, change: AddBlock | AddSheet) -> None:
        name = id_of(change.add)
        if self.adds.get(name) is change:
            home = self._home_of(change)
            if target := self._target(change, name, home):
                self._put(home, Put(change.place, name, target, moved=False))

    def _add_entries(self, change: AddEntry) -> None:
        part = self._part(change.into, change.place)
        if part is None:
            return
        if not part.is_list:
            lists = [name for name, it in self.parts.items() if it.is_list]
            hint = f"Lists are: {', '.join(lists)}." if lists else "This sheet has no lists."
            self.found.note(change.place, f"‘{change.into}’ is no list that takes entries.", hint)
            return
        self._touch(part, change.place)
        target = self._entry_target(change)
        for key in change.add if target else ():
            name = f"{change.into}.{key}"
            if target and name in self.found.added:
                self._put(change.into, Put(change.place, name, target, moved=False))
                target = after(name)

    def _entry_target(self, change: AddEntry) -> tuple[str, str] | None:
        if not change.first and not change.after:
            return AT_LAST
        return self._target(change, change.into, change.into)

    def _target(self, change: Move | AddBlock | AddSheet | AddEntry, name: str, home: str) -> tuple[str, str] | None:
        """The target of a part that is moved or added; None, with a problem, if it is not given or in another list."""
        if change.first == bool(change.after):
            hint = "Give either ‘after: …’ or ‘first: true’."
            self.found.note(change.place, f"It is not said where ‘{name}’ goes.", hint)
            return None
        if change.first:
            return AT_FIRST
        if self._list_of(change.after) == home:
            return after(change.after)
        if change.after in self.found.added or self._part(change.after, change.place):
            names = [it for it, part in self.parts.items() if part.home == home and it != name]
            sentence = f"‘{name}’ cannot stand after ‘{change.after}’, which is not in the same list."
            self.found.note(change.place, sentence, f"Choose from: {', '.join(names)}.")
        return None

    def _list_of(self, address: str) -> str:
        """The address of the list that an existing or added part is an entry of; empty if it is no entry."""
        if address in self.parts:
            return self.parts[address].home
        if address in self.adds:
            return self._home_of(self.adds[address])
        return address.rpartition(".")[0] if address in self.found.added else ""

    def _home_of(self, change: AddBlock | AddSheet) -> str:
        """The address of the list that an added part goes into: that of the part before it, which may be added too."""
        seen: set[str] = set()
        at = change
        while at.after in self.adds and at.after not in seen:
            seen.add(at.after)
            at = self.adds[at.after]
        part = self.parts.get(at.after)
        if part and part.home in _LISTS:
            return part.home
        return "worksheets" if isinstance(change, AddSheet) else "blocks"

    def _put(self, home: str, put: Put) -> None:
        self.found.puts.setdefault(home, []).append(put)


def _needed(part: SheetPart) -> tuple[str, str]:
    """The sentence and the hint for a part that cannot be left out."""
    if part.is_number:
        return f"‘{part.address}’ is a number, and cannot be left out.", "Reword it with another number."
    if part.holder:
        sentence = f"‘{part.address}’ cannot be left out: a block of its kind needs it."
        return sentence, f"Reword it, or drop the whole of ‘{part.holder}’."
    return f"‘{part.address}’ cannot be left out: every sheet has it.", "Reword it."
