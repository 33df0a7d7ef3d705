"""What the tool has made in a folder: a small file there holds the hash of each handout, so that no edit is lost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from ..foundation.files import digest_of, refuse_links, write_whole
from ..foundation.problems import Place, Problem, Refused

NAME = ".worksheet-builder.json"
FORMAT = 1
MOST_BYTES = 20_000_000


class Standing(StrEnum):
    """What stands where a handout is to be written."""

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


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A handout as it was made: its worksheet, the SHA-256 of its bytes and of all it was made from, its pages."""

    worksheet: str
    made: str
    inputs: str
    pages: int | None = None


@dataclass(slots=True)
class Manifest:
    """The entries of a folder by the path of the handout in it."""

    folder: Path
    entries: dict[str, ManifestEntry] = field(default_factory=dict)
    _changed: dict[str, ManifestEntry] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path) -> Manifest:
        """The manifest of a folder, empty where there is none; raises Refused for one that cannot be read."""
        return cls(folder, _read(folder / NAME))

    def entry(self, path: Path) -> ManifestEntry | None:
        """What is known of the handout at a path."""
        return self.entries.get(self._key(path))

    def standing(self, path: Path, worksheet: str) -> Standing:
        """What stands at the path where a handout of the worksheet is to be written."""
        entry = self.entry(path)
        if not path.exists() and not path.is_symlink():
            return Standing.NOTHING
        if entry is None:
            return Standing.FOREIGN
        if digest_of(path) != entry.made:
            return Standing.EDITED
        return Standing.OURS if entry.worksheet == worksheet else Standing.ANOTHER

    def made_from(self, path: Path, worksheet: str, inputs: str) -> ManifestEntry | None:
        """The entry of a handout that was made from just these inputs, and stands there still."""
        entry = self.entry(path)
        if entry and entry.inputs == inputs and entry.worksheet == worksheet:
            return entry if path.exists() and not path.is_symlink() else None
        return None

    def put(self, path: Path, worksheet: str, data: bytes) -> None:
        """Write what is made anew each time and note it at once; raises Refused where something else stands."""
        refuse_links(path, self.folder)
        standing = self.standing(path, worksheet)
        digest = hashlib.sha256(data).hexdigest()
        if standing not in (Standing.NOTHING, Standing.OURS) and digest_of(path) != digest:
            raise Refused([in_the_way(path, Standing.FOREIGN)])
        write_whole(path, data)
        self.note(path, ManifestEntry(worksheet, digest, ""))
        self.save()

    def note(self, path: Path, entry: ManifestEntry) -> None:
        """Remember a handout, until `save` for this run only."""
        if self.entry(path) != entry:
            self.entries[self._key(path)] = self._changed[self._key(path)] = entry

    def save(self) -> None:
        """Write what is new beside what another process may have written since; raises Refused."""
        if not self._changed:
            return
        path = self.folder / NAME
        self.entries = {**_read(path), **self.entries, **self._changed}
        rows = {key: asdict(entry) for key, entry in sorted(self.entries.items()) if (self.folder / key).exists()}
        write_whole(path, json.dumps({"format": FORMAT, "handouts": rows}, indent=1).encode() + b"\n")
        self._changed.clear()

    def _key(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def in_the_way(path: Path, standing: Standing) -> Problem:
    """Why a handout was not written where something else stands."""
    sentence, hint = _IN_THE_WAY[standing]
    return Problem(Place(str(path)), sentence, hint)


def _read(path: Path) -> dict[str, ManifestEntry]:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Refused([Problem(Place(str(path)), "This is not a file of its own.", "Remove it.")])
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise Refused([_damaged(path, "The list of what was made here cannot be read.")]) from error
    try:
        return _entries(json.loads(data[: MOST_BYTES + 1]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused([_damaged(path, "The list of what was made here is damaged.")]) from error


def _entries(said: Any) -> dict[str, ManifestEntry]:
    """The rows, each of the right shape; raises what a wrong shape raises."""
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
