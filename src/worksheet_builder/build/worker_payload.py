"""What is sent to a worker that cannot see this disk: an order, the files of a project, a practice with its files."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from ..definitions.practice import Practice
from ..foundation.files import write_whole
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from ..project.library import Library, Shelf
from ..project.package_files import built_in_folder
from ..reading.practices_reader import NamedPractice
from .fingerprint import tool
from .named_parts import DESIGNS, own_designs
from .order import Order
from .practices import ServiceOrder

_LOOSE = "loose"
"""The folder for sheets that were named by a path outside of the project."""


@record(slots=False)
class Parcel:
    """Files to send: their contents by their paths relative to a folder."""

    files: Mapping[str, bytes]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all names and contents, in hexadecimal."""
        found = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            found.update(f"{len(name)} {len(data)} {name}".encode() + data)
        return found.hexdigest()

    def unpacked(self) -> Path:
        """Write the files into a temporary folder, once in a process, and return the folder."""
        folder = Path(_temporary_folder().name) / self.digest
        if not folder.exists():
            for name, data in self.files.items():
                write_whole(folder / name, data)
            folder.mkdir(exist_ok=True)
        return folder


@record
class TravellingOrder:
    """An order for many practices that can be sent; its sheets have paths relative to the library or the parcel."""

    order: Order
    sheets: tuple[tuple[bool, str], ...]
    """Whether a sheet is built in, and its path in the built-in library or in the parcel."""
    everything: bool
    tool: tuple[str, ...]
    home: str
    """The folder that the parcel was packed from, to name it in messages."""

    def unpacked(self, own: Parcel) -> ServiceOrder:
        """The order with the paths of this worker; `own` is the parcel with the files of the project."""
        built_in, folder = Shelf(built_in_folder()), own.unpacked()
        shelf = Shelf(folder)
        library = Library((shelf, built_in), shelf) if own.files else Library((built_in,))
        paths = tuple((built_in.folder if is_ours else folder) / name for is_ours, name in self.sheets)
        return ServiceOrder(library, self.order, paths, self.everything)

    def at_home(self, problem: Problem, own: Parcel) -> Problem:
        """The problem with a path of the computer that sent the order instead of the worker's."""
        if problem.place is None:
            return problem
        file = problem.place.file.replace(str(own.unpacked()), self.home)
        return replace(problem, place=Place(file, problem.place.line, problem.place.column))


@record
class TravellingPractice:
    """A practice that can be sent, with the files that it names."""

    id: str
    practice: Practice
    files: Parcel

    def unpacked(self) -> NamedPractice:
        """The practice with the paths of this worker."""
        folder = self.files.unpacked()
        return NamedPractice(self.id, _with_files(self.practice, lambda path: folder / path), folder / "practice.yaml")


def packed_order(service: ServiceOrder) -> tuple[TravellingOrder, Parcel]:
    """Pack an order for sending, and the files of its library that are not built in."""
    files: dict[str, bytes] = {}
    project = service.library.project
    built_in = built_in_folder().resolve()
    home = project.folder if project and project.folder.resolve() != built_in else None
    if home:
        files |= {path.relative_to(home).as_posix(): path.read_bytes() for path in _files_of(Shelf(home))}
    sheets: list[tuple[bool, str]] = []
    for path in service.worksheets:
        at, own = path.resolve(), home.resolve() if home else None
        if is_ours := at.is_relative_to(built_in):
            name = at.relative_to(built_in).as_posix()
        else:
            name = at.relative_to(own).as_posix() if own and at.is_relative_to(own) else f"{_LOOSE}/{path.name}"
            files[name] = path.read_bytes()
        sheets.append((is_ours, name))
    order = replace(service.order, practice=None)
    return TravellingOrder(order, tuple(sheets), service.everything, tuple(tool()), str(home or ".")), Parcel(files)


def packed_practice(library: Library, named: NamedPractice) -> TravellingPractice:
    """Pack a practice for sending, with its logos, fonts and designs."""
    files: dict[str, bytes] = {}

    def put(path: Path) -> Path:
        name = f"{len(files)}-{path.name}"
        files[name] = path.read_bytes()
        return Path(name)

    practice = _with_files(named.practice, put)
    designs = own_designs(library, named.file)
    for path in sorted(designs.glob("*.yaml")) if designs else ():
        files[f"{DESIGNS}/{path.name}"] = path.read_bytes()
    return TravellingPractice(named.id, practice, Parcel(files))


def _with_files(practice: Practice, at: Callable[[Path], Path]) -> Practice:
    """The practice with each file that it names at another path, which `at` gives."""
    fonts = practice.font_files
    if fonts:
        fonts = replace(fonts, regular=at(fonts.regular), bold=at(fonts.bold) if fonts.bold else None)
    logo, dark = (at(path) if path else None for path in (practice.logo, practice.logo_on_dark))
    return replace(practice, logo=logo, logo_on_dark=dark, font_files=fonts)


def _files_of(shelf: Shelf) -> Iterator[Path]:
    """The files of a project that a handout can be made from."""
    yield from (*shelf.files(), *shelf.catalogues(), *shelf.notebooks())
    yield from filter(Path.is_file, (shelf.bibliography, *sorted((shelf.folder / DESIGNS).glob("*.yaml"))))


@cache
def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """A temporary folder, deleted at the end of this process."""
    return tempfile.TemporaryDirectory(prefix="worksheet-builder-")
