"""Boxes for lists: each item with its number or dot before it."""

from __future__ import annotations

from dataclasses import replace

from ..document import Listing
from ..foundation.languages import Language
from .bilingual import parted
from .boxes import Box, Column, keep_together, spaced
from .context import LayoutContext
from .display_list import Artifact
from .tag_tree import Attributes, Tag

_SHORT = 5
"""The greatest number of numbered steps that stay on one page; of other lists the first two items do."""


def listing_boxes(context: LayoutContext, node: Listing, column: Column, tag: Tag) -> list[Box]:
    """The boxes of a list, one for each line; a short numbered list stays whole, of others the first two items."""
    kind = "Decimal" if node.ordered else "Disc"
    whole = tag.add("L", attributes=Attributes.list(kind))
    line_style = context.line_style("ink")
    indent = line_style.style.size * (1.75 if node.ordered else 1.15)
    boxes = []
    for at, item in enumerate(node.items):
        entry = whole.add("LI")
        sign = f"{context.number(at + 1)}." if node.ordered else "•"
        label = replace(item, text=sign, parallel=None)
        signs = context.block(label, line_style, column, entry.add("Lbl")).ops
        along = item.parallel is not None and Language.of(item.parallel.language).rtl == context.rtl
        inner = replace(column.inset(indent), hang=indent if along else 0.0)
        lines = context.lines(item, line_style, inner, entry.add("LBody"))
        parts = parted(context, inner) if along and len(lines) == 1 else None
        if parts:
            second = Column(parts[1].x - indent, indent)
            signs = signs + context.block(label, line_style, second, Artifact.LAYOUT).ops
        lines[0].ops = signs + lines[0].ops
        boxes += spaced(keep_together(lines), context.rhythm.item if at else context.rhythm.answer)
        if at == 0 or (node.ordered and len(node.items) <= _SHORT):
            boxes[-1].keep = at < len(node.items) - 1
    return boxes
