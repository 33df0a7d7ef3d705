"""The list of worksheets: search, filters, and each sheet with a picture of its first page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.responses import Response

from ..definitions.worksheet import Audience, Intensity, Worksheet
from ..foundation.records import record
from ..translation.states import State
from .search_index import IndexEntry
from .visit import Visit, page_at

MINUTES = (5, 10, 15, 20, 30)
"""The choices for the longest time that a sheet may take, in minutes."""
STATES = {"whole": State.DRAFT, "reviewed": State.REVIEWED}
"""The least state of a translation for each choice: all its words current, or all of them reviewed."""


@record
class SheetCard:
    """A sheet as the list shows it, in the language of the reader; `printed` is the language of the picture."""

    id: str
    entry: IndexEntry
    sheet: Worksheet
    languages: tuple[str, ...]
    printed: str
    own: bool
    gathered: bool


def choose(visit: Visit) -> Response:
    """Show the sheets that match the search and the filters, or all; with `part`, only the list."""
    asked = visit.asked
    found = visit.cache.search(asked.get("q", ""), visit.words.language)
    fitting = [it for it in found if _fits(visit, it)]
    values: dict[str, Any] = {
        "cards": [*_cards(visit, fitting)],
        "asked": asked,
        "collections": dict.fromkeys(it.collection for it in visit.cache.sheets.values()),
        "intensities": [it.value for it in Intensity],
        "minutes": MINUTES,
        "states": [*STATES],
    }
    return visit.page("cards.html" if "part" in asked else "choose.html", **values)


def _fits(visit: Visit, name: str) -> bool:
    sheet, asked = visit.cache.sheets[name], visit.asked
    if asked.get("collection") and sheet.collection != asked["collection"]:
        return False
    if asked.get("intensity") and sheet.intensity.value != asked["intensity"]:
        return False
    longest = asked.get("minutes", "")
    if longest.isdigit() and (sheet.audience is Audience.THERAPIST or sheet.minutes > int(longest)):
        return False
    return _is_far_enough(visit, name)


def _is_far_enough(visit: Visit, name: str) -> bool:
    tag, state = visit.asked.get("in", ""), visit.asked.get("state", "")
    if not tag or tag not in visit.cache.library.languages:
        return True
    if tag not in visit.cache.languages_of[name]:
        return False
    return visit.cache.entry(name, tag).state.rank >= STATES.get(state, State.MISSING).rank


def _cards(visit: Visit, names: list[str]) -> Iterator[SheetCard]:
    cache, tag = visit.cache, visit.words.language
    wanted = visit.asked.get("in") or cache.usual_language
    for name in names:
        sheet, languages = cache.sheets[name], cache.languages_of[name]
        printed = wanted if wanted in languages else "en"
        own, gathered = cache.is_own(name), name in visit.state.gathered
        yield SheetCard(name, cache.entry(name, tag), sheet, languages, printed, own, gathered)


ROUTES = (page_at("/choose", choose),)
