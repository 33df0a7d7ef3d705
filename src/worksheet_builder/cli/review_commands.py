"""The commands that export translations for review, import reviewed files, and rename ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..foundation.clock import today
from ..foundation.files import write_whole
from ..foundation.problems import Place, Problem, Refused
from ..project.library import Library
from ..project.named_sheets import own_locales
from .output import path_shown, print_problems
from .parameter_types import LANGUAGE, SHEET

if TYPE_CHECKING:
    from ..translation.review import ImportResult, StringChange

FILE = click.Path(dir_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog="""\b
Examples:
  worksheet-builder translate review uk where-harm-occurred
  worksheet-builder translate review uk --back -o for-olena.docx
  worksheet-builder translate review uk --xliff"""
)
@click.argument("tag", type=LANGUAGE)
@click.argument("worksheets", metavar="[SHEET]...", nargs=-1, type=SHEET)
@click.option("--back", is_flag=True, help="With a column for a translation back into English.")
@click.option("--xliff", is_flag=True, help="As XLIFF 2.0, for an agency, instead of a Word file.")
@click.option("--for", "reader", type=click.Choice(["client"]), help="Only what clients read or hear.")
@click.option("-o", "--output", type=FILE, help="The file to write. [default: review-TAG.docx or .xlf]")
def review(
    tag: str, worksheets: tuple[str, ...], back: bool, xliff: bool, reader: str | None, output: Path | None
) -> None:
    """Make a Word file in which somebody can read, correct and sign a translation.

    It holds each SHEET, a worksheet or a pack, or, if none is named, all that are translated and the words they share.
    Take it back in with ‘translate import’.
    """
    from ..translation import review as reviews
    from ..translation.review.exchange import outgoing

    if back and xliff:
        raise click.UsageError("--back is a column of the Word file; leave out --xliff.")
    sheets = outgoing(Library.open(), tag, worksheets, reader is not None)
    data = reviews.to_xliff(sheets) if xliff else reviews.to_word(sheets, back)
    path = output or Path(f"review-{tag}.{'xlf' if xliff else 'docx'}")
    if path.exists() and not output:
        hint = "Take it in with ‘translate import’ first, or name another file with -o."
        raise Refused([Problem(Place(str(path)), "This file is there already, and may hold a review.", hint)])
    write_whole(path, data)
    count = sum(len(sheet.items) for sheet in sheets)
    click.echo(f"{count} strings to review.", err=True)
    click.echo(path_shown(path))


@click.command(
    "import",
    epilog="""\b
Examples:
  worksheet-builder translate import review-uk.docx --by "Olena Example"
  worksheet-builder translate import agency.xlf""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", default="", metavar="NAME", help="Who stands for the rows that are ticked as reviewed.")
@click.option("--on", type=_DAY, metavar="DATE", help="When they were reviewed. [default: today]")
@click.pass_context
def take_in(ctx: click.Context, file: Path, by: str, on: datetime | None) -> None:
    """Take a reviewed Word or XLIFF file into the catalogues of the project.

    Each change is told. What cannot be taken over, because the English or the translation has moved on, is told with
    its words, and the rest is taken over. The same file can be imported again.
    """
    from ..translation import review as reviews
    from ..translation.review.exchange import incoming

    taken = incoming(Library.open(), reviews.read(file), file, by, on.date() if on else today())
    for line in _change_lines(taken):
        click.echo(line)
    print_problems(taken.problems)
    counts = Counter(told.outcome.value for told in taken.told)
    done = ", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "nothing to change"
    refused = f", {len(taken.problems)} not taken over" if taken.problems else ""
    click.echo(click.style(f"{done}{refused}.", fg="red" if refused else "green"), err=True)
    if taken.problems:
        ctx.exit(1)


@click.command()
@click.argument("worksheet")
@click.argument("old")
@click.argument("new")
def rename(worksheet: str, old: str, new: str) -> None:
    """Move translations after an id in a WORKSHEET was renamed from OLD to NEW.

    OLD and NEW are the id of a block, such as ‘kinds’, or of a part of one, such as ‘kinds.options.unasked’.
    """
    from ..translation import po_rename

    for renamed in po_rename.rename(worksheet, old, new, own_locales(Library.open())):
        click.echo(f"{path_shown(renamed.path)}: {renamed.moved} moved", err=True)


def _change_lines(taken: ImportResult) -> Iterator[str]:
    """Yield a line for each change; strings that were only marked as reviewed are counted in the sum."""
    yield from (_line(told) for told in taken.told if told.outcome.value != "reviewed")


def _line(told: StringChange) -> str:
    before, after = (" ".join(words.split()) for words in (told.before, told.after))
    words = f"“{before}” → “{after}”" if told.outcome.value == "changed" and before else f"“{after or before}”"
    return f"{path_shown(told.path)}: ‘{told.address}’ {told.outcome.value}: {words}"
