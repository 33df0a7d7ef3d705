"""The facts on a worksheet for lists, searches and its own page, in the language of the desk."""

from __future__ import annotations

from dataclasses import replace

from ..definitions.common_text import Common
from ..definitions.worksheet import Worksheet
from ..foundation.languages import PSEUDO, SOURCE_LANGUAGE
from ..foundation.phrases import Phrase
from ..foundation.problems import Refused
from ..foundation.records import record
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..translation.states import lowest
from ..translation.translated_structures import State, translated
from .interface_words import InterfaceWords
from .search_index import IndexEntry

_FEW = 6
"""The most lines of notes in the short view."""


def entry_of(library: Library, sheet: Worksheet, tag: str, words: InterfaceWords) -> IndexEntry:
    """The search entry of a sheet; untranslated words are in English, and all words if the catalogue is broken."""
    english = read_common()
    known = words["collections"].get(sheet.collection)
    try:
        told, state = _told(library, sheet, tag)
        common = _common(library, tag, english)
    except Refused:
        told, state, common = sheet, State.MISSING, english
    return IndexEntry.of(told, state, common.minutes, tag, known.plain if known else sheet.collection)


def _told(library: Library, sheet: Worksheet, tag: str) -> tuple[Worksheet, State]:
    """The sheet in a language, and the lowest state of its words for clients."""
    if tag == SOURCE_LANGUAGE:
        return sheet, State.REVIEWED
    plain = replace(sheet, therapist=None)
    done = translated(library, tag, sheet.id, plain, draft=True)
    return done.value, State.REVIEWED if tag in PSEUDO else lowest(unit.state for unit in done.units)


def _common(library: Library, tag: str, english: Common) -> Common:
    return english if tag == SOURCE_LANGUAGE else translated(library, tag, COMMON, english, draft=True).value


@record
class Glance:
    """The notes that a therapist reads before choosing a sheet."""

    purpose: Phrase
    not_yet: tuple[Phrase, ...]
    pacing: tuple[Phrase, ...]


def glance_of(library: Library, sheet: Worksheet, tag: str) -> Glance | None:
    """The short notes of a sheet in a language, as far as they are translated; None for a sheet without notes."""
    if sheet.therapist is None:
        return None
    english = read_common()
    try:
        told = sheet if tag == SOURCE_LANGUAGE else translated(library, tag, sheet.id, sheet, draft=True).value
        common = _common(library, tag, english)
    except Refused:
        told, common = sheet, english
    notes = told.therapist or sheet.therapist
    standard = (common.notes.thresholds[it] for it in notes.thresholds)
    not_yet = (*standard, *notes.not_yet.values())[:_FEW]
    return Glance(notes.purpose, not_yet, tuple(notes.pacing.values()))
