"""A PO file in memory: entries keep the lines they were read from, so that an unchanged entry is written as it was.

The format is GNU gettext's (manual, chapter “PO Files”), without plural forms and domains, which worksheets do not
have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace
from functools import cached_property
from typing import Any

from ..foundation.records import record
from .states import Mark, State, is_mark, parse_mark, seal

WIDTH = 77
"""Columns of a wrapped line, quotation marks included; gettext and Weblate use the same width and re-wrap nothing."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SPECIAL = re.compile(r'[\\"\n\t\r]')
_PIECE = re.compile(r"[^\n ]*(?: +|\n|$)")

Previous = tuple[str | None, str]
"""The address and the English that a stale translation was made for."""


FOR_CLIENTS = "X-For: client"
"""The header line of a file that contains only what clients read."""


@record
class PoEntry:
    """One string: address (msgctxt), English (msgid), words (msgstr), and the comments around them.

    `start` and `line` are the line numbers of the entry and of its msgstr, from 1; `raw` are its lines as read, empty
    once anything in the entry has changed. `comments` are the translator's lines with their ``#``.
    """

    address: str | None
    english: str
    words: str
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False
    start: int = field(default=0, compare=False)
    line: int = field(default=0, compare=False)
    raw: tuple[str, ...] = field(default=(), compare=False)

    @property
    def fuzzy(self) -> bool:
        """Whether the entry has the flag ``fuzzy``: a person or this tool has marked the words as needing work."""
        return "fuzzy" in self.flags

    @property
    def state(self) -> State:
        """The state of the words for the English of the entry itself; raises BadMark for a mark that cannot be read."""
        if not self.words.strip():
            return State.MISSING
        if self.fuzzy:
            return State.STALE
        mark = self.mark
        return mark.state if mark and self.holds(mark.seal) and not mark.stale else State.TRANSLATED

    @property
    def mark(self) -> Mark | None:
        """The first comment that states a state, parsed; None if there is none; raises BadMark."""
        return next((parse_mark(comment) for comment in self.comments if is_mark(comment)), None)

    def sealed(self) -> str:
        """The seal (hash) of the words as they are now."""
        return seal(self.address or "", self.english, self.words)

    def holds(self, sealed: str) -> bool:
        """Whether a seal (hash) fits the words; a mark typed by hand has an empty seal, which always fits."""
        return not sealed or sealed == self.sealed()

    @property
    def outlived(self) -> bool:
        """Whether the mark was made for other words: the words or their English were changed outside of this tool.

        A person may have changed the words on purpose, or a merge may have put new English over old words: only a
        person can decide which. Raises BadMark.
        """
        mark = self.mark
        return bool(self.words.strip() and not self.fuzzy and mark and not mark.stale and not self.holds(mark.seal))

    def changed(self, **fields: Any) -> PoEntry:
        """The entry with other fields and without `raw`; the entry itself if the values are the same."""
        same = all(getattr(self, name) == value for name, value in fields.items())
        return self if same else replace(self, raw=(), **fields)

    def lines(self) -> tuple[str, ...]:
        """The lines of the entry in the file: the lines as read, unless the entry has changed."""
        return self.raw or tuple(_rendered(self))


@record(slots=False)
class PoFile:
    """The entries of a PO file in order, and the bytes that were read; `newline` is the line ending.

    `trailing` are comment lines after the last entry; `original` is empty once an entry has changed.
    """

    header: PoEntry | None
    entries: tuple[PoEntry, ...]
    trailing: tuple[str, ...] = ()
    newline: str = "\n"
    original: bytes = field(default=b"", repr=False, compare=False)

    @property
    def for_clients(self) -> bool:
        """Whether the file contains only what clients read, as its header says."""
        return self.header is not None and FOR_CLIENTS in self.header.words.splitlines()

    @cached_property
    def by_address(self) -> dict[str | None, list[PoEntry]]:
        """The entries under each address, obsolete ones included."""
        found: dict[str | None, list[PoEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.address, []).append(entry)
        return found

    def with_entries(self, entries: tuple[PoEntry, ...]) -> PoFile:
        """The file with other entries; the file itself, with its bytes, if the entries and their order are the same."""
        return self if entries == self.entries else replace(self, entries=entries, original=b"")

    def to_bytes(self) -> bytes:
        """The file in UTF-8, without a byte order mark unless it is unchanged and had one."""
        return self.original or self._written().encode()

    def _written(self) -> str:
        heads = (self.header,) if self.header else ()
        chunks = [self.newline.join(entry.lines()) for entry in (*heads, *self.entries)]
        chunks += [self.newline.join(self.trailing)] if self.trailing else []
        return (self.newline * 2).join(chunks) + self.newline


def _rendered(entry: PoEntry) -> Iterator[str]:
    mark = "#~ " if entry.obsolete else ""
    yield from entry.comments
    if not entry.obsolete:
        yield from (f"#. {line}".rstrip() for line in entry.extracted)
        yield from (f"#: {reference}" for reference in entry.references)
    if entry.flags:
        yield "#, " + ", ".join(entry.flags)
    if entry.previous:
        before = "#~| " if entry.obsolete else "#| "
        yield from _identity(before, *entry.previous)
    yield from _identity(mark, entry.address, entry.english)
    yield from _keyword(mark + "msgstr", entry.words, mark)


def _identity(mark: str, address: str | None, english: str) -> Iterator[str]:
    if address is not None:
        yield from _keyword(mark + "msgctxt", address, mark)
    yield from _keyword(mark + "msgid", english, mark)


def _keyword(keyword: str, text: str, mark: str) -> Iterator[str]:
    single = f"{keyword} {quoted(text)}"
    if "\n" not in text[:-1] and len(single) <= WIDTH + 2:
        yield single
        return
    yield f'{keyword} ""'
    yield from (mark + quoted(line) for line in _wrapped(text))


def _wrapped(text: str) -> Iterator[str]:
    """Break the text after spaces and line ends, so that each line with its quotation marks fits into WIDTH."""
    line = ""
    for match in _PIECE.finditer(text):
        if line and (line.endswith("\n") or len(quoted(line + match[0])) > WIDTH):
            yield line
            line = ""
        line += match[0]
    if line:
        yield line


def quoted(text: str) -> str:
    """The text as a PO string, in quotation marks and with escapes."""
    return '"' + _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text) + '"'
