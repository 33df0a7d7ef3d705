"""Translate a structure: look up each phrase in a PO file by its address and its English text together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from ..foundation.languages import Language
from ..foundation.phrases import Phrase, rephrase
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import record
from ..project.library import COMMON
from .catalogue_files import path_of, read_po
from .extraction import phrases_to_translate
from .language_facts import language_of
from .po_file import PoEntry, PoFile
from .states import State, lowest

ENGLISH_MARK = "[EN] "
"""Printed before each English paragraph of a draft: every font has it, and screen readers say it as two letters."""

_PARAGRAPH = re.compile(r"^(?=.*\S)", re.MULTILINE)
_SHOWN = 60

T = TypeVar("T")


@record
class Unit:
    """One string in one language: the English phrase, its translation (`words`) and the state of the translation.

    `place` is the position of the msgstr, or the whole file if it has no entry for the phrase; `previous` is the
    English that a stale translation was made for; `reviewer` and `reviewed` are the person and the day of the review.
    """

    phrase: Phrase
    state: State
    words: str
    place: Place
    previous: str = ""
    reviewer: str = ""
    reviewed: date | None = None
    advice: str = ""
    """The hint for a missing translation, where the usual hint does not apply; empty for the usual one."""

    def problem(self, language: Language) -> Problem | None:
        """The Problem that keeps the translation from being printed (missing or stale); None if it may be printed."""
        address, update = self.phrase.address, f"‘worksheet-builder translate update {language.tag}’"
        match self.state:
            case State.MISSING:
                sentence = f"‘{address}’ is not in {language.english_name} yet: “{_short(self.phrase.text)}”."
                hint = "Put the translation in this msgstr." if self.place.line else f"Run {update}, then translate it."
                hint = self.advice or hint
            case State.STALE:
                sentence = _stale_sentence(self)
                hint = f"Run {update}, correct the translation, and take away its ‘fuzzy’ or ‘needs work’."
            case _:
                return None
        return Problem(self.place, sentence, f"{hint} ‘build --draft’ prints the English there.")


@record
class Translated(Generic[T]):
    """A translated structure (`value`), its units, and the problems that keep it from being printed."""

    value: T
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def state(self) -> State:
        """The lowest state of the units."""
        return lowest(unit.state for unit in self.units)


@record
class Catalogue:
    """One PO file: the translations of a worksheet, of a pack or of the common words, in one language."""

    language: Language
    path: Path
    file: PoFile = field(default_factory=lambda: PoFile(None, ()))

    @classmethod
    def read(cls, path: Path, tag: str) -> Catalogue:
        """Read a catalogue from its PO file; raises Refused."""
        return cls(language_of(tag), path, read_po(path, tag))

    @classmethod
    def find(cls, locales: Sequence[Path], tag: str, name: str, draft: bool = False) -> Catalogue:
        """Read the catalogue from the first folder that has it; else an empty one if `draft`, or raises Refused."""
        paths = [path_of(folder, tag, name) for folder in locales]
        found = next((path for path in paths if path.is_file()), None)
        if found:
            return cls.read(found, tag)
        if not draft:
            raise missing_catalogue(locales, tag, name)
        return cls(language_of(tag), paths[0] if paths else path_of(Path("locales"), tag, name))

    def unit(self, phrase: Phrase) -> Unit:
        """The state and the translation of one phrase."""
        entry = self.entry(phrase.address, phrase.text)
        if entry is None:
            return Unit(phrase, State.MISSING, "", Place(str(self.path)))
        place = Place(str(self.path), entry.line, 1)
        if not entry.words.strip():
            return Unit(phrase, State.MISSING, "", place)
        if entry.english != phrase.text:
            previous = entry.previous[1] if entry.fuzzy and entry.previous else entry.english
            return Unit(phrase, State.STALE, entry.words, place, previous)
        previous = entry.previous[1] if entry.fuzzy and entry.previous else ""
        state = entry.state
        mark = entry.mark if state is State.REVIEWED else None
        return Unit(phrase, state, entry.words, place, previous, mark.by if mark else "", mark.on if mark else None)

    def units(self, structure: object) -> tuple[Unit, ...]:
        """The unit of each phrase to translate in the structure, in the order of `phrases_in`."""
        return tuple(self.unit(phrase) for phrase in phrases_to_translate(structure))

    def translate(self, structure: T, draft: bool = False) -> Translated[T]:
        """Translate the structure; a missing or stale string stays English, marked, and is a Problem unless `draft`."""
        return translated_with(structure, self.language, self.unit, draft)

    def entry(self, address: str, english: str) -> PoEntry | None:
        """The entry at the address that is not obsolete, one with this English before others; None if there is none."""
        found = [entry for entry in self.file.by_address.get(address, ()) if not entry.obsolete]
        return min(found, key=lambda entry: entry.english != english, default=None)


def translated_with(
    structure: T, language: Language, unit_of: Callable[[Phrase], Unit], draft: bool = False
) -> Translated[T]:
    """Translate the structure with the units of `unit_of`; a missing or stale string is a Problem unless `draft`."""
    units: list[Unit] = []

    def change(phrase: Phrase) -> Phrase:
        if not phrase.text.strip():
            return phrase
        units.append(unit_of(phrase))
        return _printed(units[-1], language)

    value = rephrase(structure, change)
    problems = () if draft else tuple(found for unit in units if (found := unit.problem(language)))
    return Translated(value, tuple(units), problems)


def missing_catalogue(locales: Sequence[Path], tag: str, name: str) -> Refused:
    """The Refused to raise if no folder has the catalogue; its hint is the command that creates the file."""
    paths = [path_of(folder, tag, name) for folder in locales]
    place = Place(str(paths[0] if paths else path_of(Path("locales"), tag, name)))
    sentence = f"There is no {language_of(tag).english_name} translation of ‘{name}’."
    started = any(path.parent.is_dir() for path in paths)
    command = f"start {tag}" if not started else f"update {tag}" if name == COMMON else f"start {tag} {name}"
    return Refused([Problem(place, sentence, f"Run ‘worksheet-builder translate {command}’.")])


def _printed(unit: Unit, language: Language) -> Phrase:
    if unit.state.printable:
        return replace(unit.phrase, text=unit.words, language=language.tag, place=unit.place)
    return replace(unit.phrase, text=_PARAGRAPH.sub(ENGLISH_MARK, unit.phrase.text))


def _stale_sentence(unit: Unit) -> str:
    address, now = unit.phrase.address, _short(unit.phrase.text)
    if not unit.previous:
        return f"The translation of ‘{address}’ is flagged as needing work: “{now}”."
    was = _short(unit.previous)
    if was == now:
        return f"The English of ‘{address}’ has changed since it was translated."
    return f"The English of ‘{address}’ was “{was}” when it was translated; now it is “{now}”."


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
