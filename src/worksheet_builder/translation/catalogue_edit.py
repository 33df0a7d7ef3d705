"""A catalogue while somebody translates it: its rows up to date with the English, and rows changed by themselves.

A row is known by a key over its place, its English and its words, so that what is typed never goes over what somebody
else has written there meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from ..foundation.languages import Language
from ..foundation.records import record
from ..foundation.text_safety import unsafe_text
from ..project.library import COMMON, Library
from ..project.named_sheets import own_locales
from ..reading.loader import read_common
from ..reading.tailoring_loader import read_source
from .audience import is_for_clients
from .catalogue_files import path_of
from .extraction import Wanted, extract
from .language_facts import language_of
from .placeholders import placeholder_difference
from .po_file import PoEntry, PoFile
from .po_merge import drafted, is_signed, marked, signed, unflagged
from .po_update import up_to_date
from .review.reply import Key, shown
from .states import BadMark, Mark, State, parse_mark

LONGEST_NAME = 80
"""Letters of the name of a reviewer."""


@record
class CatalogueRow:
    """A string with what stands for it: what a translator is told of it, its entry, and the key it has now."""

    wanted: Wanted
    entry: PoEntry
    key: Key

    @property
    def complete(self) -> bool:
        """Whether it has words that hold for the English of today."""
        return self.entry.state.printable


@record
class EditedCatalogue:
    """The catalogue of a name in a language; `path` is where the project keeps it, whoever wrote what was read."""

    language: Language
    name: str
    path: Path
    file: PoFile
    wanted: tuple[Wanted, ...]

    @classmethod
    def open(cls, library: Library, tag: str, name: str) -> EditedCatalogue:
        """The first catalogue of the name, as an update makes it; raises Refused."""
        own = own_locales(library)
        language = language_of(tag)
        wanted = extract(read_common() if name == COMMON else read_source(library, library.translatable[name]), tag)
        paths = [path_of(folder, tag, name) for folder in dict.fromkeys((own, *library.locales))]
        found = next((path for path in paths if path.is_file()), paths[0])
        file = up_to_date(language, name, wanted, found).file
        asked = tuple(it for it in wanted if not file.for_clients or is_for_clients(it.address))
        return cls(language, name, paths[0], file, asked)

    @property
    def rows(self) -> tuple[CatalogueRow, ...]:
        """A row for each string, in the order of the file."""
        pairs = zip(self.wanted, self.file.entries, strict=False)
        return tuple(CatalogueRow(want, entry, self._key(entry)) for want, entry in pairs)

    def _key(self, entry: PoEntry) -> Key:
        return Key.of(self.language.tag, self.name, entry.address or "", entry.english, entry.words)

    def with_rows(self, edits: Iterable[RowEdit], by: str = "", on: date | None = None) -> tuple[EditedCatalogue, Told]:
        """The catalogue with what was typed into rows, and what could not be taken; `by` stands for ticked rows."""
        said = {it.key.identity: it for it in edits}
        entries, changed, refused = list(self.file.entries), [], {}
        for at, row in enumerate(self.rows):
            if edit := said.get(row.key.identity):
                if why := edit.refusal(row):
                    refused[row.key.identity] = why
                elif (entry := edit.settled(row.entry, by, on)) != row.entry:
                    entries[at] = entry
                    changed.append(row.key.identity)
        told = Told(tuple(changed), refused)
        return replace(self, file=self.file.with_entries(tuple(entries))), told


class Refusal(StrEnum):
    """Why a row was not taken."""

    MOVED = "moved"
    """Its English or its words are no longer those that were shown."""
    MARKS = "marks"
    """It does not keep the marks of the English."""
    UNSAFE = "unsafe"
    """It holds what cannot be printed."""


@record
class Told:
    """The identities of the rows that were changed, and why others were not."""

    changed: tuple[str, ...] = ()
    refused: Mapping[str, Refusal] | None = None


@record
class RowEdit:
    """What somebody typed into a row; `key` is the key that the row had when it was shown."""

    key: Key
    words: str
    holds: bool = False
    """Whether words made for an earlier English are said to hold for that of today."""
    reviewed: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether the words are other than those that were shown."""
        return not self.key.is_of(self.words)

    def refusal(self, row: CatalogueRow) -> Refusal | None:
        """Why this cannot be taken into the row as it is now; None where it can, or where nothing is said."""
        if not (self.is_typed or self.holds or self.reviewed):
            return None
        if self.key != row.key and not (self.key.source == row.key.source and self._is_there(row.entry)):
            return Refusal.MOVED
        if not self.is_typed or not self.words:
            return None
        if any(placeholder_difference(row.entry.english, self.words)):
            return Refusal.MARKS
        return Refusal.UNSAFE if unsafe_text(self.words) else None

    def settled(self, entry: PoEntry, by: str, on: date | None) -> PoEntry:
        """The entry with the words as a draft, or signed."""
        if self.is_typed and not self._is_there(entry):
            changed = marked(unflagged(entry).changed(words=self.words), None)
            entry = drafted(changed) if self.words else changed
        elif self.holds and entry.fuzzy:
            entry = drafted(entry)
        if self.reviewed and on and entry.words.strip():
            return entry if is_signed(entry, by) else signed(entry, by, on)
        return entry

    def _is_there(self, entry: PoEntry) -> bool:
        return shown(self.words) == shown(entry.words)


def reviewer_name(text: str) -> str:
    """A name as it can be written beside what somebody stands for; empty for what is none."""
    name = " ".join(text.split())
    mark = Mark(State.REVIEWED, name, date(2000, 1, 1))
    if not name or len(name) > LONGEST_NAME or unsafe_text(name):
        return ""
    try:
        return name if parse_mark(str(mark)) == mark else ""
    except BadMark:
        return ""
