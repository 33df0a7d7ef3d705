"""Translate structures, and report strings that are missing or below the required state."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from ..foundation.languages import PSEUDO, SOURCE_LANGUAGE, Language, inheritance
from ..foundation.problems import Problem
from ..project.library import PACK_PREFIX, Library
from ..reading.tailoring_loader import grounds
from .catalogue import Translated, Unit
from .layers import Layers
from .pseudo_language import pseudo
from .states import State

__all__ = ["State", "asked_of", "below", "lacking_in", "translated", "untranslated"]

_WORDS = re.compile(rb'^(?<!^msgid ""\n)msgstr "(?:[^"]|"\n")', re.MULTILINE)
"""A msgstr that is not empty, and not that of the header."""
_FEW = 5
"""The most strings that are reported one by one; more are reported as a number."""
_HOW_TO_REVIEW = (
    "‘worksheet-builder translate review’ makes a Word file for a reviewer; or ask for less with ‘require’."
)

T = TypeVar("T")


def translated(library: Library, tag: str, name: str, structure: T, draft: bool = False) -> Translated[T]:
    """Translate the structure, each string from the first catalogue that has it (see `Layers`); raises Refused.

    In a draft, missing and stale strings stay English.
    """
    if tag in PSEUDO:
        return pseudo(structure, tag, Language.of(tag).rtl)
    return Layers(tag, library.locales, library.own_locales).translate(name, structure, draft)


def asked_of(layers: Layers, name: str, structure: T) -> Translated[T]:
    """The structure, untranslated, with the units to translate and their problems; of a tailored sheet only its own."""
    units = layers.units(name, structure)
    problems = tuple(found for unit in units if (found := unit.problem(layers.language)))
    return Translated(structure, units, problems)


def languages_with(library: Library, name: str) -> tuple[str, ...]:
    """The languages with at least one word of the worksheet, or of a sheet it is based on; English is among them."""
    names = _names_under(library, name)
    return tuple(tag for tag in library.languages if tag == SOURCE_LANGUAGE or _is_begun(library, tag, names))


def languages_begun(library: Library, name: str) -> tuple[str, ...]:
    """The languages that have a catalogue of the worksheet, or of a sheet it is based on, whatever its state."""
    return tuple(sorted({tag for it in _names_under(library, name) for tag in library.languages_of(it)}))


def _names_under(library: Library, name: str) -> tuple[str, ...]:
    """The names of the catalogues of a sheet and of those that it is based on."""
    path = library.translatable.get(name)
    prefix = PACK_PREFIX if name.startswith(PACK_PREFIX) else ""
    return (name, *(f"{prefix}{under.stem}" for under in grounds(library, path))) if path else (name,)


def lacking_in(library: Library, tag: str, names: Collection[str]) -> frozenset[str]:
    """The worksheets of which nothing is translated into the language, if other worksheets are.

    Empty if none of them is translated: then the language as a whole is missing, and the build reports that.
    """
    if tag == SOURCE_LANGUAGE or tag in PSEUDO:
        return frozenset()
    lacking = frozenset(name for name in names if not _is_begun(library, tag, _names_under(library, name)))
    return frozenset() if len(lacking) == len(names) else lacking


def _is_begun(library: Library, tag: str, names: Collection[str]) -> bool:
    """Whether a catalogue of these names has words; fast, since a list of all worksheets in all languages needs it.

    A broken file without any msgstr counts as one with words, so that the build reports it.
    """

    def holds(tags: Iterable[str]) -> bool:
        folders = (folder / it for it in tags for folder in library.locales)
        return any(_has_words(folder / f"{name}.po") for folder in folders for name in names)

    if holds((tag,)):
        return True
    language = tag.partition("-")[0]
    kin = any(other != tag and other.partition("-")[0] == language for other in library.languages)
    return kin and holds(inheritance(tag)[1:])  # parent languages are read from CLDR, which takes time to load


def _has_words(path: Path) -> bool:
    """Whether a catalogue has a msgstr with words, or none at all; reads bytes, since only ASCII is searched for."""
    try:
        text = path.read_bytes()
    except OSError:
        if path.is_file():
            raise
        return False
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return bool(_WORDS.search(text)) or b"msgstr" not in text


def untranslated(found: Translated[T]) -> Iterator[Problem]:
    """The problems of a translation: stale strings one by one, missing strings as a number if there are many."""
    missing = [unit for unit in found.units if unit.state is State.MISSING]
    if len(missing) <= _FEW or not found.problems:
        yield from found.problems
        return
    others = {unit.place for unit in found.units if unit.state is not State.MISSING}
    yield from (problem for problem in found.problems if problem.place in others)
    sentence = f"{len(missing)} of {len(found.units)} strings are not translated yet; this is the first."
    place = next((unit.place for unit in missing if unit.place.line), missing[0].place)
    yield Problem(place, sentence, "Translate them; until then ‘build --draft’ prints the English there.")


def below(found: Translated[T], required: State) -> Iterator[Problem]:
    """A Problem for printable strings below the required state, one by one, or as a number if there are many."""
    units = [unit for unit in found.units if unit.state.printable and unit.state.rank < required.rank]
    if len(units) > _FEW:
        sentence = f"{len(units)} of {len(found.units)} strings are not {required.value} yet; this is the first."
        yield Problem(units[0].place, sentence, _HOW_TO_REVIEW)
    else:
        yield from (Problem(unit.place, _not_yet(unit, required), _HOW_TO_REVIEW) for unit in units)


def _not_yet(unit: Unit, required: State) -> str:
    return f"The translation of ‘{unit.phrase.address}’ is {unit.state.value}, not {required.value}."
