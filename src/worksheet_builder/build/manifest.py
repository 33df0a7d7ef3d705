"""The manifest of a folder: a file with the hash of each handout made there, so that edits are not overwritten."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import open_record, record
from .stores import DISK, Store

NAME = ".worksheet-builder.json"
SEEN = ".worksheet-builder-seen.json"
"""A file beside the manifest, for many practices: the stamps of handouts, which show without reading if one changed."""
FORMAT = 1
MOST_BYTES = 20_000_000


class Standing(StrEnum):
    """What exists at the path where a handout is to be written."""

    NOTHING = "nothing"
    OURS = "ours"
    EDITED = "edited"
    ANOTHER = "another"
    """A handout of another worksheet, whose file has the same name."""
    FOREIGN = "foreign"


_IN_THE_WAY = {
    Standing.EDITED: (
        "This handout has been edited since it was made, and was left as it is.",
        "Rename it to keep it beside the new one; or give --overwrite to have it made anew, without the edits.",
    ),
    Standing.ANOTHER: (
        "The handout of another worksheet stands here under the same name, and was left as it is.",
        "Rename one of the two worksheets, or build them into two folders with -o.",
    ),
    Standing.FOREIGN: (
        "A file that this tool did not make stands here, and was left as it is.",
        "Move or rename it, or build into another folder with -o.",
    ),
}
_IN_THE_WAY_OF_ITS_OWN = {
    Standing.EDITED: (
        "This file has been edited since it was made, and was left as it is.",
        "Rename it to keep the edits, or delete it: the same command then makes it anew.",
    ),
    Standing.ANOTHER: (
        "A handout stands here under the same name, and was left as it is.",
        "Move or rename it, or name another folder.",
    ),
    Standing.FOREIGN: (_IN_THE_WAY[Standing.FOREIGN][0], "Move or rename it, or name another folder."),
}
"""Sentence and hint for a file that is no handout, such as `index.html`; `--overwrite` does not apply to it."""


@record
class ManifestEntry:
    """A handout as it was made: its worksheet, the SHA-256 of its bytes (`made`) and of its `inputs`, its pages."""

    worksheet: str
    made: str
    inputs: str
    pages: int | None = None


@open_record
class Manifest:
    """The entries of a folder, by the path of the handout relative to the folder."""

    folder: Path
    entries: dict[str, ManifestEntry] = field(default_factory=dict)
    store: Store = DISK
    seen: dict[str, str] | None = None
    """The stamps of handouts that are known to be unedited; None if each handout is read to know that."""
    _changed: dict[str, ManifestEntry] = field(default_factory=dict)
    _stamps_changed: bool = False

    @classmethod
    def open(cls, folder: Path, store: Store = DISK, stamped: bool = False) -> Manifest:
        """Read the manifest of a folder, an empty one if there is none; raises Refused if it cannot be read."""
        seen = _stamps(store, folder / SEEN) if stamped else None
        return cls(folder, _read(store, folder / NAME), store, seen)

    def entry(self, path: Path) -> ManifestEntry | None:
        """The entry of the handout at a path; None if there is none."""
        return self.entries.get(self._key(path))

    def standing(self, path: Path, worksheet: str) -> Standing:
        """What exists at the path where a handout of the worksheet is to be written."""
        entry = self.entry(path)
        if not self.store.is_there(path):
            return Standing.NOTHING
        if entry is None:
            return Standing.FOREIGN
        if self.store.digest(path) != entry.made:
            return Standing.EDITED
        return Standing.OURS if entry.worksheet == worksheet else Standing.ANOTHER

    def current_entry(self, path: Path, worksheet: str, inputs: str) -> tuple[ManifestEntry, Standing] | None:
        """The entry of an existing handout made from these inputs, and OURS or EDITED; None if it has to be made."""
        key = self._key(path)
        entry = self.entries.get(key)
        if not entry or entry.inputs != inputs or entry.worksheet != worksheet:
            return None
        stamp = self.store.stamp(path)
        if stamp is None:
            return None
        if stamp and self.seen is not None and self.seen.get(key) == stamp:
            return entry, Standing.OURS
        if self.store.digest(path) != entry.made:
            return entry, Standing.EDITED
        self._remember(key, stamp)
        return entry, Standing.OURS

    def put(self, path: Path, worksheet: str, data: bytes) -> None:
        """Write a file that is made at every build, and record it; raises Refused if a foreign or edited one exists."""
        self.store.check(path, self.folder)
        standing = self.standing(path, worksheet)
        digest = hashlib.sha256(data).hexdigest()
        if standing not in (Standing.NOTHING, Standing.OURS) and self.store.digest(path) != digest:
            raise Refused([Problem(Place(str(path)), *_IN_THE_WAY_OF_ITS_OWN[standing])])
        self.store.write(path, data)
        self.note(path, ManifestEntry(worksheet, digest, ""))
        self.save()

    def note(self, path: Path, entry: ManifestEntry) -> None:
        """Record a handout in memory; `save` writes the record to the store."""
        if self.entry(path) != entry:
            self.entries[self._key(path)] = self._changed[self._key(path)] = entry

    def save(self) -> None:
        """Write the new entries together with those that another process may have written since; raises Refused."""
        if self._changed:
            path = self.folder / NAME
            self.entries = {**_read(self.store, path), **self.entries, **self._changed}
            there = {
                key: entry for key, entry in sorted(self.entries.items()) if self.store.is_there(self.folder / key)
            }
            rows = {key: asdict(entry) for key, entry in there.items()}
            data = json.dumps({"format": FORMAT, "handouts": rows}, indent=1).encode() + b"\n"
            self.store.write(path, data)
            if self.seen is not None:
                self.store.settle(self.folder)
            for key in self._changed:
                self._remember(key, self.store.stamp(self.folder / key) or "")
            self._changed.clear()
        if self._stamps_changed:
            stamps = {key: stamp for key, stamp in sorted((self.seen or {}).items()) if stamp}
            self.store.write(self.folder / SEEN, json.dumps(stamps, indent=0).encode() + b"\n")
            self._stamps_changed = False

    def _remember(self, key: str, stamp: str) -> None:
        if self.seen is not None and self.seen.get(key, "") != stamp:
            self.seen[key] = stamp
            self._stamps_changed = True

    def _key(self, path: Path) -> str:
        name, under = path.as_posix(), f"{self.folder.as_posix()}/"
        return name.removeprefix(under) if name.startswith(under) else path.relative_to(self.folder).as_posix()


def in_the_way(path: Path, standing: Standing) -> Problem:
    """The Problem of a handout that was not written because of an existing file."""
    sentence, hint = _IN_THE_WAY[standing]
    return Problem(Place(str(path)), sentence, hint)


def _read(store: Store, path: Path) -> dict[str, ManifestEntry]:
    data = store.read(path, MOST_BYTES)
    if data is None:
        return {}
    try:
        return _entries(json.loads(data[: MOST_BYTES + 1]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused([_damaged(path, "The list of what was made here is damaged.")]) from error


def _stamps(store: Store, path: Path) -> dict[str, str]:
    """The stamps of a folder; empty if they cannot be read, since then each handout is read instead."""
    try:
        said = json.loads(store.read(path, MOST_BYTES) or b"{}")
        return {str(key): str(stamp) for key, stamp in said.items()}
    except (Refused, ValueError, AttributeError, RecursionError):
        return {}


def _entries(said: Any) -> dict[str, ManifestEntry]:
    """The entries from JSON; raises ValueError, TypeError, KeyError or AttributeError for another shape."""
    if said["format"] != FORMAT:
        raise ValueError("written by another version")
    found = {str(key): ManifestEntry(**row) for key, row in said["handouts"].items()}
    for entry in found.values():
        texts = (entry.worksheet, entry.made, entry.inputs)
        if not all(isinstance(text, str) for text in texts) or not isinstance(entry.pages, int | None):
            raise TypeError("not an entry")
    return found


def _damaged(path: Path, sentence: str) -> Problem:
    hint = "Delete it. Handouts that are as they would be made are known again; others are left as they are."
    return Problem(Place(str(path)), sentence, hint)
