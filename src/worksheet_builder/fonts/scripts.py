"""What each script asks of a page, by its ISO 15924 code: room between lines, and the slots that Word keeps for it."""

from __future__ import annotations

TALL = {"Aran": 1.24, "Khmr": 1.18, "Mymr": 1.18, "Thai": 1.08, "Laoo": 1.08, "Arab": 1.1, "Deva": 1.08}
"""How much more room lines need than those of Latin letters, where marks stand above and below the letters."""
EXACT = {"Arab": 1.14, "Aran": 1.24}
"""The same for Word, and only where the fonts ask for half as much again as their letters need.

Elsewhere Word takes the height from the font. A line of these scripts has an exact height: Word and LibreOffice alike
stand its letters four fifths down, so that at `LEAST` times the size nothing of them is cut off. Lines that hold a
picture are never exact.
"""
LEAST = {"Arab": 1.35, "Aran": 1.24}
"""The least height of an exact line, as a multiple of the size of its letters."""
EAST_ASIAN = frozenset(("Hans", "Hant", "Jpan", "Kore", "Hani"))
"""Scripts that Word sets in its East Asian font and language slots."""
COMPLEX = frozenset("Arab Hebr Syrc Thaa Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Mymr Khmr".split())
"""Scripts that Word sets in its complex-script font, size and language slots."""
