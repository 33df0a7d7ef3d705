"""All that a handout is made from, as one hash: it is made again when this has changed, and only then."""

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
"""What stands in the folder of a language beside the catalogue of each worksheet."""


_NOT_OF_HANDOUTS = (BUILT_IN, "cli", "desk")
"""Folders of the package that do not change a handout, or count file by file."""


@record(slots=False)
class Fingerprint:
    """What the handouts of one order share: `given` is all that was chosen or read, whatever its type."""

    library: Library
    given: object
    references: bool
    """Whether the bibliographies are printed."""
    known: SharedParts = field(default_factory=SharedParts, repr=False, compare=False)
    """What is known of the files already."""

    def digest(self, worksheets: Sequence[Path], tags: Sequence[str], *others: object) -> str:
        """The hash for worksheets in one handout, in its languages, with whatever else only that one depends on."""
        return _hash([self._shared, self._of_files(tuple(worksheets), tuple(tags)), self._plain(others)])

    def of_value(self, value: object) -> str:
        """The hash of a value, to be given as one of the others of many handouts."""
        return _hash(self._plain(value))

    def _of_files(self, worksheets: tuple[Path, ...], tags: tuple[str, ...]) -> str:
        """The hash of the files of worksheets and of their languages, which is the same for every practice."""
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
        """The value as JSON has it: a file is what it holds, and where something stood in a file does not count."""
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
    """The tool itself: version, code, words, designs, drawings and languages, and the packages that set type."""
    languages = "".join(
        f"{path.parent.name} {digest_of(path)}\n"
        for path in sorted(built_in_folder().glob(f"locales/*/{LANGUAGE_FILE}"))
    )
    whole = hashlib.sha256((_code() + languages).encode()).hexdigest()
    return [__version__, whole, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *_packages()]


def _code() -> str:
    """The hash of all that a handout is made with in the package, kept from one run to the next."""
    state = state_of([PACKAGE], _NOT_OF_HANDOUTS)
    kept = recall("code", state)
    if isinstance(kept, str):
        return kept
    found = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.suffix in (".py", ".yaml", ".css", ".js", ".svg") and inside.parts[0] not in _NOT_OF_HANDOUTS:
            found.update(f"{inside.as_posix()} {digest_of(path)}\n".encode())
    keep("code", state, found.hexdigest())
    return found.hexdigest()


def _packages() -> list[str]:
    """The packages that the tool needs, and fonts besides, as the folders that installers name after their versions.

    Reading the folders' names (PEP 376, PEP 427) takes a hundredth of the time of asking each for its metadata.
    """
    needed = {*required(), *required(FONT_EXTRA)}
    folders = (Path(folder) for folder in sys.path if folder)
    infos = (path.name for folder in folders if folder.is_dir() for path in folder.glob("*.dist-info"))
    named = ((plain_name(info.partition("-")[0]), info) for info in infos)
    return sorted({info for name, info in named if name in needed or name.startswith(FONT_PACKAGE)})
