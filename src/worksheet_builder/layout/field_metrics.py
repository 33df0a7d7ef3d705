"""Font metrics for form fields, so that typed text stands on the printed writing lines.

A viewer sets the lines of a field from its top, each as high as ascent and descent of the field's font together, and
puts a single line in the middle. So the font of a field declares the ascent and descent that put text onto the rules.
"""

from __future__ import annotations

from ..foundation.records import record

LIFT = 3.0
"""The distance from a rule up to the baseline of the text on it, in points."""
INSET = 1.0
"""The margin that viewers keep free inside the edges of a field, in points."""
SHRINKS = 12.0
"""The greatest text size in points for which fields of many lines have automatic size: viewers shrink a long answer.

No viewer makes the text larger than this, except poppler, which begins at 20; larger print keeps its size.
"""
READ = 6.0
"""The least text size in points that counts as readable in print; Chrome goes down to 4 for a long answer."""

Area = tuple[float, float, float, float]
"""Left, top, width and height in points."""
Measures = tuple[float, float]
"""Ascent and descent (negative) in em."""


@record
class FieldMetrics:
    """The metrics for text of `size` points on writing lines that are `pitch` points apart."""

    size: float
    pitch: float

    @property
    def shrinks(self) -> bool:
        """Whether viewers make the text of many lines smaller for a long answer."""
        return self.size <= SHRINKS

    @property
    def least(self) -> float:
        """The least readable text size in a field of many lines, in points."""
        return READ if self.shrinks else self.size

    def line(self, x: float, rule: float, width: float) -> Area:
        """The area of a field over the one writing line at `rule`, too low for a second line."""
        return x, rule - self.pitch + 1.5, width, self.pitch - 1.5

    def room(self, x: float, rule: float, width: float, lines: int) -> Area:
        """The area of a field over writing lines, the first of them at `rule`, with a margin below the last."""
        return x, rule - self.pitch, width, lines * self.pitch + 2 * INSET

    @property
    def one_line(self) -> Measures:
        """The ascent and descent that the font of single-line fields declares."""
        high = self.pitch - 1.5
        whole, low = (high - 2 * INSET - 2.0) / self.size, (high / 2 - LIFT) / self.size
        return whole / 2 + low, low - whole / 2

    @property
    def many_lines(self) -> Measures:
        """The ascent and descent that the font of fields of many lines declares."""
        ascent = (self.pitch - LIFT - INSET) / self.size
        return ascent, ascent - self.pitch / self.size
