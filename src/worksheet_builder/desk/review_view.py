"""Review files: downloaded for reviewers and agencies, and uploaded again, with a report on each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.responses import Response

from ..build.formats import FORMATS
from ..foundation.clock import today
from ..foundation.problems import Refused
from ..translation.catalogue_edit import reviewer_name
from ..translation.review import Outcome, ReviewSheet, read_upload, to_word, to_xliff
from ..translation.review.exchange import incoming, outgoing
from .translate_view import tag_of
from .visit import NotHere, Visit, page_at

_UPLOAD = Path("review")
"""The name of an uploaded file in messages, since it has no path here."""
OUTCOMES = {
    Outcome.CHANGED: "changed",
    Outcome.UNFINISHED: "unfinished",
    Outcome.REVIEWED: "reviewed",
    Outcome.COMMENTED: "commented",
    Outcome.KEPT_ASIDE: "kept-aside",
    Outcome.ABSENT: "absent",
}
"""The key of the words for each outcome of a row."""


def review_file(visit: Visit) -> Response:
    """The file for a reviewer: one catalogue if the address names it, else all catalogues of the language."""
    tag, sheet = tag_of(visit), visit.asked.get("sheet", "")
    if visit.named("kind") not in KINDS or (sheet and sheet not in visit.cache.library.translatable):
        raise NotHere
    sheets = outgoing(visit.cache.library, tag, [sheet] if sheet else [])
    write, ending, media = KINDS[visit.named("kind")]
    headers = {"content-disposition": f"attachment; filename=review-{tag}.{ending}"}
    return Response(write(sheets), media_type=media, headers=headers)


def _as_word(sheets: tuple[ReviewSheet, ...]) -> bytes:
    return to_word(sheets)


def _with_room_back(sheets: tuple[ReviewSheet, ...]) -> bytes:
    return to_word(sheets, back=True)


_WORD = FORMATS["docx"].media_type
KINDS: Mapping[str, tuple[Callable[[tuple[ReviewSheet, ...]], bytes], str, str]] = {
    "word": (_as_word, "docx", _WORD),
    "back": (_with_room_back, "docx", _WORD),
    "xliff": (to_xliff, "xlf", "application/xliff+xml"),
}
"""For each kind of file: the function that writes it, its suffix, and its media type."""


def take_review(visit: Visit) -> Response:
    """Import a reviewed file, and show what it has changed, row by row."""
    tag, sent = tag_of(visit), visit.upload("file")
    if sent is None:
        return visit.to(f"/translate/{tag}")
    by = reviewer_name(visit.text("by"))
    replies = read_upload(sent[1])
    if not by and any(it.reviewed for it in replies):
        return visit.page("review_taken.html", 422, tag=tag, told=(), problems=(), nobody=True, outcomes=OUTCOMES)
    try:
        taken = incoming(visit.cache.library, replies, _UPLOAD, by, today())
    except Refused as refused:
        return visit.page(
            "review_taken.html", 422, tag=tag, told=(), problems=refused.problems, nobody=False, outcomes=OUTCOMES
        )
    visit.state.reviewer = by or visit.state.reviewer
    visit.state.renew()
    return visit.page(
        "review_taken.html", tag=tag, told=taken.told, problems=taken.problems, nobody=False, outcomes=OUTCOMES
    )


ROUTES = (
    page_at("/translate/{tag}/review/{kind}", review_file),
    page_at("/translate/{tag}/review", take_review, "POST"),
)
