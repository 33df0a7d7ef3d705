"""Merge equal problems of many strings into one, with the number and the addresses of the strings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ...foundation.problems import Problem

_ADDRESSED = re.compile(r"‘(?P<address>[^’]+)’: (?P<rest>.+)", re.DOTALL)
_NAMED = 4
"""The most other strings that are named; of the rest, only the number is given."""


def grouped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in order; those that say the same of several strings are merged into one."""
    groups: dict[tuple[str, str | None], list[Problem]] = {}
    for problem in problems:
        match = _ADDRESSED.match(problem.sentence)
        key = (match["rest"] if match else problem.sentence, problem.hint)
        groups.setdefault(key, []).append(problem)
    for first, *others in groups.values():
        yield replace(first, sentence=f"{first.sentence} {_also(others)}") if others else first


def _also(others: list[Problem]) -> str:
    """A sentence that names the other strings with the same problem."""
    named = [_where(it) for it in others[:_NAMED]]
    rest = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    return f"The same of {', '.join(named)}{rest}."


def _where(problem: Problem) -> str:
    match = _ADDRESSED.match(problem.sentence)
    sheet = Path(problem.place.file).stem if problem.place else ""
    return f"‘{match['address']}’ in {sheet}" if match else sheet
