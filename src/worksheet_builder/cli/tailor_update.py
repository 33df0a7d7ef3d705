"""The commands `tailor update` and `tailor from`; neither writes anything unless an option says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..foundation.files import write_whole
from ..foundation.problems import Place, Problem, Refused
from ..project.library import Library
from .output import path_shown, print_problems

if TYPE_CHECKING:
    from ..reading.tailoring_editor import Outdated
    from ..reading.yaml_writer import Value


@click.command(
    epilog="""\b
Examples:
  worksheet-builder tailor update
  worksheet-builder tailor update our-waves --accept hard-day.prompt
  worksheet-builder tailor update our-waves --accept-all"""
)
@click.argument("names", metavar="[ID]...", nargs=-1)
@click.option("--accept", "addresses", metavar="ADDRESS", multiple=True, help="Settle this one. Can be repeated.")
@click.option("--accept-all", "everything", is_flag=True, help="Settle all of them.")
def update(names: tuple[str, ...], addresses: tuple[str, ...], everything: bool) -> None:
    """Show where the library has changed under your changes, with both wordings; settle what you accept.

    A change that is accepted stays, and is made for the words of now. One that is needed no longer is taken out.
    Without --accept nothing is written.
    """
    library = Library.open()
    paths = _tailored(library, names)
    if not paths:
        click.echo("Nothing is tailored here. ‘worksheet-builder tailor WORKSHEET’ begins.", err=True)
    unknown = set(addresses)
    problems: list[Problem] = []
    for path in paths:
        try:
            unknown -= _update(library, path, addresses, everything)
        except Refused as refused:
            problems += refused.problems
    problems += [
        Problem(None, f"Nothing is to be settled at ‘{it}’.", "See what is without --accept.") for it in unknown
    ]
    print_problems(problems)
    if problems:
        raise SystemExit(1)


def _tailored(library: Library, names: tuple[str, ...]) -> list[Path]:
    """The files of the project that are based on another sheet; raises Refused for a name that is none of them."""
    from ..build.tailor_files import source_of
    from ..reading.tailoring_loader import based_on

    if not names:
        shelf = library.project
        return [path for path in (*shelf.files(), *shelf.pack_files()) if based_on(path)] if shelf else []
    paths = [source_of(library, name) for name in names]
    whole = [path for path in paths if not based_on(path)]
    if whole:
        hint = "‘worksheet-builder tailor update’ without an id shows all that are."
        raise Refused([Problem(Place(str(path)), "This is based on no other sheet.", hint) for path in whole])
    return paths


def _update(library: Library, path: Path, addresses: tuple[str, ...], everything: bool) -> set[str]:
    """Print the outdated changes of one file and write the accepted ones; return the accepted addresses."""
    from ..foundation.decoding.yaml_nodes import text_of
    from ..foundation.phrases import seal
    from ..reading import tailoring_editor as editor
    from ..reading.tailoring_loader import read_ground, read_tailoring

    tailoring, ground = read_tailoring(path), read_ground(library, path)
    found = editor.outdated(ground, tailoring)
    taken = [it for it in found if everything or it.address in addresses]
    before = text = text_of(path)
    for it in taken:
        text = editor.accepted(text, ground, it)
    settled = len(taken) == len(found) and (everything or bool(taken))
    text = editor.sealed(text, ground, tailoring) if settled else text
    for it in found:
        for line in _told(it, tailoring.based_on, it in taken):
            click.echo(f"{path_shown(path)}: {line}")
    if text != before:
        write_whole(path, text.encode())
    elif not found:
        behind = tailoring.seal != seal(ground)
        told = "other parts have changed; nothing to settle, ‘--accept-all’ takes note" if behind else "up to date"
        click.echo(f"{path_shown(path)}: {told}", err=True)
    return {it.address for it in taken}


def _told(it: Outdated, based_on: str, taken: bool) -> Iterator[str]:
    """Yield the lines on one change: the old original, the new original, your words, and what is done."""
    if it.now is None:
        gone = f"‘{it.address}’ is ‘{it.renamed}’ now" if it.renamed else f"‘{it.address}’ is gone from ‘{based_on}’"
        becomes = ("moved there" if taken else "accept it to move your change there") if it.renamed else ""
        becomes = becomes or ("your change is taken out" if taken else "accept it to take your change out")
        yield f"{gone}: {becomes}"
        return
    done = "accepted" if taken and it.needed else "taken out" if taken else "changed"
    needless = "" if it.needed else "; your change is needed no longer"
    yield f"‘{it.address}’ {done}{needless}"
    yield f"  was:   {it.was}"
    yield f"  now:   {it.now}"
    yield f"  yours: {it.own or '(dropped)'}"


@click.command(
    "from",
    epilog="""\b
Examples:
  worksheet-builder tailor from waves.docx
  worksheet-builder tailor from waves.docx --as our-waves""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "name", metavar="ID", help="The id of the sheet to write. Without it the changes are only shown.")
@click.option("--even-safety", is_flag=True, help="Take out also what keeps a client safe: a resting place, a note.")
def take_back(file: Path, name: str | None, even_safety: bool) -> None:
    """Find what was changed in a handout that was edited in Word, and make a tailored sheet of it.

    What cannot be placed is said, and so is what no sheet may lack. Answers that are filled in are never taken.
    """
    from ..build.edited_handout import read_edited_handout
    from ..build.order import Order
    from ..build.tailor_files import change
    from ..foundation.clock import today
    from ..reading.tailoring_loader import read_source
    from .tailor_arguments import is_panel

    library = Library.open()
    path, found = read_edited_handout(library, Order(practice=library.practice, today=today()), file)
    panels = [it for it in found.changes if is_panel(read_source(library, path), str(it.get("drop", "")))]
    for it in panels:
        if even_safety:
            it["safety"] = True
        else:
            found.changes.remove(it)
    for line in map(_proposed, found.changes):
        click.echo(line)
    for remark in found.remarks:
        click.echo(f"not taken: {remark}", err=True)
    if not found.changes:
        click.echo("There is nothing to change.", err=True)
    elif name:
        click.echo(path_shown(change(path, name, found.changes)))
    else:
        click.echo(f"Nothing is written yet; add ‘--as our-{path.stem}’ to write it.", err=True)


def _proposed(change: Mapping[str, Value]) -> str:
    """One proposed change in plain words."""
    match change:
        case {"drop": address, "was": was}:
            return f"drop {address}: “{was}”"
        case {"reword": address, "to": to, "was": was}:
            return f"reword {address}: “{was}” → “{to}”"
        case {"move": address, **where}:
            return f"move {address} {_where(where)}"
        case {"add": added, **where}:
            words = added.values() if isinstance(added, Mapping) else ()
            return f"add {_where(where)}: “{' / '.join(map(str, words))}”"
        case _:
            return str(change)


def _where(where: Mapping[str, Value]) -> str:
    into = f"into {where['into']} " if "into" in where else ""
    return f"{into}first" if "first" in where else f"{into}after {where.get('after', '')}"
