"""The rhythm of a page: one grid, and every distance in whole steps of it, from wide to as close as it is ever set."""

from __future__ import annotations

import math

from ..foundation.records import record
from .design import Design
from .measures import MM

LINE = 4
"""The steps of the grid that one line of running text takes."""
DENSITIES = range(4)
"""How close a page may be set, from the design's own measures on."""
CLOSEST = 7
"""As close as a page is ever set."""
SPARING = ((3, 1), (4, 1), (5, 1), (6, 1), (CLOSEST, 1), (CLOSEST, 2), (CLOSEST, 3))
"""How close it may be set before it would spill onto another, and by how many steps it gives up room to write.

The first step is a line of three or more, the second a line of two as well, the third another line of four or more.
"""
DRAWN = 0.85
"""The share of its height that a drawing over the full width has in the closest measures, and the least of a row."""
LAST = SPARING[-1][1]
"""The step at which tables and drawings may be cut, and the foot of all pages but the first is brief."""
_HAND = (8.0, 7.4)
"""The least distance of writing lines, in millimetres: always, and where room is given up."""
_STEP = (1.0, 1.0, 0.97, 0.945, 0.9, 0.87, 0.87, 0.87)
"""The step of each density, as a share of the design's own."""
_OPENING = (1.0, 5 / 6, 2 / 3, 1 / 2, 1 / 2, 1 / 3, 1 / 3, 1 / 3)
"""The space above what is asked, as a share of the design's own."""
_SPARED = 4
"""The last density that still has a step between a question and its answer."""
_AIRY = 1.2
"""How much taller than Latin ones lines may be before the air in them stands for some of the space between them."""
_LEAST = 2
"""The steps above what is asked, at least: twice what parts it from its own answer."""


@record
class Rhythm:
    """Distances in points, each a whole number of steps of one grid; `pitch`, of writing lines, may be a half more.

    What is asked always stands nearer to its own answer than to anything before it.
    """

    step: float
    open: float
    """The step before anything was set closer."""
    pitch: float
    section: float
    """Above the heading of a section."""
    question: float
    """Above what is asked, and what else opens a block with room to write."""
    aside: float
    """Above a panel, a rule and a block that is only read."""
    headed: float
    """Under a heading."""
    paragraph: float
    """Between paragraphs."""
    answer: float
    """Between what is asked and where it is answered."""
    item: float
    """Between the items of a list."""
    row: float
    """Between rows of boxes to tick."""
    pad: float
    """Inside a panel, above and below."""

    @classmethod
    def of(cls, design: Design, tall: float = 1.0, density: int = 0) -> Rhythm:
        """The rhythm of a design, for lines so much taller than those of Latin letters, at a density."""
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
        """Each distance above something, with that of another rhythm in its place."""
        names = ("answer", "paragraph", "aside", "question", "section")
        return {getattr(self, name): getattr(other, name) for name in names}

    def lines(self, size: float, ratio: float, least: float = 1.02) -> float:
        """The height of a line of a size in points, for a leading and at least a height of so many times the size."""
        fewest, wanted = math.ceil(size * least / self.step - 0.02), round(size * ratio / self.open)
        return self.step * max(fewest, wanted)

    def up(self, height: float) -> float:
        """A height in points, or a little more, so that what follows stands on the grid."""
        return self.step * math.ceil(height / self.step - 0.01)


def design_at(design: Design, density: int) -> Design:
    """The design with what it gives up at a density."""
    if density < DENSITIES[-1]:
        return design
    close = design.close()
    if density == DENSITIES[-1]:
        return close
    if density == CLOSEST:
        return close.least()
    return close.small() if density == CLOSEST - 1 else close.spared()


def spared_lines(lines: int, sparing: int) -> int:
    """How many writing lines there are where so many were asked for, when room is given up by some steps."""
    given_up = (sparing > 0 and lines > 2) + (sparing > 1 and lines == 2) + (sparing > 2 and lines > 3)
    return lines - given_up


def _pitch(design: Design, step: float, spared: bool) -> float:
    """The distance of writing lines in half steps: what the design wants, but never too little for a hand."""
    half, least = step / 2, _HAND[spared] * MM
    wanted = half * round(design.pitch * MM / half)
    return half * math.ceil(least / half - 0.01) if spared or wanted < least else wanted
