"""Makes links of e-mail, web, DOI and telephone addresses in running text; each link is described by its own text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..document.address_targets import addresses, target_of
from ..text import Line, Shaped
from .display_list import DrawOp, LinkOp, TextOp
from .tag_tree import Tag

_WHOLE = frozenset(("Link", "Reference", "Lbl"))
"""The kinds of tags in which no links are made: they are links themselves, or numbers."""


def with_links(op: DrawOp) -> Iterator[DrawOp]:
    """Yield the operation; a line of text is split at its addresses, each with a `Link` tag and a link operation.

    A tag is added only when the operations before it have been taken: so the tags are in reading order if each
    operation is drawn at once.
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
    """The index of the first part of a line that holds characters from `start` to `end`, and that after the last."""
    at, first, last = 0, 0, 0
    for index, part in enumerate(line.parts):
        if at <= start:
            first = index
        if at < end:
            last = index + 1
        at += len(part.text)
    return first, last


def _part(op: TextOp, first: int, last: int, mark: Tag) -> TextOp:
    """The operation for the parts of its line from `first` up to `last`, at unchanged positions, under `mark`."""
    line = op.line
    languages = line.languages[first:last] if line.languages else None
    part = replace(line, parts=line.parts[first:last], places=line.places[first:last], languages=languages)
    return replace(op, line=part, mark=mark)


def _space(part: Shaped) -> int:
    """The advance of the space at the end of a part, in font units; 0 if there is none."""
    return part.advances[-1] if part.text.endswith(" ") and not part.rtl else 0


def _link(op: TextOp, said: str, target: str, mark: Tag) -> LinkOp:
    """The link over the drawn address `op`; `said` is the text of the address."""
    ends = [
        (place, place + (part.advance - _space(part)) / part.face.upem * op.size)
        for place, part in zip(op.line.places, op.line.parts, strict=True)
        if not part.text.isspace()
    ]
    left, right = min(start for start, _ in ends), max(end for _, end in ends)
    return LinkOp(op.x + left, op.y - op.size, right - left, op.size * 1.3, "", said, mark, target)
