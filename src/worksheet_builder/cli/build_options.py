"""The options of `build` and `pack`, combined into one Order before the command is called."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..build.formats import FORMATS
from ..build.order import OUTPUT, Order
from ..document import Edition, Paper, Posture, Style
from ..foundation.clock import today
from .parameter_types import DESTINATION, LANGUAGE, ChoiceOf

if TYPE_CHECKING:
    from ..definitions.tailoring import ClientChanges

STATE = click.Choice(["draft", "translated", "reviewed"])


def _negated(_context: click.Context, _option: click.Parameter, value: bool) -> bool:
    """Convert a flag such as `--no-fill` into the Order field that says whether the thing is there."""
    return not value


def _client_changes(_context: click.Context, _option: click.Parameter, value: str | None) -> ClientChanges | None:
    """Read the changes for one client from a file, or from standard input for `-`; raises Refused."""
    if value is None:
        return None
    from ..foundation.decoding.yaml_nodes import MOST_BYTES, decoded_text, text_of
    from ..reading.tailoring_loader import parse_client_changes

    if value == "-":
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        return parse_client_changes(decoded_text(data, "standard input"), "standard input")
    return parse_client_changes(text_of(Path(value)), value)


_OPTIONS = {
    "languages": click.option(
        "-l",
        "--language",
        "languages",
        multiple=True,
        type=LANGUAGE,
        help="Can be repeated. [default: the practice’s, else en]",
    ),
    "formats": click.option(
        "-f",
        "--format",
        "formats",
        multiple=True,
        type=click.Choice([*FORMATS]),
        help="Can be repeated. [default: pdf and docx]",
    ),
    "practice": click.option(
        "--practice",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The practice whose name and colours they carry. [default: practice.yaml of the project]",
    ),
    "output": click.option(
        "-o",
        "--output",
        type=DESTINATION,
        default=OUTPUT,
        help="The folder to put them in; with --practices also the address of a store, such as s3://bucket/handouts.",
    ),
    "site": click.option(
        "--site",
        type=click.Path(file_okay=False, path_type=Path),
        help="In place of -o: pages for phones with a list of them, in a folder for a static host.",
    ),
    "edition": click.option(
        "--edition", type=ChoiceOf(Edition), default="client", help="With or without the therapist’s notes."
    ),
    "style": click.option("--style", type=ChoiceOf(Style), default="standard", help="How it is set."),
    "paper": click.option(
        "--paper", type=ChoiceOf(Paper), help="The sheet it is printed on. [default: by the practice’s country]"
    ),
    "design": click.option(
        "--design",
        metavar="NAME",
        help="How the pages look: clear, banner, letter, book, or your own. [default: the practice’s]",
    ),
    "beside": click.option("--bilingual", "beside", type=LANGUAGE, help="A second language, on the same sheet."),
    "fillable": click.option(
        "--no-fill", "fillable", is_flag=True, callback=_negated, help="To be filled with a pen only: no form fields."
    ),
    "examples": click.option(
        "--no-examples",
        "examples",
        is_flag=True,
        callback=_negated,
        help="Leave out what shows how a table or a beginning may be filled.",
    ),
    "pictures": click.option(
        "--no-pictures",
        "pictures",
        is_flag=True,
        callback=_negated,
        help="Leave out drawings that only show what words say; figures to write in stay.",
    ),
    "body": click.option(
        "--body", type=ChoiceOf(Posture), help="How a body to mark is drawn, or none. [default: as the sheet says]"
    ),
    "more_room": click.option(
        "--more-room", is_flag=True, help="A page of lines after each sheet, for what a line or a box does not hold."
    ),
    "leaf": click.option("--leaf", is_flag=True, help="Only the page that is meant for other people, such as staff."),
    "protected": click.option(
        "--protect",
        "protected",
        is_flag=True,
        help="In Word, only the fields can be filled; nothing else can be changed.",
    ),
    "draft": click.option(
        "--draft", is_flag=True, help="Print the English, marked, where there is no current translation."
    ),
    "require": click.option(
        "--require", type=STATE, help="What translations have to be. [default: the practice’s, else draft]"
    ),
    "workers": click.option(
        "-j",
        "--jobs",
        "workers",
        type=click.IntRange(1, 256),
        help="Handouts made at a time. [default: as it is worth it]",
    ),
    "force": click.option("--force", is_flag=True, help="Make also what has not changed since it was made."),
    "overwrite": click.option(
        "--overwrite", is_flag=True, help="Replace handouts that were edited since they were made."
    ),
    "client": click.option(
        "--with",
        "client",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False, allow_dash=True),
        callback=_client_changes,
        help="Changes and begun answers for one client, kept nowhere; - reads them from standard input.",
    ),
}
"""The option for each field of Order except `today`, by name; fields whose options are not given keep their default."""


def takes_order(*, but: Collection[str] = ()) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that gives a command the options of an Order, except those in `but`, as its argument `order`.

    The decorated command raises a usage error for options that contradict each other.
    """

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def called(**given: Any) -> None:
            options = {name: given.pop(name) for name in _OPTIONS if name in given}
            if isinstance(options.get("output"), str):
                if not given.get("practices"):
                    raise click.UsageError("Stores take the handouts of many practices; give --practices, or a folder.")
                options["store"], options["output"] = options["output"], Path()
            order = Order(**{name: it for name, it in options.items() if it is not None}, today=today())
            for sentence in order.contradictions():
                raise click.UsageError(sentence)
            command(order=order, **given)

        for name, option in reversed(_OPTIONS.items()):
            if name not in but:
                option(called)
        return called

    return decorated
