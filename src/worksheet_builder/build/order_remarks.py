"""What is told beside the handouts of an order, though nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..definitions.blocks.body import Body
from ..definitions.practice_remarks import remarks_on
from ..document import Posture
from ..foundation.problems import Problem
from .composer import Composer


def remarks_of(composer: Composer) -> tuple[Problem, ...]:
    """What the pages lack of the practice's words and whom to call, and letters that its font does not have."""
    tags = composer.all_tags
    notice = composer.notice(tags)
    return (*remarks_on(composer.practice, tags), *((notice,) if notice else ()))


def without_body(composer: Composer, files: Iterable[Path]) -> Iterator[Problem]:
    """A line for an order that says how a body is drawn, where none of its sheets has one to mark."""
    if composer.order.body in (None, Posture.NONE):
        return
    sheets = [it for it in map(composer.sheet_of, files) if it]
    if sheets and not any(isinstance(block, Body) for it in sheets for block in it.blocks):
        yield Problem(None, "‘--body’ changes nothing here: no sheet that was named has a body to mark.")
