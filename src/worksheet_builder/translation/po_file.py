"""A PO file as it stands: entries that remember their own lines, so that what is not changed is written back as it was.

The format is GNU gettext's (manual, chapter “PO Files”), less plural forms and domains, which worksheets do not have.
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
"""Columns to a line, quotation marks included; gettext's and Weblate's own width, so that they leave lines alone."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SPECIAL = re.compile(r'[\\"\n\t\r]')
_PIECE = re.compile(r"[^\n ]*(?: +|\n|$)")

Previous = tuple[str | None, str]
"""The address and the English that stale words translate."""


FOR_CLIENTS = "X-For: client"
"""The line in the header of a file that holds what clients read and nothing else."""


@record
class PoEntry:
    """One string: address (msgctxt), English (msgid), words (msgstr), and the comments around them.

    `start` and `line` are where the entry and its msgstr stand, counted from 1; `raw` holds its lines as read, and is
    empty once anything in it has changed. `comments` are the translator's lines with their ``#``.
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
        """Whether somebody, or this tool, has said that the words need work."""
        return "fuzzy" in self.flags

    @property
    def state(self) -> State:
        """The state against the entry's own English; raises BadMark for a mark that cannot be read."""
        if not self.words.strip():
            return State.MISSING
        if self.fuzzy:
            return State.STALE
        mark = self.mark
        return mark.state if mark and self.holds(mark.seal) and not mark.stale else State.TRANSLATED

    @property
    def mark(self) -> Mark | None:
        """The first of its comments that says a state; raises BadMark."""
        return next((parse_mark(comment) for comment in self.comments if is_mark(comment)), None)

    def sealed(self) -> str:
        """The seal over the words as they are now."""
        return seal(self.address or "", self.english, self.words)

    def holds(self, sealed: str) -> bool:
        """Whether a seal fits the words; a mark typed by hand has none and is taken at its word."""
        return not sealed or sealed == self.sealed()

    @property
    def outlived(self) -> bool:
        """Whether its mark was put on other words: these, or the English over them, were changed outside of the tool.

        A person may have changed the words and mean it, or a merge may have put new English over old words: only
        somebody who looks can tell. Raises BadMark.
        """
        mark = self.mark
        return bool(self.words.strip() and not self.fuzzy and mark and not mark.stale and not self.holds(mark.seal))

    def changed(self, **fields: Any) -> PoEntry:
        """The entry with other fields; itself, with its lines, when they are the same."""
        same = all(getattr(self, name) == value for name, value in fields.items())
        return self if same else replace(self, raw=(), **fields)

    def lines(self) -> tuple[str, ...]:
        """Its lines in the file: those it was read from, unless something changed."""
        return self.raw or tuple(_rendered(self))


@record(slots=False)
class PoFile:
    """The entries of a PO file in order, with the bytes they were read from; `newline` is what ends its lines."""

    header: PoEntry | None
    entries: tuple[PoEntry, ...]
    trailing: tuple[str, ...] = ()
    newline: str = "\n"
    original: bytes = field(default=b"", repr=False, compare=False)

    @property
    def for_clients(self) -> bool:
        """Whether it holds what clients read and nothing else, as its header says."""
        return self.header is not None and FOR_CLIENTS in self.header.words.splitlines()

    @cached_property
    def by_address(self) -> dict[str | None, list[PoEntry]]:
        """The entries under each address, the obsolete ones too."""
        found: dict[str | None, list[PoEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.address, []).append(entry)
        return found

    def with_entries(self, entries: tuple[PoEntry, ...]) -> PoFile:
        """The catalogue with other entries; itself, with its bytes, when they are the same in the same order."""
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
    """Break after spaces and line ends, so that each line with its quotation marks keeps within the width."""
    line = ""
    for match in _PIECE.finditer(text):
        if line and (line.endswith("\n") or len(quoted(line + match[0])) > WIDTH):
            yield line
            line = ""
        line += match[0]
    if line:
        yield line


def quoted(text: str) -> str:
    """The text as a PO string."""
    return '"' + _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text) + '"'
