"""Nodes into slabs: one function for each kind of node."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ..document import Answer, Divider, Group, GroupRole, Heading, Listing, Node, Paragraph, Role, Table
from .answers import answer_slabs
from .ink import Artifact, Rule
from .press import Press
from .slabs import Column, Ground, Slab, keep_together, spaced
from .tables import table_slabs
from .tags import Tag

PANEL_PADDING = 11.0
"""Space inside a panel, in points."""

_BEFORE = {Role.BODY: 6.0, Role.SUMMARY: 8.0, Role.META: 6.0, Role.PROMPT: 0.0, Role.HINT: 1.0, Role.FINE: 2.5}


def flow(press: Press, nodes: tuple[Node, ...], column: Column, tag: Tag) -> list[Slab]:
    """The slabs of some nodes, with their tags put under `tag`."""
    slabs: list[Slab] = []
    for node in nodes:
        slabs += _slabs(press, node, column, tag)
    return slabs


def _slabs(press: Press, node: Node, column: Column, tag: Tag) -> list[Slab]:
    match node:
        case Heading():
            return _heading(press, node, column, tag)
        case Paragraph():
            return _paragraph(press, node, column, tag)
        case Listing():
            return _listing(press, node, column, tag)
        case Table():
            return table_slabs(press, node, column, tag)
        case Answer():
            return answer_slabs(press, node, column, tag)
        case Divider():
            rule = Rule(column.x, 0.0, column.width, 0.7, press.palette.rule, Artifact.LAYOUT)
            return [Slab(3.0, [rule], before=press.design.gap, keep=True)]
        case Group():
            return _group(press, node, column, tag)
        case _:
            assert_never(node)


def _heading(press: Press, node: Heading, column: Column, tag: Tag) -> list[Slab]:
    gap = press.design.gap
    name, before = {1: ("title", 0.0), 2: ("section", gap * 1.3)}.get(node.level, ("subsection", gap * 0.8))
    mark = tag.add(f"H{node.level}")
    slabs = press.lines(node.text, press.look(name), column, mark, keep=True, before=before)
    for slab in slabs:
        slab.keep = True
    if node.level == 1:
        slabs += _title_rule(press, column)
    return slabs


def _title_rule(press: Press, column: Column) -> list[Slab]:
    match press.design.title:
        case "rule":
            rule = Rule(column.x, 3.0, column.width, 1.2, press.palette.accent, Artifact.LAYOUT)
        case "bar":
            rule = Rule(column.x, 5.0, 54.0, 4.0, press.palette.accent, Artifact.LAYOUT)
        case "plain":
            return []
        case _:
            assert_never(press.design.title)
    return [Slab(7.0, [rule], keep=True)]


def _paragraph(press: Press, node: Paragraph, column: Column, tag: Tag) -> list[Slab]:
    keep = node.role in (Role.PROMPT, Role.HINT, Role.PANEL_HEADING)
    before = _BEFORE.get(node.role, 0.0)
    slabs = press.lines(node.text, press.look(node.role), column, tag.add("P"), keep=keep, before=before)
    if keep:
        for slab in slabs:
            slab.keep = True
    return slabs


def _listing(press: Press, node: Listing, column: Column, tag: Tag) -> list[Slab]:
    kind = "Decimal" if node.ordered else "Disc"
    whole = tag.add("L", attributes=f"<</O/List/ListNumbering/{kind}>>")
    look = press.look("ink")
    indent = look.style.size * (1.75 if node.ordered else 1.15)
    slabs = []
    for number, item in enumerate(node.items, 1):
        entry = whole.add("LI")
        sign = f"{press.document.language.number(number)}." if node.ordered else "•"
        label = press.block(replace(item, text=sign), look, column, entry.add("Lbl"))
        lines = press.lines(item, look, column.inset(indent), entry.add("LBody"))
        lines[0].inks = label.inks + lines[0].inks
        slabs += spaced(keep_together(lines), 2.0)
    return slabs


def _group(press: Press, node: Group, column: Column, tag: Tag) -> list[Slab]:
    match node.role:
        case GroupRole.BLOCK:
            return spaced(flow(press, node.children, column, tag), press.design.gap)
        case GroupRole.PANEL:
            return _panel(press, node, column, tag)
        case GroupRole.NOTES:
            slabs = flow(press, node.children, column, tag.add("Sect"))
            if slabs:
                slabs[0].opens_page = True
            return slabs
        case _:
            assert_never(node.role)


def _panel(press: Press, node: Group, column: Column, tag: Tag) -> list[Slab]:
    """Children on a ground, with padding above and below, held together while a page can hold them."""
    palette = press.palette
    bar = None
    match press.design.panel:
        case "tint":
            ground = Ground(palette.tint, None, None, press.design.radius)
        case "bar":
            bar = palette.accent
            ground = Ground(None, None, bar, 0.0)
        case "frame":
            ground = Ground(None, palette.line, None, press.design.radius)
        case _:
            assert_never(press.design.panel)
    inner = column.inset(PANEL_PADDING + 2, PANEL_PADDING)
    children = flow(press, node.children, inner, tag.add("Div"))
    pad = PANEL_PADDING - 3.0
    slabs = [Slab(pad, before=press.design.gap), *children, Slab(pad + 1.5)]
    slabs[1].before = 0.0
    for slab in slabs:
        slab.ground = ground
    return keep_together(slabs)
