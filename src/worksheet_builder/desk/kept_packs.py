"""Packs of the project as files: today's pack saved as YAML, as an author would write it, and opened again."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..foundation.files import unfit_name
from ..foundation.phrases import Phrase
from ..foundation.problems import Refused, without_places
from ..project.library import PACKS, Library
from ..reading.tailoring_loader import read_whole_pack
from ..reading.yaml_writer import Value, written
from .kept_files import free_name, keep
from .typed_ids import id_from

_USUAL = "our-pack"


def pack_text(title: str, summary: str, sheets: Sequence[str]) -> str:
    """The YAML text of a pack."""
    entries: list[Value] = [{"sheet": it} for it in sheets]
    return written({"title": title, "summary": summary, "worksheets": entries})


def pack_kept(library: Library, folder: Path, title: str, text: str) -> str:
    """Write a pack into a project under a new name and return the file name; raises Refused if it is not valid."""
    with tempfile.TemporaryDirectory() as beside:
        tried = Path(beside) / PACKS / "pack.yaml"
        tried.parent.mkdir()
        tried.write_text(text, "utf-8")
        with without_places():
            read_whole_pack(library, tried)
    path = free_name(folder / PACKS / f"{_id_of(title)}.yaml")
    keep(path, text, "")
    return path.name


def packs_of(library: Library) -> dict[str, Phrase]:
    """The packs of the project that can be read, by their ids, with their titles."""
    found = {}
    for path in library.project.pack_files() if library.project else ():
        try:
            found[path.stem] = read_whole_pack(library, path).title
        except Refused:
            continue
    return found


def sheets_of(library: Library, name: str) -> list[str]:
    """The worksheets of a pack in their order; raises Refused."""
    return [it.sheet for it in read_whole_pack(library, library.find_pack(name)).worksheets]


def _id_of(title: str) -> str:
    name = id_from(title)
    return _USUAL if not name or unfit_name(name) else name
