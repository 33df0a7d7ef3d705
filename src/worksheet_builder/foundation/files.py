"""Files that appear whole or not at all, under names that every system can keep."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from .problems import Place, Problem, Refused

LONGEST_NAME = 60
"""Letters of an id: with tags and every suffix it still fits the shortest limit of a system (143 bytes, eCryptfs)."""

_MOST_BESIDE = 5_000
"""Names of a folder that are looked at for the one that was meant."""
_SENTENCES = {
    errno.EACCES: "This may not be written.",
    errno.EPERM: "This may not be written.",
    errno.EROFS: "The disk is read-only.",
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk quota is used up.",
    errno.EFBIG: "The file is larger than it may be on this disk.",
    errno.ENAMETOOLONG: "The name is too long for this disk.",
    errno.EISDIR: "A folder of that name is in the way.",
    errno.ENOTDIR: "A file stands where a folder is needed.",
    errno.EEXIST: "A file stands where a folder is needed.",
}
_HINT = "Close it if another program has it open, check the folder, or name another."
_PART = re.compile(r"\..+\.wb([0-9]+)\.part")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows the first dot."""


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file, sync, and rename over it, making folders as needed; raises Refused, leaves no debris.

    Whatever ends the writing, an exception that ends the program too, the old file stays as it was.
    """
    part = path.with_name(f".{path.name[:LONGEST_NAME]}.wb{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with part.open("xb") as file:  # never through a link that somebody has put there
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


def clear_parts(folders: Iterable[Path]) -> None:
    """Remove from the folders what a process of this tool that is no more has left half-written."""
    for folder in folders:
        with contextlib.suppress(OSError):
            for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
                match = _PART.fullmatch(entry.name)
                if match and entry.is_file(follow_symlinks=False) and not _runs(int(match[1])):
                    _remove(Path(entry.path))


def digest_of(path: Path) -> str:
    """The SHA-256 of what a file holds; empty where there is no plain file that can be read."""
    try:
        if not path.is_file():  # a pipe would keep us waiting
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def is_there(path: Path) -> bool:
    """Whether a plain file stands at a path, which may be one that no disk can hold."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def missing(path: Path) -> tuple[str, str] | None:
    """The sentence and the hint for a file that is not there."""
    if is_there(path):
        return None
    sentence, hint = f"There is no file ‘{path.name}’.", "Give the path from the folder of this file."
    return sentence, next((f"Did you mean ‘{near}’?" for near in _likely(path)), hint)


def _likely(path: Path) -> Iterator[str]:
    """The names beside it that differ in capitals or in how letters are composed, else the likeliest slip."""
    try:
        beside = sorted(it.name for it in islice(path.parent.iterdir(), _MOST_BESIDE))
    except (OSError, ValueError):
        return
    yield from (name for name in beside if _folded(name) == _folded(path.name))
    yield from get_close_matches(path.name, beside, n=1, cutoff=0.8)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def outside(path: Path) -> tuple[str, str] | None:
    """The sentence and the hint for a path that leads out of the folder from which it is given."""
    if re.match(r"[a-z][a-z0-9+.-]+:/", str(path), re.IGNORECASE):
        return (
            f"‘{path}’ is an address on the web, and nothing is fetched.",
            "Save the file beside this one, and name it.",
        )
    if not path.anchor and ".." not in path.parts:
        return None
    return f"‘{path}’ leads out of the folder of this file.", "Put a copy of it beside this file, and name that."


def refuse_links(path: Path, under: Path) -> None:
    """Raise Refused where a part of the path below a folder is a link, which could lead out of it."""
    for step in (path, *path.parents):
        if step == under:
            return
        if step.is_symlink():
            hint = "Remove the link, or name the folder that it leads to with -o."
            raise Refused([Problem(Place(str(step)), "A link stands here, and nothing is written through it.", hint)])


def unfit_name(name: str) -> tuple[str, str] | None:
    """What is wrong with a name for a file, as sentence and hint; None for one that every system can keep."""
    if _RESERVED.fullmatch(name):
        return f"‘{name}’ is a name that Windows keeps for itself.", f"Choose another, such as ‘{name}-sheet’."
    if len(name) > LONGEST_NAME:
        sentence = f"‘{name[:20]}…’ has {len(name)} letters, more than some disks can keep in a name."
        return sentence, f"Use {LONGEST_NAME} at most."
    return None


def _runs(pid: int) -> bool:
    """Whether a process is alive; on Windows an open file cannot be removed, so there is no need to know."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    with contextlib.suppress(OSError):  # where it is told, one that nobody has waited for is dead too
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return True


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):  # its folder is gone or was never there, and with it the file
        path.unlink(missing_ok=True)


def _problem(path: Path, error: OSError) -> Problem:
    sentence = _SENTENCES.get(error.errno or 0, f"This cannot be written: {error.strerror}.")
    return Problem(Place(str(path)), sentence, _HINT)
