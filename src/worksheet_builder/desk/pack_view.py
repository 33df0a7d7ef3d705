"""Today's pack: worksheets in an order, made into one handout; in memory only until it is saved as a file."""

from __future__ import annotations

from starlette.responses import Response

from .handout_choice import HandoutChoice
from .kept_packs import pack_kept, pack_text, packs_of, sheets_of
from .sheet_view import options_of, pages_seen
from .visit import NotHere, Visit, page_at

MOST_GATHERED = 30
_COVER = ("title", "summary")
"""The fields of the form that saves the pack."""


def pack(visit: Visit) -> Response:
    """Show today's pack: its worksheets in order, and its pages; with `part`, only the pages."""
    visit.state.gathered[:] = [it for it in visit.state.gathered if it in visit.cache.sheets]
    choice = pack_choice(visit) if visit.state.gathered else None
    seen = pages_seen(visit, choice, None) if choice else {"drawn": None, "sizes": [], "problems": (), "advice": ()}
    if "part" in visit.asked:
        return visit.page("pages.html", choice=choice, name="", **seen)
    entries = [(it, visit.cache.entry(it, visit.words.language)) for it in visit.state.gathered]
    moved, way = visit.asked.get("moved", ""), visit.asked.get("way", "")
    options = options_of(visit, _tags(visit))
    usual = {it: visit.words["cover"][it].plain for it in _COVER}
    cover = {**usual, **visit.state.cover, "is_typed": visit.state.cover not in ({}, usual)}
    kept = packs_of(visit.cache.library)
    return visit.page(
        "pack.html",
        choice=choice,
        entries=entries,
        moved=moved,
        way=way,
        kept=kept,
        cover=cover,
        file=visit.asked.get("kept", ""),
        **options,
        **seen,
    )


def _hold_cover(visit: Visit) -> None:
    """Remember the title and summary that were sent along, since they are not saved yet."""
    sent = {it: visit.text(it) for it in _COVER if it in visit.form}
    visit.state.cover = sent or visit.state.cover


def pack_choice(visit: Visit) -> HandoutChoice:
    """The pack with the options of the address; raises NotHere if the pack is empty."""
    if not visit.state.gathered:
        raise NotHere
    tags = _tags(visit)
    usual = visit.cache.usual_language
    return HandoutChoice.asked(visit.state.gathered, visit.asked, usual if usual in tags else "en", tags, pack=True)


def _tags(visit: Visit) -> tuple[str, ...]:
    """The languages into which every worksheet of the pack is translated."""
    cache = visit.cache
    return tuple(
        tag for tag in cache.library.languages if all(tag in cache.languages_of[it] for it in visit.state.gathered)
    )


def gather(visit: Visit) -> Response:
    """Put a sheet into the pack, or take it out."""
    name, gathered = visit.text("sheet"), visit.state.gathered
    if name not in visit.cache.sheets:
        raise NotHere
    _hold_cover(visit)
    wanted = visit.text("want") or ("out" if name in gathered else "in")
    if name in gathered and wanted == "out":
        gathered.remove(name)
    elif name not in gathered and wanted == "in" and len(gathered) < MOST_GATHERED:
        gathered.append(name)
    back = {"pack": "/pack", "sheet": f"/sheet/{name}"}.get(visit.text("back"), f"/choose#{name}")
    return Response(str(len(gathered))) if visit.text("quiet") else visit.to(back)


def order(visit: Visit) -> Response:
    """Move a sheet of the pack up or down, or to a place that is counted from 0."""
    name, gathered = visit.text("sheet"), visit.state.gathered
    way = visit.text("way") or visit.asked.get("way", "")
    if name not in gathered:
        raise NotHere
    _hold_cover(visit)
    at = gathered.index(name)
    goal = {"up": at - 1, "down": at + 1}.get(way, int(way) if way.isdigit() and len(way) < 4 else at)
    gathered.insert(max(0, min(goal, len(gathered) - 1)), gathered.pop(at))
    return visit.to(f"/pack?moved={name}&way={way if way in ('up', 'down') else ''}")


def empty(visit: Visit) -> Response:
    """Empty the pack."""
    visit.state.gathered.clear()
    visit.state.cover.clear()
    return visit.to("/pack")


def keep_pack(visit: Visit) -> Response:
    """Save the pack as a file of the project; a file of the same title is kept, and the new one gets a number."""
    title, summary = (" ".join(visit.text(it).split()) for it in ("title", "summary"))
    if not visit.state.gathered or not visit.state.is_project:
        raise NotHere
    _hold_cover(visit)
    text = pack_text(title, summary, visit.state.gathered)
    name = pack_kept(visit.cache.library, visit.state.folder, title, text)
    visit.state.cover.clear()
    visit.state.renew()
    return visit.to(f"/pack?kept={name}")


def open_pack(visit: Visit) -> Response:
    """Replace today's pack by the worksheets of a saved pack."""
    library, name = visit.cache.library, visit.text("pack")
    if name not in packs_of(library):
        raise NotHere
    visit.state.gathered[:] = [it for it in dict.fromkeys(sheets_of(library, name)) if it in visit.cache.sheets]
    visit.state.cover.clear()
    return visit.to("/pack")


ROUTES = (
    page_at("/pack/keep", keep_pack, "POST"),
    page_at("/pack/open", open_pack, "POST"),
    page_at("/pack", pack),
    page_at("/pack/gather", gather, "POST"),
    page_at("/pack/order", order, "POST"),
    page_at("/pack/empty", empty, "POST"),
)
