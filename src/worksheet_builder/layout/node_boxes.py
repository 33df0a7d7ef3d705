"""Makes boxes of document nodes: one function for each kind of node."""

from __future__ import annotations

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
from .answer_boxes import answer_boxes
from .bilingual import parted
from .boxes import Box, Column, alike, keep_together, leading, spaced
from .card_boxes import Side, card_boxes
from .contents_boxes import contents_boxes, part_boxes
from .context import LayoutContext
from .display_list import Artifact, DrawOp, RectangleOp, RuleOp, TextOp, moved
from .figure_boxes import figure_boxes
from .listing_boxes import listing_boxes
from .opening_boxes import opening_boxes
from .panel_boxes import contact_boxes, on_bar, panel_boxes
from .pictured_boxes import mark_room, marked, pictured_boxes
from .table_boxes import table_boxes
from .tag_tree import Tag

_APART = (Role.BODY, Role.MESSAGE, Role.TAKE_AWAY, Role.SUMMARY, Role.META)
"""The roles of paragraphs with space above them; all other roles have none."""
_STANDS = 4
"""From this number of boxes on, a heading and its words may be cut from the next block, but only if `context.cuts`."""
_STACKED = 1.2
"""The least height of an answer with its words above its line, in distances of writing lines."""
_ABOVE_LAST = 16.0
"""The space above the sentence to take away, in points, where its page has the room."""
_ROOM = (Answer, Table, Figure)
"""The kinds of nodes that a client works on."""


def node_boxes(context: LayoutContext, nodes: tuple[Node, ...], column: Column, tag: Tag) -> list[Box]:
    """The boxes of nodes in order, their tags added under `tag`; a paragraph is kept with an answer right after it."""
    boxes: list[Box] = []
    for before, node, after in zip_longest((None, *nodes[:-1]), nodes, nodes[1:]):
        made = _slabs(context, node, column, tag)
        if made and isinstance(node, Answer | Table | Figure) and isinstance(before, Paragraph | Listing):
            spaced(made, context.rhythm.answer)
        if made and isinstance(node, Answer) and isinstance(before, Answer) and _is_stacked(context, made):
            spaced(made, context.rhythm.paragraph)
        if before and made and isinstance(node, Paragraph) and node.role is Role.PROMPT:
            spaced(made, context.rhythm.aside)
        if made and _heads(before):
            made[0].before = context.rhythm.headed
        if isinstance(node, Paragraph) and isinstance(after, Answer):
            made[-1].keep = True
        if after and _is_opening(node):
            _lead_in(context, made, after)
        if made and isinstance(after, Group) and after.closes:
            made[-1].keep = made[-1].yields = True
        boxes += made
    return boxes


def _lead_in(context: LayoutContext, boxes: list[Box], after: Node) -> None:
    """Keep a heading and its words on the page of the block that follows.

    If the next node is a heading with words too, a page may end between them: sections in a row may fill pages.
    """
    for box in boxes[:-1]:
        box.yields, box.keep = box.yields or not box.keep, True
    last = boxes[-1]
    lines = sum(any(isinstance(op, TextOp) for op in box.ops) for box in boxes)
    last.keep = last.leads or not context.cuts or lines < _STANDS
    last.yields = _is_opening(after) and not last.leads


def _is_stacked(context: LayoutContext, boxes: list[Box]) -> bool:
    """Whether an answer has its words above its line."""
    return boxes[0].height > context.pitch * _STACKED


def _heads(node: Node | None) -> bool:
    """Whether a node is or ends with a heading that the next node follows closely."""
    match node:
        case Heading(level=level):
            return level > 1
        case Group(role=GroupRole.BLOCK, children=(*_, Heading())):
            return True
        case _:
            return False


def _is_opening(node: Node) -> bool:
    """Whether a node is a heading with paragraphs only, which have to stay with the block that they introduce."""
    return (
        isinstance(node, Group)
        and node.role is not GroupRole.OPENING
        and all(isinstance(child, Heading | Paragraph) for child in node.children)
        and isinstance(node.children[0], Heading)
    )


def _slabs(context: LayoutContext, node: Node, column: Column, tag: Tag) -> list[Box]:
    match node:
        case Heading():
            return leading(_heading(context, node, column, tag))
        case Paragraph():
            return _paragraph(context, node, column, tag)
        case Listing():
            return listing_boxes(context, node, column, tag)
        case Table():
            return table_boxes(context, node, column, tag)
        case Figure():
            return figure_boxes(context, node, column, tag)
        case Answer():
            return answer_boxes(context, node, column, tag)
        case Divider():
            rule = RuleOp(column.x, 0.0, column.width, 0.8, context.palette.rule, Artifact.LAYOUT)
            return leading([Box(3.0, [rule], before=context.rhythm.aside)])
        case Group():
            return _group(context, node, column, tag)
        case Contents():
            return contents_boxes(context, node, column, tag)
        case Part():
            return part_boxes(node, node_boxes(context, node.children, column, tag.add("Part")))
        case _:
            assert_never(node)


def _heading(context: LayoutContext, node: Heading, column: Column, tag: Tag) -> list[Box]:
    rhythm = context.rhythm
    beside = node.text.parallel is not None and parted(context, column) is not None
    name, before = {1: ("titles" if beside else "title", 0.0), 2: ("section", rhythm.section)}.get(
        node.level, ("subsection", rhythm.aside)
    )
    mark = tag.add(f"H{node.level + node.depth}")
    mark.title = node.text.plain()
    words = column.inset(0.0, mark_room(context, node.mark)) if node.mark else column
    boxes = context.lines(node.text, context.line_style(name), words, mark, keep=True, before=before)
    if node.mark:
        boxes = marked(context, boxes, node.mark, column)
    if node.level == 1:
        return _aligned(context, boxes) + _title_rule(context, column)
    return _ruled_section(context, boxes, column) if node.level == 2 else boxes


def _aligned(context: LayoutContext, boxes: list[Box]) -> list[Box]:
    """Centre the lines of the title if the design does so; returns the same boxes."""
    if context.design.title_align == "centre":
        for box in boxes:
            box.ops = [
                moved(op, (op.width - op.line.width) / 2, 0.0) if isinstance(op, TextOp) else op for op in box.ops
            ]
    return boxes


def _ruled_section(context: LayoutContext, boxes: list[Box], column: Column) -> list[Box]:
    """The heading of a section with a rule over or under it, by the design."""
    rule = RuleOp(column.x, 0.0, column.width, 0.9, context.palette.ornament, Artifact.LAYOUT)
    match context.design.section:
        case "over":
            head = Box(5.0, [rule], before=boxes[0].before)
            boxes[0].before = 0.0
            return [head, *boxes]
        case "under":
            return [*boxes, Box(4.0, [moved(rule, 0.0, 2.0)])]
        case "plain":
            return boxes
        case _:
            assert_never(context.design.section)


def _title_rule(context: LayoutContext, column: Column) -> list[Box]:
    centred = context.design.title_align == "centre"
    wide = 54.0 if context.design.title == "bar" else 64.0
    short = column.inset((column.width - wide) / 2, (column.width - wide) / 2) if centred else column
    match context.design.title:
        case "rule":
            rule = RuleOp(short.x, 4.5 + 2.5 * centred, short.width, 1.2, context.palette.ornament, Artifact.LAYOUT)
        case "bar":
            rule = RuleOp(short.x, 5.0, wide, 4.0, context.palette.ornament, Artifact.LAYOUT)
        case "plain":
            return [Box(context.rhythm.step)]
        case "ornament":
            return [_ornament(context, column, centred)]
        case _:
            assert_never(context.design.title)
    return [Box(8.0 + 3.0 * centred, [rule])]


def _ornament(context: LayoutContext, column: Column, centred: bool) -> Box:
    """Three small dots between two short rules, as books have them under the title of a chapter."""
    wide, colour, mark = 92.0, context.palette.ornament, Artifact.LAYOUT
    x = column.x + (column.width - wide) / 2 if centred else column.x
    ops: list[DrawOp] = [RuleOp(x + at, 11.0, 30.0, 0.9, colour, mark) for at in (0.0, wide - 30.0)]
    ops += [
        RectangleOp(x + wide / 2 + at - 1.7, 9.3, 3.4, 3.4, mark, fill=colour, radius=1.7) for at in (-8.0, 0.0, 8.0)
    ]
    return Box(16.0, ops)


def _paragraph(context: LayoutContext, node: Paragraph, column: Column, tag: Tag) -> list[Box]:
    before = context.rhythm.paragraph if node.role in _APART else 0.0
    line_style = context.line_style("asked" if node.after else node.role)
    boxes = context.lines(node.said, line_style, column, _paragraph_tag(node, tag), keep=node.role.leads, before=before)
    return leading(boxes) if node.role.leads else boxes


def _paragraph_tag(node: Paragraph, tag: Tag) -> Tag:
    """The tag of a paragraph: a heading for a question or the heading of a panel, so that users can jump between them.

    Such a heading begins as H6; `tag_tree.levelled` makes it one level lower than the heading above it.
    """
    if node.role not in (Role.PROMPT, Role.PANEL_HEADING):
        return tag.add("P")
    mark = tag.add("H6")
    mark.title, mark.listed = node.text.plain(), False
    return mark


def _group(context: LayoutContext, node: Group, column: Column, tag: Tag) -> list[Box]:
    match node.role:
        case GroupRole.OPENING:
            return opening_boxes(context, node, column, tag, node_boxes)
        case GroupRole.BLOCK:
            last = _takes_away(node)
            boxes = alike(spaced(node_boxes(context, node.children, column, tag), _opening(context, node)))
            for box in boxes[:1]:
                box.breaks = node.new_page
                box.apart = _ABOVE_LAST if last else 0.0
            return on_bar(context, boxes) if last else boxes
        case GroupRole.PANEL:
            return panel_boxes(context, node.children, column, tag, node_boxes)
        case GroupRole.CLOSING:
            return keep_together(spaced(node_boxes(context, node.children, column, tag), context.rhythm.aside))
        case GroupRole.CONTACTS:
            return contact_boxes(context, node.children, column, tag, node_boxes)
        case GroupRole.LEAF:
            return _leaf(context, node, column, tag)
        case GroupRole.ONLINE:
            return keep_together(spaced(node_boxes(context, node.children, column, tag), context.rhythm.aside))
        case GroupRole.CARD:
            return card_boxes(context, [_side(context, side) for side in node.children], column, tag)
        case GroupRole.PICTURED:
            return pictured_boxes(context, node, column, tag, node_boxes)
        case GroupRole.NOTES:
            boxes = node_boxes(context, node.children, column, tag.add("Sect"))
            if boxes:
                boxes[0].opens_page = True
            return boxes
        case _:
            assert_never(node.role)


def _takes_away(block: Group) -> bool:
    """Whether a block is the sentence to take away, which stands apart from what is above it."""
    return isinstance(block.children[0], Paragraph) and block.children[0].role is Role.TAKE_AWAY


def _opening(context: LayoutContext, block: Group) -> float:
    """The space above a block in points: more if the client works on something in it, or if it is small print."""
    apart = any(isinstance(child, _ROOM) or _is_fine(child) for child in block.children)
    return context.rhythm.question if apart else context.rhythm.aside


def _is_fine(node: Node) -> bool:
    return isinstance(node, Paragraph) and node.role is Role.FINE


def _leaf(context: LayoutContext, node: Group, column: Column, tag: Tag) -> list[Box]:
    """The boxes of a leaf, a page for other people: a new page without header and footer of the practice."""
    boxes = node_boxes(context, node.children, column, tag.add("Sect"))
    for box in boxes:
        box.bare = True
    boxes[0].opens_page = True
    return boxes


def _side(context: LayoutContext, node: Node) -> Side:
    """A function that lays out one side of a card, since the width of the card is not known yet."""

    def lay(column: Column, tag: Tag) -> list[Box]:
        return node_boxes(context, (node,), column, tag)

    return lay
