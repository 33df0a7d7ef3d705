"""What was found from files of the tool and holds until one of them changes, kept from one run to the next.

It stands as JSON in the folder where the system has the caches of this user, and is never needed: where it is missing,
broken, of other files, or may not be written, what it holds is found anew. Nothing of a project is kept.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

State = list[list[str | int]]
"""Path, size and times of every file that an answer comes from."""
_SETTLED = 3_000_000_000
"""Nanoseconds that no file has changed before an answer is kept: within less, some disks give two changes one time."""


def state_of(folders: Iterable[Path], without: Container[str] = ()) -> State:
    """The state of all files in the folders; hidden ones do not count, nor what Python compiles.

    `without` are names of files and folders right in them that do not count either.
    """
    return sorted([entry.path, *_stamp(entry)] for folder in folders for entry in _files(os.fspath(folder), without))


def recall(name: str, state: State) -> Any:
    """What was kept under the name, if it comes from files in this state; else None."""
    try:
        path = _place(name)
        if not _is_ours(path):
            return None
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return kept.get("found") if isinstance(kept, dict) and kept.get("state") == _digest(state) else None


def keep(name: str, state: State, found: object) -> None:
    """Keep what was found, unless a file has only just changed; one that cannot be written is not missed."""
    from ..foundation.files import write_whole
    from ..foundation.problems import Refused

    if any(isinstance(it, int) and it > time.time_ns() - _SETTLED for row in state for it in row[2:]):
        return
    with contextlib.suppress(OSError, Refused):
        path = _place(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, json.dumps({"state": _digest(state), "found": found}).encode())


def _digest(state: State) -> str:
    from hashlib import sha256

    return sha256(json.dumps(state).encode()).hexdigest()


def _place(name: str) -> Path:
    import platformdirs

    return platformdirs.user_cache_path("worksheet-builder", appauthor=False) / f"{name}.json"


def _is_ours(path: Path) -> bool:
    """Whether nobody else could have written it, as far as the system tells."""
    if not hasattr(os, "getuid"):
        return True
    told = (os.lstat(path.parent), os.lstat(path))
    return all(it.st_uid == os.getuid() and not it.st_mode & 0o022 for it in told)


def _files(folder: str, without: Container[str] = ()) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")) or entry.name in without:
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                yield entry


def _stamp(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    """The size, the time of the last change and that of the last change of its inode, which no program sets back."""
    told = entry.stat()
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns
