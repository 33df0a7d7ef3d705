"""Update a PO file to its worksheet: entries are matched by address, never by similarity.

Unchanged English keeps its translation; changed English makes the translation stale, and the entry keeps the English
that it was made for. A new address gets an empty entry. An entry whose address is gone becomes obsolete, and active
again if the address comes back.
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
    """What an update did to the entry at an address."""

    NEW = "new"
    STALE = "stale"
    BACK = "back"
    GONE = "gone"
    OUTLIVED = "whose mark was for other words"


@record
class Merged:
    """The updated file, and the changes with their addresses, in order."""

    file: PoFile
    changes: tuple[tuple[Change, str], ...] = ()


def merge(file: PoFile, wanted: Sequence[Wanted]) -> Merged:
    """Update the file: the wanted strings in their order, then the obsolete entries; no translation is lost."""
    pairs = [(_best_entry(file, want), want) for want in wanted]
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


def _best_entry(file: PoFile, want: Wanted) -> PoEntry | None:
    """The best entry at the address of the wanted string; None if there is none.

    In order: a translation of the same English, active or else obsolete; an active translation of other English; an
    active entry without words; an obsolete entry. Of equals, the last in the file.
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
    """The entry with the present English: unchanged, as it was before it became stale, or made stale."""
    entry = old.changed(obsolete=False)
    if not entry.words.strip():
        return entry.changed(english=want.english, previous=None, flags=without_fuzzy(entry.flags))
    if entry.english == want.english:
        return entry if entry.fuzzy else entry.changed(previous=None)  # Weblate leaves the earlier English there
    return _returned(entry, want) or _made_stale(entry, want)


def _returned(entry: PoEntry, want: Wanted) -> PoEntry | None:
    """The entry as it was before it became stale, if the English is again that of its words; else None."""
    mark = entry.mark
    if not (mark and mark.stale and entry.fuzzy):
        return None
    if mark.seal != seal(want.address, want.english, entry.words):
        return None
    flags = without_fuzzy(entry.flags)
    return marked(entry.changed(english=want.english, previous=None, flags=flags), replace(mark, stale=False))


def _made_stale(entry: PoEntry, want: Wanted) -> PoEntry:
    """The entry flagged as fuzzy; it keeps its former state in the mark, and the English of its words."""
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
    """Add a seal (hash) to a mark typed by hand, and remove a mark that was made for other words."""
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
    """The flags without ``fuzzy``."""
    return tuple(flag for flag in flags if flag != "fuzzy")


def marked(entry: PoEntry, mark: Mark | None) -> PoEntry:
    """The entry with this state mark instead of the one it had; with None, without a mark."""
    own = tuple(comment for comment in entry.comments if not is_mark(comment))
    return entry.changed(comments=(*own, str(mark)) if mark else own)


def unflagged(entry: PoEntry) -> PoEntry:
    """The entry without ``fuzzy`` and earlier English, as its words are said to fit the present English."""
    return entry.changed(flags=without_fuzzy(entry.flags), previous=None)


def drafted(entry: PoEntry) -> PoEntry:
    """The entry marked as a draft: nobody but the translator has read the words."""
    clean = unflagged(entry)
    return marked(clean, Mark(State.DRAFT, seal=clean.sealed()))


def signed(entry: PoEntry, by: str, on: date) -> PoEntry:
    """The entry marked as reviewed by a person on a day."""
    clean = unflagged(entry)
    return marked(clean, Mark(State.REVIEWED, by, on, clean.sealed()))


def is_signed(entry: PoEntry, by: str) -> bool:
    """Whether the entry is marked as reviewed by this person already."""
    return entry.state is State.REVIEWED and entry.mark is not None and entry.mark.by == by
