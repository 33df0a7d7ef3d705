"""Parse a PO file with the line numbers of its entries, and report all faults together as Problems.

Not polib, because it takes an unfinished string for an empty one, gives no line of a msgstr, and loses the layout of
the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import field

from ..foundation.problems import Place, Problem, Refused, refuse_flood, refuse_if
from ..foundation.records import open_record
from .po_file import PoEntry, PoFile, Previous
from .states import rejoined

_KEYWORD = re.compile(r"(msgctxt|msgid|msgstr)[ \t]*(?=\")")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(.)")
_UNESCAPED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    '"': '"',
    "\\": "\\",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}
_CHARSET = re.compile(rb"Content-Type:[^\n]*?charset=([A-Za-z0-9_.:-]+)")
_CONFLICT = re.compile(r"(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) ")
_ISOLATED = re.compile("\u2068([^\u2069]*)\u2069|(\\S+)")
_AS_UTF8 = "Save it again as UTF-8; in Poedit: Translation, Properties, Charset."
_EDITOR = "Correct the line, or open the file in Poedit, which shows where it fails."


def parse(data: bytes, file: str) -> PoFile:
    """Parse the bytes of a PO file; `file` is its name in messages. Raises Refused with all faults."""
    text = _decoded(data, file)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parser = _Parser(file)
    for number, line in enumerate(lines, 1):
        parser.read(number, line)
    trailing = parser.close()
    parser.find_twins()
    refuse_if(parser.problems)
    return PoFile(parser.header, tuple(parser.entries), trailing, newline, data)


def _decoded(data: bytes, file: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refused([Problem(Place(file), "The file is written in UTF-16.", _AS_UTF8)])
    charset = _CHARSET.search(data)
    if charset and charset[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"charset"):
        place = Place(file, data.count(b"\n", 0, charset.start()) + 1, 1)
        name = charset[1].decode("ascii")
        raise Refused([Problem(place, f"The header says that the file is written in {name}.", _AS_UTF8)])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        sentence = f"The byte 0x{data[error.start]:02x} is not UTF-8."
        raise Refused([Problem(_place_of_byte(data, error.start, file), sentence, _AS_UTF8)]) from error


def _place_of_byte(data: bytes, at: int, file: str) -> Place:
    begin = data.rfind(b"\n", 0, at) + 1
    column = len(data[begin:at].decode("utf-8", "replace")) + 1
    return Place(file, data.count(b"\n", 0, at) + 1, column)


@open_record
class _Open:
    """An entry while its lines are read; `texts` holds the pieces of its strings under their keywords."""

    start: int
    raw: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False
    broken: bool = False
    line: int = 0


class _Parser:
    """One pass over the lines; a faulty line is noted and skipped, so that the next faults are found too."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.header: PoEntry | None = None
        self.entries: list[PoEntry] = []
        self.problems: list[Problem] = []
        self._open: _Open | None = None
        self._key = ""
        self._number = 0
        self._conflict = False

    def read(self, number: int, line: str) -> None:
        """Parse the next line."""
        self._number = number
        first = line[:1]
        if self._conflict:
            return
        if first == "#":
            self._hash(line)
        elif first == '"' or first == "m":
            self._entry(_ends(line)).raw.append(line)
            self._string(line, "", 0)
        elif not line or line.isspace():
            self._blank()
        elif first.isspace():
            self.read(number, line.lstrip())
        else:
            self._stray(line)

    def close(self) -> tuple[str, ...]:
        """End the last entry; returns the comment lines after it, which belong to none."""
        current, self._open = self._open, None
        if current is None:
            return ()
        if current.texts or current.broken:
            self._finish(current)
            return ()
        return tuple(line for line in current.raw if line)

    def find_twins(self) -> None:
        """Add a Problem for each entry that has the address and the English of an earlier one."""
        first: dict[tuple[str | None, str], PoEntry] = {}
        for entry in self.entries:
            if not entry.obsolete and first.setdefault((entry.address, entry.english), entry) is not entry:
                earlier = first[entry.address, entry.english].line
                name = f"‘{entry.address}’" if entry.address else f"“{entry.english}”"
                sentence = f"The entry {name} stands twice; it is also in line {earlier}."
                self._problem_at(entry.line, 1, sentence, "Keep the better one and delete the other.")

    def _hash(self, line: str) -> None:
        kind = line[1:2]
        if kind == "~":
            self._old(line)
        elif kind == "|":
            self._entry("msgstr").raw.append(line)
            rest = line[2:].lstrip()
            if rest:
                self._string(rest, "previous ", len(line) - len(rest))
        else:
            entry = self._entry("msgstr")
            entry.raw.append(line)
            _comment(entry, kind, line)

    def _old(self, line: str) -> None:
        rest = line[2:].lstrip()
        previous = rest.startswith("|")
        rest = rest[1:].lstrip() if previous else rest
        if not rest:
            return
        entry = self._entry("msgstr" if previous else _ends(rest))
        entry.raw.append(line)
        entry.obsolete = True
        self._string(rest, "previous " if previous else "", len(line) - len(rest))

    def _entry(self, ended_by: str) -> _Open:
        """The current entry, or a new one if the current one already has the text named by `ended_by`."""
        if self._open and ended_by in self._open.texts:
            self._finish(self._open)
        if self._open is None:
            self._open, self._key = _Open(self._number), ""
        return self._open

    def _string(self, line: str, prefix: str, offset: int) -> None:
        entry, at = self._open, 0
        assert entry is not None
        if not line.startswith('"'):
            keyword = _KEYWORD.match(line)
            if not keyword:
                self._stray(line, offset)
                return
            self._key, at = prefix + keyword[1], keyword.end()
            if self._key in entry.texts:
                self._fault(offset + 1, f"‘{keyword[1]}’ stands twice in one entry.", "Keep the better one.")
                return
            if self._key == "msgstr":
                entry.line = self._number
        elif not self._key or self._key.startswith("previous ") != bool(prefix):
            self._fault(offset + 1, "A string stands here without ‘msgid’ or ‘msgstr’ before it.", _EDITOR)
            return
        entry.texts.setdefault(self._key, []).append(self._unquoted(line, at, offset))

    def _unquoted(self, line: str, at: int, offset: int) -> str:
        match = _STRING.match(line, at)
        if not match:
            self._fault(offset + at + 1, "The string has no closing quotation mark.", 'Put " at the end of the line.')
            return ""
        if match.end() != len(line):
            hint = 'Write a quotation mark inside the text as \\".'
            self._fault(offset + match.end() + 1, "Something stands behind the closing quotation mark.", hint)
        return self._unescaped(match, offset) if "\\" in match[1] else match[1]

    def _unescaped(self, match: re.Match[str], offset: int) -> str:
        for escape in _ESCAPE.finditer(match[1]):
            if escape[1] not in _UNESCAPED:
                column = offset + match.start(1) + escape.start() + 1
                self._fault(column, f"‘{escape[0]}’ is not known in PO files.", "Write a backslash itself as \\\\.")
        return _ESCAPE.sub(lambda escape: _UNESCAPED.get(escape[1], escape[0]), match[1])

    def _blank(self) -> None:
        if self._open:
            self._open.raw.append("")

    def _stray(self, line: str, offset: int = 0) -> None:
        if _CONFLICT.match(line):
            self._conflict = True
            hint = "Choose between the two versions, delete the marker lines, and run this again."
            self._open = None
            self._problem_at(self._number, 1, "Two versions of this file have been merged and not settled.", hint)
            return
        if line.startswith(("msgid_plural", "msgstr[")):
            if not (self._open and self._open.broken):
                self._fault(offset + 1, "Worksheets have no plural forms.", "Delete the entry with ‘msgid_plural’.")
            return
        word = "".join(sign if sign.isprintable() else "\ufffd" for sign in line.split()[0][:40])
        self._fault(offset + 1, f"‘{word}’ does not begin anything that a PO file knows.", _EDITOR)

    def _finish(self, current: _Open) -> None:
        self._open = None
        texts = current.texts
        if current.broken:
            return
        for key in ("msgid", "msgstr"):
            if key not in texts:
                self._problem_at(current.start, 1, f"The entry that begins here has no ‘{key}’.", _EDITOR)
                return
        entry = _closed(current)
        if entry.address is None and not entry.english and not entry.obsolete:
            self._head(entry)
        else:
            self.entries.append(entry)

    def _head(self, entry: PoEntry) -> None:
        if self.header:
            sentence = f"The file has a second header; the first is in line {self.header.line}."
            self._problem_at(entry.line, 1, sentence, "Delete one of them.")
        self.header = self.header or entry

    def _fault(self, column: int, sentence: str, hint: str) -> None:
        if self._open:
            self._open.broken = True
        self._problem_at(self._number, column, sentence, hint)

    def _problem_at(self, line: int, column: int, sentence: str, hint: str) -> None:
        refuse_flood(self.problems)
        self.problems.append(Problem(Place(self.file, line, column), sentence, hint))


def _ends(line: str) -> str:
    """The keyword whose text, if the current entry has it, ends the entry at this line; empty if none does."""
    return "msgid" if line.startswith(("msgctxt", "msgid")) and not line.startswith("msgid_") else ""


def _comment(entry: _Open, kind: str, line: str) -> None:
    match kind:
        case ".":
            entry.extracted.append(line[2:].removeprefix(" "))
        case ":":
            entry.references += [match[1] or match[2] for match in _ISOLATED.finditer(line[2:])]
        case ",":
            entry.flags += [flag.strip() for flag in line[2:].split(",") if flag.strip()]
        case _:
            entry.comments.append(line)


def _closed(current: _Open) -> PoEntry:
    texts = {key: "".join(pieces) for key, pieces in current.texts.items()}
    while current.raw[-1] == "":
        current.raw.pop()
    previous: Previous | None = None
    if "previous msgid" in texts:
        previous = (texts.get("previous msgctxt"), texts["previous msgid"])
    return PoEntry(
        address=texts.get("msgctxt"),
        english=texts["msgid"],
        words=texts["msgstr"],
        comments=rejoined(current.comments),
        extracted=tuple(current.extracted),
        references=tuple(current.references),
        flags=tuple(current.flags),
        previous=previous,
        obsolete=current.obsolete,
        start=current.start,
        line=current.line,
        raw=tuple(current.raw),
    )
