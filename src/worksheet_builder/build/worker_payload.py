"""What travels to a worker that does not see this disk: an order, the files of a project, a practice with its own."""

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
"""The folder of sheets that were named by a path outside of the project."""


@record(slots=False)
class Parcel:
    """Files by their paths in a folder."""

    files: Mapping[str, bytes]

    @cached_property
    def digest(self) -> str:
        """The hash of all names and files."""
        found = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            found.update(f"{len(name)} {len(data)} {name}".encode() + data)
        return found.hexdigest()

    def unpacked(self) -> Path:
        """The folder with the files, which is written once in a process."""
        folder = Path(_room().name) / self.digest
        if not folder.exists():
            for name, data in self.files.items():
                write_whole(folder / name, data)
            folder.mkdir(exist_ok=True)
        return folder


@record
class TravellingOrder:
    """An order for many practices, with each sheet by the shelf it stands on and its path there."""

    order: Order
    sheets: tuple[tuple[bool, str], ...]
    """Whether a sheet is one of the library that comes with the tool, and its path there or in the parcel."""
    everything: bool
    tool: tuple[str, ...]
    home: str
    """The folder that the parcel was packed from, to name it in messages."""

    def unpacked(self, own: Parcel) -> ServiceOrder:
        """The order as it is for this worker."""
        built_in, folder = Shelf(built_in_folder()), own.unpacked()
        shelf = Shelf(folder)
        library = Library((shelf, built_in), shelf) if own.files else Library((built_in,))
        paths = tuple((built_in.folder if is_ours else folder) / name for is_ours, name in self.sheets)
        return ServiceOrder(library, self.order, paths, self.everything)

    def at_home(self, problem: Problem, own: Parcel) -> Problem:
        """A problem with its place as whoever gave the order knows it."""
        if problem.place is None:
            return problem
        file = problem.place.file.replace(str(own.unpacked()), self.home)
        return replace(problem, place=Place(file, problem.place.line, problem.place.column))


@record
class TravellingPractice:
    """A practice with the files that it names."""

    id: str
    practice: Practice
    files: Parcel

    def unpacked(self) -> NamedPractice:
        """The practice as it is for this worker."""
        folder = self.files.unpacked()
        return NamedPractice(self.id, _with_files(self.practice, lambda path: folder / path), folder / "practice.yaml")


def packed_order(service: ServiceOrder) -> tuple[TravellingOrder, Parcel]:
    """An order as it travels, and what of its library is not the tool's own."""
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
    """A practice as it travels."""
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
    """The practice with each file that it names in another place."""
    fonts = practice.font_files
    if fonts:
        fonts = replace(fonts, regular=at(fonts.regular), bold=at(fonts.bold) if fonts.bold else None)
    logo, dark = (at(path) if path else None for path in (practice.logo, practice.logo_on_dark))
    return replace(practice, logo=logo, logo_on_dark=dark, font_files=fonts)


def _files_of(shelf: Shelf) -> Iterator[Path]:
    """What of a project a handout can be made from."""
    yield from (*shelf.files(), *shelf.catalogues(), *shelf.notebooks())
    yield from filter(Path.is_file, (shelf.bibliography, *sorted((shelf.folder / DESIGNS).glob("*.yaml"))))


@cache
def _room() -> tempfile.TemporaryDirectory[str]:
    """A folder of this process, which goes with it."""
    return tempfile.TemporaryDirectory(prefix="worksheet-builder-")
