"""The order of a list after entries were moved and added: each is put after another by name, never at an index.

Entries that are not moved keep their order. At most one entry is put directly after each, so that the order in which
the changes are written does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..foundation.problems import Place, Problem
from ..foundation.records import record


@record
class Put:
    """The placement of an entry after another, first or last; `moved` if the entry was in the list before."""

    place: Place
    name: str
    after: tuple[str, str]
    """The target: the name of an entry, or that of `AT_FIRST` or `AT_LAST`, with its wording in messages."""
    moved: bool


def after(name: str) -> tuple[str, str]:
    """The target ‘after this entry’, for `Put.after`."""
    return name, f"after ‘{name}’"


AT_FIRST, AT_LAST = (" first", "first"), (" last", "last")
"""The targets for the two ends of a list; they begin with a space, as no name of an entry does."""


def arranged(names: Sequence[str], puts: Sequence[Put]) -> list[str]:
    """The names in their new order; entries that are put after each other in a circle are left out."""
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
    """The fewest placements that bring names into the order of a goal: for each placed name the name before it.

    The name before the first is ‘’. The goal may contain new names. The names that stay are a longest increasing
    subsequence of the goal; of several, one with the fewest names from `moved`.
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
    """Problems: two entries put after the same one, entries put after each other in a circle, moves without effect."""
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
