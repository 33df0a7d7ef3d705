"""Remarks on an order without faults, printed beside its handouts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..definitions.blocks.body import Body
from ..definitions.practice_remarks import remarks_on
from ..document import Posture
from ..foundation.problems import Problem
from .composer import Composer


def remarks_of(composer: Composer) -> tuple[Problem, ...]:
    """Remarks on what the pages lack: the practice's words, letters in its font, contacts for a crisis."""
    tags = composer.all_tags
    notice = composer.notice(tags)
    return (*remarks_on(composer.practice, tags), *((notice,) if notice else ()))


def without_body(composer: Composer, files: Iterable[Path]) -> Iterator[Problem]:
    """A Problem if the order says how bodies are drawn, but none of its sheets has a body to be marked."""
    if composer.order.body in (None, Posture.NONE):
        return
    sheets = [it for it in map(composer.sheet_of, files) if it]
    if sheets and not any(isinstance(block, Body) for it in sheets for block in it.blocks):
        yield Problem(None, "‘--body’ changes nothing here: no sheet that was named has a body to mark.")
