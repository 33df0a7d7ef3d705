"""How a practice's colours are used on its pages: each as it is, and the readable shade in which words are set."""

from __future__ import annotations

from collections.abc import Mapping

from ..foundation.colours import WHITE, Colour
from ..foundation.palette import Palette
from ..foundation.records import record


@record
class JudgedColour:
    """The contrast of an accent on white (WCAG, 1 to 21), the shade for headings, and the colours of the pages."""

    contrast: str
    shade: str
    is_readable: bool
    swatches: tuple[str, ...]


def judged(given: Mapping[str, str]) -> JudgedColour | None:
    """Judge the colours that are being typed; None while the accent is not a valid colour."""
    accent, second = _colour(given, "accent"), _colour(given, "second")
    if accent is None:
        return None
    palette = Palette.of(accent, second)
    swatches = (palette.solid, palette.ornament, palette.accent, palette.band, palette.tint, palette.ink)
    contrast = f"{accent.contrast(WHITE):.1f}"
    return JudgedColour(contrast, str(palette.accent), palette.accent == accent, tuple(map(str, swatches)))


def _colour(given: Mapping[str, str], name: str) -> Colour | None:
    try:
        return Colour.parse(given.get(name, ""))
    except ValueError:
        return None
