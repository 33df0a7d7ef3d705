"""Prints problems with place and sentence, the line in question, a caret under it, and a hint."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from ..foundation.problems import Place, Problem

_LONGEST = 600
_MOST_BYTES = 1_000_000
_WIDEST = 110
"""Characters of a source line that are shown."""


def print_problems(problems: Iterable[Problem]) -> None:
    """Every problem once, on standard error, with its line and hint."""
    for problem in dict.fromkeys(problems):
        click.echo(_problem_text(problem), err=True)


def _problem_text(problem: Problem) -> str:
    place = f"{_tame(_shown(problem.place))}: " if problem.place else ""
    lines = [click.style(place, bold=True) + _tame(problem.sentence), *_excerpt(problem.place)]
    if problem.hint:
        lines.append("  " + click.style("hint: ", fg="cyan") + _tame(problem.hint))
    return "\n".join(lines)


def _tame(text: str) -> str:
    """The text, shortened and without control characters, so that it cannot send commands to a terminal."""
    seen = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[:_LONGEST])
    return seen + ("…" if len(text) > _LONGEST else "")


def _shown(place: Place) -> str:
    return str(Place(path_shown(place.file), place.line, place.column))


def path_shown(path: Path | str) -> str:
    """The path, relative to the working directory if it is inside that."""
    relative = os.path.relpath(path) if Path(path).is_absolute() else str(path)
    return str(path) if relative.startswith("..") else relative


def _excerpt(place: Place | None) -> list[str]:
    """The line of the place and a caret under its column; nothing if the file cannot be read any more."""
    line = _line(place) if place and place.line else ""
    if not place or not line.strip():
        return []
    column = max(place.column, 1) - 1
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    text = line[start : start + _WIDEST]
    number = f"{place.line:>5} | "
    caret = " " * (len(number) + column - start) + click.style("^", fg="red", bold=True)
    return [click.style(number, dim=True) + text, caret]


def _line(place: Place) -> str:
    lines = _lines_of_file(Path.cwd() / place.file, *_stamp(Path(place.file)))
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return "".join(letter if letter.isprintable() else " " for letter in line)


def _stamp(file: Path) -> tuple[int, int]:
    """The size and modification time of a file, to read it again once it has changed; zeros if there is none."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_size, found.st_mtime_ns


@lru_cache(maxsize=8)
def _lines_of_file(file: Path, size: int, time: int) -> list[str]:
    """The lines of a file, up to a megabyte; size and time are only part of the cache key."""
    try:
        if not file.is_file():
            return []
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES).decode("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """The problem with stable keys; what has no place has no file, line or column."""
    place = problem.place
    where = {"file": path_shown(place.file), "line": place.line, "column": place.column} if place else {}
    return {**where, "sentence": problem.sentence, "hint": problem.hint}


def print_json(value: object) -> None:
    """A value as JSON on standard output."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(rows: Sequence[Sequence[str]], header: Sequence[str]) -> None:
    """Print a table with columns as wide as their longest cell, two spaces apart."""
    widths = [max(len(row[at]) for row in (header, *rows)) for at in range(len(header))]

    def line(row: Sequence[str]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()

    click.echo(click.style(line(header), bold=True))
    for row in rows:
        click.echo(line(row))
