"""Where worksheets, translations and the practice are found: in the user's project first, then in what is built in.

Only paths: nothing is read here, so that listing names costs next to nothing.
"""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import record
from .package_files import built_in_folder

BIBLIOGRAPHY = "bibliography.yaml"
COMMON = "common"
"""The name of the catalogue with the words that every worksheet shares."""
LANGUAGE_FILE = "language.yaml"
"""What a language says of itself, in its folder."""
PACKS = "packs"
PACK_PREFIX = "pack-"
"""Stands before the id of a pack where worksheets have names too: handouts, catalogues."""
PRACTICE = "practice.yaml"
YAML_SUFFIXES = (".yaml", ".yml")


@record
class Shelf:
    """A folder that holds `worksheets/` and `locales/`: a project, or the library that comes with the tool."""

    folder: Path

    @property
    def worksheets(self) -> Path:
        """The folder of the worksheets, in collections or not."""
        return self.folder / "worksheets"

    @property
    def packs(self) -> Path:
        """The folder of the packs."""
        return self.folder / PACKS

    @property
    def locales(self) -> Path:
        """The folder with a folder for each language."""
        return self.folder / "locales"

    def files(self) -> Iterator[Path]:
        """The definitions on this shelf, in order of their paths."""
        found = (path for path in self.worksheets.rglob("*") if path.suffix in YAML_SUFFIXES and _is_seen(path))
        yield from sorted(path for path in found if path != self.bibliography)

    def pack_files(self) -> Iterator[Path]:
        """The packs on this shelf, in order of their paths."""
        yield from sorted(path for path in self.packs.glob("*") if path.suffix in YAML_SUFFIXES and _is_seen(path))

    def catalogues(self) -> Iterator[Path]:
        """The translations on this shelf, in order of their paths."""
        yield from sorted(path for path in self.locales.glob("*/*.po") if _is_seen(path))

    def notebooks(self) -> Iterator[Path]:
        """What is said of each language as such, in order of their paths: its facts and its glossary."""
        yield from sorted(path for path in self.locales.glob("*/*.yaml") if _is_seen(path))

    def twins(self) -> Iterator[Problem]:
        """Definitions of one id, of which only the last could ever be built."""
        for files in (tuple(self.files()), tuple(self.pack_files())):
            first: dict[str, Path] = {}
            for path in files:
                if (other := first.setdefault(path.stem.casefold(), path)) is not path:
                    sentence = f"{other.name} and this are the same worksheet to the tool: their ids are one."
                    yield Problem(Place(str(path)), sentence, "Rename one of the two.")

    @property
    def bibliography(self) -> Path:
        """The references that the worksheets name."""
        return self.worksheets / BIBLIOGRAPHY


@record(slots=False)
class Library:
    """Shelves in the order in which they are searched; `project` is the user's own, if there is one."""

    shelves: tuple[Shelf, ...]
    project: Shelf | None = None

    @classmethod
    def open(cls, folder: Path | None = None) -> Library:
        """The library as seen from a folder, the current one unless another is given."""
        folder = folder or Path()
        built_in = Shelf(built_in_folder())
        if not is_project(folder):
            return cls((built_in,))
        if folder.resolve() == built_in.folder.resolve():
            project = Shelf(folder)
            return cls((project,), project)
        return cls((Shelf(folder), built_in), Shelf(folder))

    @cached_property
    def worksheets(self) -> Mapping[str, Path]:
        """Every worksheet by its id; one of the project hides one of the same id that is built in."""
        found: dict[str, Path] = {}
        for shelf in reversed(self.shelves):
            found.update((path.stem, path) for path in shelf.files())
        return dict(sorted(found.items()))

    @cached_property
    def packs(self) -> Mapping[str, Path]:
        """Every pack by its id; one of the project hides one of the same id that is built in."""
        found = {path.stem: path for shelf in reversed(self.shelves) for path in shelf.pack_files()}
        return dict(sorted(found.items()))

    def beneath(self, name: str, path: Path, packs: bool = False) -> Path | None:
        """The worksheet or pack of the id that a file which is based on it is laid over: not the file itself."""
        for shelf in self.shelves:
            for found in shelf.pack_files() if packs else shelf.files():
                if found.stem == name and found.resolve() != path.resolve():
                    return found
        return None

    @property
    def translatable(self) -> Mapping[str, Path]:
        """Every worksheet and pack by the name of its catalogue."""
        return {**self.worksheets, **{f"{PACK_PREFIX}{name}": path for name, path in self.packs.items()}}

    @property
    def practice(self) -> Path | None:
        """The practice of the project."""
        path = self.project.folder / PRACTICE if self.project else None
        return path if path and path.is_file() else None

    @property
    def locales(self) -> tuple[Path, ...]:
        """The folders that hold languages, the project's first."""
        return tuple(shelf.locales for shelf in self.shelves if shelf.locales.is_dir())

    @property
    def own_locales(self) -> Path | None:
        """The folder of the project's own languages, whether it is there or not."""
        return self.project.locales if self.project else None

    @property
    def bibliographies(self) -> tuple[Path, ...]:
        """The bibliographies, the project's last, so that its entries come to stand over the others."""
        return tuple(shelf.bibliography for shelf in reversed(self.shelves) if shelf.bibliography.is_file())

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of all languages that have a folder, with the one the worksheets are written in."""
        folders = (entry for locales in self.locales for entry in locales.iterdir() if entry.is_dir())
        return tuple(sorted({SOURCE_LANGUAGE, *(entry.name for entry in folders if entry.name[0] not in "._")}))

    def languages_of(self, worksheet: str) -> tuple[str, ...]:
        """The languages that have a catalogue for the worksheet, whatever its state."""
        folders, file = self.locales, f"{worksheet}.po"
        return tuple(
            tag
            for tag in self.languages
            if tag == SOURCE_LANGUAGE or any((folder / tag / file).is_file() for folder in folders)
        )

    @property
    def built_in(self) -> Shelf:
        """What comes with the tool, which is always one of the shelves."""
        where = built_in_folder().resolve()
        return next(shelf for shelf in self.shelves if shelf.folder.resolve() == where)

    def is_built_in(self, path: Path) -> bool:
        """Whether a worksheet is one of those that come with the tool."""
        return path.resolve().is_relative_to(Shelf(built_in_folder()).worksheets.resolve())

    def find(self, name: str) -> Path:
        """The file of a worksheet, from its id or from a path; raises Refused."""
        return _path_of(name, self.worksheets, "worksheet", "list")

    def find_pack(self, name: str) -> Path:
        """The file of a pack, from its id or from a path; raises Refused."""
        return _path_of(name, self.packs, "pack", "list --packs")

    def find_all(self, names: Iterable[str]) -> tuple[Path, ...]:
        """The file of each name, each once; raises Refused with a problem for every unknown name."""
        found: dict[Path, None] = {}
        problems: list[Problem] = []
        for name in names:
            try:
                found[self.find(name)] = None
            except Refused as refused:
                problems += refused.problems
        if problems:
            raise Refused(problems)
        return tuple(found)


def is_project(folder: Path) -> bool:
    """Whether the folder is one that `init` makes, or has the parts of it that matter."""
    return (folder / PRACTICE).is_file() or (folder / "worksheets").is_dir()


def is_pack(path: Path) -> bool:
    """Whether a definition stands where packs do."""
    return path.parent.name == PACKS


def _is_seen(path: Path) -> bool:
    """Whether it is a file that its owner put there; editors keep hidden ones beside it."""
    return not path.name.startswith(".") and path.is_file()


def _path_of(name: str, known: Mapping[str, Path], what: str, command: str) -> Path:
    """What is known by the id, or the file at the path."""
    path = known.get(name)
    if path:
        return path
    if not name.endswith(YAML_SUFFIXES) and len(Path(name).parts) < 2:
        raise Refused([unknown(name, known, what, command)])
    with contextlib.suppress(OSError, ValueError):  # a name that no disk can hold
        if Path(name).is_file():
            return Path(name)
    hint = f"Check the name and the folder; ‘worksheet-builder {command}’ shows the {what}s that can be named by id."
    raise Refused([Problem(Place(name), "There is no such file.", hint)])


def unknown(
    name: str, known: Iterable[str], what: str = "worksheet", command: str = "list", place: Place | None = None
) -> Problem:
    """A problem for an id that nothing has, with the one that was probably meant."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    shows = f"‘worksheet-builder {command}’ shows the {what}s there are"
    hint = (
        f"Did you mean ‘{near[0]}’?"
        if near
        else f"{shows}; ‘worksheet-builder tailor’ makes one of yours from another."
    )
    return Problem(place, f"There is no {what} ‘{name}’.", hint)
