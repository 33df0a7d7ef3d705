"""Find blocks and entries in another order in an edited Word file, and move as few of them as possible."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..definitions.addresses import SheetPart
from ..reading.yaml_writer import Value
from .word_pieces import Pairing


def moves(
    parts: Mapping[str, SheetPart], pairing: Pairing, dropped: Collection[str], added: Mapping[str, str]
) -> Iterator[dict[str, Value]]:
    """The changes that move parts to their places in the file; `added` gives the address that each new part follows."""
    for home in dict.fromkeys(part.home for part in parts.values() if part.home):
        names = [name for name, part in parts.items() if part.home == home and not _is_inside(name, dropped)]
        places = {name: at for name in names if (at := _first_place(name, pairing)) is not None}
        order = sorted(places, key=lambda name: places[name])
        kept = _longest_rising([names.index(name) for name in order])
        for at, name in enumerate(order):
            if names.index(name) not in kept:
                after = end_of(order[at - 1] if at else "", added)
                yield {"move": name, "after": after} if after else {"move": name, "first": True}


def _is_inside(name: str, dropped: Collection[str]) -> bool:
    return any(name == it or name.startswith(f"{it}.") for it in dropped)


def _first_place(name: str, pairing: Pairing) -> int | None:
    """The number of the edited piece in which a block or entry begins; None if it is not in the file."""
    numbers = (at for at, it in enumerate(pairing.made) if f"{it.address}.".startswith(f"{name}."))
    return min((pairing.pairs[at] for at in numbers if at in pairing.pairs), default=None)


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The members of a longest increasing subsequence of the numbers."""
    best: list[list[int]] = []
    for number in numbers:
        shorter = sorted((run for run in best if run[-1] < number), key=len)
        best.append([*(shorter[-1] if shorter else ()), number])
    return set(sorted(best, key=len)[-1]) if best else set()


def end_of(name: str, added: Mapping[str, str]) -> str:
    """The last of the new parts that follow a part, one after another; the part itself if there are none."""
    while following := next((new for new, after in added.items() if after == name), ""):
        name = following
    return name
