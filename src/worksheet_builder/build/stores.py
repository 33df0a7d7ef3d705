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
"""Nanoseconds; a time of change in whole seconds comes from a disk that could not tell two changes apart."""


class Store(Protocol):
    """A place that files are kept in, whole or not at all; paths are those of the handouts, with their folder."""

    saved_every: float
    """Seconds of work that the list of what was made may be behind, if the machine stops."""

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        """Make ready for handouts in these languages: clear up what was left half-written."""
        ...

    def settle(self, folder: Path) -> None:
        """Make the stamps known of what was written below a folder."""
        ...

    def is_there(self, path: Path) -> bool:
        """Whether anything stands at the path."""
        ...

    def stamp(self, path: Path) -> str | None:
        """What changes whenever a file does, without reading it; None where no plain file is, empty if not told."""
        ...

    def digest(self, path: Path) -> str:
        """The SHA-256 of a file; empty where there is none."""
        ...

    def read(self, path: Path, most: int) -> bytes | None:
        """A file as far as it may be long, None where there is none; raises Refused for what cannot be read."""
        ...

    def check(self, path: Path, under: Path) -> None:
        """Raise Refused where something on the way from a folder down to the path could lead out of it."""
        ...

    def write(self, path: Path, data: bytes) -> None:
        """Put a file in its place, making folders as needed; raises Refused."""
        ...


class Disk:
    """The disk of this computer."""

    saved_every = 0.5

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        clear_parts(dict.fromkeys((folder, *(folder / tag for tag in tags))))

    def settle(self, folder: Path) -> None:
        """They are known at once."""

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
    """Nothing stands here before; what is written is kept to be sent on."""

    files: dict[Path, bytes] = field(default_factory=dict)
    saved_every: float = 0.0

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        """There is nothing to clear."""

    def settle(self, folder: Path) -> None:
        """There are none."""

    def is_there(self, path: Path) -> bool:
        return path in self.files

    def stamp(self, path: Path) -> str | None:
        return "" if path in self.files else None

    def digest(self, path: Path) -> str:
        return ""

    def read(self, path: Path, most: int) -> bytes | None:
        return self.files.get(path)

    def check(self, path: Path, under: Path) -> None:
        """There is nothing that could lead anywhere."""

    def write(self, path: Path, data: bytes) -> None:
        self.files[path] = data


DISK = Disk()
