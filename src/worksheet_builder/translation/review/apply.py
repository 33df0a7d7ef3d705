"""What reviewers said, taken into the catalogues: each row is settled by itself, and nothing said is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from ...foundation.files import write_whole
from ...foundation.phrases import marks
from ...foundation.problems import Place, Problem, Refused
from ...foundation.text_safety import unsafe_text
from ..catalogue_files import path_of, read_po, tags_in
from ..placeholders import placeholder_difference
from ..po_file import PoEntry, PoFile
from ..po_merge import marked, without_fuzzy
from ..states import Mark, State, is_mark
from .reply import Key, Reply, alike, shown


class Outcome(StrEnum):
    """What became of something that a reviewer said."""

    CHANGED = "changed"
    REVIEWED = "reviewed"
    COMMENTED = "commented"
    KEPT_ASIDE = "kept aside"


@dataclass(frozen=True, slots=True)
class StringChange:
    """One thing that was done at a string; `before` and `after` are its words."""

    outcome: Outcome
    path: Path
    address: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """All that was done, the files that were written, and what could not be taken over."""

    told: tuple[StringChange, ...]
    written: tuple[Path, ...]
    problems: tuple[Problem, ...]


def take(
    replies: Iterable[Reply], file: Path, locales: Sequence[Path], by: str = "", on: date | None = None
) -> ImportResult:
    """Take the replies of a file into the catalogues under the first folder; raises Refused, and writes nothing.

    Catalogues are looked for in all the folders, in order. `by` and `on` say who stands for what is ticked, and since
    when.
    """
    desk = _Desk(_Shelf.of(locales), Place(str(file)), " ".join(by.split()), on)
    for reply in replies:
        desk.settle(reply)
    if not desk.signed:
        hint = "Give the name with --by, such as --by 'Ana Example'."
        raise Refused([Problem(Place(str(file)), "Rows are ticked as reviewed, but it is not said by whom.", hint)])
    written = tuple(_write(book, locales[0]) for book in desk.shelf.books if tuple(book.entries) != book.file.entries)
    return ImportResult(tuple(desk.told), written, tuple(desk.problems))


@dataclass(slots=True)
class _Book:
    """A catalogue while rows are taken into it."""

    tag: str
    name: str
    path: Path
    file: PoFile
    entries: list[PoEntry]


@dataclass(slots=True)
class _Shelf:
    """All catalogues, and where each string stands in them."""

    books: list[_Book] = field(default_factory=list)
    by_identity: dict[str, list[tuple[_Book, int]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """What keeps catalogues from being read: told when a row might stand in one of them."""

    @classmethod
    def of(cls, locales: Sequence[Path]) -> _Shelf:
        shelf = cls()
        seen: set[tuple[str, str]] = set()
        for folder in locales:
            for tag in tags_in(folder):
                for path in sorted((folder / tag).glob("*.po")):
                    if (tag, path.stem) not in seen:
                        seen.add((tag, path.stem))
                        shelf._add(tag, path)
        return shelf

    def _add(self, tag: str, path: Path) -> None:
        try:
            file = read_po(path, tag)
        except Refused as refused:
            self.problems += refused.problems
            return
        book = _Book(tag, path.stem, path, file, list(file.entries))
        self.books.append(book)
        for at, entry in enumerate(file.entries):
            if not entry.obsolete and entry.address:
                self.by_identity.setdefault(key_of(book, entry).identity, []).append((book, at))

    def find(self, reply: Reply) -> tuple[_Book, int] | None:
        """Where the row stands: by its key, or, where that was lost, by the English and the words, if only there."""
        if key := reply.key:
            found = self.by_identity.get(key.identity, [])
            return min(found, key=lambda it: key_of(it[0], it[0].entries[it[1]]).source != key.source, default=None)
        same = [
            (book, at)
            for places in self.by_identity.values()
            for book, at in places
            if alike(book.entries[at].english, reply.english) and alike(book.entries[at].words, reply.shown)
        ]
        return same[0] if len(same) == 1 else None


def key_of(book: _Book, entry: PoEntry) -> Key:
    """The key that the entry would go out with."""
    return Key.of(book.tag, book.name, entry.address or "", entry.english, entry.words)


@dataclass(slots=True)
class _Desk:
    """Where each reply is compared with what stands in the catalogue now."""

    shelf: _Shelf
    place: Place
    by: str
    on: date | None
    told: list[StringChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    signed: bool = True
    """Whether it is known who stands for what is ticked."""

    def settle(self, reply: Reply) -> None:
        found = self.shelf.find(reply)
        if found is None:
            self._lost(reply)
            return
        book, at = found
        entry = book.entries[at]
        changed = self._settled(reply, entry, book)
        if changed != entry:
            book.entries[at] = changed

    def _lost(self, reply: Reply) -> None:
        if reply.speaks or reply.key is None:
            sentence = f"{reply.row.capitalize()} belongs to no string that there is now: “{_short(reply.english)}”."
            self._refuse(sentence, f"{_row_text(reply)} Put it into the catalogue by hand, if it still holds.")
            self.problems += (problem for problem in self.shelf.problems if problem not in self.problems)

    def _settled(self, reply: Reply, entry: PoEntry, book: _Book) -> PoEntry:
        now = key_of(book, entry)
        key = reply.key or now
        better = reply.better or ("" if _is_as_sent(reply, key) else reply.shown)
        edited = bool(better) and shown(better) != shown(entry.words)
        if key.source != now.source:
            if edited or reply.speaks:
                self._refuse(
                    f"{reply.row.capitalize()}: the English of ‘{entry.address}’ has changed since it was sent. "
                    f"It is now “{_short(entry.english)}”.",
                    f"{_row_text(reply)} Send it out again.",
                )
            return entry
        moved = key.words != now.words
        standing = self._reworded(reply, entry, book, better, moved) if edited else entry
        agreed = shown(better) == shown(standing.words) if better else not moved
        if reply.reviewed:
            standing = self._reviewed(reply, standing, book, agreed, edited)
        elif reply.confirmed and agreed and standing.fuzzy:
            self._tell(Outcome.CHANGED, book, standing, standing.words)
            standing = _unflagged(standing)
        return self._commented(reply, standing, book)

    def _reworded(self, reply: Reply, entry: PoEntry, book: _Book, better: str, moved: bool) -> PoEntry:
        """The entry with the better words, unless they lost a mark or somebody else changed them meanwhile."""
        row, address = reply.row.capitalize(), entry.address
        if any(placeholder_difference(entry.english, better)):
            kept = ", ".join(dict.fromkeys(marks(entry.english))) or "none"
            sentence = f"{row}: the words for ‘{address}’ do not keep the marks of the English, {kept}."
            self._refuse(sentence, f"{_row_text(reply)} Correct it in the file and import it again.")
            return entry
        if unfit := unsafe_text(better):
            self._refuse(f"{row}: the words for ‘{address}’ cannot be printed. {unfit[0]}", unfit[1])
            return entry
        if moved:
            sentence = f"{row}: ‘{address}’ has been changed since it was sent, to “{_short(entry.words)}”."
            self._refuse(sentence, f"The words of the file are kept there as a comment: “{better}”. Choose.")
            self._tell(Outcome.KEPT_ASIDE, book, entry, better)
            return _with_comments(entry, (f"# {self.by or 'Reviewer'} suggests: {line}" for line in better.split("\n")))
        self._tell(Outcome.CHANGED, book, entry, better)
        return marked(_unflagged(entry).changed(words=better), None)

    def _reviewed(self, reply: Reply, entry: PoEntry, book: _Book, agreed: bool, edited: bool) -> PoEntry:
        """The entry as somebody stands for it, if they saw these very words."""
        mark = entry.mark
        if not entry.words.strip() or (entry.state is State.REVIEWED and mark and mark.by == self.by):
            return entry
        if not agreed:
            if not edited:
                sentence = f"{reply.row.capitalize()}: ‘{entry.address}’ has been changed since it was sent."
                self._refuse(sentence, "It was not marked as reviewed; send it out again.")
            return entry
        self.signed = self.signed and bool(self.by and self.on)
        self._tell(Outcome.REVIEWED, book, entry, entry.words)
        clean = _unflagged(entry)
        return marked(clean, Mark(State.REVIEWED, self.by, self.on, clean.sealed()))

    def _commented(self, reply: Reply, entry: PoEntry, book: _Book) -> PoEntry:
        lines = [f"# {self.by or 'Reviewer'}: {line}" for line in reply.comment.split("\n") if line]
        lines += [f"# Back into English: {line}" for line in reply.back.split("\n") if line]
        commented = _with_comments(entry, lines)
        if commented != entry:
            self._tell(Outcome.COMMENTED, book, entry, " ".join(lines))
        return commented

    def _tell(self, outcome: Outcome, book: _Book, entry: PoEntry, after: str) -> None:
        self.told.append(StringChange(outcome, book.path, entry.address or "", entry.words, after))

    def _refuse(self, sentence: str, hint: str) -> None:
        self.problems.append(Problem(self.place, sentence, hint.strip()))


def _is_as_sent(reply: Reply, key: Key) -> bool:
    """Whether nobody wrote into the column of the words as they were sent."""
    return not reply.shown or Key.of("", "", "", "", reply.shown).words == key.words


def _unflagged(entry: PoEntry) -> PoEntry:
    return entry.changed(flags=without_fuzzy(entry.flags), previous=None)


def _with_comments(entry: PoEntry, lines: Iterable[str]) -> PoEntry:
    new = [line for line in dict.fromkeys(lines) if line not in entry.comments]
    own = [comment for comment in entry.comments if not is_mark(comment)]
    marked_as = [comment for comment in entry.comments if is_mark(comment)]
    return entry.changed(comments=(*own, *new, *marked_as)) if new else entry


def _row_text(reply: Reply) -> str:
    """All that the row says, for a reader to save."""
    said = {"The words": reply.better, "The comment": reply.comment, "Back into English": reply.back}
    return " ".join(f"{what}: “{words}”." for what, words in said.items() if words)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _write(book: _Book, locales: Path) -> Path:
    path = path_of(locales, book.tag, book.name)
    write_whole(path, book.file.with_entries(tuple(book.entries)).to_bytes())
    return path
