"""The fonts of one PDF: glyphs as they are used, subset by HarfBuzz, embedded as CID fonts that give their text back.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from ..layout.field_metrics import Measures
from ..text import Face, Shaped
from .font_subset import postscript_name, subset
from .objects import PdfCanvas, digest, stream

Stretch = tuple[int, str]
"""A rise in font units and the operand of TJ without its brackets."""

_WORDS_KEPT = 60_000
_GLYPHS = attrgetter("glyphs")


class _Words(dict[Shaped, str]):
    """Words as operands of TJ, the same in every document since glyph ids are kept.

    Empty for a word that leaves its line, whose stretches `encode` gives. `texts` are for each face what its glyphs
    have stood for in all these words, None for a glyph that has stood for more than one text.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[Face, dict[int, str | None]] = {}

    def __missing__(self, shaped: Shaped) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        texts = self.texts.setdefault(shaped.face, {})
        for glyph, text in zip(shaped.glyphs, cluster_texts(shaped), strict=True):
            if texts.setdefault(glyph, text) != text:
                texts[glyph] = None
        stretches = encode(shaped)
        found = self[shaped] = stretches[0][1] if len(stretches) == 1 and not stretches[0][0] else ""
        return found


_words = _Words()
operand = _words.__getitem__
"""A word as one operand of TJ; empty where it leaves its line."""


class DocumentFonts:
    """The faces that a document uses, by their resource names, and the words that it shows in them."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._shown: list[Sequence[Shaped]] = []

    def show(self, words: Sequence[Shaped]) -> None:
        """Note words, so that their glyphs are embedded."""
        self._shown.append(words)

    def name(self, face: Face) -> str:
        """The resource name of a face."""
        found = self._names.get(face)
        if found is None:
            found = self._names[face] = f"F{len(self._names) + 1}"
        return found

    def put(self, pdf: PdfCanvas) -> str:
        """Write every font; returns the entries of the resource dictionary."""
        words: dict[Face, list[Shaped]] = {face: [] for face in self._names}
        for shaped in dict.fromkeys(chain.from_iterable(self._shown)):
            words[shaped.face].append(shaped)
        return "".join(f"/{name} {_put_font(pdf, face, _used(words[face]))} 0 R" for face, name in self._names.items())


def _used(words: Sequence[Shaped]) -> tuple[tuple[int, str], ...]:
    """The glyphs of words in one face by their ids, each with the text that it stands for where it is shown first."""
    texts = _words.texts[words[0].face]
    return tuple([(glyph, texts[glyph] or _first(glyph, words)) for glyph in sorted({*chain(*map(_GLYPHS, words))})])


def _first(glyph: int, words: Sequence[Shaped]) -> str:
    word = next(word for word in words if glyph in word.glyphs)
    return cluster_texts(word)[word.glyphs.index(glyph)]


def encode(shaped: Shaped) -> list[Stretch]:
    """A word as operands of TJ, cut where it rises or sinks."""
    widths = [*map(glyph_widths(shaped.face).__getitem__, shaped.glyphs)]
    scale = 1000 / shaped.face.upem
    if shaped.offsets is None and widths == [advance * scale for advance in shaped.advances]:
        return [(0, f"<{''.join([f'{glyph:04x}' for glyph in shaped.glyphs])}>")]
    offsets = shaped.offsets or ((0, 0),) * len(shaped.glyphs)
    stretches: list[tuple[int, list[str]]] = []
    behind = 0.0  # how far the pen stands behind its place, in thousandths of an em
    for glyph, advance, width, (dx, dy) in zip(shaped.glyphs, shaped.advances, widths, offsets, strict=True):
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
        behind += advance * scale - move - width
    rest = round(behind)
    if rest:
        stretches[-1][1].append(str(-rest))
    return [(rise, "".join(out)) for rise, out in stretches]


def cluster_texts(shaped: Shaped) -> Sequence[str]:
    """The text that each glyph stands for: its cluster's, given to the cluster's first glyph and echoed by the rest."""
    if shaped.simple:
        return shaped.text
    starts = sorted(set(shaped.clusters))
    ends = dict(zip(starts, [*starts[1:], len(shaped.text)], strict=False))  # a mark without ink has no cluster
    return [shaped.text[start : ends[start]] for start in shaped.clusters]


class GlyphWidths(dict[int, int]):
    """The advances of a face's glyphs in thousandths of an em, by their ids."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._advance, self._scale = face.font.get_glyph_h_advance, 1000 / face.upem

    def __missing__(self, glyph: int) -> int:
        found: int = round(self._advance(glyph) * self._scale)
        self[glyph] = found
        return found


@lru_cache(maxsize=256)
def glyph_widths(face: Face) -> GlyphWidths:
    """The widths of a face, kept for the process."""
    return GlyphWidths(face)


@dataclass(frozen=True, slots=True)
class _Embedded:
    """A subset as it is embedded, its file and maps finished streams; `encoding` is empty where codes are glyph ids."""

    name: str
    kind: str
    file: bytes
    widths: str
    unicode_map: bytes
    encoding: bytes = b""


def _put_font(pdf: PdfCanvas, face: Face, used: tuple[tuple[int, str], ...]) -> int:
    """A Type 0 font with its descendant, descriptor, file and map to Unicode."""
    made = _embedded(face, used)
    file = f"/FontFile{3 if made.encoding else 2} {pdf.put(made.file)} 0 R"
    encoding = f"{pdf.put(made.encoding)} 0 R" if made.encoding else "/Identity-H"
    descriptor = pdf.put(descriptor_body(made.name, 4, (face.ascent, face.descent), file).encode())
    descendant = pdf.put(descendant_body(made.name, made.kind, descriptor, made.widths).encode())
    return pdf.put(composite_body(made.name, encoding, descendant, pdf.put(made.unicode_map)).encode())


@lru_cache(maxsize=64)
def _embedded(face: Face, used: tuple[tuple[int, str], ...]) -> _Embedded:
    """The subset with these glyphs, which a sheet that is made again has once more."""
    texts = dict(used)
    made = subset(face, frozenset(texts))
    name, widths = f"{_prefix(texts)}+{postscript_name(face)}", glyph_widths(face)
    unicode_map = stream(to_unicode(texts))
    if not made.cids:
        file, runs = stream(made.data, measured=True), width_runs({glyph: widths[glyph] for glyph in texts})
        return _Embedded(name, "CIDFontType2", file, runs, unicode_map)
    runs = width_runs({cid: widths[glyph] for glyph, cid in made.cids.items()})
    file = stream(made.data, "/Subtype/CIDFontType0C")
    return _Embedded(name, "CIDFontType0", file, runs, unicode_map, stream(*_glyph_encoding(made.cids)))


def _glyph_encoding(cids: dict[int, int]) -> tuple[bytes, str]:
    """A CMap from the glyph ids in the page to the CIDs of a CFF font, whose glyphs are numbered anew."""
    entries = [f"<{glyph:04x}> {cid}" for glyph, cid in sorted(cids.items())]
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return _cmap("Glyphs", "Identity", 1, entries, "cidchar"), f"/Type/CMap/CMapName/Glyphs/WMode 0{system}"


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
