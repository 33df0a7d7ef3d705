"""One sheet: what it is for, when not yet, its real pages as they will be, and what can be chosen about them."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..definitions.tailoring import ClientChanges
from ..document import Edition, Paper, Posture, Style
from ..foundation.problems import Problem, Refused
from .handout_choice import HandoutChoice
from .page_pictures import SHARP
from .sheet_entries import glance_of
from .visit import Visit, page_at


def sheet(visit: Visit) -> Response:
    """The page of a sheet; with `part` only its pictures, for the script."""
    name = visit.sheet()
    choice = choice_of(visit, name)
    seen = pages_seen(visit, choice, used_once(visit, choice))
    if "part" in visit.asked:
        return visit.page("pages.html", choice=choice, name=name, **seen)
    tag = visit.words.language
    worksheet = visit.cache.sheets[name]
    return visit.page(
        "sheet.html",
        name=name,
        choice=choice,
        sheet=worksheet,
        entry=visit.cache.entry(name, tag),
        glance=glance_of(visit.cache.library, worksheet, tag),
        changed=name in visit.state.changes,
        gathered=name in visit.state.gathered,
        **options_of(visit, visit.cache.languages_of[name]),
        **seen,
    )


def choice_of(visit: Visit, name: str) -> HandoutChoice:
    """What the address asks for of a sheet, in a language that the sheet has."""
    languages = visit.cache.languages_of[name]
    usual = visit.cache.usual_language
    return HandoutChoice.asked([name], visit.asked, usual if usual in languages else "en", languages)


def options_of(visit: Visit, tags: tuple[str, ...]) -> dict[str, Any]:
    """What there is to choose from."""
    return {
        "tags": tags,
        "styles": [it.value for it in Style],
        "papers": [it.value for it in Paper],
        "postures": [it.value for it in Posture],
        "designs": visit.cache.designs,
        "editions": [it.value for it in Edition],
    }


def used_once(visit: Visit, choice: HandoutChoice) -> ClientChanges | None:
    """What is laid over the sheet of a handout for one client."""
    return visit.state.changes.get(choice.sheets[0]) if choice.sheets and not choice.pack else None


def pages_seen(visit: Visit, choice: HandoutChoice, client: ClientChanges | None) -> dict[str, Any]:
    """The pages of a handout as they are shown, or why there are none."""
    try:
        drawn = visit.cache.drawn(choice, client)
        drawn.picture(0)
        advice: tuple[Problem, ...] = visit.cache.advice(choice)
    except Refused as refused:
        return {"drawn": None, "sizes": [], "problems": refused.problems, "advice": ()}
    sizes = [(round(wide * SHARP), round(tall * SHARP)) for wide, tall in drawn.sizes]
    return {"drawn": drawn, "sizes": sizes, "problems": (), "advice": advice}


ROUTES = (page_at("/sheet/{sheet}", sheet),)
