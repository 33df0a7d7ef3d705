"""The fonts of one PDF: glyphs as they are used, subset by HarfBuzz, embedded as CID fonts that give their text back.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (ToUnicode).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from ..text import Face, Shaped
from .canvas import SheetCanvas, digest

Stretch = tuple[int, str]
"""A rise in font units and the operand of TJ without its brackets."""

_encoded: dict[Shaped, tuple[Stretch, ...]] = {}
_MOST_ENCODED = 60_000


class DocumentFonts:
    """The faces that a document uses, by their resource names."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._used: dict[Face, dict[int, str]] = {}
        self._seen: set[Shaped] = set()

    def name(self, face: Face) -> str:
        """The resource name of a face."""
        found = self._names.get(face)
        if found is None:
            found = self._names[face] = f"F{len(self._names) + 1}"
            self._used[face] = {}
        return found

    def use(self, shaped: Shaped) -> None:
        """Note the glyphs of a word and the text that each stands for."""
        if shaped in self._seen:
            return
        self._seen.add(shaped)
        self.name(shaped.face)
        used = self._used[shaped.face]
        if shaped.simple:
            for glyph, char in zip(shaped.glyphs, shaped.text, strict=True):
                used.setdefault(glyph, char)
            return
        for glyph, text in zip(shaped.glyphs, cluster_texts(shaped), strict=True):
            used.setdefault(glyph, text)

    def put(self, canvas: SheetCanvas) -> str:
        """Write every font; returns the entries of the resource dictionary."""
        return "".join(f"/{name} {_put_font(canvas, face, self._used[face])} 0 R" for face, name in self._names.items())


def encode(shaped: Shaped) -> tuple[Stretch, ...]:
    """A word as operands of TJ, the same in every document since glyph ids are kept."""
    found = _encoded.get(shaped)
    if found is None:
        if len(_encoded) >= _MOST_ENCODED:
            _encoded.clear()
        found = _encoded[shaped] = tuple(_stretches(shaped))
    return found


def _stretches(shaped: Shaped) -> list[Stretch]:
    widths = glyph_widths(shaped.face)
    scale = 1000 / shaped.face.upem
    offsets = shaped.offsets or ((0, 0),) * len(shaped.glyphs)
    stretches: list[tuple[int, list[str]]] = []
    for glyph, advance, (dx, dy) in zip(shaped.glyphs, shaped.advances, offsets, strict=True):
        if not stretches or stretches[-1][0] != dy:
            stretches.append((dy, []))
        out = stretches[-1][1]
        _kern(out, -dx * scale)
        if out and out[-1].endswith(">"):
            out[-1] = f"{out[-1][:-1]}{glyph:04x}>"
        else:
            out.append(f"<{glyph:04x}>")
        _kern(out, widths(glyph) - (advance - dx) * scale)
    return [(rise, "".join(out)) for rise, out in stretches]


def _kern(out: list[str], amount: float) -> None:
    if abs(amount) >= 0.5:
        out.append(str(round(amount)))


def cluster_texts(shaped: Shaped) -> list[str]:
    """The text that each glyph stands for: its cluster's, given to the cluster's first glyph and echoed by the rest."""
    starts = sorted(set(shaped.clusters))
    ends = dict(zip(starts, [*starts[1:], len(shaped.text)], strict=True))
    return [shaped.text[start : ends[start]] for start in shaped.clusters]


@lru_cache(maxsize=256)
def glyph_widths(face: Face) -> Callable[[int], int]:
    """A function from glyph id to its own advance in thousandths of an em."""
    advance = face.font.get_glyph_h_advance
    scale = 1000 / face.upem
    known: dict[int, int] = {}

    def width(glyph: int) -> int:
        found = known.get(glyph)
        if found is None:
            found = known[glyph] = round(advance(glyph) * scale)
        return found

    return width


def _put_font(canvas: SheetCanvas, face: Face, used: dict[int, str]) -> int:
    """A Type 0 font with its descendant, descriptor, file and map to Unicode."""
    made = subset(face, frozenset(used))
    name = f"{_prefix(used)}+{postscript_name(face)}"
    if made.cids:
        file = f"/FontFile3 {canvas.put_stream(made.data, '/Subtype/CIDFontType0C')} 0 R"
        kind, gids, encoding = "CIDFontType0", "", f"{_put_encoding(canvas, made.cids)} 0 R"
    else:
        file = f"/FontFile2 {canvas.put_stream(made.data, measured=True)} 0 R"
        kind, gids, encoding = "CIDFontType2", "/CIDToGIDMap/Identity", "/Identity-H"
    descriptor = canvas.put(descriptor_body(face, name, 4, file).encode())
    widths = glyph_widths(face)
    cids = made.cids or {glyph: glyph for glyph in used}
    runs = _runs({cids[glyph]: widths(glyph) for glyph in {*used, *made.cids}})
    descendant = canvas.put(
        f"<</Type/Font/Subtype/{kind}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 1000/W [{runs}]{gids}>>".encode()
    )
    unicode_map = canvas.put_stream(to_unicode(used))
    return canvas.put(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding {encoding}/DescendantFonts [{descendant} 0 R]"
        f"/ToUnicode {unicode_map} 0 R>>".encode()
    )


def _put_encoding(canvas: SheetCanvas, cids: dict[int, int]) -> int:
    """A CMap from the glyph ids in the page to the CIDs of a CFF font, whose glyphs are numbered anew."""
    entries = [f"<{glyph:04x}> {cid}" for glyph, cid in sorted(cids.items())]
    body = _cmap("Glyphs", "Identity", 1, entries, "cidchar")
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return canvas.put_stream(body, f"/Type/CMap/CMapName/Glyphs/WMode 0{system}")


def descriptor_body(face: Face, name: str, flags: int, file: str) -> str:
    """A font descriptor with the face's own measures."""
    ascent, descent = round(face.ascent * 1000), round(face.descent * 1000)
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox [-600 {descent} 2000 {ascent}]/ItalicAngle 0"
        f"/Ascent {ascent}/Descent {descent}/CapHeight 714/StemV 80{file}>>"
    )


@dataclass(frozen=True, slots=True)
class Subset:
    """A font file with fewer glyphs; `cids` maps glyph ids to CIDs for bare CFF, and is empty where ids are kept."""

    data: bytes
    cids: dict[int, int]


def subset(face: Face, glyphs: frozenset[int]) -> Subset:
    """The font with only these glyphs, at the face's weight."""
    source = _source(face.file.path, face.file.index)
    outlines_are_cff = not {"glyf"} & set(source.table_tags)
    flags = hb.SubsetFlags
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(set(glyphs) | {0})
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_BIDI_CLOSURE
    wanted.flags |= (
        flags.DOWNGRADE_CFF2 | flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE | flags.NO_HINTING
        if outlines_are_cff
        else flags.RETAIN_GIDS
    )
    drop_tables(wanted, "OS/2", "post", "cmap")
    pin(wanted, source, face)
    if not outlines_are_cff:
        return Subset(bytes(wanted.subset(source).blob.data), {})
    made = hb.Face(wanted.subset(source).blob.data)
    cids = {glyph: cid for cid, glyph in enumerate(sorted({*glyphs, 0}))}
    return Subset(bytes(made.reference_table("CFF ").data), cids)


def pin(wanted: hb.SubsetInput, source: hb.Face, face: Face) -> None:
    """Fix the axes of a variable font: the weight at the face's, any other at its default."""
    if face.file.weight is None:
        return
    for axis in source.axis_infos:
        if axis.tag == "wght":
            wanted.pin_axis_location(source, "wght", face.file.weight)
        else:
            wanted.pin_axis_to_default(source, axis.tag)


def drop_tables(wanted: hb.SubsetInput, *names: str) -> None:
    """Leave tables out that a viewer of set text does not read."""
    unread = ("GSUB", "GPOS", "GDEF", "name", "STAT", "MATH", "BASE", *names)
    wanted.drop_table_tag_set.update({int.from_bytes(name.ljust(4).encode(), "big") for name in unread})


@lru_cache(maxsize=64)
def _source(path: str, index: int) -> hb.Face:
    return hb.subset_preprocess(hb.Face(hb.Blob.from_file_path(path), index))


def postscript_name(face: Face) -> str:
    """A name for the font inside the file."""
    stem = re.sub(r"[^A-Za-z0-9]", "", Path(face.file.path).stem.split("[")[0])
    return f"{stem}{'-' + str(face.file.weight) if face.file.weight else ''}"


def _prefix(used: dict[int, str]) -> str:
    """Six capitals that say that the font is a subset."""
    value = int(digest(",".join(map(str, sorted(used))).encode()), 16)
    letters = ""
    for _ in range(6):
        value, rest = divmod(value, 26)
        letters += chr(65 + rest)
    return letters


def _runs(widths: dict[int, int]) -> str:
    """The W array: widths in runs of neighbouring CIDs."""
    runs: list[tuple[int, list[int]]] = []
    last = -2
    for cid in sorted(widths):
        if cid != last + 1:
            runs.append((cid, []))
        runs[-1][1].append(widths[cid])
        last = cid
    return " ".join(f"{first} [{' '.join(map(str, values))}]" for first, values in runs)


def to_unicode(used: dict[int, str]) -> bytes:
    """A CMap from glyph id to text (Adobe Technical Note 5411)."""
    entries = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(used.items()) if text]
    return _cmap("Adobe-Identity-UCS", "UCS", 2, entries, "bfchar")


def _cmap(name: str, ordering: str, kind: int, entries: list[str], operator: str) -> bytes:
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} begin{operator}\n" + "\n".join(block) + f"\nend{operator}\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n"
        f"/CMapName /{name} def /CMapType {kind} def /WMode 0 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{body}endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
