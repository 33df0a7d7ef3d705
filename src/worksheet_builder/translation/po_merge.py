"""Bring a PO file up to its worksheet, by address and never by likeness.

The same English keeps its words; changed English makes them stale, with the English they were made for beside them;
a new address is empty; what is gone is kept aside, and comes back with its address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from ..foundation.records import record
from .extraction import Wanted
from .po_file import PoEntry, PoFile
from .states import Mark, State, is_mark, seal


class Change(StrEnum):
    """What an update did at an address."""

    NEW = "new"
    STALE = "stale"
    BACK = "back"
    GONE = "gone"
    OUTLIVED = "whose mark was for other words"


@record
class Merged:
    """The file as it should be, and the addresses at which something happened, in order."""

    file: PoFile
    changes: tuple[tuple[Change, str], ...] = ()


def merge(file: PoFile, wanted: Sequence[Wanted]) -> Merged:
    """The file with exactly the wanted strings in their order, then those set aside; no words are lost."""
    pairs = [(_standing_at(file, want), want) for want in wanted]
    used = {id(old) for old, _ in pairs}
    rest = [entry for entry in file.entries if id(entry) not in used]
    entries = [_brought_up(old, want) for old, want in pairs]
    entries += [_aside(entry) for entry in rest if _worth_keeping(entry)]
    changes = [(_change(old, new), new.address or "") for (old, _), new in zip(pairs, entries, strict=False)]
    changes += [(Change.GONE, entry.address or "") for entry in rest if not entry.obsolete]
    told = tuple((change, address) for change, address in changes if change)
    return Merged(file.with_entries(tuple(entries)), told)


def _change(old: PoEntry | None, new: PoEntry) -> Change | None:
    if old is None:
        return Change.NEW
    if new.fuzzy:
        return Change.STALE if not old.fuzzy or old.english != new.english else None
    if old.obsolete or (old.fuzzy and new.words):
        return Change.BACK
    return Change.OUTLIVED if old.outlived else None


def _standing_at(file: PoFile, want: Wanted) -> PoEntry | None:
    """The entry that the address has, the nearest first.

    Words for this very English, in use or else set aside; words for another; no words. Of those set aside, the latest.
    """

    def distance(entry: PoEntry) -> int:
        same, worded = entry.english == want.english, bool(entry.words.strip())
        if same and worded:
            return 0 if not entry.obsolete else 1
        if not entry.obsolete:
            return 2 if worded else 3 if same else 4
        return 5 if worded else 6

    return min(reversed(file.by_address.get(want.address, [])), key=distance, default=None)


def _brought_up(old: PoEntry | None, want: Wanted) -> PoEntry:
    entry = _settled(_reworded(old, want)) if old else PoEntry(want.address, want.english, "")
    return entry.changed(extracted=want.extracted, references=want.references, flags=want.flags(entry.flags))


def _reworded(old: PoEntry, want: Wanted) -> PoEntry:
    """The entry under the English of today: as it was, as it once was, or stale."""
    entry = old.changed(obsolete=False)
    if not entry.words.strip():
        return entry.changed(english=want.english, previous=None, flags=without_fuzzy(entry.flags))
    if entry.english == want.english:
        return entry if entry.fuzzy else entry.changed(previous=None)  # Weblate leaves the earlier English there
    return _returned(entry, want) or _made_stale(entry, want)


def _returned(entry: PoEntry, want: Wanted) -> PoEntry | None:
    """The entry as it was, when the English has gone back to what its untouched words were made for."""
    mark = entry.mark
    if not (mark and mark.stale and entry.fuzzy):
        return None
    if mark.seal != seal(want.address, want.english, entry.words):
        return None
    flags = without_fuzzy(entry.flags)
    return marked(entry.changed(english=want.english, previous=None, flags=flags), replace(mark, stale=False))


def _made_stale(entry: PoEntry, want: Wanted) -> PoEntry:
    """Flag the words, and keep what they were and the English that they were made for."""
    if entry.fuzzy:
        previous = entry.previous or (entry.address, entry.english)
        return entry.changed(english=want.english, previous=None if previous[1] == want.english else previous)
    mark = entry.mark
    state = entry.state
    was = mark if mark and mark.state is state else Mark(state)
    entry = marked(entry, replace(was, stale=True, seal=entry.sealed()))
    return entry.changed(
        english=want.english,
        previous=(entry.address, entry.english),
        flags=("fuzzy", *without_fuzzy(entry.flags)),
    )


def _settled(entry: PoEntry) -> PoEntry:
    """Seal a mark that somebody typed, and drop one that no longer speaks for the words."""
    mark = entry.mark
    if mark is None or entry.fuzzy:
        return entry
    if entry.state is not mark.state or mark.state is State.TRANSLATED or mark.stale:
        return marked(entry, None)
    return marked(entry, replace(mark, seal=entry.sealed()))


def _aside(entry: PoEntry) -> PoEntry:
    if entry.obsolete:
        return entry
    return _settled(entry).changed(obsolete=True, extracted=(), references=())


def _worth_keeping(entry: PoEntry) -> bool:
    return bool(entry.words.strip()) or any(not is_mark(comment) for comment in entry.comments)


def without_fuzzy(flags: tuple[str, ...]) -> tuple[str, ...]:
    """The flags without the one that says the words need work."""
    return tuple(flag for flag in flags if flag != "fuzzy")


def marked(entry: PoEntry, mark: Mark | None) -> PoEntry:
    """The entry with this mark, or none, in the place of the one it had."""
    own = tuple(comment for comment in entry.comments if not is_mark(comment))
    return entry.changed(comments=(*own, str(mark)) if mark else own)


def unflagged(entry: PoEntry) -> PoEntry:
    """The entry with words that are said to hold for the English of today."""
    return entry.changed(flags=without_fuzzy(entry.flags), previous=None)


def drafted(entry: PoEntry) -> PoEntry:
    """The entry as words that nobody but their translator has read."""
    clean = unflagged(entry)
    return marked(clean, Mark(State.DRAFT, seal=clean.sealed()))


def signed(entry: PoEntry, by: str, on: date) -> PoEntry:
    """The entry as words that somebody stands for since a day."""
    clean = unflagged(entry)
    return marked(clean, Mark(State.REVIEWED, by, on, clean.sealed()))


def is_signed(entry: PoEntry, by: str) -> bool:
    """Whether this person stands for the words already."""
    return entry.state is State.REVIEWED and entry.mark is not None and entry.mark.by == by
