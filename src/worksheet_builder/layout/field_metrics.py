"""Font metrics for form fields, so that what is typed lies on the lines that a pen would use.

A viewer sets the lines of a field from its top, each as high as ascent and descent of the field's font together, and
puts a single line in the middle. So the font of a field carries the measures that bring its letters onto the rules.
"""

from __future__ import annotations

from ..foundation.records import record

LIFT = 3.0
"""How far above its rule the baseline stands, in points."""
INSET = 1.0
"""What viewers keep free at the edges of a field, in points."""
SHRINKS = 12.0
"""Up to this size in points the type of many lines is left to the viewer, which makes a long answer smaller.

None makes it larger than this, but for poppler, which begins at 20; larger print keeps its size.
"""
READ = 6.0
"""The least type in points that is still taken to be readable in print; Chrome goes down to 4 for a long answer."""

Area = tuple[float, float, float, float]
"""Left, top, width and height in points."""
Measures = tuple[float, float]
"""Ascent and descent (negative) in em."""


@record
class FieldMetrics:
    """Text of a size on lines at a pitch, both in points."""

    size: float
    pitch: float

    @property
    def shrinks(self) -> bool:
        """Whether the type of many lines is made smaller for a long answer."""
        return self.size <= SHRINKS

    @property
    def least(self) -> float:
        """The size of the smallest type in many lines that can be read, in points."""
        return READ if self.shrinks else self.size

    def line(self, x: float, rule: float, width: float) -> Area:
        """The field over the one ruled line at `rule`, in which no other can begin."""
        return x, rule - self.pitch + 1.5, width, self.pitch - 1.5

    def room(self, x: float, rule: float, width: float, lines: int) -> Area:
        """The field over some ruled lines, the first of which is at `rule`; below the last a little is left free."""
        return x, rule - self.pitch, width, lines * self.pitch + 2 * INSET

    @property
    def one_line(self) -> Measures:
        """What the font of a single line says of itself."""
        high = self.pitch - 1.5
        whole, low = (high - 2 * INSET - 2.0) / self.size, (high / 2 - LIFT) / self.size
        return whole / 2 + low, low - whole / 2

    @property
    def many_lines(self) -> Measures:
        """What the font of many lines says of itself."""
        ascent = (self.pitch - LIFT - INSET) / self.size
        return ascent, ascent - self.pitch / self.size
