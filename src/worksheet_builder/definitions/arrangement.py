"""The order of a list after entries were moved and added: each stands after another by name, never at a number.

Whatever is not moved keeps its order. What is moved or added follows what it is put after, at most one each, so that
the order in which changes are written does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..foundation.problems import Place, Problem
from ..foundation.records import record


@record
class Put:
    """An entry that is put after another, first or last; `moved` if it stood in the list before."""

    place: Place
    name: str
    after: tuple[str, str]
    """What it is put after: a name, or one of the ends, with what it says in a message."""
    moved: bool


def after(name: str) -> tuple[str, str]:
    """The place after an entry."""
    return name, f"after ‘{name}’"


AT_FIRST, AT_LAST = (" first", "first"), (" last", "last")
"""The two ends; no name begins with a space."""


def arranged(names: Sequence[str], puts: Sequence[Put]) -> list[str]:
    """The names in their new order; those in a circle of each other are left out."""
    placed = {put.name for put in puts}
    followers = {put.after[0]: put.name for put in puts}
    order: list[str] = []
    for begin in (AT_FIRST[0], *(it for it in names if it not in placed), AT_LAST[0]):
        at: str | None = begin
        while at is not None and at not in order:
            order += [] if at.startswith(" ") else [at]
            at = followers.get(at)
    return order


def placements(names: Sequence[str], goal: Sequence[str], moved: Collection[str] = ()) -> dict[str, str]:
    """What is put after what, so that the names stand as in the goal; after ‘’ stands the first.

    The goal may hold new names. As few as can be are put anywhere, rather those known to be moved: what stays is a
    heaviest increasing subsequence of the goal.
    """
    known = {name: at for at, name in enumerate(names)}
    stays: list[tuple[tuple[int, int], list[str]]] = []
    for name in goal:
        if name in known:
            before = [it for it in stays if known[it[1][-1]] < known[name]]
            (count, quiet), chain = max(before, key=lambda it: it[0], default=((0, 0), []))
            stays.append(((count + 1, quiet + (name not in moved)), [*chain, name]))
    kept = max(stays, key=lambda it: it[0], default=((0, 0), []))[1]
    return {name: goal[at - 1] if at else "" for at, name in enumerate(goal) if name not in kept}


def faults(names: Sequence[str], puts: Sequence[Put]) -> Iterator[Problem]:
    """Two things in one place, circles, and moves to where a thing stands already."""
    first: dict[str, Put] = {}
    for put in puts:
        earlier = first.setdefault(put.after[0], put)
        if earlier is not put:
            sentence = f"Two things are put {put.after[1]}; the other, ‘{earlier.name}’, in line {earlier.place.line}."
            yield Problem(put.place, sentence, f"Put one of them after the other: ‘after: {earlier.name}’.")
    order = arranged(names, puts)
    for put in puts:
        if first[put.after[0]] is not put:
            continue
        if put.name not in order:
            sentence = f"‘{put.name}’ is put after something that is put after it."
            yield Problem(put.place, sentence, "Put one of them after something else.")
        elif put.moved and arranged(names, [it for it in puts if it is not put]) == order:
            yield Problem(put.place, f"‘{put.name}’ stands there already.", "Take the change out.")
