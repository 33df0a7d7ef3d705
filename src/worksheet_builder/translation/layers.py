"""Translate a sheet from several catalogues: each string comes from the first catalogue with a current translation.

Catalogues of a region come before those of its language, and for one tag the project's before the library's. On a
tailored sheet, an unchanged string comes from the catalogues of the sheet it is based on; its own strings come from its
file, or from the project's catalogue of the tailored sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TypeVar

from ..definitions.tailoring_origin import SheetOrigin
from ..foundation.languages import Language, inheritance
from ..foundation.phrases import Phrase
from ..foundation.problems import Place
from ..foundation.records import open_record
from ..project.library import PACK_PREFIX
from .audience import is_for_clients
from .catalogue import Catalogue, Translated, Unit, missing_catalogue, translated_with
from .catalogue_files import path_of
from .extraction import phrases_to_translate
from .language_facts import language_of
from .regional_digits import with_numbers_of
from .states import State

T = TypeVar("T")


@open_record
class Layers:
    """The catalogues of one language; `own` is the project's folder of languages, None outside of a project."""

    tag: str
    locales: Sequence[Path]
    own: Path | None = None
    _read: dict[Path, Catalogue | None] = field(default_factory=dict)
    _found: dict[tuple[str, tuple[Path, ...]], tuple[Catalogue, ...]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language of the words; raises Refused."""
        return language_of(self.tag)

    def translate(self, name: str, structure: T, draft: bool = False) -> Translated[T]:
        """Translate the structure called `name`; raises Refused if there is no catalogue for it, unless `draft`."""
        if not draft:
            self._require(name, getattr(structure, "origin", None))
        return translated_with(structure, self.language, lambda phrase: self._unit(name, structure, phrase), draft)

    def units(self, name: str, structure: object) -> tuple[Unit, ...]:
        """The unit of each string to translate in the sheet, in the order of `phrases_in`.

        If all its catalogues were started for clients only, only the strings that clients read.
        """
        begun = self._catalogues(name, self.locales)
        clients = bool(begun) and all(it.file.for_clients for it in begun)
        asked = (it for it in phrases_to_translate(structure, self.tag) if not clients or is_for_clients(it.address))
        return tuple(self._unit(name, structure, phrase) for phrase in asked)

    @property
    def read(self) -> tuple[Catalogue, ...]:
        """The catalogues that were read so far."""
        return tuple(it for it in self._read.values() if it)

    def _require(self, name: str, origin: SheetOrigin | None) -> None:
        """Raise Refused unless the original sheet, at the end of the chain of bases, has a catalogue."""
        while origin:
            name, origin = name_under(name, origin), origin.base
        if not any(self._catalogues(name, self.locales)):
            raise missing_catalogue(self.locales, self.tag, name)

    def _unit(self, name: str, structure: object, phrase: Phrase) -> Unit:
        origin: SheetOrigin | None = getattr(structure, "origin", None)
        while origin:
            if phrase.address in origin.own:
                return self._own_unit(name, origin, phrase)
            name, origin = name_under(name, origin), origin.base
        return self._first(name, phrase)

    def _own_unit(self, name: str, origin: SheetOrigin, phrase: Phrase) -> Unit:
        """The unit of a string that a tailored sheet has changed or added."""
        for tag in inheritance(self.tag):
            if words := origin.given.get(tag, {}).get(phrase.address):
                return Unit(phrase, State.TRANSLATED, words, phrase.place)
        if origin.client or self.own is None:
            advice = f"Write it with the change, as ‘in: {{{self.tag}: …}}’."
            return Unit(phrase, State.MISSING, "", phrase.place, advice=advice)
        found = next((it.unit(phrase) for it in self._catalogues(name, [self.own])), None)
        if found is None:
            begin = f"‘worksheet-builder translate start {self.tag} {name}’"
            advice = f"Write it with the change, as ‘in: {{{self.tag}: …}}’; or begin a catalogue with {begin}."
            return Unit(phrase, State.MISSING, "", phrase.place, advice=advice)
        return found

    def _first(self, name: str, phrase: Phrase) -> Unit:
        """The first catalogue's unit that is current; else the first that is stale, else the first with an entry."""
        units = [self._regional(it.unit(phrase), it.language) for it in self._catalogues(name, self.locales)]
        if not units:
            return Unit(phrase, State.MISSING, "", Place(str(path_of(self.own or Path("locales"), self.tag, name))))
        return next((unit for accepts in _PREFERRED for unit in units if accepts(unit)), units[0])

    def _regional(self, unit: Unit, language: Language) -> Unit:
        """The unit with numbers as the language of the page writes them, if its words are of a parent language."""
        if language.tag == self.tag or not unit.words:
            return unit
        return replace(unit, words=with_numbers_of(unit.words, language, self.language))

    def _catalogues(self, name: str, folders: Sequence[Path]) -> tuple[Catalogue, ...]:
        """The catalogues of the language, then those of its parent languages (`inheritance`); cached."""
        key = (name, tuple(folders))
        if key not in self._found:
            self._found[key] = tuple(self._existing(name, folders))
        return self._found[key]

    def _existing(self, name: str, folders: Sequence[Path]) -> Iterator[Catalogue]:
        for tag in inheritance(self.tag):
            for folder in folders:
                path = path_of(folder, tag, name)
                if path not in self._read:
                    self._read[path] = Catalogue.read(path, tag) if path.is_file() else None
                if found := self._read[path]:
                    yield found


def name_under(name: str, origin: SheetOrigin) -> str:
    """The name of the catalogue of the sheet that a tailored sheet called `name` is based on."""
    return f"{PACK_PREFIX}{origin.based_on}" if name.startswith(PACK_PREFIX) else origin.based_on


def _is_printable(unit: Unit) -> bool:
    return unit.state.printable


def _is_stale(unit: Unit) -> bool:
    return unit.state is State.STALE


def _has_entry(unit: Unit) -> bool:
    """Whether the catalogue has an entry for the phrase; the place of a missing entry has no line."""
    return bool(unit.place and unit.place.line)


_PREFERRED = (_is_printable, _is_stale, _has_entry)
"""Tests in order of preference: the first unit that passes the first test is taken, else one that passes the next."""
