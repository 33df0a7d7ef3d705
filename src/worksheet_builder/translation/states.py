"""The state of a translation, and the comment line that stores the state in the PO file.

The state is in a translator comment (``# state: …``), because editing tools keep those and rewrite or drop other kinds.
A mark has a seal, a hash of the words that it was made for: an editor that changes the words leaves the comment
unchanged, and the seal then shows that the mark is no longer valid.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache

from ..foundation.records import record

_MARK = re.compile(
    r"#\s*state:\s*(?P<stale>stale, was )?(?P<state>draft|translated|reviewed)"
    r"(?: by (?P<by>\S.*?) on (?P<on>\d{4}-\d{2}-\d{2}))?(?: \[(?P<seal>[0-9a-f]{8})\])?\s*"
)
_LONE_SEAL = re.compile(r"#\s*\[[0-9a-f]{8}\]\s*")
_MOST_LINES = 6
"""The most lines that a state may be wrapped into; the longest name of a reviewer needs no more."""
_MEANT = re.compile(r"#\s*state:", re.IGNORECASE)


class State(StrEnum):
    """The state of a translation, from the lowest: only the last three may be printed."""

    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"

    @property
    def rank(self) -> int:
        """The position of the state, from the lowest, counted from 0."""
        return tuple(State).index(self)

    @property
    def printable(self) -> bool:
        """Whether words in this state may be printed on a handout."""
        return self not in (State.MISSING, State.STALE)


def lowest(states: Iterable[State]) -> State:
    """The lowest of the states; REVIEWED if there are none, since nothing is left to review."""
    return min(states, key=lambda state: state.rank, default=State.REVIEWED)


@record
class Mark:
    """The contents of a ``# state:`` line; a `stale` mark keeps the state from before the English changed.

    `by` and `on` are the reviewer and the day of the review, `seal` is the hash of the words, empty in a mark typed by
    hand.
    """

    state: State
    by: str = ""
    on: date | None = None
    seal: str = ""
    stale: bool = False

    def __str__(self) -> str:
        stale = "stale, was " if self.stale else ""
        review = f" by {self.by} on {self.on}" if self.on else ""
        seal = f" [{self.seal}]" if self.seal else ""
        return f"# state: {stale}{self.state.value}{review}{seal}"


class BadMark(ValueError):
    """A ``# state:`` line that cannot be read; its text is the reason."""


def is_mark(comment: str) -> bool:
    """Whether the comment line begins with ``# state:``, so that it is meant to be a mark."""
    return _MEANT.match(comment) is not None


@lru_cache(maxsize=1024)
def parse_mark(comment: str) -> Mark:
    """Read a ``# state:`` line; raises BadMark."""
    match = _MARK.fullmatch(comment)
    if not match:
        raise BadMark("is neither ‘draft’, ‘translated’ nor ‘reviewed by NAME on YYYY-MM-DD’")
    state = State(match["state"])
    if state is State.REVIEWED and not match["on"]:
        raise BadMark("does not say by whom and when")
    return Mark(state, match["by"] or "", _day(match["on"]), match["seal"] or "", bool(match["stale"]))


def rejoined(comments: Sequence[str]) -> tuple[str, ...]:
    """The comment lines with each state in one line again: polib and Babel wrap lines longer than their width."""
    rest, whole = list(comments), []
    while rest:
        taken = _lines_of_mark(rest) if is_mark(rest[0]) else 1
        whole.append(_joined(rest[:taken]))
        del rest[:taken]
    return tuple(whole)


def _lines_of_mark(lines: Sequence[str]) -> int:
    """The number of lines, from the first, that form one state mark; 1 if no number of them can be parsed."""
    for count in range(1, min(len(lines), _MOST_LINES) + 1):
        try:
            mark = parse_mark(_joined(lines[:count]))
        except BadMark:
            continue
        return count + (not mark.seal and len(lines) > count and _LONE_SEAL.fullmatch(lines[count]) is not None)
    return 1


def _joined(lines: Sequence[str]) -> str:
    joined, *others = lines
    for line in others:
        joined += ("" if joined.endswith("-") else " ") + line.removeprefix("#").strip()
    return joined


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadMark(f"gives {text}, a day that does not exist") from None


def seal(address: str, english: str, words: str) -> str:
    """The first 8 hexadecimal digits of a SHA-256 over all three texts; finds accidental changes, not forgery."""
    return hashlib.sha256("\0".join((address, english, words)).encode()).hexdigest()[:8]
