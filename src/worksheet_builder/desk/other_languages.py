"""How many texts of a changed sheet are not translated into other languages."""

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
    """A language, and the number of a sheet's texts that are printed in English in it."""

    tag: str
    name: str
    count: int


def words_lacking(cache: DeskCache, name: str, made: Worksheet, looked_at: str) -> tuple[LackingWords, ...]:
    """The untranslated texts for clients, in each language of the practice and in the previewed one."""
    try:
        tags = dict.fromkeys((*cache.composer.practice.languages, looked_at))
    except Refused:
        tags = dict.fromkeys((looked_at,))
    found = (_lacking(cache, name, made, tag) for tag in tags if tag not in (SOURCE_LANGUAGE, *PSEUDO))
    return tuple(filter(None, found))


def _lacking(cache: DeskCache, name: str, made: Worksheet, tag: str) -> LackingWords | None:
    """The count for one language; None if its catalogue cannot be read, which the pages report."""
    try:
        units = translated(cache.library, tag, name, replace(made, therapist=None), draft=True).units
    except Refused:
        return None
    return LackingWords(tag, Language.of(tag).name, sum(not it.state.printable for it in units))
