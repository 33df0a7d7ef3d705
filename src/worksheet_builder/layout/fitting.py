"""Page fitting: a document as boxes on pages, in closer measures where that saves a page."""

from __future__ import annotations

from ..definitions.practice import Brand
from ..document import Document, Style, answers
from ..document.page_limits import SIDES
from ..document.rhythm import DENSITIES, SPARING, Rhythm
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
    """A document stacked on pages, in the measures of one context, with its tags."""

    context: LayoutContext
    root: Tag
    page_frames: PageFrames
    boxes: list[Box]
    pages: list[Page]

    @classmethod
    def of(cls, context: LayoutContext) -> Layout:
        """Compose every node and stack the boxes; room that is left over is not given away yet.

        Contents are composed again once it is known on which pages the parts begin.
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

    def closer(self, density: int, *, sparing: int = 0) -> Layout:
        """The same at another density; one that spares has less room to write, and options beside each other."""
        context = self.context
        return Layout.of(LayoutContext(context.document, context.brand, context, density=density, sparing=sparing))

    def spills(self) -> bool:
        """Whether a sheet to be written on takes more than two sides of paper, or its leaf more than one."""
        if not any(answers(self.context.document)):
            return False
        sides = 0
        for page in self.pages:
            sides = 1 if page.boxes[0].opens_page else sides + 1
            if sides > (1 if page.frame.bare else SIDES):
                return True
        return self.overflows_at_a_glance()

    def overflows_at_a_glance(self) -> bool:
        """Whether the first of two parts for the therapist, which is to be seen at a glance, takes more than a page."""
        first = [(at, page.boxes[0]) for at, page in enumerate(self.pages) if not page.frame.bare]
        opened = [at for at, box in first if box.opens_page and not box.starts]
        return len(opened) == 2 and opened[1] > opened[0] + 1

    def guess(self, density: int) -> int:
        """How many pages it would take at another density, if no line of words were broken elsewhere."""
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
            )
            for box in self.boxes
        ]
        return len(paginate(boxes, self.page_frames))


def fitted(document: Document, brand: Brand) -> Layout:
    """The layout with what the document has to say on typing, as true as the fields in it.

    That costs no page: it is said in the last small print where it would be a line too many above. What it says of the
    room in its boxes is left out where there is no room for it either, and where every box shows a long answer.
    """
    opened = told(document)
    found = _fitted(opened, brand)
    if opened is document:
        return found
    if not _airy(document, brand) and found.spills():
        for room, late in ((True, True), (False, False), (False, True)):
            other = _fitted(told(document, room=room, late=late), brand)
            if len(other.pages) < len(found.pages):
                return other
    if says_room(document) and letters_shown(found.context, found.pages) is None:
        return _fitted(told(document, room=False), brand)
    return found


def _airy(document: Document, brand: Brand) -> bool:
    """Whether it takes what pages it needs."""
    return brand.style is Style.LARGE_PRINT or document.easy_read


def _fitted(document: Document, brand: Brand) -> Layout:
    """The layout as the design wants it, or set as little closer as saves a page; each part of a pack saves its own.

    Large print and easy read keep their air, whatever pages they take; but what a therapist sees at a glance of a sheet
    in easy read stays on one.
    """
    loose = Layout.of(LayoutContext(document, brand))
    found = _closer(loose) if len(loose.pages) > 1 else loose
    cramped = document.easy_read and brand.style is not Style.LARGE_PRINT and found.overflows_at_a_glance()
    found = _spared(found) if cramped or not _airy(document, brand) else found
    for page in found.pages:
        _opened(page, found.context.rhythm)
    give_room(found.pages, found.context.rhythm)
    return found


def _opened(page: Page, rhythm: Rhythm) -> None:
    """Make the opening that a page begins with larger, where there is room left and nothing has to move."""
    first = page.boxes[0]
    if first.widen is None:
        return
    old = page.boxes[: first.span]
    used = stacked_height(old)
    boxes = first.widen(used, page.height - page.used)
    for box in boxes:
        box.height = rhythm.up(box.height)
    page.boxes[: first.span] = boxes
    page.used += stacked_height(boxes) - used


def _closer(loose: Layout) -> Layout:
    """The most open layout of as few pages as the closest has."""
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
    """The layout with room to write given up, no more than needed, where a sheet would spill and this saves a page."""
    best = found
    for density, much in SPARING if found.spills() else ():
        spared = found.closer(density, sparing=much)
        if len(spared.pages) < len(best.pages):
            best = spared
            if not best.spills():
                break
    return best
