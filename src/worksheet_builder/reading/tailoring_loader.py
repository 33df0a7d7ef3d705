"""Worksheets and packs as they are printed: a file that is based on another is laid over it, through all levels."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ..definitions.pack import Pack
from ..definitions.tailoring import ClientChanges, PackTailoring, Tailoring
from ..definitions.tailoring_application import tailored
from ..definitions.worksheet import Worksheet
from ..foundation.decoding.decoder import Decoder
from ..foundation.decoding.yaml_nodes import text_of
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..project.library import Library, is_pack, unknown
from .loader import KINDS, decoded, misnamed, parse_worksheet, read_pack, unfilled

_BASED_ON = re.compile(r"""^based_on[ \t]*:[ \t]*["']?([^\s"'#]*)""", re.MULTILINE)

Sheet = TypeVar("Sheet", Worksheet, Pack)
Written = TypeVar("Written", Tailoring, PackTailoring)


def based_on(path: Path) -> str:
    """The id of the sheet that a file is based on, at a glance; empty for one that is whole by itself."""
    try:
        stamp = path.stat()
    except OSError:
        return ""
    return _based_on(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=4096)
def _based_on(path: Path, changed: int, size: int) -> str:
    try:
        found = _BASED_ON.search(text_of(path))
    except Refused:
        return ""
    return found[1] if found else ""


def read_sheet(library: Library, path: Path) -> Worksheet:
    """A worksheet, with the changes that its file makes to another; raises Refused."""
    return _worksheet(library, path, ())


def read_whole_pack(library: Library, path: Path) -> Pack:
    """A pack, with the changes that its file makes to another; raises Refused."""
    return _pack(library, path, ())


def read_source(library: Library, path: Path) -> Worksheet | Pack:
    """The worksheet or the pack of a file; raises Refused."""
    return read_whole_pack(library, path) if is_pack(path) else read_sheet(library, path)


def grounds(library: Library, path: Path) -> tuple[Path, ...]:
    """The files under one that is based on another, the nearest first; as far as they can be found."""
    found: list[Path] = []
    at = path
    while (name := based_on(at)) and (under := library.beneath(name, at, is_pack(path))) and under not in found:
        found.append(under)
        at = under
    return tuple(found)


def read_ground(library: Library, path: Path) -> Worksheet | Pack:
    """The base of a tailored worksheet or pack: what its changes are applied to; raises Refused."""
    return read_source(library, _ground(library, read_tailoring(path), path, ()))


def read_tailoring(path: Path) -> Tailoring | PackTailoring:
    """The changes that a file makes to another sheet; raises Refused."""
    return _changes(path, PackTailoring) if is_pack(path) else _changes(path, Tailoring)


def parse_tailoring(text: str, path: Path) -> Tailoring | PackTailoring:
    """The same from text that will stand at the path."""
    return _parsed(text, path, PackTailoring) if is_pack(path) else _parsed(text, path, Tailoring)


def laid_over(library: Library, text: str, path: Path) -> Worksheet | Pack:
    """The sheet that a tailoring will make once its text stands at the path; raises Refused."""
    if is_pack(path):
        changes = _parsed(text, path, PackTailoring)
        return tailored(_pack(library, _ground(library, changes, path, ()), (path,)), changes)
    tailoring = _parsed(text, path, Tailoring)
    return tailored(_worksheet(library, _ground(library, tailoring, path, ()), (path,)), tailoring)


def parse_client_changes(text: str, name: str) -> ClientChanges:
    """What is laid over a sheet for one client; `name` is what the text is called in messages."""
    changes = decoded(Decoder(name, kinds=KINDS), text, ClientChanges)
    refuse_if(unfilled(changes))
    return changes


def _changes(path: Path, kind: type[Written]) -> Written:
    return _parsed(text_of(path), path, kind)


def _parsed(text: str, path: Path, kind: type[Written]) -> Written:
    decoder = Decoder(str(path), kinds=KINDS)
    decoder.problems += misnamed(path, "pack" if kind is PackTailoring else "worksheet")
    changes = decoded(decoder, text, kind, {"id": path.stem})
    refuse_if(unfilled(changes))
    return changes


def _worksheet(library: Library, path: Path, above: tuple[Path, ...]) -> Worksheet:
    text = text_of(path)
    if not _BASED_ON.search(text):
        return parse_worksheet(text, path)
    changes = _parsed(text, path, Tailoring)
    return tailored(_under(library, changes, path, above, _worksheet), changes)


def _pack(library: Library, path: Path, above: tuple[Path, ...]) -> Pack:
    text = text_of(path)
    if not _BASED_ON.search(text):
        return read_pack(path)
    changes = _parsed(text, path, PackTailoring)
    return tailored(_under(library, changes, path, above, _pack), changes)


def _under(
    library: Library,
    changes: Tailoring | PackTailoring,
    path: Path,
    above: tuple[Path, ...],
    read: Callable[[Library, Path, tuple[Path, ...]], Sheet],
) -> Sheet:
    return read(library, _ground(library, changes, path, above), (*above, path))


def _ground(library: Library, changes: Tailoring | PackTailoring, path: Path, above: tuple[Path, ...]) -> Path:
    """The file of the sheet under another; raises Refused where there is none, or it is based on the other again."""
    packs = is_pack(path)
    known = library.packs if packs else library.worksheets
    under = library.beneath(changes.based_on, path, packs)
    what, command = ("pack", "list --packs") if packs else ("worksheet", "list")
    if under is None:
        others = [name for name in known if name != path.stem or known[name] != path]
        place = Place(str(path), changes.place.line, changes.place.column)
        raise Refused([unknown(changes.based_on, others, what, command, place)])
    if under in above:
        sentence = f"‘{path.stem}’ is based on ‘{changes.based_on}’, which is based on it."
        raise Refused([Problem(Place(str(path)), sentence, "Base one of them on a sheet that is whole by itself.")])
    return under
