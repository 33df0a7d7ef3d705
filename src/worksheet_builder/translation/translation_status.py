"""How far each worksheet has come in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..definitions.common_text import Common
from ..foundation.problems import Problem, Refused
from ..project.library import COMMON
from .catalogue import Unit
from .language_facts import language_of
from .layers import Layers
from .sources import Source, name_of
from .states import State, lowest


@dataclass(frozen=True, slots=True)
class Sum:
    """The strings of one catalogue, counted by state."""

    language: str
    name: str
    counts: Mapping[State, int]

    @classmethod
    def of(cls, language: str, name: str, units: Iterable[Unit]) -> Sum:
        """Count the units."""
        counted = Counter(unit.state for unit in units)
        return cls(language, name, {state: counted[state] for state in State})

    @property
    def total(self) -> int:
        """The number of strings."""
        return sum(self.counts.values())

    @property
    def state(self) -> State:
        """The lowest state of its strings, which is the state of the handout."""
        return lowest(state for state, count in self.counts.items() if count)

    def data(self) -> dict[str, object]:
        """What ``--json`` says of it."""
        return {
            "language": self.language,
            "worksheet": self.name,
            "state": self.state.value,
            "strings": self.total,
            **{state.value: count for state, count in self.counts.items()},
        }


@dataclass(frozen=True, slots=True)
class Report:
    """A sum for each worksheet and language, and the problems of catalogues that could not be read."""

    sums: tuple[Sum, ...]
    problems: tuple[Problem, ...] = ()


def status(
    tags: Iterable[str], sources: Sequence[Source], common: Common, locales: Sequence[Path], own: Path | None = None
) -> Report:
    """Count every worksheet and the common words in every language; a catalogue that is not there is all missing.

    Of a tailored sheet its own strings count; `own` is the folder of languages of the project.
    """
    structures: list[tuple[str, object]] = [(COMMON, common), *((name_of(it), it) for it in sources)]
    sums: list[Sum] = []
    problems: list[Problem] = []
    for tag in tags:
        language_of(tag)
        layers = Layers(tag, locales, own)
        for name, structure in structures:
            try:
                sums.append(Sum.of(tag, name, layers.units(name, structure)))
            except Refused as refused:
                problems += refused.problems
    return Report(tuple(sums), tuple(problems))
