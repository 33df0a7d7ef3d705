"""The program and its commands, each loaded when it is called for."""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, TextIO

import click

from .. import __version__
from ..foundation.problems import Problem, Refused
from .output import print_problems

COMMANDS = {
    "build": ("build_command:build", "Make handouts."),
    "pack": ("pack_command:pack", "Make several worksheets into one handout."),
    "list": ("list_command:list_worksheets", "List the worksheets there are."),
    "show": ("show_commands:show", "Show one worksheet: its facts and all of its words."),
    "tailor": ("tailor_command:tailor", "Fit a worksheet or pack of the library to your practice."),
    "check": ("check_command:check", "Check worksheets, translations and the practice."),
    "practice": ("practice_command:practice", "Check and preview your practice."),
    "new": ("start_commands:new", "Begin a worksheet of your own."),
    "init": ("start_commands:init", "Begin a project: your practice, worksheets, languages."),
    "translate": ("translate_commands:translate", "Translate worksheets into another language."),
    "blocks": ("show_commands:blocks", "Show the blocks that a worksheet is made of."),
    "schema": ("show_commands:schema", "Print the JSON Schema that lets an editor complete."),
    "desk": (".desk.desk_command:desk", "Open the desk: all of this as a page in your browser."),
    "doctor": ("doctor_command:doctor", "See whether all that a build needs is there."),
}
"""Each command with its module and function, and its line in the overview, so that help imports none of them."""

STOPPED = 130
"""The exit code of a program that was stopped with Ctrl-C (128 and the number of the signal)."""

_MANY = 100_000
"""The garbage collector's threshold of new objects: imports and sheets make many that stay, and few cycles."""


class Program(click.Group):
    """The group of all commands; it prints the problems of Refused and exits with code 1."""

    def main(self, *args: Any, **extra: Any) -> Any:
        gc.set_threshold(_MANY)
        atexit.register(gc.freeze)  # without the last search for cycles, which takes a sixth of a build
        _speak_utf_8()
        try:
            return super().main(*args, **extra)
        except OSError as error:
            _end_for(error)
        except SystemExit:
            _flush()
            raise

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(f".{module}", __package__), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(error.message + _meant(args[0]), ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Refused as refused:
            print_problems(refused.problems)
            ctx.exit(1)
        except (KeyboardInterrupt, click.Abort):
            click.echo("\nStopped. What was finished before is whole; nothing half-made is left.", err=True)
            ctx.exit(STOPPED)


def _flush() -> None:
    """Flush standard output before the program ends; prints an error if that is impossible."""
    if sys.stdout is None:  # there is no standard output
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)  # the reader, such as `head`, has closed the pipe
    except (OSError, ValueError) as error:
        _end_for(error)


def _end_for(error: Exception) -> NoReturn:
    """End with a sentence and exit code 1 for a stream or a disk that fails; raises SystemExit."""
    _silence(sys.stdout)
    reason = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    with contextlib.suppress(OSError, ValueError):
        click.echo(f"What was to be shown could not be written{reason}. Check where the output goes.", err=True)
    _silence(sys.stderr)
    sys.exit(1)


def _silence(stream: TextIO | None) -> None:
    """Redirect a stream to the null device, so that Python prints no error about its buffer at exit."""
    with contextlib.suppress(OSError, ValueError):
        if stream is None:
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _speak_utf_8() -> None:
    """Write UTF-8 into files and pipes whatever the console's code page; escape characters that cannot be encoded."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _meant(word: str) -> str:
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=1)
    return f" Did you mean ‘{near[0]}’?" if near else ""


@click.command(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "show_default": True, "max_content_width": 100},
    epilog="""\b
Examples:
  worksheet-builder list
  worksheet-builder build where-harm-occurred
  worksheet-builder build --all -l en -l es --practice practice.yaml

\b
‘worksheet-builder COMMAND --help’ tells more about a command.""",
)
@click.version_option(__version__, "-V", "--version", message="worksheet-builder %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Make therapy worksheets for people harmed by healthcare: handouts to print, to fill on screen, or to edit.

    Worksheets come with the tool; a folder made with ‘init’ holds your own and the name of your practice.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    signal.signal(signal.SIGTERM, _end)
    _stand_somewhere()


def _stand_somewhere() -> None:
    """Raise Refused if the working directory no longer exists, as printed paths are relative to it."""
    try:
        Path.cwd()
    except OSError as error:
        sentence = "The folder that you are in is not there any more."
        raise Refused([Problem(None, sentence, "Go to another folder with ‘cd’.")]) from error


def _end(number: int, frame: FrameType | None) -> None:
    """Exit by an exception after a signal, so that a file that is being written is removed."""
    sys.exit(128 + number)
