"""Files of the project as a form shows and keeps them: never over what has changed since it was shown."""

from __future__ import annotations

import hashlib
from dataclasses import field
from pathlib import Path

from ..foundation.files import write_whole
from ..foundation.problems import Problem, Refused
from ..foundation.records import record

_MOST_COPIES = 1000


class ChangedElsewhere(Exception):
    """The file is no longer the one that was shown; `copy` is where what was to be kept has been put."""

    def __init__(self, path: Path, copy: Path) -> None:
        self.path, self.copy = path, copy
        super().__init__(path.name)


@record
class HeldFile:
    """A file as it was read: its words, and the hash by which it is known again. A file that is not there is empty."""

    path: Path
    text: str = field(repr=False)
    digest: str = ""

    @classmethod
    def of(cls, path: Path) -> HeldFile:
        """Read it; raises Refused for what is no text."""
        if not path.exists():
            return cls(path, "")
        from ..foundation.decoding.yaml_nodes import text_of

        text = text_of(path)
        return cls(path, text, _digest(path.read_bytes()))


def digest_of(path: Path) -> str:
    """The hash by which a file is known again; empty for one that is not there."""
    return _digest(path.read_bytes()) if path.exists() else ""


def keep(path: Path, text: str, digest: str) -> None:
    """Write a file whole, if it is still the one with the digest; else raises ChangedElsewhere, with a copy beside it.

    Raises Refused where it cannot be written.
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
    """Put a file that was dropped in under this name or the next that is free; returns it. Nothing is replaced."""
    if not path.exists() or path.is_symlink() or path.read_bytes() != data:
        path = free_name(path)
        write_whole(path, data)
    return path.name


def free_name(path: Path) -> Path:
    """The path itself if nothing stands there, else the next with a number; raises Refused when there are too many."""
    names = [path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, _MOST_COPIES))]
    for it in names:
        if not it.exists() and not it.is_symlink():
            return it
    raise Refused([Problem(None, "There are too many copies of this file.", "Remove those you do not need.")])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
