"""Counts the pages of paragraphs and table rows of known heights, some of which are kept together on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..foundation.records import open_record


@open_record
class Slab:
    """A paragraph or table row: its height and the space around it in points, and how it is kept together or split."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    opens_page: bool = False
    ends_section: bool = False
    leaf: bool = False
    """Whether it is the title of a page for other people."""
    again: float = 0.0
    """The height in points of the table header that is repeated above this row if the row begins a page."""
    calls: bool = False
    """Whether this is the box of crisis contacts."""


def sections_of(slabs: Iterable[Slab]) -> list[list[Slab]]:
    """The slabs of each section in order; the therapist's notes, which begin a new page, are left out."""
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
    """The pages of the sheet and of its page for other people.

    `rooms` are the usable heights in points of the sheet's first page, its other pages, and pages for other people.
    """
    first, others, bare = rooms
    found = {True: 0.0, False: 0.0}
    for at, part in enumerate(parts):
        leaf = any(slab.leaf for slab in part)
        found[leaf] += pages_of(part, *((bare, bare) if leaf else (others if at else first, others)))
    return found[False], found[True]


def pages_of(run: Sequence[Slab], first: float, others: float) -> float:
    """The pages of one section, the last by its filled share; `first` and `others` are page heights in points."""
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
