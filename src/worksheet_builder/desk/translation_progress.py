"""How far languages are, as the desk shows it: each catalogue by itself, words for clients and for therapists apart."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..foundation.phrases import Phrase
from ..foundation.problems import Refused
from ..foundation.records import record
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..translation.catalogue import Unit
from ..translation.layers import Layers
from ..translation.project_catalogues import read_all
from ..translation.readers import is_for_clients
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
    """The strings of one catalogue by their state; `readable` is false for one that cannot be read."""

    name: str
    client: Counts
    therapist: Counts
    readable: bool = True

    @property
    def counts(self) -> Counts:
        """All of its strings."""
        return added((self.client, self.therapist))

    @property
    def is_open(self) -> bool:
        """Whether something in it waits for a translator."""
        return not self.readable or bool(self.counts[State.MISSING] or self.counts[State.STALE])


@dataclass
class KeptProgress:
    """What was counted last, and what was read for it; read and counted anew only where files have changed."""

    _definitions: tuple[Stamp, tuple[Translatable, ...]] = ((), ())
    _counts: dict[str, tuple[Stamp, tuple[CatalogueProgress, ...]]] = field(default_factory=dict)

    def of(self, library: Library, tag: str) -> tuple[CatalogueProgress, ...]:
        """Every catalogue of a language, that of the common words first."""
        defined = _stamp(library.translatable.values())
        if not self._definitions[1] or self._definitions[0] != defined:
            self._definitions = defined, tuple(_translatable(library))
        stamp = (*defined, *_stamp(path for folder in library.locales for path in (folder / tag).glob("*.po")))
        if tag not in self._counts or self._counts[tag][0] != stamp:
            self._counts[tag] = stamp, tuple(_counted(library, tag, self._definitions[1]))
        return self._counts[tag][1]


def added(counts: Iterable[Counts]) -> Counts:
    """Counts of several in one."""
    found = Counter[State]()
    for it in counts:
        found.update(it)
    return found


def title_of(library: Library, name: str, tag: str) -> Phrase | None:
    """The title of a pack in a language, in English where it has none."""
    try:
        source = read_all(library, [library.translatable[name]])[0]
        told = translated(library, tag, name, source, draft=True)
    except Refused:
        return None
    is_there = any(it.phrase.address == "title" and it.state.printable for it in told.units)
    return told.value.title if is_there else source.title


def _counted(library: Library, tag: str, definitions: Iterable[Translatable]) -> Iterator[CatalogueProgress]:
    layers = Layers(tag, library.locales, library.own_locales)
    for name, structure in definitions:
        try:
            yield _of(name, layers.units(name, structure))
        except Refused:
            yield CatalogueProgress(name, Counter(), Counter(), readable=False)


def _translatable(library: Library) -> Iterator[Translatable]:
    """The common words, and every worksheet and pack but those that cannot be read, which their own pages tell."""
    yield COMMON, read_common()
    for path in library.translatable.values():
        with contextlib.suppress(Refused):
            yield from ((name_of(it), it) for it in read_all(library, [path]))


def _stamp(paths: Iterable[Path]) -> Stamp:
    """Files as they lie there now."""
    found = []
    for path in sorted(paths):
        with contextlib.suppress(OSError):  # it goes meanwhile
            found.append((str(path), path.stat().st_size, path.stat().st_mtime_ns))
    return tuple(found)


def _of(name: str, units: Iterable[Unit]) -> CatalogueProgress:
    found = {True: Counter[State](), False: Counter[State]()}
    for unit in units:
        found[is_for_clients(unit.phrase.address)][unit.state] += 1
    return CatalogueProgress(name, found[True], found[False])
