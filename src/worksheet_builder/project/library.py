"""Find worksheets, translations and the practice: in the user's project first, then in the built-in library.

Only paths are handled and no file is read, so that listing names is fast.
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
"""The name of the file with the facts about a language, in the folder of the language."""
PACKS = "packs"
PACK_PREFIX = "pack-"
"""The prefix of a pack's id in names of handouts and catalogues, so that they differ from those of worksheets."""
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
        """The YAML files of the languages (facts and glossaries) on this shelf, in order of their paths."""
        yield from sorted(path for path in self.locales.glob("*/*.yaml") if _is_seen(path))

    def twins(self) -> Iterator[Problem]:
        """A problem for each definition with the id of an earlier one (ignoring case): only the last can be built."""
        for files in (tuple(self.files()), tuple(self.pack_files())):
            first: dict[str, Path] = {}
            for path in files:
                if (other := first.setdefault(path.stem.casefold(), path)) is not path:
                    sentence = f"{other.name} and this are the same worksheet to the tool: their ids are one."
                    yield Problem(Place(str(path)), sentence, "Rename one of the two.")

    @property
    def bibliography(self) -> Path:
        """The path of the bibliography, with the references that the worksheets name."""
        return self.worksheets / BIBLIOGRAPHY


@record(slots=False)
class Library:
    """Shelves in the order in which they are searched; `project` is the user's own, if there is one."""

    shelves: tuple[Shelf, ...]
    project: Shelf | None = None

    @classmethod
    def open(cls, folder: Path | None = None) -> Library:
        """The library for a folder, by default the current one: the project there, if any, and the built-in shelf."""
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
        """The first worksheet or pack with the id `name` that is not the file `path`, which is based on it; or None."""
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
        """The path of the project's practice file; None if there is none."""
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
        """The existing bibliographies, the project's last, so that its entries replace those of the others."""
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
        """The shelf of the built-in library, which is always one of `shelves`."""
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
    """Whether the folder is a project: it has a practice file or a folder `worksheets`."""
    return (folder / PRACTICE).is_file() or (folder / "worksheets").is_dir()


def is_pack(path: Path) -> bool:
    """Whether a definition is a pack: its folder is called `packs`."""
    return path.parent.name == PACKS


def _is_seen(path: Path) -> bool:
    """Whether the path is a file that is not hidden; hidden files are made by editors, not by the author."""
    return not path.name.startswith(".") and path.is_file()


def _path_of(name: str, known: Mapping[str, Path], what: str, command: str) -> Path:
    """The path of an id in `known`, or the name itself as a path if it is a file; raises Refused."""
    path = known.get(name)
    if path:
        return path
    if not name.endswith(YAML_SUFFIXES) and len(Path(name).parts) < 2:
        raise Refused([unknown(name, known, what, command)])
    with contextlib.suppress(OSError, ValueError):  # a name that the system does not allow
        if Path(name).is_file():
            return Path(name)
    hint = f"Check the name and the folder; ‘worksheet-builder {command}’ shows the {what}s that can be named by id."
    raise Refused([Problem(Place(name), "There is no such file.", hint)])


def unknown(
    name: str, known: Iterable[str], what: str = "worksheet", command: str = "list", place: Place | None = None
) -> Problem:
    """The problem for an unknown id; its hint names the most similar known id, if there is one."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    shows = f"‘worksheet-builder {command}’ shows the {what}s there are"
    hint = (
        f"Did you mean ‘{near[0]}’?"
        if near
        else f"{shows}; ‘worksheet-builder tailor’ makes one of yours from another."
    )
    return Problem(place, f"There is no {what} ‘{name}’.", hint)
