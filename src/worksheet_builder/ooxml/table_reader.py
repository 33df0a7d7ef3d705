"""Read the tables of a Word file that others have edited in Word, LibreOffice or another program.

The text is read as it is after all tracked changes; text that is struck through or hidden is left out. Comments, notes,
text boxes and paragraphs between tables are returned separately. The file is not trusted: nothing is unpacked to disk,
no path in the file is used there, and a part that is too large or contains a DTD is refused before it is parsed.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ..foundation.records import record

MOST_BYTES, MOST_XML, MOST_ELEMENTS, MOST_PARTS = 20_000_000, 40_000_000, 2_000_000, 5_000
_MOST_COLUMNS = 63
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_TAKEN_OUT = frozenset("strike dstrike vanish".split())
_DELETED = frozenset("del moveFrom delText instrText delInstrText".split())
NOT_TEXT = frozenset("pPr rPr tblPr trPr tcPr sdtPr sdtEndPr Fallback txbxContent rt".split()) | _DELETED
_NOTES = ("footnote", "endnote")
Notes = dict[str, dict[str, str]]
"""The texts of comments and notes, by the element that refers to them (`commentReference`) and by their id."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class UnreadableFile(ValueError):
    """Raised for a file that cannot be read, with a sentence and a hint for the user."""

    def __init__(self, sentence: str, hint: str = "Save it in Word as a Word document (.docx) and try again.") -> None:
        super().__init__(sentence)
        self.sentence, self.hint = sentence, hint


@record
class ReadRow:
    """A row: the names of controls (tags) and bookmarks in it, the text of its cells, and its comments.

    `comments` are comments, notes and text boxes. `merged` are the columns, from 0, whose cell spans several rows; all
    its text is in the first of these rows.
    """

    names: tuple[str, ...]
    cells: tuple[str, ...]
    comments: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()


@record
class ReadFile:
    """The tables of the file as tuples of rows, and the text of each control outside of them by its tag.

    `between` are the paragraphs outside of tables: the number of tables before it, the id of its style, its text.
    """

    tables: tuple[tuple[ReadRow, ...], ...]
    controls: dict[str, str]
    between: tuple[tuple[int, str, str], ...] = ()


def read_file(data: bytes) -> ReadFile:
    """Read the tables of a DOCX; raises UnreadableFile."""
    with opened(data) as archive:
        return _read(archive)


@contextmanager
def opened(data: bytes) -> Iterator[ZipFile]:
    """A context manager for a DOCX as a ZIP archive; raises UnreadableFile, also for errors inside the block."""
    if data.startswith(_OLD_WORD):
        raise UnreadableFile("This is an old Word file, or one with a password.")
    if len(data) > MOST_BYTES:
        raise UnreadableFile("The file is far too large for a file of words.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise UnreadableFile("The file has far too many parts for a file of words.")
            yield archive
    except (BadZipFile, KeyError) as error:
        raise UnreadableFile("This is not a Word document.") from error
    except (zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        if isinstance(error, UnreadableFile):
            raise
        raise UnreadableFile("The file is damaged, or has a password.") from error


def _read(archive: ZipFile) -> ReadFile:
    main = main_part(archive)
    notes = {f"{name}Reference": _notes(archive, posixpath.dirname(main), name) for name in ("comment", *_NOTES)}
    root = parsed_part(archive, main)
    tables = (element for element in root.iter() if name_of(element) == "tbl" and not _inside(element, "tbl"))
    found = tuple(tuple(_rows(table, notes)) for table in tables)
    outside = (control for control in root.iter() if name_of(control) == "sdt" and not _inside(control, "tbl"))
    controls = {tag: text_in(control) for control in outside for tag in _tags(control)}
    return ReadFile(found, controls, tuple(_between(root, notes)))


def _between(root: Any, notes: Notes) -> Iterator[tuple[int, str, str]]:
    """The paragraphs outside of tables and text boxes, and their comments: number of tables before, style id, text."""
    tables = 0
    for element in root.iter():
        name = name_of(element)
        tables += name == "tbl" and not _inside(element, "tbl")
        if name == "p" and not _inside(element, "tbl") and not _inside(element, "txbxContent"):
            styles = (it for part in element if name_of(part) == "pPr" for it in part if name_of(it) == "pStyle")
            style = next((value_of(it, "val") for it in styles), "")
            yield from ((tables, style, it) for it in (text_in(element), *_beside(element, notes)) if it)


def _beside(element: Any, notes: Notes) -> Iterator[str]:
    """The comments and notes on an element, and the text boxes in it."""
    for it in element.iter():
        name = name_of(it)
        if name in notes:
            yield notes[name].get(value_of(it, "id"), "")
        elif name == "txbxContent" and not _inside(it, "Fallback"):
            yield text_in(it)


def _notes(archive: ZipFile, folder: str, name: str) -> dict[str, str]:
    """The comments, footnotes or endnotes of the file by their numbers."""
    path = posixpath.join(folder, f"{name}s.xml")
    root = parsed_part(archive, path) if path in archive.namelist() else ()
    return {value_of(it, "id"): text_in(it) for it in root if name_of(it) == name}


def main_part(archive: ZipFile) -> str:
    """The path of the part with the text, which not all programs call `word/document.xml`."""
    relations = parsed_part(archive, "_rels/.rels")
    targets = (it.get("Target", "") for it in relations if str(it.get("Type", "")).endswith("/officeDocument"))
    return posixpath.normpath(next(targets, "word/document.xml").lstrip("/"))


def parsed_part(archive: ZipFile, name: str) -> Any:
    """The root of a part of the package; raises UnreadableFile."""
    if archive.getinfo(name).file_size > MOST_XML:
        raise UnreadableFile("The file is far too large for a file of words.")
    with archive.open(name) as member:
        data = member.read(MOST_XML + 1)
    return parsed(data)


def parsed(data: bytes) -> Any:
    """The root of an XML file; raises UnreadableFile if the file is too large, damaged, or contains a DTD."""
    if len(data) > MOST_XML or data.count(b"<") > 2 * MOST_ELEMENTS:
        raise UnreadableFile("The file is far too large for a file of words.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, huge_tree=False)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise UnreadableFile("The file holds shorthands (entities) that could stand for anything.")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("The file is damaged.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile("The file holds shorthands (entities) that could stand for anything.")
    return root


def _rows(table: Any, notes: Notes) -> Iterator[ReadRow]:
    for row in table.iter():
        if name_of(row) == "tr" and nearest(row, "tbl") is table and not _is_deleted(row):
            cells = [cell for cell in row.iter() if name_of(cell) == "tc" and nearest(cell, "tr") is row]
            marks = [value_of(it, "name") for it in row.iter() if name_of(it) == "bookmarkStart"]
            remarks = _beside(row, notes)
            names = (*_tags(row), *marks)
            columns = [*_columns(row, cells)]
            merged = frozenset(at for at, cell in enumerate(columns) if cell is not None and _is_merged(cell))
            texts = tuple("" if cell is None else text_in(cell) for cell in columns)
            yield ReadRow(names, texts, tuple(filter(None, remarks)), merged)


def _columns(row: Any, cells: list[Any]) -> Iterator[Any]:
    """The cell of each column; a cell over several columns is in the first, and columns without a cell are None."""
    yield from [None] * _count(row, "trPr", "gridBefore", 0)
    for cell in cells:
        yield cell
        yield from [None] * (_count(cell, "tcPr", "gridSpan", 1) - 1)


def _is_merged(cell: Any) -> bool:
    """Whether a cell is merged with cells above or below it."""
    return any(name_of(it) == "vMerge" for part in cell if name_of(part) == "tcPr" for it in part)


def _count(element: Any, properties: str, name: str, usual: int) -> int:
    """The number of columns in a property, at most as many as a table in Word can have; `usual` if it is not given."""
    found = (it for part in element if name_of(part) == properties for it in part if name_of(it) == name)
    text = next((value_of(it, "val") for it in found), "")
    return min(int(text), _MOST_COLUMNS) if text.isdecimal() else usual


def _is_deleted(row: Any) -> bool:
    return any(name_of(it) == "del" for part in row if name_of(part) == "trPr" for it in part)


def _tags(element: Any) -> list[str]:
    return [value_of(it, "val") for it in element.iter() if name_of(it) == "tag" and name_of(it.getparent()) == "sdtPr"]


def text_in(element: Any) -> str:
    """The text of an element, a line for each paragraph."""
    pieces: list[str] = []
    _gather(element, pieces)
    lines = "".join(pieces).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _gather(element: Any, pieces: list[str]) -> None:
    for child in element:
        name = name_of(child)
        if name in NOT_TEXT or (name == "sdt" and _shows_placeholder(child)) or (name == "r" and is_taken_out(child)):
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name in SIGNS:
            pieces.append(SIGNS[name])
        else:
            _gather(child, pieces)
            if name == "p" and not is_joined(child):
                pieces.append("\n")


def is_taken_out(run: Any) -> bool:
    """Whether a run is struck through by hand or hidden, which counts like a tracked deletion."""
    marks = (it for part in run if name_of(part) == "rPr" for it in part if name_of(it) in _TAKEN_OUT)
    return any(value_of(it, "val") not in ("0", "false", "off", "none") for it in marks)


def _shows_placeholder(control: Any) -> bool:
    return any(name_of(it) == "showingPlcHdr" for part in control if name_of(part) == "sdtPr" for it in part)


def is_joined(paragraph: Any) -> bool:
    """Whether the paragraph mark is deleted in a tracked change, so that the next paragraph continues this one."""
    properties = (part for part in paragraph if name_of(part) == "pPr")
    marks = (mark for part in properties for mark in part if name_of(mark) == "rPr")
    return any(name_of(it) in _DELETED for mark in marks for it in mark)


def _inside(element: Any, name: str) -> bool:
    return nearest(element, name) is not None


def nearest(element: Any, name: str) -> Any:
    """The innermost element of the name around another, or None."""
    return next((it for it in element.iterancestors() if name_of(it) == name), None)


def name_of(element: Any) -> str:
    """The name of an element without its namespace, the only difference here between transitional and strict files."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Any, name: str) -> str:
    """An attribute by its name without the namespace, empty if it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
