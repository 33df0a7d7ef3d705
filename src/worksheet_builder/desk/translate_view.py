"""Languages: how far each is translated, to start one and to update it; and the catalogues of one language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from starlette.responses import Response

from ..foundation.languages import SOURCE_LANGUAGE, Language, UnknownLanguage
from ..foundation.phrases import Phrase
from ..foundation.records import record
from ..project.library import COMMON, PACK_PREFIX
from ..translation.catalogue_files import tags_in
from ..translation.project_catalogues import begin, bring_up
from ..translation.states import State
from .translation_progress import CatalogueProgress, Counts, added, title_of
from .visit import NotHere, Visit, page_at


@record
class LanguageProgress:
    """A language and its strings by state, of clients and of therapists."""

    tag: str
    name: str
    client: Counts
    therapist: Counts


@record
class NamedProgress:
    """A catalogue and its title for readers; None for the common words of all sheets."""

    progress: CatalogueProgress
    title: Phrase | None
    is_pack: bool


def languages(visit: Visit) -> Response:
    """Show every language, and a form to start another."""
    if not visit.state.is_project:
        return visit.to("/")
    found = [_language(visit, tag) for tag in known_tags(visit)]
    sheets = [(name, visit.cache.entry(name, visit.words.language).title.plain()) for name in visit.cache.sheets]
    return visit.page("translate.html", rows=found, others=_others(visit), sheets=sheets, all_states=[*State])


def begin_language(visit: Visit) -> Response:
    """Start a language, with one worksheet or all; one that exists is only opened."""
    tag, sheet = visit.text("language"), visit.text("sheet")
    if tag not in dict(_others(visit)) and tag not in known_tags(visit):
        raise NotHere
    if sheet and sheet not in visit.cache.sheets:
        raise NotHere
    if tag not in known_tags(visit):
        begin(visit.cache.library, tag, [sheet] if sheet else [])
        visit.state.renew()
    return visit.to(f"/translate/{tag}")


def language(visit: Visit) -> Response:
    """The catalogues of one language with their states, and the files for reviewers."""
    tag = tag_of(visit)
    if not visit.state.is_project:
        return visit.to("/")
    rows = [*_named(visit, tag)]
    return visit.page(
        "translate_language.html",
        tag=tag,
        rows=rows,
        whole=_language(visit, tag),
        is_own=tag in tags_in(visit.cache.library.own_locales or visit.state.folder),
        asked=visit.asked,
        all_states=[*State],
    )


def update_language(visit: Visit) -> Response:
    """Bring the catalogues of the project in a language up to date with their English."""
    tag = tag_of(visit)
    count = sum(len(it.changes) for it in bring_up(visit.cache.library, tag))
    visit.state.renew()
    return visit.to(f"/translate/{tag}?updated={count}")


def known_tags(visit: Visit) -> list[str]:
    """The languages, except English, that have a folder in the project or in the library."""
    return [tag for tag in visit.cache.library.languages if tag != SOURCE_LANGUAGE]


def tag_of(visit: Visit) -> str:
    """The language in the path; raises NotHere for an unknown one."""
    tag = visit.named("tag")
    if tag not in known_tags(visit):
        raise NotHere
    return tag


def _language(visit: Visit, tag: str) -> LanguageProgress:
    found = visit.state.progress.of(visit.cache.library, tag)
    client, therapist = added(it.client for it in found), added(it.therapist for it in found)
    return LanguageProgress(tag, Language.of(tag).name, client, therapist)


def _named(visit: Visit, tag: str) -> Iterator[NamedProgress]:
    """Every catalogue with its title: common words first, then incomplete ones, each in the order of the library."""
    order = {name: at for at, name in enumerate(visit.cache.sheets)}
    found = visit.state.progress.of(visit.cache.library, tag)
    for it in sorted(found, key=lambda it: (it.name != COMMON, not it.is_open, order.get(it.name, len(order)))):
        is_pack = it.name.startswith(PACK_PREFIX) and it.name not in visit.cache.sheets
        yield NamedProgress(it, catalogue_title(visit, it.name), is_pack)


def catalogue_title(visit: Visit, name: str) -> Phrase | None:
    """The title of a catalogue in the language of the desk; None for the common words of all sheets."""
    if name in visit.cache.sheets:
        return visit.cache.entry(name, visit.words.language).title
    return None if name == COMMON else title_of(visit.cache.library, name, visit.words.language)


def _others(visit: Visit) -> list[tuple[str, str]]:
    """The tag and name of each CLDR language that is not started, sorted by name."""
    known = {*known_tags(visit), SOURCE_LANGUAGE}
    return [it for it in _all_named(visit.words.language) if it[0] not in known]


@lru_cache(maxsize=8)
def _all_named(spoken: str) -> tuple[tuple[str, str], ...]:
    """The tag and name of each CLDR language, sorted by name in the language of the desk."""
    found = ((tag.replace("_", "-"), name) for tag, name in Language.of(spoken).locale.languages.items())
    return tuple(sorted((it for it in found if _is_known(it[0])), key=lambda it: it[1].casefold()))


def _is_known(tag: str) -> bool:
    try:
        return Language.of(tag).tag == tag
    except UnknownLanguage:
        return False


ROUTES = (
    page_at("/translate", languages),
    page_at("/translate/begin", begin_language, "POST"),
    page_at("/translate/{tag}", language),
    page_at("/translate/{tag}/update", update_language, "POST"),
)
