"""Edit a catalogue row by row: the rows are brought up to date with the English, and each can be changed by itself.

A row has a key, checksums of its place, its English and its translation, so that an edit never overwrites what somebody
else has written since the row was shown.
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
"""The most characters in the name of a reviewer."""


@record
class CatalogueRow:
    """One string of a catalogue: the English with notes for translators (`wanted`), the PO entry, its present key."""

    wanted: Wanted
    entry: PoEntry
    key: Key

    @property
    def complete(self) -> bool:
        """Whether the row has a translation of the present English."""
        return self.entry.state.printable


@record
class EditedCatalogue:
    """The named catalogue in one language; `path` is its file in the project, even if it was read from the library."""

    language: Language
    name: str
    path: Path
    file: PoFile
    wanted: tuple[Wanted, ...]

    @classmethod
    def open(cls, library: Library, tag: str, name: str) -> EditedCatalogue:
        """Read the catalogue, the project's before the library's, and update it in memory; raises Refused."""
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
        """Apply edits to rows; `by` and `on` sign those ticked as reviewed. Gives the new catalogue and the results."""
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
    """Why an edit of a row was refused."""

    MOVED = "moved"
    """The English or the translation of the row is no longer the text that was shown."""
    MARKS = "marks"
    """The new translation lacks a mark of the English (placeholder, star, language tag), or has one more."""
    UNSAFE = "unsafe"
    """The new translation cannot be printed: it has an invisible character, or is too long."""


@record
class Told:
    """The identities of the rows that were changed, and of those that were refused, with the reason."""

    changed: tuple[str, ...] = ()
    refused: Mapping[str, Refusal] | None = None


@record
class RowEdit:
    """What somebody typed into a row; `key` is the key that the row had when it was shown."""

    key: Key
    words: str
    holds: bool = False
    """Whether the user says that a translation of an earlier English text fits the present one too."""
    reviewed: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether the translation differs from the one that was shown."""
        return not self.key.is_of(self.words)

    def refusal(self, row: CatalogueRow) -> Refusal | None:
        """Why the edit cannot be applied to the present row; None if it can be, or if it changes nothing."""
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
        """The entry with the edit applied: changed or confirmed words as a draft, or as reviewed if `reviewed`."""
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
    """The name with single spaces, if a ``# state:`` line can hold it; else empty."""
    name = " ".join(text.split())
    mark = Mark(State.REVIEWED, name, date(2000, 1, 1))
    if not name or len(name) > LONGEST_NAME or unsafe_text(name):
        return ""
    try:
        return name if parse_mark(str(mark)) == mark else ""
    except BadMark:
        return ""
