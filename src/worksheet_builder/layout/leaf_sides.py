"""The title and page number printed on the pages of a leaf (a page for other people) that takes several pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..document import Document, Heading, is_leaf, walk
from .pagination import Page
from .running_header import LeafSide


def leaf_sides(document: Document, pages: Sequence[Page]) -> Mapping[int, LeafSide]:
    """The title, page number and page count for each page of a leaf of several pages, by page index in the file."""
    runs: list[list[int]] = []
    for at, page in enumerate(pages):
        if page.frame.bare:
            runs += [[]] if page.boxes[0].opens_page else []
            runs[-1].append(at)
    leaves = (node for node in walk(document.nodes) if is_leaf(node))
    titles = (next(it for it in walk(leaf.children) if isinstance(it, Heading)) for leaf in leaves)
    return {
        at: LeafSide(title.text, number, len(run))
        for title, run in zip(titles, runs, strict=True)
        for number, at in enumerate(run, 1)
        if len(run) > 1
    }
