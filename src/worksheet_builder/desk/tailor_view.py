"""A sheet fitted to a practice: each block with its possible changes, beside the pages.

Changes are in memory only until they are saved as a sheet of the practice.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from ..build.tailor_files import changed, write_schema
from ..definitions.tailoring import ClientChanges
from ..definitions.tailoring_application import for_client
from ..document.traversal import answers
from ..foundation.problems import Problem, Refused
from ..reading.tailoring_loader import based_on
from .block_forms import KINDS, form_of_block, name_from
from .block_pictures import example_picture
from .handout_choice import HandoutChoice
from .handout_view import page_picture
from .kept_files import ChangedElsewhere, HeldFile, keep
from .other_languages import words_lacking
from .render_thread import Turn
from .sheet_view import choice_of, pages_seen
from .tailoring_draft import SourceSheet, TailoringDraft, UndoHistory
from .tailoring_edits import SentForm, Unfit, step, unfit, with_block
from .tailoring_seen import Tailored
from .visit import NotHere, Visit, page_at


def tailor(visit: Visit) -> Response:
    """Show the blocks and the pages of a sheet; with `part`, only the page pictures, which desk.js loads."""
    return _shown(visit, visit.sheet())


def change(visit: Visit) -> Response:
    """Apply one edit of a block: the text that was sent and the button that was pressed."""
    name, block, asked = visit.sheet(), visit.text("block"), visit.text("do")
    now = _tailored(visit, name)
    seen = next((it for it in chain((now.head(),), now.blocks()) if it.id == block), None)
    if seen is None:
        raise NotHere
    try:
        _put(visit, name, step(now, seen, _sent(visit)), asked)
    except Unfit as reason:
        return _shown(visit, name, block or "-", reason)
    return _back(visit, name, block, asked)


def add(visit: Visit) -> Response:
    """Add a block from the gallery."""
    name = visit.sheet()
    try:
        draft, block = with_block(_tailored(visit, name), _sent(visit))
        _put(visit, name, draft, "add")
    except Unfit as reason:
        return _shown(visit, name, "+", reason)
    return _back(visit, name, block, "add")


def go(visit: Visit) -> Response:
    """Undo a step, redo a step, or discard all changes."""
    name, way = visit.sheet(), visit.text("way")
    history = _history(visit, name)
    if way == "afresh":
        history.put(TailoringDraft())
    history.go({"undo": -1, "redo": 1}.get(way, 0))
    return visit.to(f"/tailor/{name}?{urlencode({'language': _preview(visit, name).language, 'did': way})}")


def save(visit: Visit) -> Response:
    """Save the changes as a sheet of the practice, in the same file as `tailor` writes; answers are not saved."""
    name = visit.sheet()
    draft, ground = _history(visit, name).now, _ground(visit, name)
    source, library = visit.cache.library.worksheets[name], visit.cache.library
    new = "" if visit.text("here") else name_from(visit.text("name"), f"our-{name}", ())
    if new and new in visit.cache.library.worksheets:
        return _shown(visit, name, "=", Unfit("taken"))
    try:
        path, text = changed(source, new or None, draft.changes(ground), library)
        write_schema(path)
        keep(path, text, visit.text("digest") if not new else "")
    except ChangedElsewhere as found:
        visit.state.renew()
        again = f"/tailor/{name}"
        return visit.page("changed.html", 409, mine=found.copy.name, file=found.path.name, again=again)
    except Refused as refused:
        return _shown(visit, name, "=", unfit(refused, "keep"))
    _forgotten(visit, name)
    if draft.begun:
        visit.state.drafts[path.stem] = UndoHistory([TailoringDraft(begun=draft.begun)])
    visit.state.renew()
    return visit.to(f"/tailor/{path.stem}?kept=yes")


def once(visit: Visit) -> Response:
    """Use the changes for one handout only, in the previewed language."""
    name = visit.sheet()
    client = _history(visit, name).now.client_changes(_ground(visit, name))
    if client:
        visit.state.changes[name] = client
    seen = _preview(visit, name)
    made = for_client(visit.cache.sheets[name], client) if client else visit.cache.sheets[name]
    whole = not any(it.count for it in words_lacking(visit.cache, name, made, seen.language) if it.tag == seen.language)
    return visit.to(f"/sheet/{name}?{replace(seen, draft=not whole).query}")


def forget(visit: Visit) -> Response:
    """Discard the changes for one handout of a sheet."""
    name = visit.sheet()
    _forgotten(visit, name)
    return visit.to(f"/sheet/{name}")


def picture(visit: Visit) -> Response:
    """A page of the sheet with the changes as a picture."""
    name = visit.sheet()
    client = _history(visit, name).now.client_changes(_ground(visit, name))
    return page_picture(visit, visit.cache.drawn(_preview(visit, name), client), visit.named("page"))


def example(visit: Visit) -> Response:
    """The example of a kind of block as a picture."""
    kind = visit.named("kind")
    if kind not in KINDS:
        raise NotHere
    return Response(example_picture(visit.cache, kind), media_type="image/png")


def _shown(visit: Visit, name: str, at: str = "", reason: Unfit | None = None) -> Response:
    draft, ground = _history(visit, name).now, _ground(visit, name)
    choice = _preview(visit, name)
    client, problems = _client(draft, ground)
    nothing: dict[str, Any] = {"drawn": None, "sizes": [], "problems": problems, "advice": ()}
    seen = nothing if problems else pages_seen(visit, choice, client)
    shared = {"name": name, "choice": choice, "pictures": f"/tailor/{name}", **seen}
    if "part" in visit.asked:
        return visit.page("pages.html", **shared)
    now = _tailored(visit, name, afresh=bool(problems))
    kind = visit.text("kind") if at == "+" else visit.asked.get("add", "")
    return visit.page(
        "tailor.html",
        422 if reason else 200,
        sheet=visit.cache.sheets[name],
        entry=visit.cache.entry(name, visit.words.language),
        head=now.head(),
        blocks=[*now.blocks()],
        history=_history(visit, name),
        count=len(draft.changes(ground)) + len(draft.begun),
        kinds=KINDS,
        kind=kind if kind in KINDS else "",
        form=form_of_block(kind) if kind in KINDS else (),
        at=at or visit.asked.get("at", ""),
        did="" if reason else visit.asked.get("did", ""),
        reason=reason,
        typed=visit.form if reason else {},
        lacking=words_lacking(visit.cache, name, now.made, choice.language),
        tags=visit.cache.languages_of[name],
        kept=visit.asked.get("kept") == "yes",
        **_file_of(visit, name),
        **shared,
    )


def _file_of(visit: Visit, name: str) -> dict[str, Any]:
    """Whether the changes can be saved in the file of the sheet itself, and the digest of that file."""
    path = visit.cache.library.worksheets[name]
    here = visit.cache.is_own(name) and bool(based_on(path))
    return {"in_place": here, "digest": HeldFile.of(path).digest if here else ""}


def _preview(visit: Visit, name: str) -> HandoutChoice:
    """The previewed handout: in any language of the sheet, with untranslated words marked and in English."""
    asked = {"language": visit.asked.get("language", ""), "draft": "yes"}
    return HandoutChoice.asked([name], asked, choice_of(visit, name).language, visit.cache.languages_of[name])


def _client(draft: TailoringDraft, ground: SourceSheet) -> tuple[ClientChanges | None, tuple[Problem, ...]]:
    """The changes to the sheet; or their problems, if they no longer fit because the sheet has changed."""
    try:
        client = draft.client_changes(ground)
        if client:
            for_client(ground.sheet, client)
    except Refused as refused:
        return None, refused.problems
    return client, ()


def _tailored(visit: Visit, name: str, afresh: bool = False) -> Tailored:
    """The sheet with its changes; with `afresh`, without any."""
    draft, ground = TailoringDraft() if afresh else _history(visit, name).now, _ground(visit, name)
    client = draft.client_changes(ground)
    made = for_client(ground.sheet, client) if client else ground.sheet
    document = visit.cache.document(HandoutChoice(sheets=(name,)), client)
    fields = {it.address.removeprefix(f"{name}."): it for it in answers(document)}
    return Tailored.of(ground, draft, made, fields)


def _put(visit: Visit, name: str, draft: TailoringDraft, asked: str) -> None:
    """Add the step to the history if the sheet can be made with it; raises Unfit."""
    try:
        ground = _ground(visit, name)
        bare = draft.only_answers(()).client_changes(ground)
        document = visit.cache.document(HandoutChoice(sheets=(name,)), bare)
        there = {it.address.removeprefix(f"{name}.") for it in answers(document)}
        draft = draft.only_answers(there)
        if draft.begun:
            visit.cache.document(HandoutChoice(sheets=(name,)), draft.client_changes(ground))
    except Refused as refused:
        raise unfit(refused, asked) from None
    _history(visit, name).put(draft)


def _sent(visit: Visit) -> SentForm:
    return SentForm(visit.text, visit.texts, visit.form.keys())


def _back(visit: Visit, name: str, block: str, did: str) -> Response:
    """Redirect to the changed block, in the previewed language."""
    said = {"language": _preview(visit, name).language, "at": block or "-", "did": did}
    return visit.to(f"/tailor/{name}?{urlencode(said)}#b-{block or 'head'}")


def _forgotten(visit: Visit, name: str) -> None:
    visit.state.changes.pop(name, None)
    visit.state.drafts.pop(name, None)


def _history(visit: Visit, name: str) -> UndoHistory:
    return visit.state.drafts.setdefault(name, UndoHistory())


def _ground(visit: Visit, name: str) -> SourceSheet:
    return SourceSheet(visit.cache.sheets[name])


ROUTES = (
    page_at("/tailor/{sheet}", tailor),
    page_at("/tailor/{sheet}/change", change, "POST"),
    page_at("/tailor/{sheet}/add", add, "POST"),
    page_at("/tailor/{sheet}/go", go, "POST"),
    page_at("/tailor/{sheet}/keep", save, "POST"),
    page_at("/tailor/{sheet}/once", once, "POST"),
    page_at("/tailor/{sheet}/forget", forget, "POST"),
    page_at("/tailor/{sheet}/page/{page}", picture),
    page_at("/tailor/{sheet}/example/{kind}", example, turn=Turn.SOON),
)
