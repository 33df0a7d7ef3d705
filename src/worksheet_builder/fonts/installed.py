"""Find font files that are installed on this computer, by their file names in the font folders of the system.

Only for fonts that no Python package contains. WORKSHEET_BUILDER_FONTS names other folders in place of these, separated
as in PATH; if it is set but empty, no folder is searched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FOLDERS = "WORKSHEET_BUILDER_FONTS"
"""The environment variable that names other font folders."""
_DEEP = 4
"""How many levels of subfolders are searched."""


def installed(*names: str) -> Path | None:
    """The path of the first of these file names that is in a font folder; None if none is."""
    found = _files()
    return next((found[name] for name in names if name in found), None)


def folders() -> tuple[Path, ...]:
    """The font folders of this system, the user's own first, whether they exist or not."""
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
    """Every font file by its name; of two files of the same name, the one in the earlier folder."""
    found: dict[str, Path] = {}
    for folder in folders():
        for path in _inside(folder, _DEEP):
            found.setdefault(path.name, path)
    return found


def _inside(folder: Path, deep: int) -> Iterator[Path]:
    """The font files of a folder and its subfolders, in order of names; none from a folder that cannot be read."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith((".ttf", ".otf", ".ttc")):
            yield Path(entry.path)
        elif deep and entry.is_dir():
            yield from _inside(Path(entry.path), deep - 1)
