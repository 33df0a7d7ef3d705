"""Files of the project as forms show and save them; a file that has changed since it was shown is not overwritten."""

from __future__ import annotations

import hashlib
from dataclasses import field
from pathlib import Path

from ..foundation.files import write_whole
from ..foundation.problems import Problem, Refused
from ..foundation.records import record

_MOST_COPIES = 1000


class ChangedElsewhere(Exception):
    """Raised when a file has changed since it was shown; `copy` is the file to which the text was written instead."""

    def __init__(self, path: Path, copy: Path) -> None:
        self.path, self.copy = path, copy
        super().__init__(path.name)


@record
class HeldFile:
    """The text of a file when it was read, and its SHA-256 digest; both are empty for a file that does not exist."""

    path: Path
    text: str = field(repr=False)
    digest: str = ""

    @classmethod
    def of(cls, path: Path) -> HeldFile:
        """Read a file; raises Refused if it is not text."""
        if not path.exists():
            return cls(path, "")
        from ..foundation.decoding.yaml_nodes import text_of

        text = text_of(path)
        return cls(path, text, _digest(path.read_bytes()))


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a file; empty if it does not exist."""
    return _digest(path.read_bytes()) if path.exists() else ""


def keep(path: Path, text: str, digest: str) -> None:
    """Write a file atomically if it still has this digest, else write a copy beside it and raise ChangedElsewhere.

    Raises Refused if it cannot be written.
    """
    standing = digest_of(path)
    data = text.encode()
    if standing == digest or standing == _digest(data):
        write_whole(path, data)
        return
    copy = free_name(path.with_name(f"{path.stem}-mine{path.suffix}"))
    write_whole(copy, data)
    raise ChangedElsewhere(path, copy)


def put_beside(path: Path, data: bytes) -> str:
    """Write an uploaded file under this name, or the next that is free; return the name. No file is replaced."""
    if not path.exists() or path.is_symlink() or path.read_bytes() != data:
        path = free_name(path)
        write_whole(path, data)
    return path.name


def free_name(path: Path) -> Path:
    """The path itself if it is free, else the next with a number; raises Refused when there are too many."""
    names = [path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, _MOST_COPIES))]
    for it in names:
        if not it.exists() and not it.is_symlink():
            return it
    raise Refused([Problem(None, "There are too many copies of this file.", "Remove those you do not need.")])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
