"""Write files and folders atomically, check paths and file names, and hash files."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from .problems import Place, Problem, Refused

LONGEST_NAME = 60
"""Maximum characters of an id, so that file names with tags and suffixes fit the lowest limit (143 bytes, eCryptfs)."""

_MOST_BESIDE = 5_000
"""How many names of a folder are compared with a name that does not exist, to suggest the one that was meant."""
_SENTENCES = {
    errno.EACCES: "This may not be written.",
    errno.EPERM: "This may not be written.",
    errno.EROFS: "The disk is read-only.",
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk quota is used up.",
    errno.EFBIG: "The file is larger than it may be on this disk.",
    errno.ENAMETOOLONG: "The name is too long for this disk.",
    errno.EISDIR: "A folder of that name is in the way.",
    errno.ENOTEMPTY: "A folder of that name is in the way.",
    errno.ENOTDIR: "A file stands where a folder is needed.",
    errno.EEXIST: "A file stands where a folder is needed.",
}
_HINT = "Close it if another program has it open, check the folder, or name another."
_PART = re.compile(r"\..+\.wb([0-9]+)\.part")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows reserves for devices, with any extension."""


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file atomically: write a temporary file beside it, sync it, rename it. Makes folders; raises Refused.

    If an exception interrupts it (KeyboardInterrupt too), the temporary file is removed and an old file is unchanged.
    `mode` is the file's permissions from the moment that it exists, less those that the umask takes away.
    """
    with _beside(path) as part:
        _write(part, data, mode)
        part.replace(path)


def write_new(path: Path, data: bytes) -> bool:
    """Write a new file and return True; False, changing nothing, if the path exists by then. Raises Refused."""
    if os.path.lexists(path):
        return False
    with _beside(path) as part:
        _write(part, data)
        return _moved_where_none_is(part, path)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder of files under a temporary name, then rename it, so that it appears complete or not at all."""
    with _beside(folder) as part:
        part.mkdir()
        for name, data in files.items():
            _write(part / name, data)
        part.replace(folder)


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside `path` to write to, removed if an exception interrupts; raises Refused."""
    part = path.with_name(f".{path.name[:LONGEST_NAME]}.wb{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove(part)
        yield part
    except BaseException as error:
        _remove(part)
        if isinstance(error, OSError):
            raise Refused([_problem(path, error)]) from error
        raise


def _write(path: Path, data: bytes, mode: int = 0o666) -> None:
    # "x" refuses to follow a symbolic link that somebody put there
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _moved_where_none_is(part: Path, path: Path) -> bool:
    """Rename the temporary file unless the path exists by now; whether it was renamed."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # the disk has no hard links
        return _moved_to_claimed_name(part, path)
    finally:
        _remove(part)
    return True


def _moved_to_claimed_name(part: Path, path: Path) -> bool:
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    try:
        part.replace(path)
    except BaseException:
        _remove(path)
        raise
    return True


def make_folder(path: Path) -> None:
    """Make a folder and its parents, as far as they do not exist; raises Refused."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused([_problem(path, error)]) from error


def clear_parts(folders: Iterable[Path]) -> None:
    """Remove from the folders the temporary files that `write_whole` left in a process that no longer runs."""
    for folder in folders:
        with contextlib.suppress(OSError):
            for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
                match = _PART.fullmatch(entry.name)
                if match and not entry.is_symlink() and not _runs(int(match[1])):
                    _remove(Path(entry.path))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits; empty if the path is not a regular file or cannot be read."""
    try:
        if not path.is_file():  # to open a pipe would block
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def is_there(path: Path) -> bool:
    """Whether the path is a regular file; False also for a path that the system does not allow."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def missing(path: Path) -> tuple[str, str] | None:
    """The sentence and the hint of a problem if the path is not a regular file; None if it is."""
    if is_there(path):
        return None
    sentence, hint = f"There is no file ‘{path.name}’.", "Give the path from the folder of this file."
    return sentence, next((f"Did you mean ‘{near}’?" for near in _likely(path)), hint)


def _likely(path: Path) -> Iterator[str]:
    """Names in the same folder, likeliest first: equal but for case and Unicode form (NFKC), then the most similar."""
    try:
        beside = sorted(it.name for it in islice(path.parent.iterdir(), _MOST_BESIDE))
    except (OSError, ValueError):
        return
    yield from (name for name in beside if _folded(name) == _folded(path.name))
    yield from get_close_matches(path.name, beside, n=1, cutoff=0.8)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def outside(path: Path) -> tuple[str, str] | None:
    """The sentence and the hint of a problem if a path is a web address, absolute, or contains ‘..’; else None."""
    if re.match(r"[a-z][a-z0-9+.-]+:/", str(path), re.IGNORECASE):
        return (
            f"‘{path}’ is an address on the web, and nothing is fetched.",
            "Save the file beside this one, and name it.",
        )
    if not path.anchor and ".." not in path.parts:
        return None
    return f"‘{path}’ leads out of the folder of this file.", "Put a copy of it beside this file, and name that."


def refuse_links(path: Path, under: Path) -> None:
    """Raise Refused if the path, or a folder between it and `under`, is a symbolic link, which could lead elsewhere."""
    for step in (path, *path.parents):
        if step == under:
            return
        if step.is_symlink():
            hint = "Remove the link, or name the folder that it leads to with -o."
            raise Refused([Problem(Place(str(step)), "A link stands here, and nothing is written through it.", hint)])


def unfit_name(name: str) -> tuple[str, str] | None:
    """The sentence and the hint of a problem with a file name; None if every system accepts the name."""
    if _RESERVED.fullmatch(name):
        return f"‘{name}’ is a name that Windows keeps for itself.", f"Choose another, such as ‘{name}-sheet’."
    if len(name) > LONGEST_NAME:
        sentence = f"‘{name[:20]}…’ has {len(name)} letters, more than some disks can keep in a name."
        return sentence, f"Use {LONGEST_NAME} at most."
    return None


def _runs(pid: int) -> bool:
    """Whether a process is running; always False on Windows, where a file that is open cannot be removed anyway."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    with contextlib.suppress(OSError):  # a zombie process has ended too, and only /proc tells
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return True


def _remove(path: Path) -> None:
    """Remove a file, a link or a folder of files; a folder with folders inside was not written here and stays."""
    with contextlib.suppress(OSError):  # its folder is gone or was never there, and with it the file
        if path.is_dir() and not path.is_symlink():
            inside = [*path.iterdir()]
            if all(it.is_symlink() or not it.is_dir() for it in inside):
                for it in inside:
                    it.unlink()
                path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _problem(path: Path, error: OSError) -> Problem:
    sentence = _SENTENCES.get(error.errno or 0, f"This cannot be written: {error.strerror}.")
    return Problem(Place(str(path)), sentence, _HINT)
