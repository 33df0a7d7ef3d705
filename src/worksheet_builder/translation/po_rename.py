"""Move translations, with their reviews, to a new address, after a part of a worksheet was given another id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..foundation.files import write_whole
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record
from .catalogue_files import path_of, read_po, tags_in
from .po_file import PoEntry, PoFile
from .po_merge import marked
from .states import seal


@record
class Renamed:
    """A catalogue that was changed, and the number of entries moved in it."""

    path: Path
    moved: int


def rename(name: str, old: str, new: str, locales: Path) -> tuple[Renamed, ...]:
    """Move the entries at the address `old` or below it to `new`, in every language.

    Raises Refused, before anything is written, if there are none or if there are words at `new` already.
    """
    found = {tag: path for tag in tags_in(locales) if (path := path_of(locales, tag, name)).is_file()}
    files = {path: read_po(path, tag) for tag, path in found.items()}
    refuse_if(problem for path, file in files.items() for problem in _in_the_way(path, file, new))
    done = {path: file.with_entries(tuple(_moved(file, old, new))) for path, file in files.items()}
    counts = {path: sum(_under(entry, old) for entry in file.entries) for path, file in files.items()}
    if not any(counts.values()):
        hint = "Give the id as it was before, such as ‘kinds’ or ‘kinds.options.unasked’."
        raise Refused([Problem(Place(str(locales)), f"No catalogue of ‘{name}’ has anything at ‘{old}’.", hint)])
    for path, count in counts.items():
        if count:
            write_whole(path, done[path].to_bytes())
    return tuple(Renamed(path, count) for path, count in counts.items() if count)


def _in_the_way(path: Path, file: PoFile, new: str) -> Iterator[Problem]:
    """A Problem for the first entry with words at the new address; an empty entry may be replaced."""
    for entry in file.entries:
        if _under(entry, new) and entry.words.strip() and not entry.obsolete:
            sentence = f"There are words at ‘{entry.address}’ already."
            yield Problem(Place(str(path), entry.line, 1), sentence, "Choose another id, or empty this entry first.")
            return


def _moved(file: PoFile, old: str, new: str) -> Iterator[PoEntry]:
    """The entries with their new addresses; an empty entry that an update has put at a new address is left out."""
    arriving = {(_renamed(entry.address, old, new), entry.english) for entry in file.entries if _under(entry, old)}
    for entry in file.entries:
        if _under(entry, old):
            yield _at(entry, _renamed(entry.address, old, new))
        elif entry.obsolete or (entry.address, entry.english) not in arriving:
            yield entry


def _under(entry: PoEntry, address: str) -> bool:
    return entry.address == address or (entry.address or "").startswith(f"{address}.")


def _renamed(address: str | None, old: str, new: str) -> str:
    return new + (address or "")[len(old) :]


def _at(entry: PoEntry, address: str) -> PoEntry:
    """The entry at another address; a seal (hash) that fitted the words is computed again for the new address."""
    mark, before = entry.mark, entry.address or ""
    previous = (address, entry.previous[1]) if entry.previous else None
    made = entry.changed(address=address, previous=previous, obsolete=False)
    if mark is None or not mark.seal:
        return made
    for english in (entry.english, *([entry.previous[1]] if entry.previous else [])):
        if mark.seal == seal(before, english, entry.words):
            return marked(made, replace(mark, seal=seal(address, english, entry.words)))
    return made
