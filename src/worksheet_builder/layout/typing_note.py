"""What a PDF to fill in says first: which program joins letters, and that print shows no more than the boxes do.

The second is said where a box does not show a long answer. Programs make the type of a long answer smaller, and paper
does not scroll. So the letters are counted that a field shows in the least type that can be read; they are as wide as
those of the sheet itself.
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
"""The letters of a long answer, which a field should show."""
_LOST = 6.0
"""The letters that a line lacks, since a word does not fit at its end."""
_JUST = 0.05
"""The share of a line by which a viewer may find one too high that has just room."""
_USUALLY, _APART, _MARKED = 0.95, 0.6, 0.75
"""The share of letters that surely fit: usually, where programs set apart what is joined, and what is one sign."""


def told(document: Document, *, room: bool = True, late: bool = False) -> Document:
    """The document with what it says on typing, and of the room in its boxes where that is wanted.

    The first stands where the sheet says how long it takes, or `late` in the small print of its closing, as the second
    always does: on paper it says nothing. Where that is said in two languages, they are a line under the opening; of a
    page for others alone, they are on that page.
    """
    typed = _typed(document, late=late)
    said = document.header_footer.room
    if not (room and said and says_room(document)):
        return typed
    line = _line(typed, late=True)
    return _swapped_in(typed, line, in_line(line.text, said)) if line else _under_opening(typed, said)


def _typed(document: Document, *, late: bool) -> Document:
    """The document with the words on programs that do not join letters, where it has them."""
    typing, line = document.header_footer.typing, _line(document, late=late)
    if typing is None:
        return document
    return _swapped_in(document, line, in_line(line.text, typing)) if line else _under_opening(document, typing)


def _under_opening(document: Document, words: Phrase) -> Document:
    """The document with a line under its opening, or under the title of a pack; of a page for others, on that page."""
    line, (first, *others) = Paragraph(words, Role.META), document.nodes
    if is_leaf(first):
        return replace(document, nodes=(replace(first, children=(line, *first.children)), *others))
    opening = tuple(takewhile(_opens, document.nodes))
    return replace(document, nodes=(*opening, line, *document.nodes[len(opening) :]))


def _opens(node: Node) -> bool:
    """Whether it is of what a document opens with: its title and what it is."""
    match node:
        case Group(role=GroupRole.OPENING) | Heading(level=1) | Paragraph(role=Role.SUMMARY):
            return True
        case _:
            return False


def _swapped_in(document: Document, line: Paragraph, text: Phrase) -> Document:
    """The document with other words in one of its lines."""
    longer = replace(line, text=text)
    return replace(document, nodes=tuple(_swapped(node, line, longer) for node in document.nodes))


def _swapped(node: Node, old: Paragraph, new: Paragraph) -> Node:
    """The node with another paragraph in place of one."""
    if isinstance(node, Group):
        return replace(node, children=tuple(_swapped(child, old, new) for child in node.children))
    return new if node is old else node


def _line(document: Document, *, late: bool) -> Paragraph | None:
    """The line in which the sheet says how long it takes, or the last small print of its closing."""
    nodes, role = document.nodes, Role.META
    if late:
        closings = (node for node in nodes if isinstance(node, Group) and node.role is GroupRole.CLOSING)
        nodes, role = tuple(node for closing in closings for node in walk(closing.children))[::-1], Role.FINE
    lines = (node for node in nodes if isinstance(node, Paragraph) and node.role is role and not node.text.parallel)
    return next(lines, None)


def says_room(document: Document) -> bool:
    """Whether it has to speak of the room in its boxes, as far as can be told before it is laid out.

    A page for others that stands alone does not: who is handed it does not fill it in.
    """
    if not document.header_footer.room or is_leaf(document.nodes[0]):
        return False
    return document.output_options.fillable and any(isinstance(answer.form, Lines) for answer in answers(document))


def letters_shown(context: LayoutContext, pages: Iterable[Page]) -> int | None:
    """How many letters the smallest field of several lines shows; None if each shows a long answer."""
    ops = [op for page in pages for box in page.boxes for op in box.ops]
    fields = [op for op in ops if isinstance(op, FieldOp) and op.kind in (FieldKind.LINES, FieldKind.CELL)]
    texts = [op for op in ops if isinstance(op, TextOp)]
    text = "".join([op.line.text for op in texts])
    wide = sum(op.line.width / op.size for op in texts) / (len(text) or 1)
    share = _share(context, text)
    least = min((int(share * _letters(context, field, wide)) for field in fields), default=LONG)
    return None if least >= LONG else least


def _share(context: LayoutContext, text: str) -> float:
    """The share of the letters that fit as they are set on the sheet which fit as programs draw what is typed."""
    if context.document.language.joins_to_the_left:
        return _APART
    marks = sum(count for char, count in Counter(text).items() if category(char)[0] == "M")
    return _MARKED if marks > len(text) / 20 else _USUALLY


def _letters(context: LayoutContext, field: FieldOp, wide: float) -> float:
    """The letters that a field shows, each so many em wide."""
    metrics = context.field_metrics
    above, below = context.setter.height(TextStyle(1.0, False))
    high = metrics.pitch / metrics.size if field.kind is FieldKind.LINES else above - below
    lines = max(1, int((field.height - 2 * INSET) / (high * metrics.least) - _JUST))
    along = (field.width - 2 * INSET) / (wide * metrics.least)
    return lines * max(along - _LOST, along / 2)
