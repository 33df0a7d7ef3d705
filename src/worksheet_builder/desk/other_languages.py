"""What changes to a sheet mean for other languages: how many of its texts have no words there."""

from __future__ import annotations

from dataclasses import replace

from ..definitions.worksheet import Worksheet
from ..foundation.languages import PSEUDO, SOURCE_LANGUAGE, Language
from ..foundation.problems import Refused
from ..foundation.records import record
from ..translation.translated_structures import translated
from .desk_cache import DeskCache


@record
class LackingWords:
    """A language, and how many texts of a sheet stand in English there."""

    tag: str
    name: str
    count: int


def words_lacking(cache: DeskCache, name: str, made: Worksheet, looked_at: str) -> tuple[LackingWords, ...]:
    """For each language of the practice, and the one that is looked at, what clients would read in English."""
    try:
        tags = dict.fromkeys((*cache.composer.practice.languages, looked_at))
    except Refused:
        tags = dict.fromkeys((looked_at,))
    found = (_lacking(cache, name, made, tag) for tag in tags if tag not in (SOURCE_LANGUAGE, *PSEUDO))
    return tuple(filter(None, found))


def _lacking(cache: DeskCache, name: str, made: Worksheet, tag: str) -> LackingWords | None:
    """None for a language whose catalogue cannot be read, which the pages tell."""
    try:
        units = translated(cache.library, tag, name, replace(made, therapist=None), draft=True).units
    except Refused:
        return None
    return LackingWords(tag, Language.of(tag).name, sum(not it.state.printable for it in units))
