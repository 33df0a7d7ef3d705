"""The strings to send to a reviewer, from catalogues that are up to date with their worksheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...foundation.languages import Language
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem, refuse_if
from ...foundation.records import record
from ..audience import is_to_clients
from ..catalogue import Catalogue, Unit
from ..extraction import Wanted, extract
from ..states import State
from .reply import Key


@record
class Item:
    """One string to review: its number in the file, its key, its unit, and the notes for the translator (`about`)."""

    number: int
    key: Key
    address: str
    unit: Unit
    about: tuple[str, ...]

    @property
    def standing(self) -> str:
        """The state of the string, in words for the reviewer."""
        unit = self.unit
        match unit.state:
            case State.REVIEWED:
                return f"reviewed by {unit.reviewer} on {unit.reviewed}" if unit.reviewer else "reviewed"
            case State.STALE:
                return f"The English has changed. It was: {unit.previous}" if unit.previous else "needs work"
            case State.MISSING:
                return "not translated yet"
            case _:
                return unit.state.value


@record
class ReviewSheet:
    """The strings of one catalogue; `title` is the title of the worksheet or pack."""

    language: Language
    name: str
    title: str
    items: tuple[Item, ...]


def sheets(parts: Iterable[tuple[Catalogue, str, str, object]], clients: bool = False) -> tuple[ReviewSheet, ...]:
    """The sheets for catalogues, each given with its name, title and structure; raises Refused if one needs an update.

    With `clients`, only what clients read or hear.
    """
    made: list[ReviewSheet] = []
    problems: list[Problem] = []
    number = 0
    for catalogue, name, title, structure in parts:
        wanted = tuple(it for it in extract(structure) if not clients or is_to_clients(it.address))
        problems += _behind(catalogue, wanted)
        items = tuple(_items(catalogue, name, wanted, number))
        number += len(items)
        if items:
            made.append(ReviewSheet(catalogue.language, name, title, items))
    refuse_if(problems)
    return tuple(made)


def _behind(catalogue: Catalogue, wanted: Iterable[Wanted]) -> Iterator[Problem]:
    """A Problem if the catalogue lacks strings of the present worksheet."""
    entries = ((want, catalogue.entry(want.address, want.english)) for want in wanted)
    lacking = [want for want, entry in entries if entry is None or entry.english != want.english]
    if lacking:
        place, tag = Place(str(catalogue.path)), catalogue.language.tag
        sentence = f"The catalogue is behind its worksheet, first at ‘{lacking[0].address}’."
        yield Problem(place, sentence, f"Run ‘worksheet-builder translate update {tag}’ first.")


def _items(catalogue: Catalogue, name: str, wanted: Iterable[Wanted], number: int) -> Iterator[Item]:
    tag = catalogue.language.tag
    for at, want in enumerate(wanted, number + 1):
        unit = catalogue.unit(Phrase(want.english, want.address, Place("")))
        yield Item(at, Key.of(tag, name, want.address, want.english, unit.words), want.address, unit, want.extracted)
