"""Comments that switch off checks at one string: ``# fine:``, the names of the checks, and a reason in brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..po_file import PoEntry

_MEANT = re.compile(r"#\s*fine:\s*(.*)")
_REASON = re.compile(r"\s*[(:–—]\s*|\s+-\s+")


@record
class Fine:
    """The checks that are said not to apply to a string, and the reason."""

    names: frozenset[str]
    reason: str = ""


def fine_in(entry: PoEntry) -> frozenset[str]:
    """The names of the checks that comments switch off at this entry."""
    return frozenset(name for fine in _comments(entry) for name in fine.names)


def _comments(entry: PoEntry) -> tuple[Fine, ...]:
    return tuple(_read(match[1]) for comment in entry.comments if (match := _MEANT.match(comment)))


def _read(text: str) -> Fine:
    names, *reason = _REASON.split(text, maxsplit=1)
    return Fine(frozenset(filter(None, re.split(r"[\s,]+", names))), (reason[0] if reason else "").rstrip(") "))


def faults_in(entry: PoEntry, place: Place, known: Collection[str]) -> Iterator[Problem]:
    """A Problem for each comment that names an unknown check or gives no reason, which later readers need to know."""
    for fine in _comments(entry):
        for name in sorted(fine.names - {*known}):
            sentence = f"‘{entry.address}’: ‘fine: {name}’ names no check."
            yield Problem(place, sentence, f"There are: {', '.join(sorted(known))}.")
        if not fine.reason:
            names = ", ".join(sorted(fine.names))
            hint = f"Say why in brackets: ‘# fine: {names} (the reason)’."
            yield Problem(place, f"‘{entry.address}’: ‘fine: {names}’ gives no reason.", hint)
