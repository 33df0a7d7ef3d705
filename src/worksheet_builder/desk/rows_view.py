"""One catalogue in two columns, English and translation: checked while typing, saved in its PO file, and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from starlette.responses import Response

from ..build.preview import SHEET
from ..document import Edition
from ..foundation.clock import today
from ..foundation.problems import Refused
from ..project.library import COMMON
from ..translation.catalogue_edit import EditedCatalogue, Refusal, RowEdit, reviewer_name
from ..translation.review import Key
from ..translation.states import State
from .handout_choice import HandoutChoice
from .kept_files import ChangedElsewhere, digest_of, keep
from .sheet_view import pages_seen
from .translate_view import catalogue_title, tag_of
from .translation_rows import Judge, SeenRow
from .visit import NotHere, Visit, page_at

_WORDS, _HOLDS, _MARK = "w-", "h-", "m-"
"""The prefixes of a row's form fields: its words, whether they still fit, whether they are reviewed; then its key."""


def rows(visit: Visit) -> Response:
    """Show all rows, or those that need a translator, with the pages of the sheet beside them."""
    if not visit.state.is_project:
        return visit.to("/")
    return _shown(visit, _opened(visit), {}, {})


def save(visit: Visit) -> Response:
    """Save the typed rows, each unless it has changed meanwhile; refused rows stay on the page with what was typed."""
    opened = _opened(visit)
    digest = digest_of(opened.path)
    edits = [*_edits(visit, opened)]
    by = reviewer_name(visit.text("by"))
    if any(it.reviewed for it in edits) and not by:
        return _shown(visit, opened, {it.key.identity: it.words for it in edits if it.is_typed}, {}, nobody=True)
    done, told = opened.with_rows(edits, by, today())
    visit.state.reviewer = by or visit.state.reviewer
    if told.changed:
        try:
            keep(done.path, done.file.to_bytes().decode(), digest)
        except ChangedElsewhere as changed:
            visit.state.renew()
            again = visit.request.url.path.removesuffix("/save")
            return visit.page("changed.html", 409, mine=changed.copy.name, file=changed.path.name, again=again)
        visit.state.renew()
    if told.refused:
        typed = {it.key.identity: it.words for it in edits if it.key.identity in told.refused}
        return _shown(visit, _opened(visit), typed, told.refused)
    return visit.to(_after(visit, opened, told.changed))


def remarks(visit: Visit) -> Response:
    """Show the remarks of the checks on the words of one row, while they are typed."""
    opened = _opened(visit)
    row = next((it for it in opened.rows if it.key.identity == visit.text("row")), None)
    if row is None:
        raise NotHere
    return visit.page("remarks.html", remarks=Judge.of(visit.cache, opened).remarks(row, visit.text("words")))


def _opened(visit: Visit) -> EditedCatalogue:
    tag, name = tag_of(visit), visit.named("name")
    if name != COMMON and name not in visit.cache.library.translatable:
        raise NotHere
    return EditedCatalogue.open(visit.cache.library, tag, name)


def _edits(visit: Visit, opened: EditedCatalogue) -> Iterator[RowEdit]:
    """Yield the submitted edit of each row.

    With the button to mark all as reviewed, the mark is set on every row whose words are current and not yet reviewed.
    """
    standing = {it.key.identity: it for it in opened.rows}
    for field in visit.form:
        key = Key.find(field) if field.startswith(_WORDS) else None
        if key is None or key.identity not in standing:
            continue
        holds, marked = (bool(visit.text(f"{kind}{key}")) for kind in (_HOLDS, _MARK))
        edit = RowEdit(key, visit.text(field), holds, marked)
        state = standing[key.identity].entry.state
        waits = state is not State.REVIEWED or edit.is_typed
        fits = state.printable or edit.is_typed or holds
        yield RowEdit(key, edit.words, holds, marked or bool(visit.text("all") and edit.words and waits and fits))


def _after(visit: Visit, opened: EditedCatalogue, changed: tuple[str, ...]) -> str:
    """The address to continue at: the same rows, with the last changed row."""
    only = "&only=open" if visit.text("only") else ""
    at = f"&at={changed[-1]}" if changed else ""
    return f"/translate/{opened.language.tag}/sheet/{opened.name}?saved={len(changed)}{at}{only}"


def _shown(
    visit: Visit,
    opened: EditedCatalogue,
    typed: Mapping[str, str],
    refused: Mapping[str, Refusal],
    nobody: bool = False,
) -> Response:
    found = [*Judge.of(visit.cache, opened).seen(typed, refused)]
    only = bool(visit.asked.get("only") or visit.text("only"))
    shown = [it for it in found if it.is_open] if only else found
    status = 422 if nobody else 409 if Refusal.MOVED in refused.values() else 422 if refused else 200
    return visit.page(
        "translate_rows.html",
        status,
        tag=opened.language.tag,
        name=opened.name,
        title=catalogue_title(visit, opened.name),
        rows=shown,
        total=len(found),
        waiting=sum(it.is_open for it in found),
        only=only,
        nobody=nobody,
        ticked={field for field in visit.form if field.startswith((_HOLDS, _MARK))},
        asked=visit.asked,
        by=visit.text("by") or visit.state.reviewer,
        next_row=_next_row(shown, found, visit.asked.get("at", "")),
        day_of=lambda row: row.entry.mark.on.isoformat() if row.entry.mark and row.entry.mark.on else "",
        **_page(visit, opened),
    )


def _next_row(shown: list[SeenRow], found: list[SeenRow], at: str) -> str:
    """The identity of the first shown row after the row `at`; empty if there is none."""
    number = next((it.number for it in found if it.identity == at), 0)
    return next((it.identity for it in shown if it.number > number), "") if number else ""


def _page(visit: Visit, opened: EditedCatalogue) -> dict[str, Any]:
    """The values for the pages of the sheet in the language; for the common words, the pages of a sample sheet."""
    sheet, tag = SHEET if opened.name == COMMON else opened.name, opened.language.tag
    if tag not in visit.cache.languages_of.get(sheet, ()):
        return {"drawn": None, "sizes": [], "choice": None, "sheet": ""}
    edition = Edition.THERAPIST if visit.asked.get("edition") == "therapist" else Edition.CLIENT
    choice = HandoutChoice(sheets=(sheet,), language=tag, edition=edition, draft=True)
    try:
        seen = pages_seen(visit, choice, None)
    except Refused as refused:
        return {"drawn": None, "sizes": [], "choice": choice, "sheet": sheet, "problems": refused.problems}
    return {**seen, "choice": choice, "sheet": sheet}


ROUTES = (
    page_at("/translate/{tag}/sheet/{name}", rows),
    page_at("/translate/{tag}/sheet/{name}/save", save, "POST"),
    page_at("/translate/{tag}/sheet/{name}/remarks", remarks, "POST"),
)
