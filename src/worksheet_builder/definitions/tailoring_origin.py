"""The origin of a tailored sheet: its base, its own words, and the words of the base that have changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from ..foundation.problems import Place, Problem
from ..foundation.records import record


class Movement(StrEnum):
    """How the words of the base under a change have changed since the change was made."""

    CHANGED = "changed"
    """The base now has other words."""
    SAME = "same"
    """The base now has the words of the change, which is not needed any more."""


@record
class Moved:
    """A change whose base has changed: the words it was made for, those of the base now, and its own; in English."""

    place: Place
    address: str
    was: str
    now: str
    own: str
    movement: Movement

    def problem(self, based_on: str, name: str) -> Problem:
        """The notice to the author: both wordings, and the command that accepts the new one."""
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
    """The base of a tailored sheet, and how the sheet differs from it.

    `own` are the addresses at which its words are not those of the base; `given` are the translations in its file, by
    language tag and address; `base` is the origin of the base, if that is tailored too.
    """

    based_on: str
    own: frozenset[str] = frozenset()
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    moved: tuple[Moved, ...] = ()
    behind: bool = False
    """Whether words of the base have changed since they were last accepted."""
    sealed: bool = True
    """Whether the file has a hash (seal) of the words of the base that were last accepted."""
    adapted: bool = False
    """Whether anything that is printed differs from the base."""
    base: SheetOrigin | None = None
    client: bool = False
    """Whether the sheet is for one client only, and never saved."""

    def notices(self, name: str) -> tuple[Problem, ...]:
        """The notices of changes whose base has changed."""
        return tuple(it.problem(self.based_on, name) for it in self.moved)

    def remarks(self, name: str, place: Place) -> tuple[Problem, ...]:
        """The notices, and one if the accepted words are not noted, or if only other parts of the base have changed."""
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
