"""Font subsets: font files with only the glyphs that are needed, made by HarfBuzz."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from ..text import Face
from .cff import with_plain_moves

_UNREAD = (
    "GSUB", "GPOS", "GDEF", "name", "STAT", "MATH", "BASE", "post", "OS/2", "hdmx", "LTSH", "VDMX", "DSIG", "kern",
    "vhea", "vmtx",
)  # fmt: skip
"""Tables that viewers do not read in embedded fonts."""
_UNITS = 18
"""The offset of unitsPerEm in the table `head`."""


@record
class Subset:
    """A font file with only some glyphs, `count` of them; `glyphs` maps glyph ids of the face to the new ones."""

    data: bytes
    glyphs: dict[int, int]
    count: int


def subset_truetype(face: Face, glyphs: frozenset[int]) -> Subset:
    """The TrueType font with only these glyphs, at the face's weight; raises Refused if they are broken."""
    wanted = _wanted_glyphs(face, glyphs)
    plan, made = _executed(wanted, face)
    mapping = plan.old_to_new_glyph_mapping
    return Subset(
        _sized(bytes(made.blob.data), face), {glyph: mapping[glyph] for glyph in {*glyphs, 0}}, made.glyph_count
    )


def subset_cff(face: Face, glyphs: frozenset[int]) -> Subset:
    """The bare CFF font with only these glyphs, at the face's weight; the new ids are CIDs; raises Refused likewise."""
    flags = hb.SubsetFlags
    wanted = _wanted_glyphs(face, glyphs)
    wanted.flags |= flags.DOWNGRADE_CFF2 | flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE | flags.NO_HINTING
    made = hb.Face(_executed(wanted, face)[1].blob.data)
    cids = {glyph: cid for cid, glyph in enumerate(sorted({*glyphs, 0}))}
    return Subset(with_plain_moves(bytes(made.reference_table("CFF ").data)), cids, len(cids))


def _wanted_glyphs(face: Face, glyphs: frozenset[int]) -> hb.SubsetInput:
    wanted = _wanted(_source(face.file.path, face.file.index), face)
    wanted.drop_table_tag_set.add(_tag("cmap"))
    wanted.glyph_set.update({*glyphs, 0})
    return wanted


def lettered(face: Face, letters: Iterable[str], hinted: bool = True) -> bytes:
    """The TrueType font with only these letters and their `cmap`, with new glyph ids; raises Refused likewise."""
    source = _source(face.file.path, face.file.index)
    wanted = _wanted(source, face)
    if not hinted:
        wanted.flags |= hb.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(map(ord, letters))
    _, made = _executed(wanted, face)
    return _sized(bytes(made.blob.data), face)


def _sized(data: bytes, face: Face) -> bytes:
    """The font file with the face's `upem` as unitsPerEm, so that its glyphs get smaller by the face's `share`."""
    if face.share == 1.0:
        return data
    count = int.from_bytes(data[4:6], "big")
    records = (data[12 + 16 * at : 28 + 16 * at] for at in range(count))
    head = next(int.from_bytes(it[8:12], "big") for it in records if it[:4] == b"head")
    return data[: head + _UNITS] + face.upem.to_bytes(2, "big") + data[head + _UNITS + 2 :]


def _executed(wanted: hb.SubsetInput, face: Face) -> tuple[hb.SubsetPlan, hb.Face]:
    try:
        plan = hb.SubsetPlan(_source(face.file.path, face.file.index), wanted)
        return plan, plan.execute()
    except RuntimeError as error:
        sentence = f"The letters of {Path(face.file.path).name} that are needed here are broken."
        raise Refused([Problem(None, sentence, "Use another copy of the font, or another font.")]) from error


def has_curves(face: Face) -> bool:
    """Whether the outlines are those of TrueType, not of CFF."""
    return "glyf" in _source(face.file.path, face.file.index).table_tags


def _wanted(source: hb.Face, face: Face) -> hb.SubsetInput:
    """The settings of every subset: no layout tables, and each variation axis fixed, the weight at the face's."""
    flags = hb.SubsetFlags
    wanted = hb.SubsetInput()
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_BIDI_CLOSURE
    wanted.drop_table_tag_set.update(map(_tag, _UNREAD))
    for axis in source.axis_infos:
        if axis.tag == "wght" and face.file.weight is not None:
            wanted.pin_axis_location(source, "wght", face.file.weight)
        else:
            wanted.pin_axis_to_default(source, axis.tag)
    return wanted


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode(), "big")


@lru_cache(maxsize=64)
def _source(path: str, index: int) -> hb.Face:
    """The cached HarfBuzz face of a file, not preprocessed: that takes longer than it saves in a thousand subsets."""
    return hb.Face(hb.Blob.from_file_path(path), index)


def postscript_name(face: Face) -> str:
    """The name of the font in the PDF, from its file name and weight."""
    stem = re.sub(r"[^A-Za-z0-9]", "", Path(face.file.path).stem.split("[")[0]) or "Font"
    return f"{stem}-{face.file.weight}" if face.file.weight else stem
