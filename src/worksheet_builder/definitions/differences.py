"""What a tailoring changes, in plain words: one line for each change, with the words before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from .addresses import flat, id_of, parts_of, words_of
from .pack import Pack
from .tailoring import AddBlock, AddEntry, AddSheet, AnyChange, Drop, Move, PackTailoring, Reword, Tailoring
from .worksheet import Worksheet


def differences(base: Worksheet | Pack, tailoring: Tailoring | PackTailoring) -> Iterator[str]:
    """One line for each change: settings first, then parts at the head of the sheet, then the order of the file."""
    if isinstance(tailoring, Tailoring) and isinstance(base, Worksheet):
        if tailoring.intensity:
            yield f"intensity: {base.intensity.value} → {tailoring.intensity.value}"
        if tailoring.minutes:
            yield f"minutes: {base.minutes} → {tailoring.minutes}"
    for change in tailoring.every:
        yield from _told(base, change)


def _told(base: Worksheet | Pack, change: AnyChange) -> Iterator[str]:
    parts = parts_of(base)
    match change:
        case Reword(reword=address, to=to):
            before = parts[address].words if address in parts else ""
            yield (
                f"reworded {address}: “{before}” → “{flat(to.text)}”"
                if before
                else f"added {address}: “{flat(to.text)}”"
            )
        case Drop(drop=address):
            yield f"dropped {address}: “{parts[address].words}”" if address in parts else f"dropped {address}"
        case Move(move=address, after=after, first=first):
            yield f"moved {address} {'first' if first else f'after {after}'}"
        case AddEntry(add=add, into=into):
            yield from (f"added {into}.{key}: “{flat(text.text)}”" for key, text in add.items())
        case AddBlock(add=block, after=after, first=first):
            where = "first" if first else f"after {after}"
            yield f"added {id_of(block)} ({block.kind}) {where}: “{words_of(block)}”"
        case AddSheet(add=entry, after=after, first=first):
            yield f"added {entry.sheet} {'first' if first else f'after {after}'}"
        case _:
            assert_never(change)


def named_parts(sheet: Worksheet | Pack) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The addresses that a change can name: for each block its id, kind and the addresses in it; then all others."""
    parts = parts_of(sheet)
    for name, part in parts.items():
        if part.home and part.holder == name:
            kind = getattr(part.value, "kind", "worksheet")
            yield name, kind, tuple(it for it, inner in parts.items() if inner.holder == name and it != name)
    rest = tuple(name for name, part in parts.items() if not part.holder)
    yield "", "", rest
