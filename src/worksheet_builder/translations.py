"""Structures in another language, from the first folder that has them whole, and what is said where none has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from .catalogues import COMMON, Catalogue, State, Translated
from .library import Library
from .problems import Problem

__all__ = ["COMMON", "State", "translated", "untranslated"]

_FEW = 5
"""Missing strings that are still told one by one."""

T = TypeVar("T")


def translated(library: Library, tag: str, name: str, structure: T, draft: bool = False) -> Translated[T]:
    """The structure from the first catalogue that is whole, the project's before the built-in; raises Refused.

    If none is whole, it is the first there is, with its problems; in a draft what is missing stays English.
    """
    found: list[Translated[T]] = []
    for folder in library.locales:
        if (folder / tag / f"{name}.po").is_file():
            found.append(Catalogue.find([folder], tag, name).translate(structure))
            if not found[-1].problems:
                return found[-1]
    if found and not draft:
        return found[0]
    return Catalogue.find(library.locales, tag, name, draft).translate(structure, draft)


def untranslated(found: Translated[T]) -> Iterator[Problem]:
    """The problems of a translation: stale words one by one, missing ones as a sum where they are many."""
    missing = [unit for unit in found.units if unit.state is State.MISSING]
    if len(missing) <= _FEW or not found.problems:
        yield from found.problems
        return
    others = {unit.place for unit in found.units if unit.state is not State.MISSING}
    yield from (problem for problem in found.problems if problem.place in others)
    sentence = f"{len(missing)} of {len(found.units)} strings are not translated yet; this is the first."
    place = next((unit.place for unit in missing if unit.place.line), missing[0].place)
    yield Problem(place, sentence, "Translate them; until then ‘build --draft’ prints the English there.")
