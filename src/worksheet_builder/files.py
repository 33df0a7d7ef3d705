"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from .problems import Place, Problem, Refused

_SENTENCES = {
    errno.EACCES: "This may not be written.",
    errno.EPERM: "This may not be written.",
    errno.EROFS: "The disk is read-only.",
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk quota is used up.",
    errno.ENAMETOOLONG: "The name is too long for this disk.",
    errno.EISDIR: "A folder of that name is in the way.",
    errno.ENOTDIR: "A file stands where a folder is needed.",
    errno.EEXIST: "A file stands where a folder is needed.",
}
_HINT = "Close it if another program has it open, check the folder, or name another."


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file, sync, and rename over it, making folders as needed; raises Refused, leaves no debris.

    Whatever ends the writing, an exception that ends the program too, the old file stays as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException as error:
        _remove(part)
        if isinstance(error, OSError):
            raise Refused([_problem(path, error)]) from error
        raise


def write_new(path: Path, data: bytes) -> bool:
    """Write a file that does not exist yet; False, and nothing is touched, if it does."""
    if path.exists() or path.is_symlink():
        return False
    write_whole(path, data)
    return True


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they are there; raises Refused."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused([_problem(path, error)]) from error


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):  # its folder is gone or was never there, and with it the file
        path.unlink(missing_ok=True)


def _problem(path: Path, error: OSError) -> Problem:
    sentence = _SENTENCES.get(error.errno or 0, f"This cannot be written: {error.strerror}.")
    return Problem(Place(str(path)), sentence, _HINT)
