"""Vertical spacing: every distance is a multiple of one grid step, at densities from 0 (the design's own) to 7."""

from __future__ import annotations

import math

from ..foundation.records import record
from .design import Design
from .measures import MM

LINE = 4
"""The number of grid steps in one line of running text."""
DENSITIES = range(4)
"""The densities that a page may have without giving up writing lines or margins; 0 is the design's own spacing."""
CLOSEST = 7
"""The highest density, with the smallest distances."""
SPARING = ((3, 1), (4, 1), (5, 1), (6, 1), (CLOSEST, 1), (CLOSEST, 2), (CLOSEST, 3))
"""What is tried, in order, to save a page: pairs of a density and a number of steps that remove writing lines.

Step 1 removes one of three or more lines, step 2 also one of two, step 3 one more of four or more.
"""
DRAWN = 0.85
"""At the highest density, the factor for the height of drawings over the full width and for the least row height."""
LAST = SPARING[-1][1]
"""The step at which tables and drawings may be split between pages, and footers after the first are brief."""
_HAND = (8.0, 7.4)
"""The least distance between writing lines in millimetres: at `DENSITIES`, and at higher densities."""
_STEP = (1.0, 1.0, 0.97, 0.945, 0.9, 0.87, 0.87, 0.87)
"""The grid step of each density, as a fraction of the design's own."""
_OPENING = (1.0, 5 / 6, 2 / 3, 1 / 2, 1 / 2, 1 / 3, 1 / 3, 1 / 3)
"""The space above a question at each density, as a fraction of the design's own."""
_SPARED = 4
"""The highest density with a grid step between a question and its answer."""
_AIRY = 1.2
"""Lines more than this many times as tall as Latin ones contain white space, so that distances are smaller."""
_LEAST = 2
"""The least number of grid steps above a question: twice the distance to its own answer."""


@record
class Rhythm:
    """Vertical distances in points, each a multiple of one grid step; `pitch`, between writing lines, of half a step.

    A question is always nearer to its own answer than to anything before it.
    """

    step: float
    open: float
    """The grid step at density 0."""
    pitch: float
    section: float
    """Above the heading of a section."""
    question: float
    """Above a question, or any other first node of a block with answers."""
    aside: float
    """Above a panel, a rule, or a block without answers."""
    headed: float
    """Under a heading."""
    paragraph: float
    """Between paragraphs."""
    answer: float
    """Between a question and its answer."""
    item: float
    """Between the items of a list."""
    row: float
    """Between rows of boxes to tick."""
    pad: float
    """Inside a panel, above and below."""

    @classmethod
    def of(cls, design: Design, tall: float = 1.0, density: int = 0) -> Rhythm:
        """The distances of a design at a density; `tall` is the height of lines as a multiple of Latin ones."""
        own = design.leading * design.sizes.body / LINE
        step = own * tall * _STEP[density]
        own_air = tall > _AIRY
        asked = max(_LEAST, round(round(design.gap / (own * max(1.0, tall / _AIRY))) * _OPENING[density]))
        most, spared = density > _SPARED or own_air, density > DENSITIES[-1] or own_air
        return cls(
            step=step,
            open=own * tall,
            pitch=_pitch(design, step, density > DENSITIES[-1]),
            section=step * (asked + max(1, asked // 2)),
            question=step * asked,
            aside=step * max(1 if own_air and density == CLOSEST else _LEAST, asked - 1),
            headed=step * (1 if density > 1 or own_air else 2),
            paragraph=step * (1 if density > 2 or own_air else 2),
            answer=step * (0 if density > _SPARED + own_air else 1),
            item=step * (0 if spared else 1),
            row=step * (0 if most else 1),
            pad=step * (1 if most else 2),
        )

    def to(self, other: Rhythm) -> dict[float, float]:
        """Map each distance above a node, in points, to the same distance of another rhythm."""
        names = ("answer", "paragraph", "aside", "question", "section")
        return {getattr(self, name): getattr(other, name) for name in names}

    def lines(self, size: float, ratio: float, least: float = 1.02) -> float:
        """The line height in points, in whole grid steps: about `ratio` times the type size, at least `least` times."""
        fewest, wanted = math.ceil(size * least / self.step - 0.02), round(size * ratio / self.open)
        return self.step * max(fewest, wanted)

    def up(self, height: float) -> float:
        """Round a height in points up to whole grid steps."""
        return self.step * math.ceil(height / self.step - 0.01)


def design_at(design: Design, density: int) -> Design:
    """The design at a density; from 3 on, first questions are smaller, then margins, then title and small print."""
    if density < DENSITIES[-1]:
        return design
    close = design.close()
    if density == DENSITIES[-1]:
        return close
    if density == CLOSEST:
        return close.least()
    return close.small() if density == CLOSEST - 1 else close.spared()


def spared_lines(lines: int, sparing: int) -> int:
    """The number of writing lines that remain of `lines` at a step of `SPARING`; 0 removes none."""
    given_up = (sparing > 0 and lines > 2) + (sparing > 1 and lines == 2) + (sparing > 2 and lines > 3)
    return lines - given_up


def _pitch(design: Design, step: float, spared: bool) -> float:
    """The distance between writing lines in points, in half steps: the design's, or the least for handwriting."""
    half, least = step / 2, _HAND[spared] * MM
    wanted = half * round(design.pitch * MM / half)
    return half * math.ceil(least / half - 0.01) if spared or wanted < least else wanted
