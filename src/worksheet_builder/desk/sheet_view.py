"""One sheet: its purpose, when not to use it yet, its pages, and the options of the handout."""

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
    """Show a sheet; with `part`, only its page pictures, which desk.js loads."""
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
    """The handout of a sheet with the options of the address, in a language of the sheet."""
    languages = visit.cache.languages_of[name]
    usual = visit.cache.usual_language
    return HandoutChoice.asked([name], visit.asked, usual if usual in languages else "en", languages)


def options_of(visit: Visit, tags: tuple[str, ...]) -> dict[str, Any]:
    """The choices of each option of a handout."""
    return {
        "tags": tags,
        "styles": [it.value for it in Style],
        "papers": [it.value for it in Paper],
        "postures": [it.value for it in Posture],
        "designs": visit.cache.designs,
        "editions": [it.value for it in Edition],
    }


def used_once(visit: Visit, choice: HandoutChoice) -> ClientChanges | None:
    """The changes for one client to the sheet of a handout; None for a pack or without changes."""
    return visit.state.changes.get(choice.sheets[0]) if choice.sheets and not choice.pack else None


def pages_seen(visit: Visit, choice: HandoutChoice, client: ClientChanges | None) -> dict[str, Any]:
    """The values for the pages of a handout, or the problems for which it cannot be made."""
    try:
        drawn = visit.cache.drawn(choice, client)
        drawn.picture(0)
        advice: tuple[Problem, ...] = visit.cache.advice(choice)
    except Refused as refused:
        return {"drawn": None, "sizes": [], "problems": refused.problems, "advice": ()}
    sizes = [(round(wide * SHARP), round(tall * SHARP)) for wide, tall in drawn.sizes]
    return {"drawn": drawn, "sizes": sizes, "problems": (), "advice": advice}


ROUTES = (page_at("/sheet/{sheet}", sheet),)
