"""A document laid out: its nodes as slabs on pages, set a little closer where that saves a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..definitions.practice import Brand
from ..document import Document
from ..document.design import Design
from .boxes import Slab
from .context import Press
from .node_boxes import flow
from .pagination import Page, give_room, paginate
from .running_header import Frames, frames
from .tag_tree import Tag

_LEAST = (0.93, 0.5)
"""What is left at least of the height of a slab, and of the space above it, set as close as it can be."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document stacked on pages, in the measures of one press, with its tags."""

    press: Press
    root: Tag
    frames: Frames
    slabs: list[Slab]
    pages: list[Page]

    @classmethod
    def of(cls, press: Press) -> Layout:
        """Compose every node and stack the slabs; room that is left over is not given away yet.

        Contents are composed again once it is known on which pages the parts begin.
        """
        root = Tag("Document")
        slabs = flow(press, press.document.nodes, press.column, root)
        found = frames(press)
        pages = paginate(slabs, found)
        starts = {slab.starts: index for index, page in enumerate(pages) for slab in page.slabs if slab.starts}
        if starts == press.starts:
            return cls(press, root, found, slabs, pages)
        press.starts = starts
        return cls.of(press)

    def tightened(self, design: Design, share: float) -> Layout:
        """The same set closer."""
        brand = replace(self.press.brand, design=design.tightened(share))
        return Layout.of(Press(self.press.document, brand, self.press))

    def pages_for(self, sizes: Iterable[tuple[float, float]]) -> int:
        """How many pages it would take if its slabs had these heights and spaces above them."""
        slabs = [
            Slab(height, before=before, keep=slab.keep, opens_page=slab.opens_page, starts=slab.starts)
            for slab, (height, before) in zip(self.slabs, sizes, strict=True)
        ]
        return len(paginate(slabs, self.frames))

    def pages_at_least(self) -> int:
        """How many pages it takes at least, however close it is set."""
        height, before = _LEAST
        return self.pages_for((slab.height * height, slab.before * before) for slab in self.slabs)

    def pages_halfway_to(self, other: Layout) -> int:
        """How many pages it would take half as much closer as another, since sizes grow evenly with the measures.

        Words of two languages side by side may be cut into other slabs; then it is as many as now.
        """
        if len(self.slabs) != len(other.slabs):
            return len(self.pages)
        pairs = zip(self.slabs, other.slabs, strict=True)
        return self.pages_for(((a.height + b.height) / 2, (a.before + b.before) / 2) for a, b in pairs)


def fitted(document: Document, brand: Brand) -> Layout:
    """The layout as the design wants it, or set as little closer as saves a page; each part of a pack saves its own."""
    found = loose = Layout.of(Press(document, brand))
    if len(loose.pages) > 1 and loose.pages_at_least() < len(loose.pages):
        closest = loose.tightened(brand.design, 1.0)
        if len(closest.pages) < len(loose.pages):
            parts = any(slab.opens_page for slab in loose.slabs)
            enough = len(closest.pages if parts else loose.pages[:-1])
            halfway = loose.pages_halfway_to(closest) <= enough
            found = loose.tightened(brand.design, 0.5) if halfway else closest
    give_room(found.pages)
    return found
