"""Whether a font file from outside can set text in a document: its tables are tried, not believed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz as hb

_RESTRICTED = 2  # fsType of the OS/2 table: restricted licence embedding
_TRIED = 200
"""Characters whose letters are drawn to see whether there is anything to draw."""


def font_fault(face: hb.Face) -> str:
    """Why a face cannot be used; empty where it can."""
    tables = face.table_tags
    if not face.glyph_count or not face.upem or "head" not in tables:
        return "it is broken, or another kind of file"
    characters = face.unicodes
    if not characters:
        return "it does not say which characters it has"
    if not {"glyf", "CFF ", "CFF2"}.intersection(tables):
        return "it has no outlines"
    if "OS/2" in tables and len(rights := face.reference_table("OS/2").data) > 9 and rights[9] & 0xF == _RESTRICTED:
        return "its maker does not allow it to be put into documents"
    return _shape_fault(face, sorted(characters)[:_TRIED])


def _shape_fault(face: hb.Face, characters: Iterable[int]) -> str:
    """Whether its letters have a shape and a width, and whether they can be taken out of it."""
    import uharfbuzz as hb

    font, wanted = hb.Font(face), hb.SubsetInput()
    seen = wide = False
    for character in characters:
        glyph = font.get_nominal_glyph(character)
        extents = font.get_glyph_extents(glyph) if glyph else None
        seen = seen or bool(extents and extents.width and extents.height)
        wide = wide or bool(glyph and 0 < font.get_glyph_h_advance(glyph) <= 4 * face.upem)
        wanted.unicode_set.add(character)
    if not seen or not wide:
        return "its letters have no shape or no width"
    try:
        wanted.subset(face)
    except RuntimeError:
        return "some of its tables are broken"
    return ""
