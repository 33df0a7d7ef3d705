"""What went wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .records import record

MOST = 100
"""The maximum number of problems to report for one file: a longer list helps nobody."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: path as given, line and column counted from 1 (0: the file as a whole)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@record
class Problem:
    """A problem: its place (None if it has none), a sentence that says what is wrong, a hint that says what to do."""

    place: Place | None
    sentence: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Refused(Exception):
    """Raised once, at the end of a stage, with every problem found in what the user gave."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@contextmanager
def without_places() -> Iterator[None]:
    """A context manager that removes the places from a Refused, for code that reads a file the user does not know."""
    try:
        yield
    except Refused as refused:
        raise Refused([Problem(None, it.sentence, it.hint) for it in refused.problems]) from refused


def refuse_flood(problems: list[Problem]) -> None:
    """Raise Refused with the problems when there are MOST or more of them."""
    if len(problems) >= MOST:
        place = problems[-1].place
        raise Refused([*problems, Problem(place, "There is more that is wrong below.", "Put these right first.")])


def refuse_if(problems: Iterable[Problem]) -> None:
    """Raise Refused when there is at least one problem."""
    found = tuple(problems)
    if found:
        raise Refused(found)
