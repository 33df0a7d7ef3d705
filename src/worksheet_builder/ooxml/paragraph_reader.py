"""The paragraphs of a Word file that others have edited: text, bookmarks and style, and what the file says it is.

What is filled in stays out: the text of a control belongs to the person who wrote it, not to the sheet. The file is
taken for hostile, as tables are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from ..foundation.records import record
from .anchor_names import is_anchor
from .table_reader import (
    NOT_TEXT,
    SIGNS,
    UnreadableFile,
    is_joined,
    is_taken_out,
    main_part,
    name_of,
    nearest,
    opened,
    parsed_part,
    value_of,
)

_PROPERTIES = "docProps/core.xml"
_MARK, _END = "\ue000", "\ue001"
"""Stand around the name of a bookmark while the text is gathered."""
_BOXES = frozenset("☐☒○●☑☐")
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))


@record
class ReadPiece:
    """The text between two tabs of a paragraph, with the bookmarks at its beginning or in it.

    `style` is the name of the paragraph's style in the file; `filled` tells whether a control stands in the paragraph;
    `lines` counts the lines to write on before it.
    """

    text: str
    names: tuple[str, ...]
    style: str
    in_table: bool
    filled: bool
    lines: int = 0


@record
class ReadDocument:
    """The pieces in reading order, and the identifier in the properties, empty if there is none."""

    pieces: tuple[ReadPiece, ...]
    identifier: str


def read_document(data: bytes) -> ReadDocument:
    """The paragraphs of a DOCX; raises UnreadableFile."""
    with opened(data) as archive:
        root = parsed_part(archive, main_part(archive))
        return ReadDocument(tuple(_pieces(root)), _identifier(archive))


def _identifier(archive: ZipFile) -> str:
    if _PROPERTIES not in archive.namelist():
        return ""
    found = (it for it in parsed_part(archive, _PROPERTIES).iter() if name_of(it) == "identifier")
    return next(((it.text or "").strip() for it in found), "")


def _pieces(root: Any) -> Iterator[ReadPiece]:
    """Paragraphs whose end was deleted go on in the next one."""
    before, lines = "", 0
    for paragraph in root.iter():
        if name_of(paragraph) != "p" or nearest(paragraph, "txbxContent") is not None:
            continue
        if _is_filled_in(paragraph):
            lines += 1
            continue
        text: list[str] = [before]
        filled = _gather(paragraph, text)
        before = ""
        if is_joined(paragraph):
            before = "".join(text)
            continue
        style, in_table = _style(paragraph), nearest(paragraph, "tc") is not None
        for part in "".join(text).replace("\n", "\t").split("\t"):
            words, names = _without_marks(part)
            if words or names:
                yield ReadPiece(words, names, style, in_table, filled, lines)


def _is_filled_in(paragraph: Any) -> bool:
    """Whether the paragraph is a line to write on, without any words of the sheet before it.

    It is told by its style: LibreOffice 7.4 lets a control that spans lines go on over the paragraphs after them.
    """
    style = _style(paragraph)
    return "Answer" in style and "Line" in style and not _has_anchor(paragraph)


def _has_anchor(element: Any) -> bool:
    return any(name_of(it) == "bookmarkStart" and is_anchor(value_of(it, "name")) for it in element.iter())


def _gather(element: Any, text: list[str]) -> bool:
    """The text of a paragraph without that of its controls; whether there is a control to write in."""
    filled = False
    for child in element:
        name = name_of(child)
        if name == "sdt" and not _has_anchor(child):
            filled = filled or not _is_box(child)
        elif name == "bookmarkStart":
            mark = value_of(child, "name")
            text += [_MARK, mark, _END] if is_anchor(mark) else []
        elif name == "t":
            text.append(child.text or "")
        elif name in SIGNS:
            text.append(SIGNS[name])
        elif name not in NOT_TEXT and not (name == "r" and is_taken_out(child)):
            filled = _gather(child, text) or filled
    return filled


def _is_box(control: Any) -> bool:
    return any(name_of(it) == "checkbox" for it in control.iter()) or "".join(_texts(control)).strip() in _BOXES


def _texts(element: Any) -> Iterator[str]:
    return (it.text or "" for it in element.iter() if name_of(it) == "t")


def _without_marks(part: str) -> tuple[str, tuple[str, ...]]:
    names: list[str] = []
    words = ""
    for at, piece in enumerate(part.split(_MARK)):
        name, ended, rest = piece.partition(_END) if at else ("", "", piece)
        names += [name] if ended else []
        words += rest
    words = words.translate(_UNSEEN)
    return " ".join("".join(sign for sign in words if sign not in _BOXES).split()), tuple(dict.fromkeys(names))


def _style(paragraph: Any) -> str:
    styles = (it for part in paragraph if name_of(part) == "pPr" for it in part if name_of(it) == "pStyle")
    return next((value_of(it, "val") for it in styles), "")


__all__ = ["ReadDocument", "ReadPiece", "UnreadableFile", "read_document"]
