"""Read the paragraphs of a Word file that others have edited: text, bookmarks and style, and the file's identifier.

Answers are left out: text in a content control belongs to the person who wrote it, not to the sheet. The file is not
trusted, as in `table_reader`.
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
"""Private-use characters before and after the name of a bookmark while the text is collected."""
_BOXES = frozenset("☐☒○●☑☐")
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))


@record
class ReadPiece:
    """The text between two tabs or line breaks of a paragraph, with the names of the bookmarks in it.

    `style` is the id of the paragraph's style; `filled` is whether the paragraph has a control to write in; `lines` is
    the number of writing lines before it in the file.
    """

    text: str
    names: tuple[str, ...]
    style: str
    in_table: bool
    filled: bool
    lines: int = 0


@record
class ReadDocument:
    """The pieces in reading order, and the identifier in the core properties, empty if there is none."""

    pieces: tuple[ReadPiece, ...]
    identifier: str


def read_document(data: bytes) -> ReadDocument:
    """Read the paragraphs and the identifier of a DOCX; raises UnreadableFile."""
    with opened(data) as archive:
        root = parsed_part(archive, main_part(archive))
        return ReadDocument(tuple(_pieces(root)), _identifier(archive))


def _identifier(archive: ZipFile) -> str:
    if _PROPERTIES not in archive.namelist():
        return ""
    found = (it for it in parsed_part(archive, _PROPERTIES).iter() if name_of(it) == "identifier")
    return next(((it.text or "").strip() for it in found), "")


def _pieces(root: Any) -> Iterator[ReadPiece]:
    """Yield the pieces outside text boxes; a paragraph whose end was deleted is joined to the next one."""
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
    """Whether the paragraph is a line to write on, without a bookmark of the sheet's own text in it.

    It is recognised by its style, since LibreOffice 7.4 extends a control of several lines over the next paragraphs.
    """
    style = _style(paragraph)
    return "Answer" in style and "Line" in style and not _has_anchor(paragraph)


def _has_anchor(element: Any) -> bool:
    return any(name_of(it) == "bookmarkStart" and is_anchor(value_of(it, "name")) for it in element.iter())


def _gather(element: Any, text: list[str]) -> bool:
    """Append the text of a paragraph without its controls to `text`; return whether it has a control to write in."""
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
