"""A cache for a check: catalogues, the structures that they translate, and references are each read once."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from ..build.references import read_references
from ..definitions.worksheet import Reference
from ..foundation.problems import Problem, Refused
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..reading.tailoring_loader import read_source
from ..translation.catalogue import Catalogue
from ..translation.outdated_marks import outdated_marks


class Sources:
    """A library with a cache of its catalogues and of the structures that they translate."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._read: dict[str, object] = {}
        self._catalogues: dict[Path, Catalogue] = {}

    def catalogue(self, path: Path, tag: str) -> Catalogue:
        """The catalogue at a path, in the language with this tag; raises Refused if it cannot be read."""
        if path not in self._catalogues:
            self._catalogues[path] = Catalogue.read(path, tag)
        return self._catalogues[path]

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The references of all bibliographies; raises Refused."""
        return read_references(self.library)

    def structure_of(self, name: str) -> object | None:
        """The worksheet, pack or common texts that a catalogue of this name translates, or None; raises Refused."""
        if name not in self._read:
            self._read[name] = self._structure(name)
        return self._read[name]

    def _structure(self, name: str) -> object | None:
        if name == COMMON:
            return read_common()
        path = self.library.translatable.get(name)
        return None if path is None else read_source(self.library, path)

    def outlived(self, path: Path) -> tuple[Problem, ...]:
        """A problem if a catalogue has entries whose state was given to earlier wording; empty if it cannot be read."""
        with contextlib.suppress(Refused):
            return tuple(outdated_marks(path, self.catalogue(path, path.parent.name).file))
        return ()
