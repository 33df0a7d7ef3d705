"""Checks of wording for the reader: forms of address and gender, the word for ‘stop’, misleading phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..word_rules import WordPattern
from .checked_string import CheckedString, Remark
from .term_checks import QUOTED

_STOP = re.compile(r"\bsay(?:s|ing)? (?:[‘“]stop[’”]|stop\b)", re.IGNORECASE)


def forms(line: CheckedString) -> Iterator[Remark]:
    """Check for forms of address or gender that the language file rules out for clients or for all readers."""
    yield from _found(line, line.facts.checks.forms, QUOTED.sub("", line.own))


def written(line: CheckedString) -> Iterator[Remark]:
    """Check for spellings that the language does not have, such as two words for one."""
    yield from _found(line, line.facts.checks.written)


def false_friends(line: CheckedString) -> Iterator[Remark]:
    """Check for phrases that reviewers have found to mean something else."""
    yield from _found(line, line.facts.checks.false_friends)


def _found(line: CheckedString, patterns: tuple[WordPattern, ...], text: str | None = None) -> Iterator[Remark]:
    for pattern in patterns:
        if pattern.reader == "client" and not line.to_client:
            continue
        if line.sheet in pattern.not_in:
            continue
        if pattern.not_at and re.search(pattern.not_at, line.address):
            continue
        if pattern.english and not _compiled(pattern.english).search(line.english):
            continue
        if found := _compiled(pattern.found).search(line.own if text is None else text):
            say = f" Say ‘{pattern.say}’." if pattern.say else ""
            yield Remark(f"‘{found[0].strip()}’ {pattern.why.rstrip('.')}.", f"Say it otherwise.{say}")


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def stop_word(line: CheckedString) -> Iterator[Remark]:
    """Check that a client who is asked to say ‘stop’ is given the same word on every page."""
    known = line.facts.checks.stop_words
    if known and _STOP.search(line.english) and not any(word in line.own for word in known):
        said = " or ".join(f"‘{word}’" for word in known)
        yield Remark(f"The word to say for stopping is {said} on other pages.", "Use the same word.")
