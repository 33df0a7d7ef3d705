"""Addresses in running text as links: e-mail, web, DOI and telephone, each with its own words for a description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..document.address_targets import addresses, target_of
from ..text import Line, Shaped
from .display_list import DrawOp, LinkOp, TextOp
from .tag_tree import Tag

_WHOLE = frozenset(("Link", "Reference", "Lbl"))
"""Tags that are links already, or numbers."""


def with_links(op: DrawOp) -> Iterator[DrawOp]:
    """The operation, a line with addresses as its parts, each address under a tag of its own with its link.

    A tag is made when the parts before it have been taken, so that what is drawn at once is in order in the tree.
    """
    if not isinstance(op, TextOp) or not isinstance(op.mark, Tag) or op.mark.kind in _WHOLE:
        yield op
        return
    start, text = 0, op.line.text
    for match in addresses(text):
        target = target_of(match)
        first, last = _parts(op.line, *match.span())
        if not target or first < start:
            continue
        if start < first:
            yield _part(op, start, first, op.mark)
        mark = op.mark.add("Link")
        shown = _part(op, first, last, mark)
        yield shown
        yield _link(shown, match[0], target, mark)
        start = last
    if start == 0:
        yield op
    elif start < len(op.line.parts):
        yield _part(op, start, len(op.line.parts), op.mark)


def _parts(line: Line, start: int, end: int) -> tuple[int, int]:
    """The parts of a line that hold a stretch of its text, from the first to behind the last."""
    at, first, last = 0, 0, 0
    for index, part in enumerate(line.parts):
        if at <= start:
            first = index
        if at < end:
            last = index + 1
        at += len(part.text)
    return first, last


def _part(op: TextOp, first: int, last: int, mark: Tag) -> TextOp:
    """Some parts of a line, where they are."""
    line = op.line
    languages = line.languages[first:last] if line.languages else None
    part = replace(line, parts=line.parts[first:last], places=line.places[first:last], languages=languages)
    return replace(op, line=part, mark=mark)


def _space(part: Shaped) -> int:
    """The advance of the space that a part ends in, in font units."""
    return part.advances[-1] if part.text.endswith(" ") and not part.rtl else 0


def _link(op: TextOp, said: str, target: str, mark: Tag) -> LinkOp:
    """The link over a drawn address."""
    ends = [
        (place, place + (part.advance - _space(part)) / part.face.upem * op.size)
        for place, part in zip(op.line.places, op.line.parts, strict=True)
        if not part.text.isspace()
    ]
    left, right = min(start for start, _ in ends), max(end for _, end in ends)
    return LinkOp(op.x + left, op.y - op.size, right - left, op.size * 1.3, "", said, mark, target)
