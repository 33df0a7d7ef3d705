"""Page fitting: lays a document out on pages, with smaller distances where that saves a page."""

from __future__ import annotations

from math import ceil

from ..definitions.practice import Brand
from ..document import Document, Style, answers
from ..document.page_limits import SIDES
from ..document.rhythm import CLOSEST, DENSITIES, LAST, SPARING, Rhythm
from ..foundation.records import record
from .boxes import Box, stacked_height
from .context import LayoutContext
from .node_boxes import node_boxes
from .pagination import Page, give_room, paginate
from .panel_boxes import joined
from .running_header import PageFrames, page_frames
from .tag_tree import Tag
from .typing_note import letters_shown, says_room, told


@record
class Layout:
    """One attempt to lay out a document: its boxes, pages and PDF tags (`root`), at the density of its context."""

    context: LayoutContext
    root: Tag
    page_frames: PageFrames
    boxes: list[Box]
    pages: list[Page]

    @classmethod
    def of(cls, context: LayoutContext) -> Layout:
        """Lay out all nodes and put the boxes on pages; free space is not yet used for more writing lines.

        A pack is laid out again with the pages on which its parts begin, for its contents. Raises Refused for a box
        that is taller than a page.
        """
        root = Tag("Document")
        boxes = joined(node_boxes(context, context.document.nodes, context.column, root))
        for box in boxes:
            box.height = context.rhythm.up(box.height)
        found = page_frames(context)
        pages = paginate(boxes, found)
        starts = {box.starts: index for index, page in enumerate(pages) for box in page.boxes if box.starts}
        if starts == context.starts:
            return cls(context, root, found, boxes, pages)
        context.starts = starts
        return cls.of(context)

    def closer(self, density: int, *, sparing: int = 0, pitch: float = 0.0) -> Layout:
        """Lay out the same document at another density; `sparing` and `pitch` are those of `LayoutContext`."""
        known = self.context
        context = LayoutContext(known.document, known.brand, known, density=density, sparing=sparing, pitch=pitch)
        return Layout.of(context)

    def spills(self) -> bool:
        """Whether a sheet with answers takes more than two pages, its leaf or its page at a glance more than one."""
        if not any(answers(self.context.document)):
            return False
        sides = 0
        for page in self.pages:
            sides = 1 if page.boxes[0].opens_page else sides + 1
            if sides > (1 if page.frame.bare else SIDES):
                return True
        return self.overflows_at_a_glance()

    def overflows_at_a_glance(self) -> bool:
        """Whether the page at a glance, the first of two parts of notes to the therapist, takes more than one page."""
        first = [(at, page.boxes[0]) for at, page in enumerate(self.pages) if not page.frame.bare]
        opened = [at for at, box in first if box.opens_page and not box.starts]
        return len(opened) == 2 and opened[1] > opened[0] + 1

    def guess(self, density: int) -> int:
        """An estimate of the number of pages at another density, from scaled heights, without setting lines again."""
        own, other = self.context.rhythm, self.context.rhythm_at(density)
        share, apart = other.step / own.step, own.to(other)
        boxes = [
            Box(
                box.height * share,
                before=apart.get(box.before, box.before * share),
                keep=box.keep,
                opens_page=box.opens_page,
                breaks=box.breaks,
                starts=box.starts,
                bare=box.bare,
                loosens=box.loosens,
                yields=box.yields,
                leads=box.leads,
            )
            for box in self.boxes
        ]
        return len(paginate(boxes, self.page_frames))


def fitted(document: Document, brand: Brand) -> Layout:
    """Lay out a document, with its note on typing as far as that is true of its fields and takes no further page.

    If the note would take a page at the beginning, it is put into the last small print. Its sentence on the space in
    the boxes is left out if that takes a page too, or if every box shows a long answer. Raises Refused for a box that
    is taller than a page.
    """
    opened = told(document)
    found = _fitted(opened, brand)
    if opened is document:
        return found
    if not _airy(document, brand) and found.spills():
        for room, late in ((True, True), (False, False), (False, True)):
            shorter = told(document, room=room, late=late)
            if _at_closest(shorter, brand) < len(found.pages):
                other = _fitted(shorter, brand)
                if len(other.pages) < len(found.pages):
                    return other
    if says_room(document) and letters_shown(found.context, found.pages) is None:
        return _fitted(told(document, room=False), brand)
    return found


def _at_closest(document: Document, brand: Brand) -> int:
    """The number of pages with the smallest distances and the least space to write: no other layout has fewer."""
    return len(Layout.of(LayoutContext(document, brand, density=CLOSEST, sparing=LAST)).pages)


def _airy(document: Document, brand: Brand) -> bool:
    """Whether the document may take as many pages as it needs: in large print and easy read."""
    return brand.style is Style.LARGE_PRINT or document.easy_read


def _fitted(document: Document, brand: Brand) -> Layout:
    """The layout with the design's own distances, or with the least smaller ones that save a page.

    Large print and easy read give up no space to write, however many pages they take, unless the page at a glance of
    an easy-read sheet would take more than one.
    """
    loose = Layout.of(LayoutContext(document, brand))
    found = _closer(loose) if len(loose.pages) > 1 else loose
    cramped = document.easy_read and brand.style is not Style.LARGE_PRINT and found.overflows_at_a_glance()
    if cramped or not _airy(document, brand):
        found = _wider_lines(_spared(found))
    for page in found.pages:
        _opened(page, found.context.rhythm)
    give_room(found.pages, found.context.rhythm, found.context.design.gap)
    return found


def _wider_lines(found: Layout) -> Layout:
    """The layout with writing lines as far apart as the design asks, or as near to it as takes no page more."""
    context = found.context
    half, wanted = context.rhythm.step / 2, context.rhythm_at(0).pitch
    for steps in range(ceil((wanted - context.pitch) / half - 0.01), 0, -1):
        pitch = context.pitch + steps * half
        if all(page.used + _more(page, pitch, context) <= page.height for page in found.pages):
            wider = found.closer(context.density, sparing=context.sparing, pitch=pitch)
            return wider if len(wider.pages) == len(found.pages) and wider.spills() == found.spills() else found
    return found


def _more(page: Page, pitch: float, context: LayoutContext) -> float:
    """How many points more the writing lines of a page take at another distance."""
    up = context.rhythm.up
    return sum(up(box.lines * pitch) - up(box.lines * context.pitch) for box in page.boxes if box.lines)


def _opened(page: Page, rhythm: Rhythm) -> None:
    """Make the opening at the top of a page larger if the page has free space, so that no box changes its page."""
    first = page.boxes[0]
    if first.widen is None:
        return
    old = page.boxes[: first.span]
    used = stacked_height(old)
    boxes = first.widen(used, page.height - page.used)
    for box in boxes:
        box.height = rhythm.up(box.height)
    boxes[0].opens_page, boxes[0].starts = first.opens_page, first.starts
    page.boxes[: first.span] = boxes
    page.used += stacked_height(boxes) - used


def _closer(loose: Layout) -> Layout:
    """The least dense layout that saves a page, or where boxes open pages, as many as can be saved; or `loose`."""
    guesses = {density: loose.guess(density) for density in DENSITIES[1:]}
    fewest = min(guesses.values())
    if fewest >= len(loose.pages):
        return loose
    enough = fewest if any(box.opens_page for box in loose.boxes) else len(loose.pages) - 1
    best = loose
    for density in (it for it, pages in guesses.items() if pages <= enough or it == DENSITIES[-1]):
        found = loose.closer(density)
        if len(found.pages) < len(best.pages):
            best = found
        if len(best.pages) <= enough:
            break
    return best


def _spared(found: Layout) -> Layout:
    """If the layout `spills`, that with the least space to write given up that saves a page; else the same layout."""
    best = found
    for density, much in SPARING if found.spills() else ():
        spared = found.closer(density, sparing=much)
        if len(spared.pages) < len(best.pages):
            best = spared
            if not best.spills():
                break
    return best
