"""Line styles: text style, colour and leading for each role, from the sizes of a design."""

from __future__ import annotations

from functools import lru_cache

from ..document import Role
from ..document.design import Sizes
from ..document.rhythm import Rhythm
from ..fonts.faces import letters_of
from ..fonts.families import Family
from ..fonts.script_measures import TALL
from ..foundation.colours import Colour
from ..foundation.languages import Language
from ..foundation.palette import Palette
from ..foundation.records import record
from ..text import TextStyle
from .field_metrics import Measures


@record
class LineStyle:
    """How a line of text is set: text style, colour, and leading (the distance of baselines), in points."""

    style: TextStyle
    colour: Colour
    leading: float
    base: float
    """The distance in points from the top of a line to its baseline."""


def tall(language: Language, family: str | Family) -> float:
    """The factor by which lines of a language in a font family are higher than those of Latin letters."""
    return TALL.get(letters_of(language, family), 1.0)


@lru_cache(maxsize=512)
def line_styles(
    sizes: Sizes, palette: Palette, leading: float, rhythm: Rhythm, asked: Colour, *heights: Measures
) -> dict[str, LineStyle]:
    """The line style of each role in the column by name; leading is in whole steps, baselines are on the body's grid.

    `leading` is a factor of the size, `asked` the colour of a question, `heights` are (ascent, descent) in em, regular
    and strong.
    """
    body = _base(rhythm.lines(sizes.body, leading), sizes.body, heights[0])

    def line_style(
        size: float, colour: Colour, strong: bool = False, tight: float = 1, balance: bool = False
    ) -> LineStyle:
        height = rhythm.lines(size, leading * tight)
        steps = round((_base(height, size, heights[strong]) - body) / rhythm.step)
        return LineStyle(TextStyle(size, strong, balance), colour, height, body + steps * rhythm.step)

    return {
        "title": line_style(sizes.title, palette.accent, True, 0.86, True),
        "titles": line_style((sizes.title + sizes.section) / 2, palette.accent, True, 0.86, True),
        "section": line_style(sizes.section, palette.accent, True, 0.92, True),
        "subsection": line_style(sizes.subsection, palette.ink, True, 0.95, True),
        **dict.fromkeys(("ink", Role.BODY, Role.CONTACT), line_style(sizes.body, palette.ink)),
        "strong": line_style(sizes.body, palette.ink, True),
        "brand": line_style(sizes.body, palette.accent, True, 0.92),
        "asked": line_style(sizes.prompt, asked, tight=0.92),
        "number": line_style(sizes.number, palette.ink, True, 0.9),
        Role.MESSAGE: line_style(sizes.body * 1.12, palette.ink, True, 0.95, True),
        Role.TAKE_AWAY: line_style(sizes.take_away, palette.ink, True, 0.95, True),
        Role.SUMMARY: line_style(sizes.body * 1.06, palette.ink, tight=0.95),
        Role.META: line_style(sizes.hint, palette.quiet),
        Role.PROMPT: line_style(sizes.prompt, asked, True, 0.92),
        Role.HINT: line_style(sizes.hint, palette.quiet),
        Role.PANEL_HEADING: line_style(sizes.body, palette.accent, True, 0.97),
        Role.LABEL: line_style(sizes.body, palette.ink, True, 0.97),
        Role.EXAMPLE: line_style(sizes.hint, palette.quiet),
        Role.FINE: line_style(sizes.fine, palette.quiet, tight=0.9),
        Role.REFERENCE: line_style(sizes.fine, palette.ink, tight=0.9),
    }


def _base(height: float, size: float, measures: Measures) -> float:
    """The distance in points from the top of a line of this height to the baseline of text centred in it."""
    ascent, descent = measures
    return (height + ascent * size + descent * size) / 2


def running_style(size: float, colour: Colour, leading: float, measures: Measures) -> LineStyle:
    """The line style of header and footer, which are not on the column's grid; `leading` is a factor of `size`."""
    height = size * max(1.12, leading)
    return LineStyle(TextStyle(size), colour, height, _base(height, size, measures))
