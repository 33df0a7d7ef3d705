"""Import the rows of a reviewer's file into the catalogues: each row by itself, and no text of a reviewer is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from pathlib import Path

from ...foundation.files import write_whole
from ...foundation.problems import Place, Problem, Refused
from ...foundation.records import open_record, record
from ...foundation.text_safety import unsafe_text
from ..catalogue_files import path_of
from ..placeholders import kept_marks, placeholder_difference
from ..po_file import PoEntry
from ..po_merge import is_signed, marked, signed, unflagged
from ..states import is_mark
from .catalogue_index import CatalogueIndex, IndexedCatalogue, key_of
from .remarks import without_remarks
from .reply import Key, Reply, alike, shown


class Outcome(StrEnum):
    """What was done with one input of a reviewer."""

    CHANGED = "changed"
    UNFINISHED = "taken as unfinished"
    REVIEWED = "reviewed"
    COMMENTED = "commented"
    KEPT_ASIDE = "kept aside"
    ABSENT = "not in the file"


@record
class StringChange:
    """One change at a string; `before` are its words, `after` its new words or the text that was kept."""

    outcome: Outcome
    path: Path
    address: str
    before: str = ""
    after: str = ""


@record
class ImportResult:
    """The changes made (`told`), the files written, and a Problem for each input that could not be applied."""

    told: tuple[StringChange, ...]
    written: tuple[Path, ...]
    problems: tuple[Problem, ...]


def take(
    replies: Iterable[Reply], file: Path, locales: Sequence[Path], by: str = "", on: date | None = None
) -> ImportResult:
    """Import the replies of a file, and write catalogues into the first folder; raises Refused, then writes nothing.

    Catalogues are searched for in all the folders, in order. `by` and `on` are the reviewer and the day for rows that
    are ticked as reviewed; Refused is raised if such rows have no name.
    """
    run = _Import(CatalogueIndex.of(locales), Place(str(file)), " ".join(by.split()), on)
    rows = tuple(replies)
    run.index.open_for(rows)
    for reply in rows:
        run.settle(reply)
    run.tell_absent(rows)
    if not run.signed:
        hint = "Give the name with --by, such as --by 'Ana Example'."
        raise Refused([Problem(Place(str(file)), "Rows are ticked as reviewed, but it is not said by whom.", hint)])
    written = tuple(_write(book, locales[0]) for book in run.index.books if tuple(book.entries) != book.file.entries)
    return ImportResult(tuple(run.told), written, tuple(run.problems))


@open_record
class _Import:
    """One import: compares each reply with the present entry of the catalogue, and collects changes and problems."""

    index: CatalogueIndex
    place: Place
    by: str
    on: date | None
    told: list[StringChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    signed: bool = True
    """False once a row is marked as reviewed without the name of the reviewer or the day."""
    heard: dict[tuple[Path, int], Reply] = field(default_factory=dict)
    """The first row with input for each entry, so that a copy of the row is not applied again."""
    met: dict[Path, set[int]] = field(default_factory=dict)
    """The numbers of the entries that have a row, for each catalogue that is in the file."""

    def tell_absent(self, rows: Iterable[Reply]) -> None:
        """Report the strings of the catalogues in the file that have no row, as when a row was deleted."""
        english = {shown(row.english) for row in rows}
        for book in (book for book in self.index.books if book.path in self.met):
            for at, entry in enumerate(book.entries):
                sent = entry.address and not entry.obsolete and at not in self.met[book.path]
                if sent and shown(entry.english) not in english:
                    self._tell(Outcome.ABSENT, book, entry, "")

    def settle(self, reply: Reply) -> None:
        found = self.index.find(reply)
        if found is None:
            self._lost(reply)
            return
        book, at = found
        self.met.setdefault(book.path, set()).add(at)
        entry = book.entries[at]
        if reply.merged:
            sentence = (
                f"{reply.row.capitalize()}: the words for ‘{entry.address}’ share a cell with those of other rows."
            )
            self._refuse(sentence, f"{_row_text(reply)} Split the cell in the file and import it again.")
            return
        if reply.better and reply.language and _primary(reply.language) != _primary(book.tag):
            sentence = f"{reply.row.capitalize()}: the words for ‘{entry.address}’ are marked as {reply.language}."
            self._refuse(sentence, f"{_row_text(reply)} The file that they are for is in {book.tag}.")
            return
        key = reply.key or key_of(book, entry)
        as_sent = _is_as_sent(reply, key) if reply.key else alike(reply.shown, entry.words) or not reply.shown
        reply = without_remarks(reply, entry.english, as_sent)
        said = _said(reply, as_sent)
        before = self.heard.setdefault((book.path, at), reply) if any(said) else reply
        if before is not reply:
            if any(mine and mine != theirs for mine, theirs in zip(said, _said(before, as_sent=False), strict=True)):
                book.entries[at] = self._twice(reply, before, entry, book)
            return
        changed = self._settled(reply, entry, book, as_sent)
        if changed != entry:
            book.entries[at] = changed

    def _twice(self, reply: Reply, before: Reply, entry: PoEntry, book: IndexedCatalogue) -> PoEntry:
        """The entry with the input of a second row for it added as a comment."""
        sentence = (
            f"{reply.row.capitalize()} stands twice; only {before.row}, the first, was taken for ‘{entry.address}’."
        )
        self._refuse(sentence, f"{_row_text(reply)} The words are kept there as a comment. Choose.")
        suggested = reply.better or reply.shown
        return self._aside(self._commented(reply, entry, book), suggested, book)

    def _aside(self, entry: PoEntry, words: str, book: IndexedCatalogue) -> PoEntry:
        """The entry with words that were not applied added as a comment."""
        if not words or alike(words, entry.words):
            return entry
        self._tell(Outcome.KEPT_ASIDE, book, entry, words)
        return _with_comments(entry, (f"# {self.by or 'Reviewer'} suggests: {line}" for line in words.split("\n")))

    def _lost(self, reply: Reply) -> None:
        untouched = reply.key is None and self.index.same(reply, words=True)
        if reply.speaks or (reply.key is None and not untouched):
            sentence = f"{reply.row.capitalize()} belongs to no string that there is now: “{_short(reply.english)}”."
            self._refuse(sentence, f"{_row_text(reply)} Put it into the catalogue by hand, if it still holds.")
            self.problems += (problem for problem in self.index.problems if problem not in self.problems)

    def _settled(self, reply: Reply, entry: PoEntry, book: IndexedCatalogue, as_sent: bool) -> PoEntry:
        now = key_of(book, entry)
        key = reply.key or now
        better = reply.better or ("" if as_sent else reply.shown)
        edited = bool(better) and shown(better) != shown(entry.words)
        if reply.emptied and not better and not key.is_of(""):
            sentence = (
                f"{reply.row.capitalize()}: the words for ‘{entry.address}’ were taken out, and no others are given."
            )
            self._refuse(sentence, "They stay as they are. Write better ones into the file, or empty them by hand.")
        if key.source != now.source:
            if edited or reply.speaks:
                self._refuse(
                    f"{reply.row.capitalize()}: the English of ‘{entry.address}’ has changed since it was sent. "
                    f"It is now “{_short(entry.english)}”.",
                    f"{_row_text(reply)} Send it out again.",
                )
            return entry
        # Without a key it is unknown which words were sent, so a difference may be another person's change.
        moved = key.words != now.words or (reply.key is None and not as_sent and bool(entry.words))
        standing = self._reworded(reply, entry, book, better, moved) if edited else entry
        agreed = shown(better) == shown(standing.words) if better else not moved
        if reply.reviewed:
            standing = self._reviewed(reply, standing, book, agreed, edited)
        elif reply.confirmed and agreed and standing.fuzzy:
            self._tell(Outcome.CHANGED, book, standing, standing.words)
            standing = unflagged(standing)
        if reply.better and not as_sent and shown(reply.better) != shown(reply.shown):
            sentence = f"{reply.row.capitalize()}: the translation of ‘{entry.address}’ was written over as well."
            self._refuse(
                sentence, f"The better translation was taken; the other is kept there as a comment: “{reply.shown}”."
            )
            standing = self._aside(standing, reply.shown, book)
        return self._commented(reply, standing, book)

    def _reworded(self, reply: Reply, entry: PoEntry, book: IndexedCatalogue, better: str, moved: bool) -> PoEntry:
        """The entry with the better words, unless these lack a mark or cannot be printed, or the entry has changed."""
        row, address = reply.row.capitalize(), entry.address
        if any(placeholder_difference(entry.english, better)):
            kept = kept_marks(entry.english) or "none"
            sentence = f"{row}: the words for ‘{address}’ do not keep the marks of the English, {kept}."
            self._refuse(sentence, f"{_row_text(reply)} Correct it in the file and import it again.")
            return entry
        if unfit := unsafe_text(better):
            self._refuse(f"{row}: the words for ‘{address}’ cannot be printed. {unfit[0]}", unfit[1])
            return entry
        if moved:
            sentence = f"{row}: ‘{address}’ has been changed since it was sent, to “{_short(entry.words)}”."
            self._refuse(sentence, f"The words of the file are kept there as a comment: “{better}”. Choose.")
            return self._aside(entry, better, book)
        self._tell(Outcome.UNFINISHED if reply.unfinished else Outcome.CHANGED, book, entry, better)
        changed = marked(unflagged(entry).changed(words=better), None)
        return changed.changed(flags=("fuzzy", *changed.flags)) if reply.unfinished else changed

    def _reviewed(self, reply: Reply, entry: PoEntry, book: IndexedCatalogue, agreed: bool, edited: bool) -> PoEntry:
        """The entry marked as reviewed, if the reviewer saw exactly these words."""
        if not entry.words.strip() or is_signed(entry, self.by):
            return entry
        if not agreed:
            if not edited:
                sentence = f"{reply.row.capitalize()}: ‘{entry.address}’ has been changed since it was sent."
                self._refuse(sentence, "It was not marked as reviewed; send it out again.")
            return entry
        self.signed = self.signed and bool(self.by and self.on)
        self._tell(Outcome.REVIEWED, book, entry, entry.words)
        return signed(entry, self.by, self.on or date.min)

    def _commented(self, reply: Reply, entry: PoEntry, book: IndexedCatalogue) -> PoEntry:
        lines = [f"# {self.by or 'Reviewer'}: {line}" for line in reply.comment.split("\n") if line]
        lines += [f"# Back into English: {line}" for line in reply.back.split("\n") if line]
        commented = _with_comments(entry, lines)
        if commented != entry:
            self._tell(Outcome.COMMENTED, book, entry, " ".join(lines))
        return commented

    def _tell(self, outcome: Outcome, book: IndexedCatalogue, entry: PoEntry, after: str) -> None:
        self.told.append(StringChange(outcome, book.path, entry.address or "", entry.words, after))

    def _refuse(self, sentence: str, hint: str) -> None:
        self.problems.append(Problem(self.place, sentence, hint.strip()))


def _said(reply: Reply, as_sent: bool) -> tuple[str, ...]:
    """The input of a row, equal to that of a copy of the row."""
    words = reply.better or ("" if as_sent else reply.shown)
    return shown(words), reply.comment, reply.back, "reviewed" if reply.reviewed else ""


def _is_as_sent(reply: Reply, key: Key) -> bool:
    """Whether the reviewer left the column of the sent words unchanged."""
    return not reply.shown or key.is_of(reply.shown)


def _with_comments(entry: PoEntry, lines: Iterable[str]) -> PoEntry:
    new = [line for line in dict.fromkeys(lines) if line not in entry.comments]
    own = [comment for comment in entry.comments if not is_mark(comment)]
    marked_as = [comment for comment in entry.comments if is_mark(comment)]
    return entry.changed(comments=(*own, *new, *marked_as)) if new else entry


def _row_text(reply: Reply) -> str:
    """All input of the row as text for a message, so that it is not lost."""
    said = {"The words": reply.better, "The comment": reply.comment, "Back into English": reply.back}
    return " ".join(f"{what}: “{words}”." for what, words in said.items() if words)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _write(book: IndexedCatalogue, locales: Path) -> Path:
    path = path_of(locales, book.tag, book.name)
    write_whole(path, book.file.with_entries(tuple(book.entries)).to_bytes())
    return path


def _primary(tag: str) -> str:
    """The language of a tag without script and region."""
    return tag.lower().replace("_", "-").partition("-")[0]
