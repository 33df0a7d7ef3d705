"""The note on typing in a fillable PDF: which programs join letters, and that print shows only text that fits its box.

The second sentence is for a sheet with a box that does not show a long answer: viewers make the text of a long answer
smaller, and paper does not scroll. So the letters are counted that a field shows at the least readable size, with the
average letter width of the sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from unicodedata import category

from ..document import Document, Group, GroupRole, Heading, Lines, Node, Paragraph, Role, answers, is_leaf, walk
from ..foundation.phrases import Phrase, in_line
from ..text import TextStyle
from .context import LayoutContext
from .display_list import FieldKind, FieldOp, TextOp
from .field_metrics import INSET
from .pagination import Page

LONG = 1000
"""The number of letters in a long answer, which a field should show."""
_LOST = 6.0
"""The number of letters missing at the end of a line, where the next word does not fit."""
_JUST = 0.05
"""A tolerance, as a share of a line: a viewer may find no room for a line that only just fits."""
_USUALLY, _APART, _MARKED = 0.95, 0.6, 0.75
"""The share of letters that surely fit: usually; in scripts whose letters join; in text with many combining marks."""


def told(document: Document, *, room: bool = True, late: bool = False) -> Document:
    """The document with its note on typing, and with `room` the sentence on the space in its boxes, if it has them.

    The note is added to the line on how long the sheet takes, or if `late` to the last small print, as the sentence on
    space always is. If that line is in two languages, or there is none, they are in a new line below the opening, or on
    the page of a leaf that is built alone.
    """
    typed = _typed(document, late=late)
    said = document.header_footer.room
    if not (room and said and says_room(document)):
        return typed
    line = _line(typed, late=True)
    return _swapped_in(typed, line, in_line(line.text, said)) if line else _under_opening(typed, said)


def _typed(document: Document, *, late: bool) -> Document:
    """The document with its note on programs that do not join letters, if it has one."""
    typing, line = document.header_footer.typing, _line(document, late=late)
    if typing is None:
        return document
    return _swapped_in(document, line, in_line(line.text, typing)) if line else _under_opening(document, typing)


def _under_opening(document: Document, words: Phrase) -> Document:
    """The document with a new line below its opening or the title of a pack; in a leaf alone, below its own."""
    line, (first, *others) = Paragraph(words, Role.META), document.nodes
    if is_leaf(first):
        return replace(document, nodes=(replace(first, children=_below_opening(first.children, line)), *others))
    return replace(document, nodes=_below_opening(document.nodes, line))


def _below_opening(nodes: tuple[Node, ...], line: Paragraph) -> tuple[Node, ...]:
    opening = tuple(takewhile(_opens, nodes))
    return (*opening, line, *nodes[len(opening) :])


def _opens(node: Node) -> bool:
    """Whether a node belongs to the opening of a document: an opening group, a title or a summary."""
    match node:
        case Group(role=GroupRole.OPENING) | Heading(level=1) | Paragraph(role=Role.SUMMARY):
            return True
        case _:
            return False


def _swapped_in(document: Document, line: Paragraph, text: Phrase) -> Document:
    """The document with another text in one of its lines."""
    longer = replace(line, text=text)
    return replace(document, nodes=tuple(_swapped(node, line, longer) for node in document.nodes))


def _swapped(node: Node, old: Paragraph, new: Paragraph) -> Node:
    """The node with the paragraph `old`, if it is or contains that, replaced by `new`."""
    if isinstance(node, Group):
        return replace(node, children=tuple(_swapped(child, old, new) for child in node.children))
    return new if node is old else node


def _line(document: Document, *, late: bool) -> Paragraph | None:
    """The line on how long the sheet takes, or if `late` the last small print; None if none is in one language."""
    nodes, role = document.nodes, Role.META
    if late:
        closings = (node for node in nodes if isinstance(node, Group) and node.role is GroupRole.CLOSING)
        nodes, role = tuple(node for closing in closings for node in walk(closing.children))[::-1], Role.FINE
    lines = (node for node in nodes if isinstance(node, Paragraph) and node.role is role and not node.text.parallel)
    return next(lines, None)


def says_room(document: Document) -> bool:
    """Whether a document may need the sentence on the space in its boxes, as far as is known before it is laid out.

    A leaf alone does not need it: the person who receives it does not fill it in.
    """
    if not document.header_footer.room or is_leaf(document.nodes[0]):
        return False
    return document.output_options.fillable and any(isinstance(answer.form, Lines) for answer in answers(document))


def letters_shown(context: LayoutContext, pages: Iterable[Page]) -> int | None:
    """The number of letters that the smallest field of several lines shows; None if each shows a long answer."""
    ops = [op for page in pages for box in page.boxes for op in box.ops]
    fields = [op for op in ops if isinstance(op, FieldOp) and op.kind in (FieldKind.LINES, FieldKind.CELL)]
    texts = [op for op in ops if isinstance(op, TextOp)]
    text = "".join([op.line.text for op in texts])
    wide = sum(op.line.width / op.size for op in texts) / (len(text) or 1)
    share = _share(context, text)
    least = min((int(share * _letters(context, field, wide)) for field in fields), default=LONG)
    return None if least >= LONG else least


def _share(context: LayoutContext, text: str) -> float:
    """The share of the letters that fit on the sheet that also fit as viewers draw typed text."""
    if context.document.language.joins_to_the_left:
        return _APART
    marks = sum(count for char, count in Counter(text).items() if category(char)[0] == "M")
    return _MARKED if marks > len(text) / 20 else _USUALLY


def _letters(context: LayoutContext, field: FieldOp, wide: float) -> float:
    """The number of letters, each `wide` em wide, that a field shows."""
    metrics = context.field_metrics
    above, below = context.setter.height(TextStyle(1.0, False))
    high = metrics.pitch / metrics.size if field.kind is FieldKind.LINES else above - below
    lines = max(1, int((field.height - 2 * INSET) / (high * metrics.least) - _JUST))
    along = (field.width - 2 * INSET) / (wide * metrics.least)
    return lines * max(along - _LOST, along / 2)
