"""Properties of scripts, by ISO 15924 code: the height of their lines, and the properties that Word uses for them."""

from __future__ import annotations

TALL = {"Aran": 1.24, "Khmr": 1.18, "Mymr": 1.18, "Thai": 1.08, "Laoo": 1.08, "Arab": 1.1, "Deva": 1.08}
"""The line height as a multiple of that of Latin, for scripts with marks above and below the letters."""
EXACT = {"Arab": 1.14, "Aran": 1.24}
"""The same for Word, only for scripts whose fonts give lines half as much height again as the letters need.

For other scripts Word takes the line height from the font. Lines of these scripts have an exact height: Word and
LibreOffice put the baseline at four fifths of it, so that at `LEAST` times the font size no letter is cut off. Lines
with a picture never have an exact height.
"""
LEAST = {"Arab": 1.35, "Aran": 1.24}
"""The minimum height of a line with an exact height, as a multiple of the font size."""
EAST_ASIAN = frozenset(("Hans", "Hant", "Jpan", "Kore", "Hani"))
"""Scripts that Word sets in its East Asian font and language slots."""
COMPLEX = frozenset("Arab Hebr Syrc Thaa Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Mymr Khmr".split())
"""Scripts that Word sets in its complex-script font, size and language slots."""
