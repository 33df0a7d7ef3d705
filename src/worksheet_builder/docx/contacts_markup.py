"""The box of whom to call: a number and who answers in each line, their words one under the other."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import numbered
from ..foundation.phrases import Phrase
from ..ooxml.markup import TAB, w
from .answer_markup import width_of
from .numbering import PANEL_PADDING
from .paragraph_markup import paragraph
from .run_markup import Runs
from .style_context import StyleContext, twips
from .style_types import Tab

_GAP = 12.0
"""Points between a number and the words beside it."""
_STRONG = 1.3
"""How much wider strong digits are than a guess at letters."""
_MOST = 0.42
"""The share of the width up to which a number has words beside it."""


def stop(numbers: Iterable[Phrase], context: StyleContext) -> float:
    """Where the words begin, in points from the start of the numbers: after the longest that leaves them room."""
    widths = (width_of(it.plain()) * context.design.sizes.number * _STRONG + _GAP for it in numbers)
    return max((width for width in widths if width <= context.measure * _MOST), default=0.0)


def line(text: Phrase, at: float, runs: Runs, *, released: bool) -> str:
    """A line of whom to call, with its words from `at` on and their next lines under them."""
    found = numbered(text)
    if found is None:
        return paragraph("Contacts", runs.both(text), released=released)
    number, words = found
    edge = w("ind", left=twips(PANEL_PADDING + at), right=twips(PANEL_PADDING), hanging=twips(at))
    beside = w("tabs", Tab(PANEL_PADDING + at).markup()) + edge if at else ""
    return paragraph("Contacts", runs.number(number), TAB, runs.both(words), released=released, properties=beside)
