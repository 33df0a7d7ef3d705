"""The catalogues of a project: start a language, update it, and count its strings.

A project translates its own sheets and packs; of the built-in ones, only those that the tool does not have in the
language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..definitions.common_text import Common
from ..foundation.languages import Language
from ..foundation.problems import Problem, Refused, refuse_if
from ..project.language_files import built_in_locales, description_outside
from ..project.library import COMMON, LANGUAGE_FILE, Library
from ..project.named_sheets import named, own_locales
from ..reading.loader import read_common
from ..reading.tailoring_loader import read_source
from . import glossary
from .catalogue_files import path_of, tags_in
from .glossary import Glossary
from .language_facts import Facts, language_of
from .po_update import Started, Updated, extend, start, update
from .sources import Source
from .translation_status import Report, status


def begin(library: Library, tag: str, names: Sequence[str] = (), clients: bool = False) -> tuple[Started, Path | None]:
    """Start a language, or sheets in it: those named, or all if none is named; raises Refused.

    With `clients`, only what clients read. In the tool's own library, the description of the language in the package
    moves into its new folder; the path that it had is returned too, else None.
    """
    locales = own_locales(library)
    asked = named(library, names)
    _refuse_translated(library, tag, asked)
    sources = read_all(library, asked.values()) if names else _sources(library, tag)
    if names and tag in tags_in(locales):
        return extend(tag, sources, locales, clients), None
    known = description_outside(tag) if locales.resolve() == built_in_locales().resolve() else None
    described = known.read_text("utf-8") if known else ""
    started = start(tag, sources, _common(library, tag, names), locales, clients, described)
    if known:
        known.unlink()
    return started, known


def bring_up(library: Library, tag: str, names: Sequence[str] = (), everyone: bool = False) -> tuple[Updated, ...]:
    """Update the named catalogues of a language, or all that have a file; raises Refused.

    Catalogues started for clients only stay so, unless `everyone` is set.
    """
    locales = own_locales(library)
    begun = {name: path for name, path in library.translatable.items() if path_of(locales, tag, name).is_file()}
    paths = named(library, (name for name in names if name != COMMON)) if names else begun
    return update([tag], read_all(library, paths.values()), _common(library, tag, names), locales, everyone)


def not_begun(library: Library, tag: str) -> tuple[str, ...]:
    """The names of the worksheets and packs that have no catalogue in the language, neither here nor built in."""
    folders = library.locales
    return tuple(name for name in library.translatable if not any(_has(it, tag, name) for it in folders))


def counted(library: Library, tags: Iterable[str]) -> Report:
    """Count the strings of each worksheet and pack by state in the languages; raises Refused if one cannot be read."""
    sources = read_all(library, library.translatable.values())
    return status(tags, sources, read_common(), library.locales, library.own_locales)


def facts_of(library: Library, tag: str) -> Facts:
    """The facts in the first folder of the language, the project's before the library's, or CLDR's; raises Refused."""
    language = language_of(tag)
    found = _first(library, tag, LANGUAGE_FILE)
    return Facts.read(found, language) if found else Facts.of(language)


def glossary_of(library: Library, tag: str) -> Glossary:
    """The glossary of the language, where terms of the project override those of the library; raises Refused."""
    return glossary.glossary_of(library.locales, tag)


def read_all(library: Library, paths: Iterable[Path]) -> list[Source]:
    """Read the worksheets and packs; raises Refused with the problems of all."""
    found: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found.append(read_source(library, path))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return found


def _first(library: Library, tag: str, name: str) -> Path | None:
    paths = (folder / tag / name for folder in library.locales)
    return next((path for path in paths if path.is_file()), None)


def _refuse_translated(library: Library, tag: str, found: Mapping[str, Path]) -> None:
    """Raise Refused for sheets of the library that are in the language already: a project needs no copy."""
    own = library.project.folder.resolve() if library.project else None
    theirs = {name: path for name, path in found.items() if own is None or not path.resolve().is_relative_to(own)}
    have = [name for name in theirs if any(_has(folder, tag, name) for folder in _elsewhere(library))]
    hint = "Its words are used as they are. ‘worksheet-builder tailor {}’ changes it; then only changes are asked for."
    refuse_if(
        Problem(None, f"The library has ‘{name}’ in {Language.of(tag).english_name}.", hint.format(name))
        for name in have
    )


def _has(locales: Path, tag: str, name: str) -> bool:
    return path_of(locales, tag, name).is_file()


def _common(library: Library, tag: str, names: Sequence[str]) -> Common | None:
    """The common words, if the project translates them; None if they are built in and the project wants no copy."""
    built_in = any(_has(folder, tag, COMMON) for folder in _elsewhere(library))
    own = COMMON in names or _has(own_locales(library), tag, COMMON)
    return read_common() if own or not built_in else None


def _elsewhere(library: Library) -> list[Path]:
    """The folders of translations that are not the project's own."""
    shelf = library.project
    return [folder for folder in library.locales if shelf is None or folder != shelf.locales]


def _sources(library: Library, tag: str) -> list[Source]:
    """The worksheets and packs that a project translates: its own, and built-in ones that lack the language."""
    shelf = library.project
    own = {*shelf.files(), *shelf.pack_files()} if shelf else set()
    elsewhere = _elsewhere(library)
    return read_all(
        library,
        (
            path
            for name, path in library.translatable.items()
            if path in own or not any(_has(folder, tag, name) for folder in elsewhere)
        ),
    )
