"""What becomes of the colours of a practice on its pages: each as it is, and the shade in which words are set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..foundation.colours import TEXT_CONTRAST, WHITE, Colour, Palette, readable_accent


@dataclass(frozen=True, slots=True)
class JudgedColour:
    """The accent, how it stands out on white (1 to 21), the nearest shade for words, and the palette."""

    accent: str
    contrast: str
    shade: str
    is_readable: bool
    swatches: tuple[str, ...]


def judged(given: Mapping[str, str]) -> JudgedColour | None:
    """The judgement of an accent as somebody types it; None for what is no colour yet."""
    try:
        accent = Colour.parse(given.get("accent", ""))
    except ValueError:
        return None
    shade = readable_accent(accent)
    palette = Palette.of(shade)
    swatches = tuple(map(str, (palette.accent, palette.band, palette.tint, palette.border, palette.ink)))
    contrast = accent.contrast(WHITE)
    return JudgedColour(
        str(accent), f"{contrast:.1f}", str(shade), shade == accent or contrast >= TEXT_CONTRAST, swatches
    )
