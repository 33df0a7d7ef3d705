"""Count the strings of each worksheet in each language by their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..definitions.common_text import Common
from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from ..project.library import COMMON
from .audience import is_for_clients
from .catalogue import Unit
from .language_facts import language_of
from .layers import Layers
from .outdated_marks import outdated_marks
from .sources import Source, name_of
from .states import State, lowest


@record
class Sum:
    """The strings of one catalogue, counted by state."""

    language: str
    name: str
    counts: Mapping[State, int]
    for_clients: bool = False
    """Whether all that clients read may be printed."""

    @classmethod
    def of(cls, language: str, name: str, units: Iterable[Unit]) -> Sum:
        """Count the units."""
        found = tuple(units)
        counted = Counter(unit.state for unit in found)
        whole = all(unit.state.printable for unit in found if is_for_clients(unit.phrase.address))
        return cls(language, name, {state: counted[state] for state in State}, whole)

    @property
    def total(self) -> int:
        """The number of strings."""
        return sum(self.counts.values())

    @property
    def state(self) -> State:
        """The lowest state of its strings, which is the state of the handout."""
        return lowest(state for state, count in self.counts.items() if count)

    def data(self) -> dict[str, object]:
        """The counts as a dictionary, for ``--json``."""
        return {
            "language": self.language,
            "worksheet": self.name,
            "state": self.state.value,
            "strings": self.total,
            **{state.value: count for state, count in self.counts.items()},
        }


@record
class LanguageSum:
    """The counts of one language: its sheets and packs, those that can be made, and all its strings by state."""

    language: str
    sheets: int
    for_clients: int
    """Those that can be made for clients."""
    whole: int
    """Those that can be made for therapists too."""
    counts: Mapping[State, int]

    @classmethod
    def of(cls, language: str, sums: Iterable[Sum]) -> LanguageSum:
        """Add up the sums of one language; without the common words no sheet can be made."""
        found = tuple(it for it in sums if it.language == language)
        sheets = [it for it in found if it.name != COMMON]
        common = next((it for it in found if it.name == COMMON), None)
        clients = [it for it in sheets if it.for_clients and common and common.for_clients]
        whole = [it for it in clients if it.state.printable and common and common.state.printable]
        counts = {state: sum(it.counts[state] for it in found) for state in State}
        return cls(language, len(sheets), len(clients), len(whole), counts)


@record
class Report:
    """A sum for each worksheet and language, and the problems of catalogues that could not be read."""

    sums: tuple[Sum, ...]
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    """A Problem for each catalogue whose entries count as translated but should be checked again."""

    @property
    def languages(self) -> tuple[LanguageSum, ...]:
        """The counts of each language, in the order in which the languages were given."""
        return tuple(LanguageSum.of(tag, self.sums) for tag in dict.fromkeys(it.language for it in self.sums))


def status(
    tags: Iterable[str], sources: Sequence[Source], common: Common, locales: Sequence[Path], own: Path | None = None
) -> Report:
    """Count the strings of every worksheet and the common words in every language; without a catalogue all are missing.

    Of a tailored sheet, only its own strings count; `own` is the project's folder of languages. Raises Refused for an
    unknown tag.
    """
    structures: list[tuple[str, object]] = [(COMMON, common), *((name_of(it), it) for it in sources)]
    sums: list[Sum] = []
    problems: list[Problem] = []
    advice: list[Problem] = []
    for tag in tags:
        language_of(tag)
        layers = Layers(tag, locales, own)
        for name, structure in structures:
            try:
                sums.append(Sum.of(tag, name, layers.units(name, structure)))
            except Refused as refused:
                problems += refused.problems
        advice += (it for catalogue in layers.read for it in outdated_marks(catalogue.path, catalogue.file))
    return Report(tuple(sums), tuple(problems), tuple(advice))
