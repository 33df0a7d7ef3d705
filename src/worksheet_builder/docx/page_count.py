"""How many pages paragraphs and rows of known heights take, with what is kept together on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..foundation.records import open_record


@open_record
class Slab:
    """A paragraph, or a row of a table: its height and the space around it in points, and what holds or parts it."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    opens_page: bool = False
    ends_section: bool = False
    leaf: bool = False
    """Whether it is the title of a page for other people."""
    again: float = 0.0
    """The height of what is repeated above it where a page begins with it: the head of its table."""
    calls: bool = False
    """Whether it is the box of whom to call."""


def sections_of(slabs: Iterable[Slab]) -> list[list[Slab]]:
    """What stands together in each section, to where notes begin on a page of their own."""
    found, run = list[list[Slab]](), list[Slab]()
    for slab in slabs:
        if slab.opens_page and run:
            break
        run.append(slab)
        if slab.ends_section:
            found.append(run)
            run = []
    return [*found, run] if run else found


def pages_of_sheet_and_leaf(parts: Sequence[Sequence[Slab]], rooms: Sequence[float]) -> tuple[float, float]:
    """The pages of the sheet and of its leaf; the room of its first page, of the others, and of a leaf, in points."""
    first, others, bare = rooms
    found = {True: 0.0, False: 0.0}
    for at, part in enumerate(parts):
        leaf = any(slab.leaf for slab in part)
        found[leaf] += pages_of(part, *((bare, bare) if leaf else (others if at else first, others)))
    return found[False], found[True]


def pages_of(run: Sequence[Slab], first: float, others: float) -> float:
    """The pages of what stands together, where a page has so much room, the last by the share of it that is full."""
    count, free, left, under = 1, first, first, 0.0
    chain: list[Slab] = []
    for slab in run:
        chain.append(slab)
        if slab.keep and slab is not run[-1]:
            continue
        over, tall = max(under, chain[0].before), chain_height(chain)
        if over + tall > left and left < free:
            count, free, left, over = count + 1, others, others, chain[0].again
        left, under, chain = left - over - tall, chain[-1].after, []
        while left < 0.0:
            count, free, left = count + 1, others, left + others
    return count - left / free


def chain_height(chain: Sequence[Slab]) -> float:
    """The height of what stands together in points, without the space over and under it."""
    between = sum(max(above.after, below.before) for above, below in pairwise(chain))
    return sum(it.height for it in chain) + between
