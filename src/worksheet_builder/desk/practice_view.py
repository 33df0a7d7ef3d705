"""The practice as a form: all fields of its file, uploads of logos and fonts, and a check of its colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from starlette.responses import Response

from ..build.formats import FORMATS
from ..build.preview import sample
from ..checks.library_check import check_practice
from ..definitions.logo import read_logo
from ..fonts.families import FAMILIES
from ..foundation.languages import Language
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..project.library import PRACTICE
from ..reading.loader import parse_practice
from ..reading.practice_editor import values_in, with_fields
from ..reading.yaml_writer import Value
from .colour_judgement import judged
from .handout_choice import HandoutChoice
from .kept_files import ChangedElsewhere, HeldFile, digest_of, keep
from .letters_upload import letters_put
from .logo_upload import SeenLogo, logo_put
from .page_pictures import SHARP, DrawnFile
from .practice_form import form_of, values_from, without_name
from .start_view import countries
from .visit import NotHere, Visit, page_at

LOGOS = {"logo": "logo", "logo_on_dark": "logo-on-dark"}
"""The fields that name a picture, each with the stem of the uploaded file's name."""


def practice(visit: Visit) -> Response:
    """Show the form, the problems of the practice, and a sample page."""
    if not visit.state.is_project:
        return visit.to("/")
    return _shown(visit, HeldFile.of(_file(visit)))


def save(visit: Visit) -> Response:
    """Save the form in the file, if it has not changed since it was shown.

    What cannot be, such as a colour that is none, is not saved: the form is shown again with it and its problem. What
    was wrong in the file already does not keep other fields from being saved.
    """
    text, digest = _typed(visit), visit.text("digest")
    if wrong := (*_nameless(visit), *_made_wrong(visit, text)):
        return _shown(visit, HeldFile(_file(visit), text, digest), wrong)
    return _kept(visit, text, digest)


def unsaved(visit: Visit) -> Response:
    """The first page of the sample with the unsaved form, as a PNG; or its problems."""
    try:
        refuse_if(_nameless(visit))
        text = _typed(visit)
        refuse_if(_wrong_in(text, _file(visit)))
        given = parse_practice(text, _file(visit))
        composer = replace(visit.cache.composer, given=given).prepared()
        data = FORMATS["pdf"].write(sample(composer), composer.brand)
    except Refused as refused:
        return visit.page("unsaved.html", 422, problems=refused.problems)
    return Response(DrawnFile.of(data).picture(0), media_type="image/png")


def _nameless(visit: Visit) -> tuple[Problem, ...]:
    """The problem of an emptied name; a file that never had a name may have none."""
    has_name = "name" in values_in(HeldFile.of(_file(visit)).text, PRACTICE)
    return tuple(without_name(visit.text("name"))) if has_name else ()


def _made_wrong(visit: Visit, text: str) -> tuple[Problem, ...]:
    """The problems of a text of the file that the file does not have as it stands."""
    path = _file(visit)
    standing = {it.sentence for it in _wrong_in(HeldFile.of(path).text, path)}
    return tuple(it for it in _wrong_in(text, path) if it.sentence not in standing)


def _wrong_in(text: str, path: Path) -> tuple[Problem, ...]:
    """The problems of a text that is not in the file, and so without lines."""
    try:
        parse_practice(text, path)
    except Refused as refused:
        return tuple(replace(it, place=Place(str(path))) for it in refused.problems)
    return ()


def _typed(visit: Visit) -> str:
    """The text of the file with the values of the form."""
    held = HeldFile.of(_file(visit))
    standing = values_in(held.text, PRACTICE)
    sent = values_from(form_of(standing, _choices(visit)), visit.text, visit.texts)
    changed = {name: value for name, value in sent.items() if _written(value) != _written(standing.get(name))}
    return with_fields(held.text, PRACTICE, changed)


def _kept(visit: Visit, text: str, digest: str) -> Response:
    try:
        keep(_file(visit), text, digest)
    except ChangedElsewhere as changed:
        visit.state.renew()
        return visit.page("changed.html", 409, mine=changed.copy.name, file=changed.path.name, again="/practice")
    visit.state.renew()
    return visit.to("/practice?saved=yes")


def logo(visit: Visit) -> Response:
    """Upload a picture as a logo, or remove that logo; what is typed in the form stays there, unsaved."""
    field = visit.text("remove")
    if field and field not in LOGOS:
        raise NotHere
    return _put(visit, lambda: {field: None} if field else _logos_sent(visit))


def _logos_sent(visit: Visit) -> dict[str, Value | None]:
    """Write the pictures that were sent into the project; return the fields of the file that name them."""
    sent = {field: visit.upload(field) for field in LOGOS}
    return {field: logo_put(visit.state.folder, LOGOS[field], it[1]) for field, it in sent.items() if it}


def letters(visit: Visit) -> Response:
    """Upload font files for the practice, which replace the font family, or remove them; the form stays as typed."""
    return _put(visit, lambda: {"font_files": None} if visit.text("remove") else _letters_sent(visit))


def _letters_sent(visit: Visit) -> dict[str, Value | None]:
    """Write the fonts that were sent into the project; return the fields of the file that change."""
    regular, bold = visit.upload("regular"), visit.upload("bold")
    if regular is None:
        return {}
    named = letters_put(visit.state.folder, regular[1], bold[1] if bold else None)
    return {"font_files": {**named}, "font": None}


def _put(visit: Visit, uploaded: Callable[[], dict[str, Value | None]]) -> Response:
    """Save the fields of uploaded files only; show the form with all that was typed in it and is not saved yet.

    If the file had changed since the form was shown, its digest stays the old one, so that Save tells.
    """
    held, typed, digest = HeldFile.of(_file(visit)), _typed(visit), visit.text("digest")
    try:
        fields = uploaded()
    except Refused as refused:
        return _shown(visit, HeldFile(held.path, typed, digest), refused.problems)
    kept = _kept(visit, with_fields(held.text, PRACTICE, fields), held.digest)
    if typed == held.text or kept.status_code == 409:
        return kept
    digest = digest_of(held.path) if digest == held.digest else digest
    return _shown(visit, HeldFile(held.path, with_fields(typed, PRACTICE, fields), digest))


def logo_seen(visit: Visit) -> Response:
    """A logo as a PNG: the usual one, or that for a dark background."""
    field = visit.asked.get("field", "logo")
    if field not in LOGOS or (data := _logo(visit, field)) is None:
        raise NotHere
    return Response(data, media_type="image/png")


def _logo(visit: Visit, field: str) -> bytes | None:
    """The PNG of a logo; None if the practice has none. Raises Refused if it cannot be read."""
    path: Path | None = getattr(visit.cache.composer.practice, field)
    return read_logo(path).data if path else None


def colours(visit: Visit) -> Response:
    """Show how the colours that are being chosen are used."""
    return visit.page("colours.html", judged=judged(visit.asked))


def sample_seen(visit: Visit) -> Response:
    """A page of the sample, which shows everything that a practice changes, as a PNG."""
    page = visit.named("page")
    drawn = _sample(visit)
    if not page.isdigit() or not 1 <= int(page) <= len(drawn.sizes):
        raise NotHere
    return Response(drawn.picture(int(page) - 1), media_type="image/png")


def _shown(visit: Visit, held: HeldFile, wrong: tuple[Problem, ...] = ()) -> Response:
    """Show the form with the values of the file; or with what was typed, and its problems."""
    values = values_in(held.text, PRACTICE)
    checked = check_practice(visit.cache.library, held.path, visit.cache.today)
    return visit.page(
        "practice.html",
        422 if wrong else 200,
        form=form_of(values, _choices(visit)),
        digest=held.digest,
        is_typed=held.text != HeldFile.of(held.path).text,
        names=_names(visit),
        problems=(*wrong, *checked.problems),
        advice=checked.advice,
        saved=visit.asked.get("saved") == "yes",
        is_new=visit.asked.get("new") == "yes",
        judged=judged({name: str(value) for name, value in values.items()}),
        **_seen(visit),
    )


def _seen(visit: Visit) -> dict[str, Any]:
    """The values of the page on logo, fonts and sample; empty if the practice cannot be read."""
    try:
        drawn = _sample(visit)
    except Refused:
        return {"logo": None, "dark": None, "letters": (), "drawn": None, "sizes": []}
    sizes = [(round(wide * SHARP), round(tall * SHARP)) for wide, tall in drawn.sizes]
    logo, dark = (SeenLogo.of(data) if (data := _logo(visit, field)) else None for field in LOGOS)
    files = visit.cache.composer.practice.font_files
    letters = [it.name for it in (files.regular, files.bold) if it] if files else []
    return {"logo": logo, "dark": dark, "letters": letters, "drawn": drawn, "sizes": sizes}


def _sample(visit: Visit) -> DrawnFile:
    cache = visit.cache
    return cache.drawn_as(HandoutChoice(sheets=("practice-preview",)), lambda: sample(cache.composer.prepared()))


def _choices(visit: Visit) -> dict[str, Sequence[str]]:
    """The choices of fields whose types do not name them."""
    return {
        "country": [code for code, _ in countries(visit.words.language)],
        "design": visit.cache.designs,
        "font": [*FAMILIES],
        "language": visit.cache.library.languages,
        "languages": visit.cache.library.languages,
    }


def _names(visit: Visit) -> dict[str, dict[str, str]]:
    """The displayed names of the choices of some fields."""
    tongues = {tag: Language.of(tag).name for tag in visit.cache.library.languages}
    return {
        "country": dict(countries(visit.words.language)),
        "language": tongues,
        "languages": tongues,
        "font": {name: name.replace("-", " ").title() for name in FAMILIES},
    }


def _written(value: object) -> object:
    """A value in the form in which it is compared: True as the text of the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return {name: _written(it) for name, it in value.items()}
    if isinstance(value, list | tuple):
        return [_written(it) for it in value]
    return value


def _file(visit: Visit) -> Path:
    return visit.state.folder / PRACTICE


ROUTES = (
    page_at("/practice", practice),
    page_at("/practice/save", save, "POST"),
    page_at("/practice/unsaved", unsaved, "POST"),
    page_at("/practice/logo", logo, "POST"),
    page_at("/practice/letters", letters, "POST"),
    page_at("/practice/logo-seen", logo_seen),
    page_at("/practice/colours", colours),
    page_at("/practice/page/{page}", sample_seen),
)
