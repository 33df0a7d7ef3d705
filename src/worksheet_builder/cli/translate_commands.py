"""The commands for translators: begin a language, keep it up to date, see how far it is, check it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..project.library import Library
from ..project.named_sheets import own_locales
from .output import path_shown, print_json, print_problems, print_table
from .parameter_types import LANGUAGE, SHEET
from .review_commands import rename, review, take_in

if TYPE_CHECKING:
    from ..translation.po_update import Updated
    from ..translation.translation_status import Report


@click.group(
    epilog="""\b
Examples:
  worksheet-builder translate start it
  worksheet-builder translate start it waves where-harm-occurred
  worksheet-builder translate update uk
  worksheet-builder translate status
  worksheet-builder translate review uk where-harm-occurred
  worksheet-builder translate import review-uk.docx --by Olena"""
)
def translate() -> None:
    """Translate worksheets into another language: each has a PO file in locales/TAG, for Poedit or any editor."""


@translate.command()
@click.argument("tag", type=LANGUAGE)
@click.argument("names", metavar="[SHEET]...", nargs=-1, type=SHEET)
@click.option("--for", "reader", type=click.Choice(["client"]), help="Only what clients read, without the notes.")
def start(tag: str, names: tuple[str, ...], reader: str | None) -> None:
    """Begin a language, or sheets in it: makes files in locales/TAG, to be translated.

    There is one for the words that all share, and one for each SHEET, a worksheet or a pack; if none is named, one for
    every worksheet and pack. More of them can be begun in a language later. With ‘--for client’ the notes for
    therapists are left out; ‘translate update TAG --for everyone’ asks for them later.
    """
    from ..translation.project_catalogues import begin

    started, moved = begin(Library.open(), tag, names, clients=reader is not None)
    if moved:
        click.echo(f"What {path_shown(moved)} held is now in language.yaml.", err=True)
    name = started.language.english_name
    click.echo(f"{name} has begun: {started.strings} strings to translate in {path_shown(started.folder)}.", err=True)
    for path in started.files:
        click.echo(path_shown(path))


@translate.command()
@click.argument("tag", metavar="[TAG]", required=False, type=LANGUAGE)
@click.argument("names", metavar="[SHEET]...", nargs=-1, type=SHEET)
@click.option("--for", "reader", type=click.Choice(["everyone"]), help="The notes too, where it was begun for clients.")
def update(tag: str | None, names: tuple[str, ...], reader: str | None) -> None:
    """Bring a language up to date with its worksheets and packs, or all languages of the project.

    Without a SHEET, each that has a file is brought up to date, and no other file is made. What has not changed stays
    as it is. Where the English has changed, the old words stay and are marked.
    """
    from ..translation.catalogue_files import tags_in
    from ..translation.project_catalogues import bring_up

    library = Library.open()
    locales = own_locales(library)
    if others := [name for name in names if name in library.languages]:
        raise click.UsageError(f"‘{others[0]}’ is a language: give one TAG and then worksheets, or nothing for all.")
    for each in (tag,) if tag else tags_in(locales):
        _tell_updated(each, bring_up(library, each, names, everyone=reader is not None))
        if not names:
            _tell_lacking(library, each)


@translate.command(
    epilog="""\b
Examples:
  worksheet-builder translate status
  worksheet-builder translate status uk"""
)
@click.argument("tags", metavar="[TAG]...", nargs=-1, type=LANGUAGE)
@click.option("--sheets", "each", is_flag=True, help="Each sheet too, as for a single TAG.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def status(ctx: click.Context, tags: tuple[str, ...], each: bool, as_json: bool) -> None:
    """Show how far each language is, or those of each TAG; for one TAG each worksheet and pack in it."""
    from ..translation.project_catalogues import counted

    library = Library.open()
    report = counted(library, tags or tuple(tag for tag in library.languages if tag != SOURCE_LANGUAGE))
    if as_json:
        print_json([row.data() for row in report.sums])
    else:
        _print_languages(report)
        if each or len(tags) == 1:
            click.echo()
            _print_sheets(report)
    print_problems((*report.problems, *report.advice))
    if report.problems:
        ctx.exit(1)


@translate.command()
@click.argument("tags", metavar="[TAG]...", nargs=-1, type=LANGUAGE)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.pass_context
def check(ctx: click.Context, tags: tuple[str, ...], as_json: bool) -> None:
    """Check the catalogues of the project, or those of each TAG: files that cannot be read, stale and missing words."""
    from ..translation.catalogue_files import tags_in
    from .check_command import check as check_files

    locales = own_locales(Library.open())
    ctx.invoke(check_files, paths=[locales / tag for tag in tags or tags_in(locales)], as_json=as_json)


translate.add_command(review)
translate.add_command(take_in)
translate.add_command(rename)


def _print_languages(report: Report) -> None:
    """One line for each language: how many sheets can be made, and its strings by state."""
    from ..translation.states import State

    rows = [
        (
            it.language,
            Language.of(it.language).english_name,
            f"{it.for_clients} of {it.sheets}",
            f"{it.whole} of {it.sheets}",
            *(str(it.counts[state]) for state in State),
        )
        for it in report.languages
    ]
    header = ("LANGUAGE", "NAME", "FOR CLIENTS", "WITH NOTES", *(state.value.upper() for state in State))
    print_table(rows, header)


def _print_sheets(report: Report) -> None:
    """One line for each sheet in each language."""
    from ..translation.states import State

    rows = [
        (row.language, row.name, row.state.value, str(row.total), *(str(row.counts[state]) for state in State))
        for row in report.sums
    ]
    print_table(rows, ("LANGUAGE", "WORKSHEET", "STATE", "STRINGS", *(state.value.upper() for state in State)))


def _tell_lacking(library: Library, tag: str) -> None:
    """Print how many worksheets and packs have no catalogue yet, and how to start one."""
    from ..translation.project_catalogues import not_begun

    if lacking := not_begun(library, tag):
        count = "1 worksheet or pack has" if len(lacking) == 1 else f"{len(lacking)} worksheets and packs have"
        command = f"‘worksheet-builder translate start {tag} {lacking[0]}’"
        click.echo(f"{Language.of(tag).english_name}: {count} no file yet; {command} begins one.", err=True)


def _tell_updated(tag: str, done: Sequence[Updated]) -> None:
    """A line for each catalogue in which something has changed, and one for the language."""
    from collections import Counter

    changed = [it for it in done if it.written or it.changes]
    for updated in changed:
        counts = Counter(change.value for change, _ in updated.changes)
        said = ", ".join(f"{count} {change}" for change, count in counts.items())
        click.echo(f"{path_shown(updated.path)}: {said or 'written'}", err=True)
    others = f"{len(changed)} changed, {len(done) - len(changed)} as they were" if changed else "up to date"
    files = "1 catalogue" if len(done) == 1 else f"{len(done)} catalogues"
    click.echo(f"{Language.of(tag).english_name}: {files}, {others}.", err=True)
