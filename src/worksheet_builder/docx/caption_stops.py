"""Where the captions of a drawing stand in the line under it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..foundation.phrases import Phrase
from ..text import TextStyle
from .line_measures import line_measures
from .style_context import StyleContext

APART = "\u2003"
"""The separator of words and their translation where both are on a single line, and the least space between two."""


def middles(captions: Sequence[Phrase], context: StyleContext) -> list[float]:
    """The middle of each caption in points: that of its share of the width, or further aside where two would meet."""
    share = context.measure / len(captions)
    half = [_width(it, context) / 2 for it in captions]
    found = [share * (at + 0.5) for at in range(len(captions))]
    for at, (one, other) in enumerate(pairwise(half), 1):
        found[at] = max(found[at], found[at - 1] + one + other)
    found[-1] = min(found[-1], context.measure - half[-1])
    for at, (one, other) in reversed([*enumerate(pairwise(half))]):
        found[at] = min(found[at], found[at + 1] - one - other)
    return found


def _width(caption: Phrase, context: StyleContext) -> float:
    """The width of a caption with its translation and the space beside it, in points."""
    lines, look = line_measures(context.language, context.family), TextStyle(context.design.sizes.body, True)
    return sum(lines.width(it.plain() + APART, look) for it in (caption, caption.parallel) if it)
