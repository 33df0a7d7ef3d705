"""Addresses in running text as links: e-mail, web, DOI and telephone, each with its own words for a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..text import Line, Shaped
from .display_list import DrawOp, LinkOp, TextOp
from .tag_tree import Tag

_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>https?://[^\s<>]*[\w/#=])"
    r"|(?P<host>(?<![\w@./-])(?:www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>]*[\w/#=])?|[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*\.[a-z]{2,}/[^\s<>]*[\w/#=]))"
    r"|(?P<doi>(?<![\w/.])10\.\d{4,9}/[^\s<>]*\w)"
    r"|(?P<phone>(?<![\w.,/–-])(?:\(\d{1,5}\)|\+?\d)(?:[\u00a0\u202f -]?(?:\(0\)|\d))+(?![\w/–]|[.,]\d))"
)
_DIGITS = 6
"""The fewest digits that are surely a telephone number."""
_COUNTED = re.compile(r"\(?(?:19|20)\d\d\b|(?!116)[1-9]\d{0,2}(?:[\u00a0\u202f ]\d{3})+$")
"""A year, and a large number in groups of three."""
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
    for match in _ADDRESS.finditer(text):
        target = _target(match)
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


def _target(match: re.Match[str]) -> str:
    """Where an address leads, empty where a number is no telephone."""
    said = match[0]
    match match.lastgroup:
        case "mail":
            return f"mailto:{said}"
        case "web":
            return said
        case "host":
            return f"https://{said}"
        case "doi":
            return f"https://doi.org/{said}"
        case _:
            digits = re.sub(r"\D", "", said)
            is_number = len(digits) >= _DIGITS and not _COUNTED.match(said)
            return f"tel:{'+' if said[0] == '+' else ''}{digits}" if is_number else ""


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
