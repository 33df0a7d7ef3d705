"""The fonts that a client types in: with every letter of the language, and Latin letters beside a script without them.

The letters of a code page make a simple font, which every viewer can type in: with the encoding of Windows-1252, and
`Differences` (ISO 32000-1, 9.6.6) for the other pages. All others make a composite font. Each is named for the kinds of
field, with the measures that put typed text on the lines of a sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from ..foundation.languages import Language
from ..layout.display_list import FieldKind
from ..layout.field_metrics import FieldMetrics, Measures
from ..text import Face, open_face
from ..text.paragraphs import Fonts, paragraph_shaper
from .embedded_fonts import composite_body, descendant_body, descriptor_body, to_unicode, width_runs
from .font_subset import has_curves, lettered, postscript_name
from .form_charset import BY_THE_VIEWER, glyph_name, page_letters, script_letters
from .letter_codes import glyph_widths
from .objects import PdfCanvas, stream

NAMES = {FieldKind.LINE: "Fa", FieldKind.LINES: "Fb", FieldKind.CELL: "Fc"}
"""Resource names of the fonts by the kind of field they are for."""
_LATIN = "Fl"


@dataclass(frozen=True, slots=True)
class FieldFont:
    """A font file as a finished stream, and how its letters are reached.

    With a `unicode_map` and `places`, the glyph of each code, finished streams too, the font is composite; else it is
    simple, and `coded` says the encoding and the widths of its codes.
    """

    face: Face
    file: bytes
    coded: str = ""
    widths: str = ""
    unicode_map: bytes = b""
    places: bytes = b""

    def put(self, pdf: PdfCanvas, measures: tuple[Measures, ...]) -> list[int]:
        """Write the font once for each pair of measures; returns the numbers of their objects."""
        file = f"/FontFile2 {pdf.put(self.file)} 0 R"
        shared = (pdf.put(self.unicode_map), pdf.put(self.places)) if self.unicode_map else None
        return [self._put(pdf, file, shared, pair) for pair in measures]

    def _put(self, pdf: PdfCanvas, file: str, shared: tuple[int, int] | None, measures: Measures) -> int:
        name = f"AAAAAA+{postscript_name(self.face)}"
        descriptor = pdf.put(descriptor_body(name, 4 if shared else 32, measures, file).encode())
        if shared:
            unicode_map, places = shared
            body = descendant_body(name, "CIDFontType2", descriptor, self.widths, f"{places} 0 R")
            return pdf.put(composite_body(name, "/Identity-H", pdf.put(body.encode()), unicode_map).encode())
        return pdf.put(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}{self.coded}/FontDescriptor {descriptor} 0 R>>".encode()
        )


def put_field_fonts(pdf: PdfCanvas, language: Language, family: Fonts, field_metrics: FieldMetrics) -> str:
    """Write the fonts; returns the entries of the form's font resources."""
    font = _field_font(language, family)
    own = (font.face.ascent, font.face.descent)
    numbers = font.put(pdf, (field_metrics.one_line, field_metrics.many_lines, own))
    entries = "".join(f"/{name} {number} 0 R" for name, number in zip(NAMES.values(), numbers, strict=True))
    if not font.face.covers("a"):
        (latin,) = _field_font(Language.of("en"), family).put(pdf, (field_metrics.one_line,))
        entries += f"/{_LATIN} {latin} 0 R"
    return entries


@lru_cache(maxsize=64)
def _field_font(language: Language, family: Fonts) -> FieldFont:
    if language.script in BY_THE_VIEWER:
        return _field_font(Language.of("en"), family)
    face = next(face for face in map(open_face, paragraph_shaper(language, family).stack.regular) if has_curves(face))
    codes = page_letters(language, face)
    return _simple(face, codes) if codes else _composite(face, script_letters(language, face))


def _simple(face: Face, codes: dict[int, str]) -> FieldFont:
    glyph, known = face.font.get_nominal_glyph, glyph_widths(face)
    chars = [codes.get(code, "") for code in range(32, 256)]
    widths = " ".join(str(known[glyph(ord(char)) or 0]) if char else "0" for char in chars)
    others = ((code, char) for code, char in sorted(codes.items()) if char != bytes([code]).decode("cp1252", "ignore"))
    names = " ".join(f"{code}/{name}" for code, char in others if (name := glyph_name(char)))
    encoding = f"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences [{names}]>>" if names else "/WinAnsiEncoding"
    coded = f"/Encoding {encoding}/FirstChar 32/LastChar 255/Widths [{widths}]"
    return FieldFont(face, stream(lettered(face, filter(None, chars)), measured=True), coded)


def _composite(face: Face, letters: Iterable[str]) -> FieldFont:
    """Each letter has a code of its own, since some, such as two digits of one, share a glyph."""
    codes = dict(enumerate(sorted(letters), 1))
    data = lettered(face, codes.values())
    glyph = hb.Font(hb.Face(data)).get_nominal_glyph
    places = b"".join((glyph(ord(codes[code])) or 0).to_bytes(2, "big") if code else b"\0\0" for code in (0, *codes))
    known, own = glyph_widths(face), face.font.get_nominal_glyph
    widths = width_runs({code: known[own(ord(char)) or 0] for code, char in codes.items()})
    return FieldFont(face, stream(data, measured=True), "", widths, stream(to_unicode(codes)), stream(places))
