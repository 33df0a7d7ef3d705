"""Nodes into slabs: one function for each kind of node."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from ..document import (
    Answer,
    Contents,
    Divider,
    Figure,
    Group,
    GroupRole,
    Heading,
    Listing,
    Node,
    Paragraph,
    Part,
    Role,
    Table,
)
from .answer_boxes import answer_slabs
from .boxes import Column, Ground, Slab, alike, keep_together, spaced
from .card_boxes import Side, card_slabs
from .contents_boxes import contents_slabs, part_slabs
from .context import Press
from .display_list import Artifact, Rule, Text, moved
from .figure_boxes import figure_slabs
from .table_boxes import table_slabs
from .tag_tree import Attributes, Tag

PANEL_PADDING = 11.0
"""Space inside a panel, in points."""

_BEFORE = {
    Role.BODY: 6.0,
    Role.SUMMARY: 8.0,
    Role.META: 6.0,
    Role.PROMPT: 0.0,
    Role.HINT: 1.0,
    Role.LABEL: 4.0,
    Role.FINE: 2.5,
    Role.REFERENCE: 4.0,
}


def flow(press: Press, nodes: tuple[Node, ...], column: Column, tag: Tag) -> list[Slab]:
    """The slabs of some nodes, with their tags put under `tag`; words right before an answer stay with it."""
    slabs: list[Slab] = []
    for node, after in zip_longest(nodes, nodes[1:]):
        made = _slabs(press, node, column, tag)
        if isinstance(node, Paragraph) and isinstance(after, Answer):
            made[-1].keep = True
        if after and _is_opening(node):
            for slab in made:
                slab.keep = True
        slabs += made
    return slabs


def _is_opening(node: Node) -> bool:
    """Whether it is a heading with a few words, which would be lonely without the block that they lead to."""
    return (
        isinstance(node, Group)
        and all(isinstance(child, Heading | Paragraph) for child in node.children)
        and isinstance(node.children[0], Heading)
    )


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
        case Figure():
            return figure_slabs(press, node, column, tag)
        case Answer():
            return answer_slabs(press, node, column, tag)
        case Divider():
            rule = Rule(column.x, 0.0, column.width, 0.7, press.palette.rule, Artifact.LAYOUT)
            return [Slab(3.0, [rule], before=press.design.gap, keep=True)]
        case Group():
            return _group(press, node, column, tag)
        case Contents():
            return contents_slabs(press, node, column, tag)
        case Part():
            return part_slabs(node, flow(press, node.children, column, tag.add("Part")))
        case _:
            assert_never(node)


def _heading(press: Press, node: Heading, column: Column, tag: Tag) -> list[Slab]:
    gap = press.design.gap
    name, before = {1: ("title", 0.0), 2: ("section", gap * 1.3)}.get(node.level, ("subsection", gap * 0.8))
    mark = tag.add(f"H{node.level + node.depth}")
    mark.title = node.text.plain()
    slabs = press.lines(node.text, press.look(name), column, mark, keep=True, before=before)
    for slab in slabs:
        slab.keep = True
    if node.level == 1:
        return _aligned(press, slabs) + _title_rule(press, column)
    return _ruled_section(press, slabs, column) if node.level == 2 else slabs


def _aligned(press: Press, slabs: list[Slab]) -> list[Slab]:
    """Lines of the title in the middle, where the design wants them there."""
    if press.design.align == "centre":
        for slab in slabs:
            for text in [ink for ink in slab.inks if isinstance(ink, Text)]:
                slab.inks = [moved(text, (text.width - text.line.width) / 2, 0.0)]
    return slabs


def _ruled_section(press: Press, slabs: list[Slab], column: Column) -> list[Slab]:
    """The heading of a section with a rule over or under it, by the design."""
    rule = Rule(column.x, 0.0, column.width, 0.9, press.palette.accent, Artifact.LAYOUT)
    match press.design.section:
        case "over":
            head = Slab(5.0, [rule], before=slabs[0].before, keep=True)
            slabs[0].before = 0.0
            return [head, *slabs]
        case "under":
            return [*slabs, Slab(4.0, [moved(rule, 0.0, 2.0)], keep=True)]
        case "plain":
            return slabs
        case _:
            assert_never(press.design.section)


def _title_rule(press: Press, column: Column) -> list[Slab]:
    centred = press.design.align == "centre"
    short = column.inset((column.width - 64.0) / 2, (column.width - 64.0) / 2) if centred else column
    match press.design.title:
        case "rule":
            rule = Rule(short.x, 4.5 + 2.5 * centred, short.width, 1.2, press.palette.accent, Artifact.LAYOUT)
        case "bar":
            rule = Rule(short.x, 5.0, 54.0, 4.0, press.palette.accent, Artifact.LAYOUT)
        case "plain":
            return []
        case _:
            assert_never(press.design.title)
    return [Slab(8.0 + 3.0 * centred, [rule], keep=True)]


def _paragraph(press: Press, node: Paragraph, column: Column, tag: Tag) -> list[Slab]:
    keep = node.role in (Role.PROMPT, Role.HINT, Role.PANEL_HEADING, Role.LABEL)
    before = _BEFORE.get(node.role, 0.0)
    slabs = press.lines(node.text, press.look(node.role), column, tag.add("P"), keep=keep, before=before)
    if keep:
        for slab in slabs:
            slab.keep = True
    return slabs


def _listing(press: Press, node: Listing, column: Column, tag: Tag) -> list[Slab]:
    kind = "Decimal" if node.ordered else "Disc"
    whole = tag.add("L", attributes=Attributes.list(kind))
    look = press.look("ink")
    indent = look.style.size * (1.75 if node.ordered else 1.15)
    slabs = []
    for number, item in enumerate(node.items, 1):
        entry = whole.add("LI")
        sign = f"{press.number(number)}." if node.ordered else "•"
        label = press.block(replace(item, text=sign, echo=None), look, column, entry.add("Lbl"))
        lines = press.lines(item, look, column.inset(indent), entry.add("LBody"))
        lines[0].inks = label.inks + lines[0].inks
        slabs += spaced(keep_together(lines), 2.0)
    return slabs


def _group(press: Press, node: Group, column: Column, tag: Tag) -> list[Slab]:
    match node.role:
        case GroupRole.BLOCK:
            return alike(spaced(flow(press, node.children, column, tag), press.design.gap))
        case GroupRole.PANEL:
            return _panel(press, node, column, tag)
        case GroupRole.CARD:
            return card_slabs(press, [_side(press, side) for side in node.children], column, tag)
        case GroupRole.NOTES:
            slabs = flow(press, node.children, column, tag.add("Sect"))
            if slabs:
                slabs[0].opens_page = True
            return slabs
        case _:
            assert_never(node.role)


def _side(press: Press, node: Node) -> Side:
    """One side of a card, which is laid out for the width that the card turns out to have."""

    def lay(column: Column, tag: Tag) -> list[Slab]:
        return flow(press, (node,), column, tag)

    return lay


def _panel(press: Press, node: Group, column: Column, tag: Tag) -> list[Slab]:
    """Children on a ground, with padding above and below, held together unless they take over half a page."""
    palette = press.palette
    match press.design.panel:
        case "tint":
            ground = Ground(palette.tint, None, None, press.design.radius)
        case "bar":
            ground = Ground(None, None, palette.accent, 0.0)
        case "frame":
            ground = Ground(None, palette.line, None, press.design.radius)
        case "rules":
            ground = Ground(None, None, None, 0.0, palette.accent)
        case _:
            assert_never(press.design.panel)
    inner = column.inset(PANEL_PADDING + 2, PANEL_PADDING)
    children = flow(press, node.children, inner, tag.add("Aside"))
    pad = PANEL_PADDING - 3.0
    slabs = [Slab(pad, before=press.design.gap), *children, Slab(pad + 1.5)]
    slabs[1].before = 0.0
    for slab in slabs:
        slab.ground = ground
    if sum(slab.height + slab.before for slab in slabs) <= press.page_height / 2:
        return keep_together(slabs)
    slabs[0].keep = slabs[1].keep = slabs[-2].keep = True
    return slabs
