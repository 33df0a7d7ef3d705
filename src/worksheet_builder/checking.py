"""Everything that is wrong with worksheets, translations, references and the practice, without making a handout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .catalogues import COMMON, Catalogue
from .composer import read_references, unknown_design, unknown_references
from .library import BIBLIOGRAPHY, PRACTICE, Library
from .logo import read_logo
from .nodes import root_of, text_of
from .problems import Place, Problem, Refused
from .reading import read_bibliography, read_common, read_practice, read_worksheet
from .translations import untranslated


@dataclass(frozen=True, slots=True)
class Checked:
    """How many files were read, and every problem in them."""

    files: int
    problems: tuple[Problem, ...]


def check_library(library: Library) -> Checked:
    """Check the project, or what is built in where there is none."""
    shelf = library.project or library.shelves[0]
    others = (path for path in (shelf.bibliography, library.practice) if path and path.is_file())
    return check_paths(library, (*others, *shelf.files(), *shelf.catalogues()))


def check_paths(library: Library, paths: Iterable[Path]) -> Checked:
    """Check the files, and in folders all files of a kind that is known."""
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path)))
    return Checked(len(files), tuple(problem for file in files for problem in _told(library, file)))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if _checker(file) and file.is_file())
    else:
        yield path


def _told(library: Library, path: Path) -> tuple[Problem, ...]:
    checker = _checker(path)
    if checker is None:
        hint = "Name a worksheet (.yaml), a practice file or a catalogue (.po)."
        return (Problem(Place(str(path)), "This is not a file that can be checked.", hint),)
    try:
        return tuple(checker(library, path))
    except Refused as refused:
        return refused.problems


def _worksheet(library: Library, path: Path) -> Iterator[Problem]:
    yield from unknown_references(read_worksheet(path), read_references(library))


def _practice(library: Library, path: Path) -> Iterator[Problem]:
    practice = read_practice(path)
    yield from unknown_design(practice)
    if practice.logo:
        read_logo(practice.logo)


def _bibliography(library: Library, path: Path) -> Iterator[Problem]:
    read_bibliography(path)
    yield from ()


def _language(library: Library, path: Path) -> Iterator[Problem]:
    """The file is the translators' notebook; it has only to be readable."""
    root_of(text_of(path), str(path))
    yield from ()


def _catalogue(library: Library, path: Path) -> Iterator[Problem]:
    """Whether the file can be read, belongs to a worksheet, and is whole and current."""
    name, tag, locales = path.stem, path.parent.name, path.parent.parent
    structure: object = read_common()
    if name != COMMON:
        if name not in library.worksheets:
            hint = "Rename the file after its worksheet, or remove it."
            yield Problem(Place(str(path)), f"There is no worksheet ‘{name}’ for this catalogue.", hint)
            return
        structure = read_worksheet(library.worksheets[name])
    yield from untranslated(Catalogue.find([locales], tag, name).translate(structure))


Checker = Callable[[Library, Path], Iterator[Problem]]

_BY_NAME: Mapping[str, Checker] = {
    BIBLIOGRAPHY: _bibliography,
    PRACTICE: _practice,
    "language.yaml": _language,
}
_BY_SUFFIX: Mapping[str, Checker] = {".po": _catalogue, ".yaml": _worksheet, ".yml": _worksheet}


def _checker(path: Path) -> Checker | None:
    """What checks a file of this name, if anything does."""
    return _BY_NAME.get(path.name) or _BY_SUFFIX.get(path.suffix)
