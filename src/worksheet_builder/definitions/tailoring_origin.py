"""Where a tailored sheet comes from: the sheet under it, the words that are its own, and what has moved since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from ..foundation.problems import Place, Problem
from ..foundation.records import record


class Movement(StrEnum):
    """How the words under a change stand to those it was made for."""

    CHANGED = "changed"
    """The sheet under it says something else now."""
    SAME = "same"
    """The sheet under it says now what the change says, which is needed no longer."""


@record
class Moved:
    """A change whose ground has moved: the words it was made for, those there now, and its own; all in English."""

    place: Place
    address: str
    was: str
    now: str
    own: str
    movement: Movement

    def problem(self, based_on: str, name: str) -> Problem:
        """What is told of it: both wordings, and the command that accepts."""
        accept = f"‘worksheet-builder tailor update {name} --accept {self.address}’"
        if self.movement is Movement.SAME:
            sentence = f"‘{self.address}’ of ‘{based_on}’ says now what you changed it to: “{_short(self.now)}”."
            return Problem(self.place, sentence, f"The change is needed no longer; {accept} takes it out.")
        ours = f"; yours is “{_short(self.own)}”" if self.own else ""
        sentence = (
            f"‘{self.address}’ of ‘{based_on}’ has changed: it was “{_short(self.was)}” and is now "
            f"“{_short(self.now)}”{ours}."
        )
        return Problem(self.place, sentence, f"Yours stays as it is. Change it, or accept with {accept}.")


@record
class SheetOrigin:
    """What a tailored sheet is based on.

    `own` are the addresses at which its words are not those of the sheet under it; `given` are the words of those in
    other languages, by tag and address, as far as its file has them; `base` is the origin of the sheet under it.
    """

    based_on: str
    own: frozenset[str] = frozenset()
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    moved: tuple[Moved, ...] = ()
    behind: bool = False
    """Whether words of the sheet under it have changed since it was last accepted."""
    sealed: bool = True
    """Whether it is noted which words of the sheet under it were last accepted."""
    adapted: bool = False
    """Whether anything that is printed is not as on the sheet under it."""
    base: SheetOrigin | None = None
    client: bool = False
    """Whether it is for one client only, and kept nowhere."""

    def notices(self, name: str) -> tuple[Problem, ...]:
        """What is told of the changes whose ground has moved."""
        return tuple(it.problem(self.based_on, name) for it in self.moved)

    def remarks(self, name: str, place: Place) -> tuple[Problem, ...]:
        """The notices, or where there are none, that other parts of the sheet under it have changed."""
        update = f"‘worksheet-builder tailor update {name}’"
        if not self.sealed:
            sentence = f"It is not noted which words of ‘{self.based_on}’ this was made for."
            return (*self.notices(name), Problem(place, sentence, f"{update} notes them."))
        if self.behind and not self.moved:
            sentence = f"‘{self.based_on}’ has changed since, in parts that are not changed here."
            hint = f"The new words are printed; {update} takes note of them."
            return (Problem(place, sentence, hint),)
        return self.notices(name)


_SHOWN = 160


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
