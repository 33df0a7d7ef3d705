"""Font files that a computer has already, by the names of their files in the folders where systems keep fonts.

Only for letters that no Python package brings. Other folders can be named in WORKSHEET_BUILDER_FONTS, as in PATH; where
it is empty, none is looked into.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FOLDERS = "WORKSHEET_BUILDER_FONTS"
"""The variable of the environment that names other folders."""
_DEEP = 4
"""How many folders inside each other are looked into."""


def installed(*names: str) -> Path | None:
    """The first of these files that is in a folder of fonts, by its name; None if none is."""
    found = _files()
    return next((found[name] for name in names if name in found), None)


def folders() -> tuple[Path, ...]:
    """The folders in which this system keeps fonts, the user's own first, whether or not they are there."""
    if (named := os.environ.get(FOLDERS)) is not None:
        return tuple(Path(it) for it in named.split(os.pathsep) if it)
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    if sys.platform == "win32":
        local, windows = (os.environ.get(name) for name in ("LOCALAPPDATA", "WINDIR"))
        own = (Path(local) / "Microsoft/Windows/Fonts",) if local else ()
        return *own, Path(windows or "C:/Windows") / "Fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return own / "fonts", home / ".fonts", *(Path(it) / "fonts" for it in shared.split(":") if it)


@lru_cache(maxsize=1)
def _files() -> dict[str, Path]:
    """Every font file by its name; of two of a name the user's own."""
    found: dict[str, Path] = {}
    for folder in folders():
        for path in _inside(folder, _DEEP):
            found.setdefault(path.name, path)
    return found


def _inside(folder: Path, deep: int) -> Iterator[Path]:
    """The font files of a folder and of those in it, in the order of their names; what cannot be read has none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith((".ttf", ".otf", ".ttc")):
            yield Path(entry.path)
        elif deep and entry.is_dir():
            yield from _inside(Path(entry.path), deep - 1)
