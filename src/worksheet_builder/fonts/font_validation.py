"""Check whether a font file of the user can be used in documents; its tables are not trusted, but used on trial."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz as hb

_RESTRICTED, _TO_PRINT, _TO_FILL, _WHOLE_ONLY, _BITMAPS_ONLY = 2, 4, 8, 0x100, 0x200
"""Bits of the embedding permissions: fsType in the OS/2 table (OpenType 1.9)."""
_TRIED = 200
"""How many characters are measured to see whether their glyphs have a shape and a width."""


def font_fault(face: hb.Face) -> str:
    """The reason why a face cannot be used, as a clause for a sentence; empty if it can."""
    tables = face.table_tags
    if not face.glyph_count or not face.upem or "head" not in tables:
        return "it is broken, or another kind of file"
    characters = face.unicodes
    if not characters:
        return "it does not say which characters it has"
    if not {"glyf", "CFF ", "CFF2"}.intersection(tables):
        return "it has no outlines"
    return _rights_fault(_rights(face)) or _shape_fault(face, sorted(characters)[:_TRIED])


def is_for_print_only(path: str) -> bool:
    """Whether a font's embedding permissions let documents be read and printed, but not filled in."""
    import uharfbuzz as hb

    return _rights(hb.Face(hb.Blob.from_file_path(path))) & (_TO_PRINT | _TO_FILL) == _TO_PRINT


def _rights(face: hb.Face) -> int:
    """The embedding permissions (fsType) of a face; 0, which allows everything, if it has no OS/2 table."""
    table = face.reference_table("OS/2").data if "OS/2" in face.table_tags else b""
    return int.from_bytes(table[8:10], "big")


def _rights_fault(rights: int) -> str:
    if rights & 0xF == _RESTRICTED:
        return "its maker does not allow it to be put into documents"
    if rights & _BITMAPS_ONLY:
        return "its maker does not allow its outlines to be put into documents"
    if rights & _WHOLE_ONLY:
        return "its maker does not allow a part of it to be put into documents"
    return ""


def _shape_fault(face: hb.Face, characters: Iterable[int]) -> str:
    """The reason if the glyphs of the characters have no shape or width, or if subsetting fails; else empty."""
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
