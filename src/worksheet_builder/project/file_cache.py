"""A cache of values computed from the tool's own files, valid from one run to the next until one of them changes.

Each value is a JSON file in the user's cache folder. The cache is optional: if the file is missing, broken, out of date
or cannot be written, the value is computed again. Nothing from a user's project is cached.
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
"""Path, size in bytes and times in nanoseconds of every file from which a value is computed."""
_SETTLED = 3_000_000_000
"""Nanoseconds without changes before a value is cached: some disks give two changes within less the same time."""


def state_of(folders: Iterable[Path], without: Container[str] = ()) -> State:
    """The state of all files in the folders and below, sorted by path; without hidden files and `__pycache__`.

    `without` are names of files and folders directly in the folders that are left out too.
    """
    return sorted([entry.path, *_stamp(entry)] for folder in folders for entry in _files(os.fspath(folder), without))


def recall(name: str, state: State) -> Any:
    """The value cached under a name, if it was computed from files in this state; else None."""
    try:
        path = _place(name)
        if not _is_ours(path):
            return None
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return kept.get("found") if isinstance(kept, dict) and kept.get("state") == _digest(state) else None


def keep(name: str, state: State, found: object) -> None:
    """Cache a value under a name, unless a file changed less than `_SETTLED` ago; errors in writing are ignored."""
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
    """Whether this user owns the file and its folder and nobody else may write them; always True on Windows."""
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
    """Size (bytes), time of the last change and that of the inode (ns), which no program can set to an earlier time."""
    told = entry.stat()
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns
