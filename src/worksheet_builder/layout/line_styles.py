"""How lines of text look in each role: style, colour and the distance of baselines, from the sizes of a design."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..document import Role
from ..document.design import Sizes
from ..foundation.colours import Colour, Palette
from ..foundation.languages import Language
from ..text import TextStyle
from .field_metrics import Measures


@dataclass(frozen=True, slots=True)
class Look:
    """How a line of text looks: style, colour, and the distance of its baselines, in points."""

    style: TextStyle
    colour: Colour
    leading: float
    base: float
    """How far below the top of its line the baseline stands."""


TALL_SCRIPTS = {"Aran": 1.5, "Khmr": 1.18, "Mymr": 1.18, "Thai": 1.08, "Laoo": 1.08, "Arab": 1.1, "Deva": 1.08}
"""How much more room lines need where marks stand above and below the letters."""


def tall(language: Language) -> float:
    """How much more room the lines of a language need, as a factor."""
    return TALL_SCRIPTS.get(language.script, 1.0)


@lru_cache(maxsize=32)
def looks(sizes: Sizes, palette: Palette, leading: float, *heights: Measures) -> dict[str, Look]:
    """Every look; `heights` are ascent and descent in em of the regular face and of the strong one."""

    def look(size: float, colour: Colour, strong: bool = False, tight: float = 1.0, balance: bool = False) -> Look:
        style, height = TextStyle(size, strong, balance), size * max(1.12, leading * tight)
        ascent, descent = heights[strong]
        return Look(style, colour, height, (height + ascent * size + descent * size) / 2)

    return {
        "title": look(sizes.title, palette.accent, True, 0.86, True),
        "section": look(sizes.section, palette.accent, True, 0.92, True),
        "subsection": look(sizes.subsection, palette.ink, True, 0.95, True),
        "ink": look(sizes.body, palette.ink),
        "strong": look(sizes.body, palette.ink, True),
        "running": look(sizes.running, palette.quiet),
        "brand": look(sizes.body, palette.accent, True, 0.92),
        Role.BODY: look(sizes.body, palette.ink),
        Role.SUMMARY: look(sizes.body * 1.06, palette.ink),
        Role.META: look(sizes.hint, palette.quiet),
        Role.PROMPT: look(sizes.prompt, palette.ink, True, 0.97),
        Role.HINT: look(sizes.hint, palette.quiet),
        Role.PANEL_HEADING: look(sizes.body, palette.accent, True, 0.97),
        Role.LABEL: look(sizes.body, palette.ink, True, 0.97),
        Role.FINE: look(sizes.fine, palette.quiet),
        Role.REFERENCE: look(sizes.fine, palette.ink),
    }
