"""Where handouts are kept: a folder of this computer, or the memory of a worker that sends them back."""

from __future__ import annotations

import stat
from dataclasses import field
from pathlib import Path
from typing import Protocol

from ..foundation.files import clear_parts, digest_of, refuse_links, write_whole
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import open_record

_COARSE = 1_000_000_000
"""Nanoseconds; a time in whole seconds comes from a disk that may give two changes the same time."""


class Store(Protocol):
    """A place where each file is written completely or not at all; paths are those of handouts, with their folder."""

    saved_every: float
    """The most seconds between two saves of the manifest; so much work may be unrecorded if the machine stops."""

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        """Prepare for handouts in these languages: remove incomplete files that an earlier run has left."""
        ...

    def settle(self, folder: Path) -> None:
        """Find out the stamps of the files written below a folder."""
        ...

    def is_there(self, path: Path) -> bool:
        """Whether anything exists at the path."""
        ...

    def stamp(self, path: Path) -> str | None:
        """A text that changes with the file, found without reading it; None without a plain file, empty if unknown."""
        ...

    def digest(self, path: Path) -> str:
        """The SHA-256 of a file in hexadecimal; empty if there is none."""
        ...

    def read(self, path: Path, most: int) -> bytes | None:
        """The bytes of a file, perhaps only the first `most` + 1; None if there is none; raises Refused on errors."""
        ...

    def check(self, path: Path, under: Path) -> None:
        """Raise Refused if a link in the path below the folder `under` could lead out of it."""
        ...

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, making folders as needed; raises Refused."""
        ...


class Disk:
    """The disk of this computer."""

    saved_every = 0.5

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        clear_parts(dict.fromkeys((folder, *(folder / tag for tag in tags))))

    def settle(self, folder: Path) -> None:
        """Do nothing: the disk shows the stamps at once."""

    def is_there(self, path: Path) -> bool:
        return path.exists() or path.is_symlink()

    def stamp(self, path: Path) -> str | None:
        try:
            found = path.lstat()
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        told = found.st_mtime_ns % _COARSE
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}" if told else ""

    def digest(self, path: Path) -> str:
        return digest_of(path)

    def read(self, path: Path, most: int) -> bytes | None:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise Refused([Problem(Place(str(path)), "This is not a file of its own.", "Remove it.")])
        try:
            with path.open("rb") as file:
                return file.read(most + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Refused(
                [Problem(Place(str(path)), "This cannot be read.", "Check the file and its folder.")]
            ) from error

    def check(self, path: Path, under: Path) -> None:
        refuse_links(path, under)

    def write(self, path: Path, data: bytes) -> None:
        write_whole(path, data)


@open_record
class Memory:
    """An empty store in memory; a worker sends its files back."""

    files: dict[Path, bytes] = field(default_factory=dict)
    saved_every: float = 0.0

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        """Do nothing: there are no incomplete files."""

    def settle(self, folder: Path) -> None:
        """Do nothing: there are no stamps."""

    def is_there(self, path: Path) -> bool:
        return path in self.files

    def stamp(self, path: Path) -> str | None:
        return "" if path in self.files else None

    def digest(self, path: Path) -> str:
        return ""

    def read(self, path: Path, most: int) -> bytes | None:
        return self.files.get(path)

    def check(self, path: Path, under: Path) -> None:
        """Do nothing: there are no links."""

    def write(self, path: Path, data: bytes) -> None:
        self.files[path] = data


DISK = Disk()
