"""Apply a tailoring to its base, a worksheet or a pack; all problems are reported at once.

No files are read here. Without changes the content is that of the base; the order of the changes does not matter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar, assert_never, cast

from ..foundation.phrases import Phrase, phrases_in, seal
from ..foundation.problems import Place, Problem, refuse_if
from ..foundation.records import open_record
from .addresses import SheetPart, flat, id_of, parts_of
from .arrangement import arranged
from .pack import Pack
from .tailoring import (
    AddBlock,
    AddEntry,
    AddSheet,
    AnyChange,
    ClientChanges,
    Drop,
    Move,
    PackTailoring,
    Reword,
    Tailoring,
)
from .tailoring_changes import Changes, sorted_changes
from .tailoring_origin import Moved, Movement, SheetOrigin
from .worksheet import Worksheet

Sheet = TypeVar("Sheet", Worksheet, Pack)

_COMPANIONS = {"columns": "example", "beginnings": "example", "parts": "ticks"}
"""Lists, each with the list of the same block that uses the same names: an entry is dropped from both."""


def tailored(base: Sheet, tailoring: Tailoring | PackTailoring) -> Sheet:
    """The base with the changes, and with the id of the tailoring; raises Refused with all problems."""
    changes = sorted_changes(base, tailoring)
    refuse_if(_in_order(changes.problems))
    made = _with_settings(_Builder(changes, parts_of(base)).sheet(base), tailoring)
    origin = _origin(base, made, tailoring)
    there = {it.address for it in phrases_in(made)} - origin.own
    notes = tuple(note for note in made.translators if note.at in there)
    made = replace(made, id=tailoring.id, place=tailoring.place, origin=origin, translators=notes)
    if isinstance(made, Worksheet) and seal(made) != seal(base):
        made = replace(made, review=None)
    refuse_if(_in_order(_located(problem, tailoring.place) for problem in made.check()))
    return made


def for_client(sheet: Worksheet, changes: ClientChanges) -> Worksheet:
    """The worksheet with the changes for one client; raises Refused with all problems."""
    made = tailored(sheet, changes.tailoring(sheet.id))
    return replace(made, place=sheet.place, origin=replace(made.origin, client=True) if made.origin else None)


def _located(problem: Problem, place: Place) -> Problem:
    """The problem with a place in the file of the tailoring, which its author can change."""
    if problem.place and problem.place.file == place.file:
        return problem
    return replace(problem, place=place)


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda it: (it.place or Place(""), it.sentence))


@open_record
class _Builder:
    """Builds a copy of a worksheet or pack with the changes."""

    changes: Changes
    parts: Mapping[str, SheetPart]

    def sheet(self, base: Sheet) -> Sheet:
        return cast(Sheet, self._holder(base, ""))

    def _holder(self, holder: Any, prefix: str) -> Any:
        """A copy of a dataclass with changed fields; the same object if nothing in it is changed."""
        values: dict[str, Any] = {}
        for it in dataclasses.fields(holder):
            address = f"{prefix}.{it.name.rstrip('_')}" if prefix else it.name.rstrip("_")
            before = getattr(holder, it.name)
            after = self._value(before, address, it)
            if after is not before:
                values[it.name] = after
        if not values:
            return holder
        place = self.changes.places.get(prefix)
        return replace(holder, **values, **({"place": place} if place and hasattr(holder, "place") else {}))

    def _value(self, value: Any, address: str, of: dataclasses.Field[Any]) -> Any:
        if address in self.changes.drops:
            return _left_out(of)
        if address in self.changes.rewords and address in self.parts:
            return self._reworded(value, self.changes.rewords[address])
        if isinstance(value, tuple) and (address in self.changes.puts or any(id_of(item) for item in value)):
            return self._list(value, address)
        if isinstance(value, Mapping) and address in self.parts:
            return self._map(value, address)
        if address in self.parts and dataclasses.is_dataclass(value) and not isinstance(value, Phrase):
            return self._holder(value, address)
        return value

    def _reworded(self, value: Any, change: Reword) -> Any:
        if isinstance(value, int):
            return int(change.to.text)
        return replace(change.to, address=change.reword)

    def _list(self, items: tuple[Any, ...], home: str) -> tuple[Any, ...]:
        kept = {id_of(item): self._holder(item, id_of(item)) for item in items if id_of(item) not in self.changes.drops}
        made = self._arranged(kept, home)
        return (
            items
            if list(made.values()) == list(items) and [*made] == [id_of(it) for it in items]
            else (*made.values(),)
        )

    def _map(self, items: Mapping[str, Any], home: str) -> Mapping[str, Any]:
        kept = {
            f"{home}.{key}": self._entry(value, f"{home}.{key}")
            for key, value in items.items()
            if not self._goes(home, key)
        }
        made = self._arranged(kept, home)
        changed = {name[len(home) + 1 :]: value for name, value in made.items()}
        return items if changed == items and [*changed] == [*items] else changed

    def _goes(self, home: str, key: str) -> bool:
        """Whether an entry is dropped, by itself or with its namesake in another list (see `_COMPANIONS`)."""
        block, _, name = home.rpartition(".")
        leads = [lead for lead, follows in _COMPANIONS.items() if follows == name]
        return any(f"{block}.{it}.{key}" in self.changes.drops for it in (name, *leads))

    def _entry(self, value: Any, address: str) -> Any:
        if address in self.changes.rewords:
            return self._reworded(value, self.changes.rewords[address])
        return self._map(value, address) if isinstance(value, Mapping) else value

    def _arranged(self, kept: Mapping[str, Any], home: str) -> dict[str, Any]:
        puts = self.changes.puts.get(home, [])
        known = {**kept, **{put.name: self.changes.added[put.name] for put in puts if not put.moved}}
        return {name: known[name] for name in arranged([*kept], puts) if name in known}


def _left_out(of: dataclasses.Field[Any]) -> Any:
    """The default value of a field."""
    factory = of.default_factory
    return of.default if factory is dataclasses.MISSING else factory()


def _with_settings(sheet: Sheet, tailoring: Tailoring | PackTailoring) -> Sheet:
    if isinstance(sheet, Pack):
        return sheet.addressed()
    if not isinstance(tailoring, Tailoring):
        raise TypeError("a worksheet is tailored by a tailoring of worksheets")
    return replace(sheet, intensity=tailoring.intensity or sheet.intensity, minutes=tailoring.minutes or sheet.minutes)


def _origin(base: Worksheet | Pack, made: Worksheet | Pack, tailoring: Tailoring | PackTailoring) -> SheetOrigin:
    before = {phrase.address: phrase.text for phrase in phrases_in(base)}
    own = frozenset(it.address for it in phrases_in(made) if before.get(it.address) != it.text)
    moved = tuple(found for change in tailoring.every if (found := moved_under(base, change)))
    now = seal(base)
    return SheetOrigin(
        tailoring.based_on,
        own,
        given_words(tailoring),
        moved,
        behind=tailoring.seal not in ("", now),
        sealed=bool(tailoring.seal),
        adapted=_printed(made) != _printed(base),
        base=base.origin,
    )


def _printed(sheet: Worksheet | Pack) -> object:
    """A value that is equal for sheets that print the same: hash of the words, order of parts, numbers, settings."""
    numbers = [(name, part.value) for name, part in parts_of(sheet).items() if part.is_number]
    settings = (sheet.intensity, sheet.minutes) if isinstance(sheet, Worksheet) else ()
    return [seal(sheet), [name for name, part in parts_of(sheet).items() if part.home], numbers, settings]


def moved_under(base: Worksheet | Pack, change: AnyChange) -> Moved | None:
    """How the words of the base under a change have changed since it was made; None if not, or if `was` is empty."""
    match change:
        case Reword(reword=address, was=was, to=to):
            own = to.text
        case Drop(drop=address, was=was):
            own = ""
        case Move() | AddEntry() | AddBlock() | AddSheet():
            return None
        case _:
            assert_never(change)
    part = parts_of(base).get(address)
    if part is None or not was or flat(was) == part.words:
        return None
    movement = Movement.SAME if own and flat(own) == part.words else Movement.CHANGED
    return Moved(change.place, address, was, part.words, own, movement)


def given_words(tailoring: Tailoring | PackTailoring) -> dict[str, dict[str, str]]:
    """The translations in the file of the tailoring itself, by language tag and address."""
    found: dict[str, dict[str, str]] = {}
    for change in tailoring.every:
        for tag, address, phrase in _given(change):
            found.setdefault(tag, {})[address] = phrase.text
    return found


def _given(change: AnyChange) -> Iterator[tuple[str, str, Phrase]]:
    match change:
        case Reword():
            yield from ((tag, change.reword, phrase) for tag, phrase in change.in_.items())
        case AddEntry():
            for tag, phrases in change.in_.items():
                yield from ((tag, f"{change.into}.{key}", phrase) for key, phrase in phrases.items())
        case AddBlock() | AddSheet():
            for tag, phrases in change.in_.items():
                yield from ((tag, f"{id_of(change.add)}.{key}", phrase) for key, phrase in phrases.items())
        case Drop() | Move():
            return
        case _:
            assert_never(change)
