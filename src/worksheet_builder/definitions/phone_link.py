"""The link from a handout on paper to its page for phones: the neutral name of the page, and the QR code.

The library segno computes the QR code (ISO/IEC 18004), which becomes a drawing that every format can show.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from ..document import Contents, Document, Figure, Group, GroupRole, Node, Spot
from ..document.drawings import Drawing, Pen, Point, Rectangle, Shape
from ..document.phone_words import SiteWords

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and letters that are not easily confused when they are typed from paper."""
_LENGTH = 7
_SIDE, _EDGE, _WORDS = 66.0, 6.0, 84.0
"""In drawing units: the width of a QR code, the white margin that a camera needs, and where the words beside begin."""
_OVERLAP = 0.04
"""The fraction of a module by which each overlaps the next row, so that no program shows gaps."""


def page_name(handout: str, language: str, beside: str | None = None, variant: str = "") -> str:
    """A name of seven characters, made from a SHA-256 hash: always the same, and tells nothing about the handout."""
    told = "\0".join((handout, language, beside or "", variant))
    number = int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big")
    letters = []
    for _ in range(_LENGTH):
        number, at = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[at])
    return "".join(letters)


def page_address(pages_at: str, name: str) -> str:
    """The web address of a page: that of the folder of pages, and the name of the page with ‘.html’."""
    return f"{pages_at.rstrip('/')}/{name}.html"


def with_code(document: Document, pages_at: str, words: SiteWords) -> Document:
    """The document with the QR code at the end of the client's part; unchanged without an address or such a part."""
    ends = [at for at, node in enumerate(document.nodes) if _is_end(node)]
    if not pages_at or not ends:
        return document
    beside = document.beside.tag if document.beside else None
    address = page_address(pages_at, page_name(document.id, document.language.tag, beside))
    said = words.printed.fill(address=address.removeprefix("https://"))
    drawing = Drawing(tuple(_modules(address, mirrored=document.language.rtl)), rows=1, least=_SIDE + 8.0, start=_WORDS)
    figure = Figure(words.code, drawing, (Spot(said, None, 0),), link=address)
    at = ends[-1] + 1
    nodes = (*document.nodes[:at], Group(GroupRole.ONLINE, (figure,)), *document.nodes[at:])
    return replace(document, nodes=nodes)


def _is_end(node: Node) -> bool:
    """Whether the client's part ends with a node: the closing of a sheet, or the contents of a pack."""
    if not isinstance(node, Group):
        return False
    return node.role is GroupRole.CLOSING or any(isinstance(it, Contents) for it in node.children)


def _modules(address: str, *, mirrored: bool) -> Iterator[Shape]:
    """The dark modules, each run in a row as one rectangle; mirrored if the language mirrors drawings, to undo it."""
    import segno

    rows = [tuple(row)[::-1] if mirrored else tuple(row) for row in segno.make_qr(address, error="m").matrix]
    side = _SIDE / len(rows)
    for down, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                corner = Point(_EDGE + start * side, _EDGE + down * side)
                yield Rectangle(corner, Point(_EDGE + end * side, _EDGE + (down + 1 + _OVERLAP) * side), Pen.CODE)
            start = end + 1
