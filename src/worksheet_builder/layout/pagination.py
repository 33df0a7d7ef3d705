"""Slabs onto pages: what belongs together stays together, and room that is left over becomes room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..foundation.problems import Place, Problem, Refused
from .boxes import Slab
from .running_header import Frame, Frames


@dataclass(slots=True)
class Page:
    """The slabs of one page from the top of its frame; `used` is how far down they reach, in points."""

    frame: Frame
    slabs: list[Slab] = field(default_factory=list)
    used: float = 0.0

    @property
    def height(self) -> float:
        """How high its frame is, in points."""
        return self.frame.height

    def add(self, slab: Slab) -> None:
        """Put a slab under the others."""
        self.used += slab.height + (slab.before if self.slabs else 0.0)
        self.slabs.append(slab)

    def fits(self, slab: Slab, height: float) -> bool:
        """Whether there is room for a slab, or for a chain of this height that begins with it."""
        before = slab.before if self.slabs else 0.0
        return self.used + before + height <= self.height + 0.01

    def tops(self) -> Iterator[tuple[float, Slab]]:
        """Each slab with its top."""
        y = 0.0
        for index, slab in enumerate(self.slabs):
            y += slab.before if index else 0.0
            yield y, slab
            y += slab.height


def paginate(slabs: Sequence[Slab], frames: Frames) -> list[Page]:
    """Stack the slabs on pages of these frames; raises Refused for a slab that is taller than a page."""
    others = frames.others.height
    _refuse_too_tall(slabs, min(frames.first.height, frames.opening.height, others))
    page = Page(frames.first)
    pages = [page]
    for chain in _chains(slabs):
        height = _height(chain)
        if page.slabs and (chain[0].opens_page or (height <= others and not page.fits(chain[0], height))):
            page = Page(frames.opening if chain[0].starts else frames.others)
            pages.append(page)
        for slab in chain:
            if page.slabs and not page.fits(slab, slab.height):
                page = Page(frames.others)
                pages.append(page)
            if not page.slabs and slab.head and len(pages) > 1:
                page.add(slab.head())
            page.add(slab)
    return pages


def _chains(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    chain: list[Slab] = []
    for slab in slabs:
        if slab.opens_page and chain:
            yield chain
            chain = []
        chain.append(slab)
        if not slab.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _height(slabs: Sequence[Slab]) -> float:
    return sum([slab.height + slab.before for slab in slabs]) - slabs[0].before


def _refuse_too_tall(slabs: Sequence[Slab], height: float) -> None:
    problems = [
        Problem(
            slab.place or Place(""),
            f"This needs {slab.height / 72 * 25.4:.0f} mm, and a page has {height / 72 * 25.4:.0f} mm.",
            "Give it fewer lines or less text, or split it in two.",
        )
        for slab in slabs
        if slab.height > height
    ]
    if problems:
        raise Refused(problems)


def give_room(pages: Sequence[Page]) -> None:
    """Turn the space left at the foot of each page into more writing lines, shared out evenly."""
    for page in pages:
        _grow(page, _shares(page))


def _shares(page: Page) -> list[tuple[list[int], int]]:
    """The families of a page, each with the lines that its members get."""
    free = page.height - page.used
    families = _families(page)
    extra = [0] * len(families)
    while True:
        open_ = [
            (extra[at] / page.slabs[members[0]].lines, at)
            for at, members in enumerate(families)
            if _cost(page, members) <= free and extra[at] < max(1, page.slabs[members[0]].lines)
        ]
        if not open_:
            break
        _, chosen = min(open_)
        extra[chosen] += 1
        free -= _cost(page, families[chosen])
    return list(zip(families, extra, strict=True))


def _grow(page: Page, shares: Sequence[tuple[list[int], int]]) -> None:
    for members, more in shares:
        for index in members if more else ():
            page.slabs[index] = _grown(page.slabs[index], more)


def _families(page: Page) -> list[list[int]]:
    """The slabs of a page that can grow, those that grow alike together, by their index."""
    families: dict[object, list[int]] = {}
    for index, slab in enumerate(page.slabs):
        if slab.grow:
            families.setdefault(slab.family or index, []).append(index)
    return list(families.values())


def _cost(page: Page, members: Sequence[int]) -> float:
    return sum(page.slabs[index].pitch for index in members)


def _grown(slab: Slab, more: int) -> Slab:
    grown = slab.grow(more) if slab.grow else slab
    grown.before, grown.ground = slab.before, slab.ground
    return grown
