"""Find the files that a handout is made from, with as little reading as possible."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..foundation.languages import inheritance
from ..foundation.problems import Refused
from ..project.library import PACK_PREFIX, Library
from ..reading.tailoring_loader import grounds, read_whole_pack


def source_files(
    library: Library, path: Path, tags: Sequence[str], pack: bool = False
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Two tuples: the files of the worksheet, or of all in a pack, with their bases; the pack's files and catalogues.

    Of a pack that cannot be read, the first tuple is empty, and the second has its own files only.
    """
    under = grounds(library, path)
    if not pack:
        return (path, *under), ()
    try:
        told = read_whole_pack(library, path)
    except Refused:
        return (), (path, *under)
    found = (library.worksheets.get(entry.sheet) for entry in told.worksheets)
    sheets = tuple(it for sheet in found if sheet for it in (sheet, *grounds(library, sheet)))
    names = [f"{PACK_PREFIX}{it.stem}" for it in (path, *under)]
    folders = [folder / it for tag in tags for it in inheritance(tag) for folder in library.locales]
    catalogues = (folder / f"{name}.po" for name in names for folder in folders)
    return sheets, (path, *under, *catalogues)
