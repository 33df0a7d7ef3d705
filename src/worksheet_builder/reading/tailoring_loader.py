"""Read worksheets and packs as they are printed: a tailoring is applied to its base, which may be a tailoring too."""

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
    """The id of the sheet that a file is based on, by a quick search of its text; empty for a file without a base."""
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
    """The worksheet of a file; for a tailoring, its base with the changes applied; raises Refused."""
    return _worksheet(library, path, ())


def read_whole_pack(library: Library, path: Path) -> Pack:
    """The pack of a file; for a tailoring, its base with the changes applied; raises Refused."""
    return _pack(library, path, ())


def read_source(library: Library, path: Path) -> Worksheet | Pack:
    """The worksheet or the pack of a file; raises Refused."""
    return read_whole_pack(library, path) if is_pack(path) else read_sheet(library, path)


def grounds(library: Library, path: Path) -> tuple[Path, ...]:
    """The files that a tailoring is based on, the nearest first, as far as they can be found; empty without a base."""
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
    """The changes from the text of a file, saved or not; `path` gives id and places; raises Refused."""
    return _parsed(text, path, PackTailoring) if is_pack(path) else _parsed(text, path, Tailoring)


def laid_over(library: Library, text: str, path: Path) -> Worksheet | Pack:
    """The worksheet or pack that the text of a tailoring, saved or not, makes of its base; raises Refused."""
    if is_pack(path):
        changes = _parsed(text, path, PackTailoring)
        return tailored(_pack(library, _ground(library, changes, path, ()), (path,)), changes)
    tailoring = _parsed(text, path, Tailoring)
    return tailored(_worksheet(library, _ground(library, tailoring, path, ()), (path,)), tailoring)


def parse_client_changes(text: str, name: str) -> ClientChanges:
    """The changes to a sheet for one client, from YAML; `name` is the file name in messages; raises Refused."""
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
    """The file of the base of a tailoring; raises Refused if there is none, or if it is one of `above`: a circle."""
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
