"""How far languages are, as the desk shows it: each catalogue by itself, words for clients and for therapists apart."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..foundation.phrases import Phrase
from ..foundation.problems import Refused
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..translation.catalogue import Unit
from ..translation.layers import Layers
from ..translation.project_catalogues import read_all
from ..translation.readers import is_for_clients
from ..translation.sources import Source, name_of
from ..translation.states import State
from ..translation.translated_structures import translated

Counts = Mapping[State, int]
Stamp = tuple[tuple[str, int, int], ...]
"""The files that a count was made from, each with its size and time."""


@dataclass(frozen=True, slots=True)
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


KeptProgress = dict[str, tuple[Stamp, tuple[CatalogueProgress, ...]]]


def progress_of(library: Library, tag: str, kept: KeptProgress) -> tuple[CatalogueProgress, ...]:
    """Every catalogue of a language, that of the common words first; counted anew only where files have changed."""
    stamp = _stamp(library, tag)
    if tag not in kept or kept[tag][0] != stamp:
        kept[tag] = stamp, tuple(_counted(library, tag))
    return kept[tag][1]


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


def _counted(library: Library, tag: str) -> Iterator[CatalogueProgress]:
    layers = Layers(tag, library.locales, library.own_locales)
    sources = (source for path in library.translatable.values() for source in _readable(library, path))
    structures: list[tuple[str, object]] = [(COMMON, read_common()), *((name_of(it), it) for it in sources)]
    for name, structure in structures:
        try:
            yield _of(name, layers.units(name, structure))
        except Refused:
            yield CatalogueProgress(name, Counter(), Counter(), readable=False)


def _readable(library: Library, path: Path) -> Iterator[Source]:
    """The worksheet or pack; nothing for one that cannot be read, which its own page tells."""
    with contextlib.suppress(Refused):
        yield from read_all(library, [path])


def _stamp(library: Library, tag: str) -> Stamp:
    """The files of a language and the definitions, as they lie there now."""
    found = (*(path for folder in library.locales for path in (folder / tag).glob("*")), *library.translatable.values())
    return tuple((str(path), it.st_size, it.st_mtime_ns) for path in sorted(found) if (it := path.stat()))


def _of(name: str, units: Iterable[Unit]) -> CatalogueProgress:
    found = {True: Counter[State](), False: Counter[State]()}
    for unit in units:
        found[is_for_clients(unit.phrase.address)][unit.state] += 1
    return CatalogueProgress(name, found[True], found[False])
