"""Full-text search in worksheets: all words of a sheet in one language, weighted by their place."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from ..definitions.worksheet import Worksheet
from ..foundation.phrases import Phrase, phrases_in
from ..foundation.records import record
from ..text.spelled_numbers import spelled
from ..translation.states import State

_WEIGHTS = {"title": 8.0, "summary": 4.0, "message": 3.0, "minutes": 3.0, "collection": 3.0}
"""The weight of a word by its place; 1 elsewhere."""
_WHOLE = 12.0
"""The weight for a sheet that contains the whole query as one phrase."""
_STEM, _SHORTEST = 0.75, 4
"""The share of a word's letters that have to match from its start, and the least number: ‘believed’ finds ‘believe’."""


@record
class IndexEntry:
    """The search entry of a sheet in one language: its title, summary and translation state, and its words."""

    title: Phrase
    summary: Phrase
    state: State
    text: str = field(repr=False)
    """All its words, folded, to search for phrases and in scripts without spaces."""
    weights: Mapping[str, float] = field(repr=False)
    """The weight of each of its words."""

    @classmethod
    def of(cls, sheet: Worksheet, state: State, minutes: Phrase, language: str, more: str = "") -> IndexEntry:
        """The entry of a translated sheet; `minutes` is the phrase for a time, `more` the collection's name."""
        said = [("title", sheet.title), ("summary", sheet.summary)] + [("message", it) for it in [sheet.message] if it]
        pieces = [(name, it.plain()) for name, it in said]
        pieces += [("", it.plain()) for part in (sheet.blocks, sheet.why, sheet.keep) for it in phrases_in(part)]
        times = (minutes.fill(minutes=sheet.minutes).plain(), str(sheet.minutes), spelled(sheet.minutes, language))
        pieces += [("minutes", it) for it in times] + [("collection", more)]
        weights: dict[str, float] = {}
        for name, text in pieces:
            for word in words_of(text):
                weights[word] = max(weights.get(word, 0.0), _WEIGHTS.get(name, 1.0))
        return cls(sheet.title, sheet.summary, state, folded(" ".join(it for _, it in pieces)), weights)


def found(entries: Mapping[str, IndexEntry], asked: str) -> list[str]:
    """The ids of the entries that contain every word of the query, the best match first; all for an empty query."""
    wanted = words_of(asked)[:12]
    if not wanted:
        return [*entries]
    hits = {word: {name: score for name, it in entries.items() if (score := _score(it, word))} for word in wanted}
    rarity = {word: math.log(1 + len(entries) / len(it)) for word, it in hits.items() if it}
    whole = folded(asked).strip()
    scores = {}
    for name, it in entries.items():
        if all(name in hits[word] for word in wanted):
            scores[name] = sum(hits[word][name] * rarity[word] for word in wanted) + _WHOLE * (whole in it.text)
    return sorted(scores, key=lambda name: -scores[name])


def _score(entry: IndexEntry, word: str) -> float:
    stem = word[: max(_SHORTEST, math.ceil(len(word) * _STEM))]
    best = max((score for it, score in entry.weights.items() if it.startswith(stem)), default=0.0)
    if not best and not word.isascii() and word in entry.text:
        return 1.0
    return best


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The text without capitals and diacritics (NFKD), so that a search ignores them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(it for it in apart if not unicodedata.combining(it))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"\w+", folded(text))
