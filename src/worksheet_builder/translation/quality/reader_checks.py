"""Words by who hears them: address and gender, the word for stopping, phrases that seem to say something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..word_rules import WordPattern
from .checked_string import CheckedString, Remark
from .term_checks import QUOTED

_STOP = re.compile(r"\bsay(?:s|ing)? (?:[‘“]stop[’”]|stop\b)", re.IGNORECASE)


def forms(line: CheckedString) -> Iterator[Remark]:
    """No form of address or gender that the language keeps from those who read or hear it."""
    yield from _found(line, line.facts.checks.forms, QUOTED.sub("", line.own))


def written(line: CheckedString) -> Iterator[Remark]:
    """Nothing is written as the language does not write it, such as apart for together."""
    yield from _found(line, line.facts.checks.written)


def false_friends(line: CheckedString) -> Iterator[Remark]:
    """None of the phrases that reviewers have found to mean something else."""
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
    """Whoever is told to say ‘stop’ is told the same word on every page."""
    known = line.facts.checks.stop_words
    if known and _STOP.search(line.english) and not any(word in line.own for word in known):
        said = " or ".join(f"‘{word}’" for word in known)
        yield Remark(f"The word to say for stopping is {said} on other pages.", "Use the same word.")
