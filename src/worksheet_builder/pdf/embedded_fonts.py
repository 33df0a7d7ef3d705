"""The fonts of one PDF: the glyphs used, subset by HarfBuzz, embedded as CID fonts from which text can be extracted.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import chain

from ..foundation.records import open_record, record
from ..layout.field_metrics import Measures
from ..text import Face, Shaped
from .face_glyphs import glyph_widths, known_glyphs
from .font_subset import has_curves, postscript_name, subset_cff, subset_truetype
from .letter_codes import CodedGlyph, Operand, operand, own_characters
from .objects import PdfCanvas, digest, stream
from .truetype import CompositeGlyph, with_composites

_SPARE = (range(0x01, 0x20), range(0x7F, 0xA0), range(0xE000, 0xF900), range(0xD800, 0xE000))
"""Codes that are no characters of a text, for coded glyphs; after these, the characters that a face lacks are used."""


UNUSED = b"\0\1"
"""Padding that may be added to the end of a font or a glyph map, where it is never read."""


@open_record
class _Used:
    """What a document shows in one face: its words, and the codes that it assigns to coded glyphs."""

    face: Face
    name: str
    words: list[Sequence[Shaped]] = field(default_factory=list)
    codes: dict[CodedGlyph, int] = field(default_factory=dict)
    spare: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        lacking = (code for code in range(0xA0, 0xD800) if not self.face.covers(chr(code)))
        self.spare = chain(*_SPARE, lacking)

    def code(self, unit: CodedGlyph) -> int:
        """The code of a coded glyph: a new one gets the next spare code."""
        found = self.codes.get(unit)
        if found is None:
            found = self.codes[unit] = next(self.spare)
        return found

    def coded(self) -> tuple[str, tuple[tuple[int, CodedGlyph], ...]]:
        """The characters that are their own codes, sorted, and the codes of all other coded glyphs."""
        words = dict.fromkeys(chain.from_iterable(self.words))
        own = {*"".join(map(own_characters, words))}
        return "".join(sorted(own)), tuple((code, unit) for unit, code in self.codes.items())


class DocumentFonts:
    """The faces that a document uses, by their resource names, and the words that it shows in them."""

    def __init__(self) -> None:
        self._used: dict[Face, _Used] = {}

    def show(self, words: Sequence[Shaped]) -> str:
        """Words in one face as one operand of TJ; they are recorded, so that their glyphs are embedded."""
        used = self._of(words[0].face)
        used.words.append(words)
        operands = [*map(operand, words)]
        try:
            return "".join(operands)  # type: ignore[arg-type]
        except TypeError:
            return "".join([_resolved(it, used) for it in operands])

    def name(self, face: Face) -> str:
        """The resource name of a face."""
        return self._of(face).name

    def _of(self, face: Face) -> _Used:
        found = self._used.get(face)
        if found is None:
            found = self._used[face] = _Used(face, f"F{len(self._used) + 1}")
        return found

    def put(self, pdf: PdfCanvas) -> str:
        """Write every font; returns the entries of the resource dictionary."""
        return "".join(f"/{it.name} {_put_font(pdf, it.face, *it.coded())} 0 R" for it in self._used.values())


def _resolved(operand: Operand, used: _Used) -> str:
    """An operand of TJ as text, with the codes that the document gives to its coded glyphs."""
    if isinstance(operand, str):
        return operand
    return "".join([it if isinstance(it, str) else f"<{used.code(it):04x}>" for it in operand])


@record
class _Embedded:
    """A font subset to be embedded: its file and maps are finished streams; `places` maps codes to its glyphs."""

    name: str
    kind: str
    file: bytes
    widths: str
    unicode_map: bytes
    places: bytes


def _put_font(pdf: PdfCanvas, face: Face, own: str, others: tuple[tuple[int, CodedGlyph], ...]) -> int:
    """Write a Type 0 font with its descendant font, descriptor, file and ToUnicode map; returns its object number."""
    made = _embedded(face, own, others)
    curves = made.kind == "CIDFontType2"
    file = f"/FontFile{2 if curves else 3} {pdf.put(made.file)} 0 R"
    descriptor = pdf.put(descriptor_body(made.name, 4, (face.ascent, face.descent), file).encode())
    places = f"{pdf.put(made.places)} 0 R"
    encoding, map_ = ("/Identity-H", places) if curves else (places, "")
    descendant = pdf.put(descendant_body(made.name, made.kind, descriptor, made.widths, map_).encode())
    return pdf.put(composite_body(made.name, encoding, descendant, pdf.put(made.unicode_map)).encode())


@lru_cache(maxsize=64)
def _embedded(face: Face, own: str, others: tuple[tuple[int, CodedGlyph], ...]) -> _Embedded:
    """The subset for these codes, cached for a sheet that is made again."""
    known = known_glyphs(face)
    glyphs = {ord(char): known[char] for char in own}
    texts = {**{ord(char): char for char in own}, **{code: unit.text for code, unit in others}}
    needed = frozenset((*glyphs.values(), *(glyph for _, unit in others for glyph, _, _ in unit.parts)))
    unicode_map = stream(to_unicode(texts))
    name = f"{_prefix(own, others)}+{postscript_name(face)}"
    if has_curves(face):
        return _truetype(face, glyphs, others, needed, (name, unicode_map))
    glyphs.update({code: unit.parts[0][0] for code, unit in others})
    return _cff(face, glyphs, needed, (name, unicode_map))


def _truetype(
    face: Face,
    glyphs: dict[int, int],
    others: tuple[tuple[int, CodedGlyph], ...],
    needed: frozenset[int],
    called: tuple[str, bytes],
) -> _Embedded:
    """A TrueType subset, with a composite glyph for each coded glyph that is not one glyph of the face."""
    made = subset_truetype(face, needed)
    widths, scale = glyph_widths(face), 1000 / face.upem
    runs = {code: widths[glyph] for code, glyph in glyphs.items()}
    places = {code: made.glyphs[glyph] for code, glyph in glyphs.items()}
    added: dict[CompositeGlyph, int] = {}
    for code, unit in others:
        runs[code] = round(unit.advance * scale)
        if len(unit.parts) == 1 and unit.parts[0][1:] == (0, 0) and runs[code] == widths[unit.parts[0][0]]:
            places[code] = made.glyphs[unit.parts[0][0]]
            continue
        shape = CompositeGlyph(tuple([(made.glyphs[glyph], x, y) for glyph, x, y in unit.parts]), unit.advance)
        places[code] = added.setdefault(shape, made.count + len(added))
    file = stream(with_composites(made.data, tuple(added)), measured=True, padding=UNUSED)
    name, unicode_map = called
    return _Embedded(
        name, "CIDFontType2", file, width_runs(runs), unicode_map, stream(glyph_map(places), padding=UNUSED)
    )


def glyph_map(places: dict[int, int]) -> bytes:
    """A CIDToGIDMap: the glyph of each code in two bytes (ISO 32000-1, table 117)."""
    table = bytearray(2 * (max(places, default=0) + 1))
    for code, glyph in places.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _cff(face: Face, glyphs: dict[int, int], needed: frozenset[int], called: tuple[str, bytes]) -> _Embedded:
    """A bare CFF subset, whose new glyph numbers are CIDs."""
    made = subset_cff(face, needed)
    widths = glyph_widths(face)
    runs = width_runs({cid: widths[glyph] for glyph, cid in made.glyphs.items()})
    places = stream(*_cid_map({code: made.glyphs[glyph] for code, glyph in glyphs.items()}))
    name, unicode_map = called
    return _Embedded(name, "CIDFontType0", stream(made.data, "/Subtype/CIDFontType0C"), runs, unicode_map, places)


def _cid_map(cids: dict[int, int]) -> tuple[bytes, str]:
    """A CMap from the codes on pages to the CIDs of a font, and the entries of its stream."""
    entries = [f"<{code:04x}> {cid}" for code, cid in sorted(cids.items())]
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return _cmap("Glyphs", "Identity", 1, entries, "cidchar"), f"/Type/CMap/CMapName/Glyphs/WMode 0{system}"


def descriptor_body(name: str, flags: int, measures: Measures, file: str) -> str:
    """A font descriptor (ISO 32000-1, 9.8) in PDF syntax; `measures` are in em, `file` is the font file's entry."""
    ascent, descent = round(measures[0] * 1000), round(measures[1] * 1000)
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox [-600 {descent} 2000 {ascent}]/ItalicAngle 0"
        f"/Ascent {ascent}/Descent {descent}/CapHeight 714/StemV 80{file}>>"
    )


def descendant_body(name: str, kind: str, descriptor: int, widths: str, places: str = "/Identity") -> str:
    """A CID font (ISO 32000-1, 9.7.4) in PDF syntax; `widths` is the content of /W, `places` is its CIDToGIDMap."""
    gids = f"/CIDToGIDMap {places}" if kind == "CIDFontType2" else ""
    return (
        f"<</Type/Font/Subtype/{kind}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 1000/W [{widths}]{gids}>>"
    )


def composite_body(name: str, encoding: str, descendant: int, unicode_map: int) -> str:
    """A Type 0 font (ISO 32000-1, 9.7.6) in PDF syntax; `descendant` and `unicode_map` are object numbers."""
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding {encoding}/DescendantFonts [{descendant} 0 R]"
        f"/ToUnicode {unicode_map} 0 R>>"
    )


def _prefix(own: str, others: tuple[tuple[int, CodedGlyph], ...]) -> str:
    """Six capital letters that mark the font as a subset (ISO 32000-1, 9.6.4), from the hash of its codes."""
    value = int(digest(f"{own}{others}".encode()), 16)
    letters = ""
    for _ in range(6):
        value, rest = divmod(value, 26)
        letters += chr(65 + rest)
    return letters


def width_runs(widths: dict[int, int]) -> str:
    """The content of the array /W: widths in thousandths of an em, in runs of consecutive CIDs."""
    runs: list[tuple[int, list[int]]] = []
    last = -2
    for cid in sorted(widths):
        if cid != last + 1:
            runs.append((cid, []))
        runs[-1][1].append(widths[cid])
        last = cid
    return " ".join(f"{first} [{' '.join(map(str, values))}]" for first, values in runs)


def to_unicode(used: dict[int, str], size: int = 2) -> bytes:
    """A ToUnicode CMap from codes of `size` bytes to text (Adobe Technical Note 5411)."""
    entries = [
        f"<{code:0{2 * size}x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(used.items()) if text
    ]
    return _cmap("Adobe-Identity-UCS", "UCS", 2, entries, "bfchar", size)


def _cmap(name: str, ordering: str, kind: int, entries: list[str], operator: str, size: int = 2) -> bytes:
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} begin{operator}\n" + "\n".join(block) + f"\nend{operator}\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def\n"
        f"/CMapName /{name} def /CMapType {kind} def /WMode 0 def\n"
        f"1 begincodespacerange <{'00' * size}> <{'ff' * size}> endcodespacerange\n"
        f"{body}endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
