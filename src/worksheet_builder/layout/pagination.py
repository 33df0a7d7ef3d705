"""Page breaking: puts boxes on pages, keeps boxes together, and turns free space into writing lines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import pairwise

from ..document.measures import MM
from ..document.rhythm import Rhythm
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import open_record
from .boxes import Box
from .running_header import PageFrame, PageFrames

_OPENING = 2
"""The index of the last box that a panel keeps at its beginning: its padding, its heading and a line."""
_DOWN = 2
"""Grid steps between the running header and text in addition to the usual distance, where a page has the space."""
_EMPTY = 0.4
"""The greatest share of a page that is left empty to keep a small table whole."""


@open_record
class Page:
    """The boxes of one page, from the top of its frame; `used` is their height with the space between, in points."""

    frame: PageFrame
    boxes: list[Box] = field(default_factory=list)
    used: float = 0.0

    @property
    def height(self) -> float:
        """The height of the page's frame, in points."""
        return self.frame.height

    def add(self, box: Box) -> None:
        """Add a box below the others."""
        self.used += box.height + (box.before if self.boxes else 0.0)
        self.boxes.append(box)

    def fits(self, box: Box, height: float) -> bool:
        """Whether `height` points fit on the page, of a box or of a chain (boxes kept together) that it begins."""
        before = box.before if self.boxes else 0.0
        return self.used + before + height <= self.height + 0.01

    @property
    def is_nearly_empty(self) -> bool:
        """Whether more of the page is empty than may stay so if the next chain can be cut."""
        return self.height - self.used > self.height * _EMPTY

    def take_last_headings(self) -> list[Box]:
        """Remove the headings and questions at the end of the page and return them; none if it has nothing else."""
        last = max((at for at, box in enumerate(self.boxes) if not box.leads), default=len(self.boxes) - 1)
        taken = self.boxes[last + 1 :]
        boxes, self.boxes, self.used = self.boxes[: last + 1], [], 0.0
        for box in boxes:
            self.add(box)
        return taken

    def tops(self) -> Iterator[tuple[float, Box]]:
        """Yield the top of each box, in points from the top of the frame, and the box."""
        y = 0.0
        for index, box in enumerate(self.boxes):
            y += box.before if index else 0.0
            yield y, box
            y += box.height


def paginate(boxes: Sequence[Box], page_frames: PageFrames) -> list[Page]:
    """Stack the boxes on pages of these frames; raises Refused for a box that is taller than a page."""
    others = page_frames.others.height
    _refuse_too_tall(boxes[:1], min(page_frames.first.height, others))
    _refuse_too_tall(boxes[1:], others)
    page = Page(page_frames.bare if boxes and boxes[0].bare else page_frames.first)
    pages = [page]
    chains = deque(_chains(boxes, others))
    while chains:
        chain = chains.popleft()
        if page.is_nearly_empty and not _must_open_page(chain[0]) and _lacks_room(chain, page, others):
            chain, *rest = _cut(chain, [box.loosens for box in chain])
            chains.extendleft(reversed(rest))
        if page.boxes and (_must_open_page(chain[0]) or _lacks_room(chain, page, others)):
            page = Page(_frame(chain[0], page_frames, page_frames.opening if chain[0].starts else page_frames.others))
            pages.append(page)
        for box in chain:
            if page.boxes and not page.fits(box, box.height):
                headings = page.take_last_headings()
                page = Page(_frame(box, page_frames, page_frames.others))
                pages.append(page)
                for it in headings:
                    page.add(it)
            if not page.boxes and box.head and len(pages) > 1:
                page.add(box.head())
            page.add(box)
    return pages


def _must_open_page(box: Box) -> bool:
    """Whether a box begins a new page, whatever room is left."""
    return box.opens_page or box.breaks


def _lacks_room(chain: Sequence[Box], page: Page, most: float) -> bool:
    """Whether a chain does not fit on this page but would on an empty one; one taller than a page is cut anywhere."""
    height = _height(chain)
    return height <= most and not page.fits(chain[0], height)


def _frame(box: Box, page_frames: PageFrames, usual: PageFrame) -> PageFrame:
    """The frame of the page that begins with a box: that of a leaf, or `usual`."""
    return page_frames.bare if box.bare else usual


def _chains(boxes: Sequence[Box], most: float) -> Iterator[list[Box]]:
    """Yield the chains of boxes that are kept together; a chain taller than `most` is cut where a box `yields`."""
    for chain in _kept(boxes):
        if _height(chain) <= most:
            yield chain
            continue
        yield from _accompanied(_cut(chain, [box.yields for box in chain]), most)


def _accompanied(pieces: list[list[Box]], most: float) -> list[list[Box]]:
    """The pieces, the last paragraph of a panel moved from each to the next if both then fit on a page."""
    accompanied = pieces[:1]
    for piece in pieces[1:]:
        before = accompanied[-1]
        starts = [at for at, box in enumerate(before) if at > _OPENING and box.before and box.ground]
        starts = [at for at in starts if before[at - 1].ground is before[at].ground]
        if starts and _height(before[starts[-1] :] + piece) <= most:
            accompanied[-1], piece = before[: starts[-1]], before[starts[-1] :] + piece
        accompanied.append(piece)
    return accompanied


def _cut(chain: list[Box], after: Sequence[bool]) -> list[list[Box]]:
    """Cut a chain into pieces, after each box for which `after` is true."""
    cuts = [0, *(at for at, lets_go in enumerate(after, 1) if lets_go and at < len(chain)), len(chain)]
    return [chain[start:end] for start, end in pairwise(cuts)]


def _kept(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    chain: list[Box] = []
    for box in boxes:
        if _must_open_page(box) and chain:
            yield chain
            chain = []
        chain.append(box)
        if not box.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _height(boxes: Sequence[Box]) -> float:
    return sum([box.height + box.before for box in boxes]) - boxes[0].before


def _refuse_too_tall(boxes: Sequence[Box], height: float) -> None:
    problems = [
        Problem(
            box.place or Place(""),
            f"This needs {box.height / MM:.0f} mm, and a page has {height / MM:.0f} mm.",
            "Give it fewer lines or less text, or split it in two.",
        )
        for box in boxes
        if box.height > height
    ]
    if problems:
        raise Refused(problems)


def give_room(pages: Sequence[Page], rhythm: Rhythm, gap: float) -> None:
    """Turn the free space at the foot of each page into more writing lines, distributed evenly; changes the pages.

    Before that, what asks to stand apart does so if it can, and the text of a page with a running header moves a little
    away from that; what is left at last is added above questions, sections and panels, up to `gap` points above each.
    """
    for index, page in enumerate(pages):
        _set_apart(page, rhythm)
        if index and not page.frame.bare and not page.boxes[0].starts:
            _lower(page, rhythm)
        _grow(page, _shares(page, rhythm), rhythm)
        _spread(page, rhythm, gap)


def _set_apart(page: Page, rhythm: Rhythm) -> None:
    """Give the boxes that ask for it (`Box.apart`) more space above, in grid steps, where the page has the room."""
    for box in page.boxes[1:]:
        wanted = rhythm.up(box.apart) - box.before
        if 0.0 < wanted <= page.height - page.used + 0.01:
            box.before += wanted
            page.used += wanted


def _lower(page: Page, rhythm: Rhythm) -> None:
    """Begin a page `_DOWN` grid steps lower if it has that much free space."""
    down = _DOWN * rhythm.step
    if page.height - page.used >= down - 0.01:
        page.frame = replace(page.frame, top=page.frame.top + down, height=page.frame.height - down)


def _spread(page: Page, rhythm: Rhythm, gap: float) -> None:
    """Add a grid step of space at a time above all boxes that have less than `gap` above them, while there is room."""
    while True:
        boxes = [it for it in page.boxes[1:] if rhythm.aside - 0.01 <= it.before <= gap - rhythm.step]
        page.used = sum(box.height + (box.before if at else 0.0) for at, box in enumerate(page.boxes))
        if not boxes or page.used + rhythm.step * len(boxes) > page.height:
            return
        for box in boxes:
            box.before += rhythm.step


def _shares(page: Page, rhythm: Rhythm) -> list[tuple[list[int], int]]:
    """The families of a page, as indexes of boxes, each with the number of lines that every box of it gets."""
    free = page.height - page.used
    families = _families(page)
    extra = [0] * len(families)
    while True:
        open_ = [
            (extra[at] / page.boxes[members[0]].lines, at)
            for at, members in enumerate(families)
            if _cost(page, members, rhythm) <= free and extra[at] < max(1, page.boxes[members[0]].lines)
        ]
        if not open_:
            break
        _, chosen = min(open_)
        extra[chosen] += 1
        free -= _cost(page, families[chosen], rhythm)
    return list(zip(families, extra, strict=True))


def _grow(page: Page, shares: Sequence[tuple[list[int], int]], rhythm: Rhythm) -> None:
    for members, more in shares:
        for index in members if more else ():
            page.boxes[index] = _grown(page.boxes[index], more, rhythm)


def _families(page: Page) -> list[list[int]]:
    """The indexes of the boxes of a page that can grow, grouped by family."""
    families: dict[object, list[int]] = {}
    for index, box in enumerate(page.boxes):
        if box.grow:
            families.setdefault(box.family or index, []).append(index)
    return list(families.values())


def _cost(page: Page, members: Sequence[int], rhythm: Rhythm) -> float:
    return sum(rhythm.up(page.boxes[index].pitch) for index in members)


def _grown(box: Box, more: int, rhythm: Rhythm) -> Box:
    """The box with `more` writing lines; what holds it on its page (space before, `keep`, ground) stays the same."""
    assert box.grow  # as those of a family have it
    grown = box.grow(more)
    return replace(box, height=rhythm.up(grown.height), ops=grown.ops, lines=grown.lines)
