"""The hash of the inputs of a handout: an existing handout with the same hash need not be made again."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, fields, is_dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .. import __version__
from ..fonts.families import FONT_PACKAGE, of_the_system
from ..foundation.files import digest_of
from ..foundation.languages import SOURCE_LANGUAGE, inheritance
from ..foundation.problems import Place
from ..foundation.records import record
from ..project.dependencies import FONT_EXTRA, plain_name, required
from ..project.file_cache import keep, recall, state_of
from ..project.library import COMMON, LANGUAGE_FILE, Library
from ..project.package_files import BUILT_IN, PACKAGE, built_in_folder
from .shared_parts import SharedParts

_SHARED = (f"{COMMON}.po", LANGUAGE_FILE)
"""The files in the folder of a language that all worksheets depend on, beside their own catalogues."""


_NOT_OF_HANDOUTS = (BUILT_IN, "cli", "desk")
"""Folders of the package that do not change a handout, or whose files are hashed one by one."""


@record(slots=False)
class Fingerprint:
    """Hashes the inputs of handouts; `given` are all options and values that the handouts of one order share."""

    library: Library
    given: object
    references: bool
    """Whether the bibliographies are printed, and so hashed."""
    known: SharedParts = field(default_factory=SharedParts, repr=False, compare=False)
    """A cache of the hashes of files."""

    def digest(self, worksheets: Sequence[Path], tags: Sequence[str], *others: object) -> str:
        """The hash for one handout: of its worksheets, its languages, and `others` that only it depends on."""
        return _hash([self._shared, self._of_files(tuple(worksheets), tuple(tags)), self._plain(others)])

    def of_value(self, value: object) -> str:
        """The hash of a value that many handouts depend on, to be given to `digest` as one of the `others`."""
        return _hash(self._plain(value))

    def _of_files(self, worksheets: tuple[Path, ...], tags: tuple[str, ...]) -> str:
        """The hash of the files of worksheets and of their languages, cached as it is the same for every practice."""
        found = self.known.parts.get((worksheets, tags))
        if found is None:
            files = [path for it in worksheets for path in (it, *self._catalogues(it.stem, tags))]
            files += self.library.bibliographies if self.references else ()
            files += [path for tag in tags for path in of_the_system(tag)]
            parts = [[it.stem for it in worksheets], [*tags], [self._of(it) for it in files]]
            found = self.known.parts[worksheets, tags] = _hash(parts)
        return found

    @cached_property
    def _shared(self) -> str:
        return _hash([tool(), self._plain(self.given)])

    def _catalogues(self, name: str, tags: Sequence[str]) -> Iterator[Path]:
        for tag in (it for given in tags if given != SOURCE_LANGUAGE for it in inheritance(given)):
            yield from (folder / tag / it for folder in self.library.locales for it in (f"{name}.po", *_SHARED))

    def _of(self, path: Path) -> str:
        if path not in self.known.digests:
            self.known.digests[path] = digest_of(path)
        return self.known.digests[path]

    def _plain(self, value: object) -> object:
        """The value as JSON can hold it: a path becomes the hash of its file, and positions in files are left out."""
        kind: Any = value.__class__
        if kind is str:
            return value
        if names := _names(kind):
            held = ((name, getattr(value, name)) for name in names)
            return {name: self._plain(part) for name, part in held if part.__class__ is not Place}
        if isinstance(value, tuple | list):
            return [self._plain(part) for part in value]
        if isinstance(value, Path):
            return self._of(value)
        if isinstance(value, Mapping):
            return [[str(key), self._plain(part)] for key, part in value.items() if part.__class__ is not Place]
        return str(value)


def _hash(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@lru_cache(maxsize=512)
def _names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass; other types have none."""
    return tuple(it.name for it in fields(kind)) if is_dataclass(kind) else ()


@lru_cache(maxsize=1)
def tool() -> list[str]:
    """The inputs that are the tool itself: its version, hash of code and data, Python, zlib, and installed packages."""
    languages = "".join(
        f"{path.parent.name} {digest_of(path)}\n"
        for path in sorted(built_in_folder().glob(f"locales/*/{LANGUAGE_FILE}"))
    )
    whole = hashlib.sha256((_code() + languages).encode()).hexdigest()
    return [__version__, whole, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *_packages()]


def _code() -> str:
    """The hash of every file of the package that handouts are made with, cached from one run to the next.

    Files of any kind count, except those in `_NOT_OF_HANDOUTS`.
    """
    state = state_of([PACKAGE], _NOT_OF_HANDOUTS)
    kept = recall("code", state)
    if isinstance(kept, str):
        return kept
    paths = {path.relative_to(PACKAGE).as_posix(): path for path in (Path(str(row[0])) for row in state)}
    listed = "".join(f"{inside} {digest_of(path)}\n" for inside, path in sorted(paths.items()))
    found = hashlib.sha256(listed.encode()).hexdigest()
    keep("code", state, found)
    return found


def _packages() -> list[str]:
    """The installed packages that the tool needs, and font packages, as the names of their folders with versions.

    Reading the folders' names (PEP 376, PEP 427) takes a hundredth of the time of reading the metadata of each.
    """
    needed = {*required(), *required(FONT_EXTRA)}
    folders = (Path(folder) for folder in sys.path if folder)
    infos = (path.name for folder in folders if folder.is_dir() for path in folder.glob("*.dist-info"))
    named = ((plain_name(info.partition("-")[0]), info) for info in infos)
    return sorted({info for name, info in named if name in needed or name.startswith(FONT_PACKAGE)})
