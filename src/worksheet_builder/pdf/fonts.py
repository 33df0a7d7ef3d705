"""The fonts of one PDF: glyphs as they are used, subset by HarfBuzz, embedded as CID fonts that give their text back.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..text import Face, Shaped
from .canvas import SheetCanvas, digest
from .subsetting import postscript_name, subset
from .typed import Measures

Stretch = tuple[int, str]
"""A rise in font units and the operand of TJ without its brackets."""

_encoded: dict[Shaped, tuple[Stretch, ...]] = {}
_MOST_ENCODED = 60_000


class DocumentFonts:
    """The faces that a document uses, by their resource names."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._used: dict[Face, dict[int, str]] = {}
        self._shown: dict[Shaped, tuple[Stretch, ...]] = {}
        self.plain: dict[Shaped, str] = {}
        """Operands of the words shown so far that stay on their line."""

    def name(self, face: Face) -> str:
        """The resource name of a face."""
        found = self._names.get(face)
        if found is None:
            found = self._names[face] = f"F{len(self._names) + 1}"
            self._used[face] = {}
        return found

    def show(self, shaped: Shaped) -> tuple[Stretch, ...]:
        """A word as operands of TJ, its glyphs noted with the text that each stands for."""
        found = self._shown.get(shaped)
        if found is None:
            self.name(shaped.face)
            used = self._used[shaped.face]
            texts = shaped.text if shaped.simple else cluster_texts(shaped)
            for glyph, text in zip(shaped.glyphs, texts, strict=True):
                used.setdefault(glyph, text)
            found = self._shown[shaped] = encode(shaped)
            if len(found) == 1 and found[0][0] == 0:
                self.plain[shaped] = found[0][1]
        return found

    def put(self, pdf: SheetCanvas) -> str:
        """Write every font; returns the entries of the resource dictionary."""
        return "".join(f"/{name} {_put_font(pdf, face, self._used[face])} 0 R" for face, name in self._names.items())


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
    behind = 0.0  # how far the pen stands behind its place, in thousandths of an em
    for glyph, advance, (dx, dy) in zip(shaped.glyphs, shaped.advances, offsets, strict=True):
        if not stretches or stretches[-1][0] != dy:
            stretches.append((dy, []))
        out = stretches[-1][1]
        move = round(behind + dx * scale)
        if move:
            out.append(str(-move))
        if out and out[-1].endswith(">"):
            out[-1] = f"{out[-1][:-1]}{glyph:04x}>"
        else:
            out.append(f"<{glyph:04x}>")
        behind += advance * scale - move - widths(glyph)
    rest = round(behind)
    if rest:
        stretches[-1][1].append(str(-rest))
    return [(rise, "".join(out)) for rise, out in stretches]


def cluster_texts(shaped: Shaped) -> list[str]:
    """The text that each glyph stands for: its cluster's, given to the cluster's first glyph and echoed by the rest."""
    starts = sorted(set(shaped.clusters))
    ends = dict(zip(starts, [*starts[1:], len(shaped.text)], strict=False))  # a mark without ink has no cluster
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


def _put_font(pdf: SheetCanvas, face: Face, used: dict[int, str]) -> int:
    """A Type 0 font with its descendant, descriptor, file and map to Unicode."""
    made = subset(face, frozenset(used))
    name = f"{_prefix(used)}+{postscript_name(face)}"
    if made.cids:
        file = f"/FontFile3 {pdf.put_stream(made.data, '/Subtype/CIDFontType0C')} 0 R"
        kind, encoding = "CIDFontType0", f"{_put_encoding(pdf, made.cids)} 0 R"
    else:
        file = f"/FontFile2 {pdf.put_stream(made.data, measured=True)} 0 R"
        kind, encoding = "CIDFontType2", "/Identity-H"
    descriptor = pdf.put(descriptor_body(name, 4, (face.ascent, face.descent), file).encode())
    width = glyph_widths(face)
    cids = made.cids or {glyph: glyph for glyph in used}
    widths = width_runs({cids[glyph]: width(glyph) for glyph in {*used, *made.cids}})
    descendant = pdf.put(descendant_body(name, kind, descriptor, widths).encode())
    return pdf.put(composite_body(name, encoding, descendant, pdf.put_stream(to_unicode(used))).encode())


def _put_encoding(pdf: SheetCanvas, cids: dict[int, int]) -> int:
    """A CMap from the glyph ids in the page to the CIDs of a CFF font, whose glyphs are numbered anew."""
    entries = [f"<{glyph:04x}> {cid}" for glyph, cid in sorted(cids.items())]
    body = _cmap("Glyphs", "Identity", 1, entries, "cidchar")
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return pdf.put_stream(body, f"/Type/CMap/CMapName/Glyphs/WMode 0{system}")


def descriptor_body(name: str, flags: int, measures: Measures, file: str) -> str:
    """A font descriptor."""
    ascent, descent = round(measures[0] * 1000), round(measures[1] * 1000)
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox [-600 {descent} 2000 {ascent}]/ItalicAngle 0"
        f"/Ascent {ascent}/Descent {descent}/CapHeight 714/StemV 80{file}>>"
    )


def descendant_body(name: str, kind: str, descriptor: int, widths: str, places: str = "/Identity") -> str:
    """A CID font (ISO 32000-1, 9.7.4); `widths` are runs by CID, `places` say the glyph of each."""
    gids = f"/CIDToGIDMap {places}" if kind == "CIDFontType2" else ""
    return (
        f"<</Type/Font/Subtype/{kind}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 1000/W [{widths}]{gids}>>"
    )


def composite_body(name: str, encoding: str, descendant: int, unicode_map: int) -> str:
    """A Type 0 font."""
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding {encoding}/DescendantFonts [{descendant} 0 R]"
        f"/ToUnicode {unicode_map} 0 R>>"
    )


def _prefix(used: dict[int, str]) -> str:
    """Six capitals that say that the font is a subset."""
    value = int(digest(",".join(map(str, sorted(used))).encode()), 16)
    letters = ""
    for _ in range(6):
        value, rest = divmod(value, 26)
        letters += chr(65 + rest)
    return letters


def width_runs(widths: dict[int, int]) -> str:
    """The W array: widths in thousandths of an em, in runs of neighbouring CIDs."""
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
