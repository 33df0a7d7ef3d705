"""A document laid out: its nodes as slabs on pages, set a little closer where that saves a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..design import Design
from ..document import Document
from ..practice import Brand
from .flow import flow
from .furniture import frames
from .pages import Page, give_room, paginate
from .press import Press
from .tags import Tag


@dataclass(frozen=True, slots=True)
class Layout:
    """A document stacked on pages, in the measures of one press, with its tags."""

    press: Press
    root: Tag
    pages: list[Page]

    @classmethod
    def of(cls, press: Press) -> Layout:
        """Compose every node and stack the slabs; room that is left over is not given away yet.

        Contents are composed again once it is known on which pages the parts begin.
        """
        root = Tag("Document")
        first, others = frames(press)
        slabs = flow(press, press.document.nodes, press.column, root)
        pages = paginate(slabs, first.height, others.height)
        starts = {slab.starts: index for index, page in enumerate(pages) for slab in page.slabs if slab.starts}
        if starts == press.starts:
            return cls(press, root, pages)
        press.starts = starts
        return cls.of(press)

    def tightened(self, design: Design, share: float) -> Layout:
        """The same set closer."""
        brand = replace(self.press.brand, design=design.tightened(share))
        return Layout.of(Press(self.press.document, brand, self.press))

    def may_lose_a_page(self) -> bool:
        """Whether what closer setting saves at most, a third of the gaps and a sixteenth of the rest, can be enough."""
        slabs = [slab for page in self.pages for slab in page.slabs]
        least = sum(slab.height * 0.93 + slab.before * 0.6 for slab in slabs)
        return len(self.pages) > 1 and least <= sum(page.height for page in self.pages[:-1])


def fitted(document: Document, brand: Brand) -> Layout:
    """The layout as the design wants it, or set as little closer as saves the most pages."""
    found = Layout.of(Press(document, brand))
    if found.may_lose_a_page():
        parts = sum(slab.opens_page for page in found.pages for slab in page.slabs)
        loose = found
        for closer in (loose.tightened(brand.design, share) for share in (0.5, 1.0)):
            if len(closer.pages) < len(found.pages):
                found = closer
                if not parts:
                    break
    give_room(found.pages)
    return found
