"""Panels: slabs on a common ground, and the box of whom to call."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from ..document import Node, Paragraph, Role, numbered
from ..phrases import Phrase
from .ink import Ink, Text, moved
from .press import Press, stack
from .slabs import Column, Ground, Slab, keep_together
from .tags import Tag

PADDING = 11.0
"""Space inside a panel, in points."""
_BESIDE = 10.0
"""Points between a number and the words beside it."""
_MOST = 0.42
"""The share of the width up to which a number has words beside it, and not under it."""

Flow = Callable[[Press, tuple[Node, ...], Column, Tag], list[Slab]]
"""Lays nodes out in a column."""


def panel_slabs(press: Press, nodes: tuple[Node, ...], column: Column, tag: Tag, flow: Flow) -> list[Slab]:
    """Nodes on the ground of the design, held together unless they take over half a page."""
    slabs = _on(_ground(press), press, flow(press, nodes, _inner(column), tag.add("Aside")))
    if sum(slab.height + slab.before for slab in slabs) <= press.page_height / 2:
        return keep_together(slabs)
    slabs[0].keep = slabs[1].keep = slabs[-2].keep = True
    return slabs


def contact_slabs(press: Press, nodes: tuple[Node, ...], column: Column, tag: Tag, flow: Flow) -> list[Slab]:
    """Whom to call, in a frame and never parted: numbers under each other, and beside each who answers."""
    inner, box = _inner(column), tag.add("Aside")
    told = [it.text for it in nodes if isinstance(it, Paragraph) and it.role is Role.CONTACT]
    stop = _stop(press, told, inner)
    slabs: list[Slab] = []
    for node in nodes:
        match node:
            case Paragraph(text=line, role=Role.CONTACT):
                slabs.append(_contact(press, line, inner, stop, box.add("P")))
            case _:
                slabs += flow(press, (node,), inner, box)
    ground = Ground(None, press.palette.accent, None, press.design.radius)
    return keep_together(_on(ground, press, slabs))


def _inner(column: Column) -> Column:
    return column.inset(PADDING + 2, PADDING)


def _on(ground: Ground, press: Press, children: list[Slab]) -> list[Slab]:
    """The slabs with padding above and below, all on one ground."""
    pad = PADDING - 3.0
    slabs = [Slab(pad, before=press.design.gap), *children, Slab(pad + 1.5)]
    slabs[1].before = 0.0
    for slab in slabs:
        slab.ground = ground
    return slabs


def _ground(press: Press) -> Ground:
    palette = press.palette
    match press.design.panel:
        case "tint":
            return Ground(palette.tint, None, None, press.design.radius)
        case "bar":
            return Ground(None, None, palette.accent, 0.0)
        case "frame":
            return Ground(None, palette.line, None, press.design.radius)
        case "rules":
            return Ground(None, None, None, 0.0, palette.accent)
        case _:
            assert_never(press.design.panel)


def _stop(press: Press, lines: list[Phrase], column: Column) -> float:
    """How far in the words begin: after the longest of the numbers that leave them room."""
    found = (numbered(line) for line in lines)
    widths = [_width(press, it[0]) for it in found if it]
    return max((width for width in widths if width <= column.width * _MOST), default=0.0) + _BESIDE


def _width(press: Press, number: Phrase) -> float:
    return press.setter.width(number, press.look("number").style)


def _contact(press: Press, line: Phrase, column: Column, stop: float, tag: Tag) -> Slab:
    """A number, and beside it who answers; under it where it is long."""
    found, look = numbered(line), press.look("number")
    if found is None:
        slab = press.block(line, press.look(Role.CONTACT), column, tag)
        slab.before = 2.0
        return slab
    number, words = found
    set_ = press.setter.line(number, look.style)
    head: list[Ink] = [Text(column.x, look.base, set_.width, set_, look.style.size, look.colour, tag)]
    beside = set_.width + _BESIDE <= stop + 0.01
    said = press.block(words, press.look(Role.CONTACT), column.inset(stop if beside else 2 * _BESIDE), tag)
    if not beside:
        return stack([Slab(look.leading, head, before=2.0, place=line.place), said])
    down = max(0.0, look.base - press.look(Role.CONTACT).base)
    inks = [*head, *(moved(ink, 0.0, down) for ink in said.inks)]
    return Slab(max(look.leading, said.height + down), inks, before=2.0, place=line.place)
