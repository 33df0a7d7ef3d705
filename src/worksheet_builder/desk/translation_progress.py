"""How far languages are translated, as the desk shows it: by catalogue, for clients and for therapists."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..foundation.phrases import Phrase
from ..foundation.problems import Refused
from ..foundation.records import record
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..reading.tailoring_loader import read_source
from ..translation.audience import is_for_clients
from ..translation.catalogue import Unit
from ..translation.layers import Layers
from ..translation.sources import name_of
from ..translation.states import State
from ..translation.translated_structures import translated

Counts = Mapping[State, int]
Stamp = tuple[tuple[str, int, int], ...]
"""The files that a count was made from, each with its size and time."""
Translatable = tuple[str, object]
"""The name of a catalogue, and what it translates."""


@record
class CatalogueProgress:
    """The number of a catalogue's strings by state; `readable` is False if it cannot be read."""

    name: str
    client: Counts
    therapist: Counts
    readable: bool = True

    @property
    def counts(self) -> Counts:
        """The counts for clients and therapists together."""
        return added((self.client, self.therapist))

    @property
    def is_open(self) -> bool:
        """Whether a translator has work in it: missing or outdated words, or a file that cannot be read."""
        return not self.readable or bool(self.counts[State.MISSING] or self.counts[State.STALE])


@dataclass
class _Language:
    """The counts of a language by catalogue, from files of this stamp."""

    stamp: Stamp
    layers: Layers
    counted: dict[str, CatalogueProgress] = field(default_factory=dict)


@dataclass
class KeptProgress:
    """A cache of counts and of what was read for them; only renewed where files have changed."""

    _defined: Stamp = ()
    _read: dict[Path | None, tuple[Translatable, ...]] = field(default_factory=dict)
    _languages: dict[str, _Language] = field(default_factory=dict)

    def of(self, library: Library, tag: str) -> tuple[CatalogueProgress, ...]:
        """Every catalogue of a language, that of the common words first."""
        language = self._language(library, tag)
        return tuple(it for path in _sources(library) for it in self._counted(library, language, path))

    def steps(self, library: Library, tag: str) -> Iterator[Callable[[], object]]:
        """The work of `of` as one function per catalogue, to be done in advance."""
        for path in _sources(library):
            yield partial(self._step, library, tag, path)

    def _step(self, library: Library, tag: str, path: Path | None) -> None:
        for _ in self._counted(library, self._language(library, tag), path):
            pass

    def _language(self, library: Library, tag: str) -> _Language:
        """The cached counts of a language; empty if a file that they came from has changed."""
        defined = _stamp(library.translatable.values())
        if self._defined != defined:
            self._defined, self._read, self._languages = defined, {}, {}
        stamp = _stamp(path for folder in library.locales for path in (folder / tag).glob("*.po"))
        if tag not in self._languages or self._languages[tag].stamp != stamp:
            self._languages[tag] = _Language(stamp, Layers(tag, library.locales, library.own_locales))
        return self._languages[tag]

    def _counted(self, library: Library, language: _Language, path: Path | None) -> Iterator[CatalogueProgress]:
        if path not in self._read:
            self._read[path] = tuple(_translatable(library, path))
        for name, structure in self._read[path]:
            if name not in language.counted:
                language.counted[name] = _count(language.layers, name, structure)
            yield language.counted[name]


def added(counts: Iterable[Counts]) -> Counts:
    """The sum of several counts."""
    found = Counter[State]()
    for it in counts:
        found.update(it)
    return found


def title_of(library: Library, name: str, tag: str) -> Phrase | None:
    """The title of a pack in a language, in English if it is not translated; None if it cannot be read."""
    try:
        source = read_source(library, library.translatable[name])
        told = translated(library, tag, name, source, draft=True)
    except Refused:
        return None
    is_there = any(it.phrase.address == "title" and it.state.printable for it in told.units)
    return told.value.title if is_there else source.title


def _count(layers: Layers, name: str, structure: object) -> CatalogueProgress:
    try:
        return _of(name, layers.units(name, structure))
    except Refused:
        return CatalogueProgress(name, Counter(), Counter(), readable=False)


def _sources(library: Library) -> Iterator[Path | None]:
    """The files of worksheets and packs, after None for the common words."""
    return iter((None, *library.translatable.values()))


def _translatable(library: Library, path: Path | None) -> Iterator[Translatable]:
    """The definition in a file, or the common words for None; nothing for a file that cannot be read."""
    if path is None:
        yield COMMON, read_common()
        return
    with contextlib.suppress(Refused):
        source = read_source(library, path)
        yield name_of(source), source


def _stamp(paths: Iterable[Path]) -> Stamp:
    """Path, size and modification time of each file that exists."""
    found = []
    for path in sorted(paths):
        with contextlib.suppress(OSError):  # the file is removed meanwhile
            facts = path.stat()
            found.append((str(path), facts.st_size, facts.st_mtime_ns))
    return tuple(found)


def _of(name: str, units: Iterable[Unit]) -> CatalogueProgress:
    found = {True: Counter[State](), False: Counter[State]()}
    for unit in units:
        found[is_for_clients(unit.phrase.address)][unit.state] += 1
    return CatalogueProgress(name, found[True], found[False])
