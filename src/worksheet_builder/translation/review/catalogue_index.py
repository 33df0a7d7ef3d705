"""An index of all catalogues, to find the entry for each row of a reviewer's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path

from ...foundation.problems import Problem, Refused
from ...foundation.records import open_record
from ..catalogue_files import read_po, tags_in
from ..po_file import PoEntry, PoFile
from .reply import Key, Reply, alike


@open_record
class IndexedCatalogue:
    """A catalogue during an import; `entries` is changed in place."""

    tag: str
    name: str
    path: Path
    file: PoFile
    entries: list[PoEntry]


Standing = tuple[IndexedCatalogue, int]
"""A catalogue, and the index of an entry in its `entries`, from 0."""


@open_record
class CatalogueIndex:
    """All catalogues, and the entries by the identity of their keys."""

    books: list[IndexedCatalogue] = field(default_factory=list)
    by_identity: dict[str, list[Standing]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """Why catalogues cannot be read; reported if a row is not found, as it may belong to one of them."""
    tag: str = ""
    """The language of the file, if its rows show it; else empty."""

    @classmethod
    def of(cls, locales: Sequence[Path]) -> CatalogueIndex:
        """Read the catalogues in all the folders; of several with one name and language, that in the first folder."""
        index = cls()
        seen: set[tuple[str, str]] = set()
        for folder in locales:
            for tag in tags_in(folder):
                for path in sorted((folder / tag).glob("*.po")):
                    if (tag, path.stem) not in seen:
                        seen.add((tag, path.stem))
                        index._add(tag, path)
        return index

    def _add(self, tag: str, path: Path) -> None:
        try:
            file = read_po(path, tag)
        except Refused as refused:
            self.problems += refused.problems
            return
        book = IndexedCatalogue(tag, path.stem, path, file, list(file.entries))
        self.books.append(book)
        for at, entry in enumerate(file.entries):
            if not entry.obsolete and entry.address:
                self.by_identity.setdefault(key_of(book, entry).identity, []).append((book, at))

    def open_for(self, replies: Iterable[Reply]) -> None:
        """Set `tag`, the language of the file: the one in which most rows are found, else the one the file states."""
        rows = tuple(replies)
        found = Counter(book.tag for reply in rows for book in self._books_of(reply))
        said = next((reply.language for reply in rows if reply.language), "")
        self.tag = found.most_common(1)[0][0] if found else self._known(said)

    def _known(self, said: str) -> str:
        """The tag of the catalogues that a file means by a tag such as ‘es-ES’; the tag itself if there are none."""
        tags = {book.tag.lower(): book.tag for book in self.books}
        return tags.get(said.lower()) or tags.get(said.lower().split("-")[0]) or said

    def _books_of(self, reply: Reply) -> Iterator[IndexedCatalogue]:
        if reply.key:
            yield from (book for book, _ in self.by_identity.get(reply.key.identity, []))
        elif reply.shown:
            yield from (book for book, _ in self.same(reply, words=True))

    def find(self, reply: Reply) -> Standing | None:
        """The entry of a row by its key; without a key, the only one with its English and words, or its English."""
        if key := reply.key:
            found = self.by_identity.get(key.identity, [])
            return min(found, key=lambda it: key_of(it[0], it[0].entries[it[1]]).source != key.source, default=None)
        for same in (self.same(reply, words=True), self.same(reply, words=False)):
            if len(same) == 1:
                return same[0]
        return None

    def same(self, reply: Reply, *, words: bool) -> list[Standing]:
        """The entries of the language with the English of a row and, if `words` is set, with its words too."""
        return [
            (book, at)
            for places in self.by_identity.values()
            for book, at in places
            if (not self.tag or book.tag == self.tag)
            and alike(book.entries[at].english, reply.english)
            and (not words or alike(book.entries[at].words, reply.shown))
        ]


def key_of(book: IndexedCatalogue, entry: PoEntry) -> Key:
    """The key that the entry would be sent with now."""
    return Key.of(book.tag, book.name, entry.address or "", entry.english, entry.words)
