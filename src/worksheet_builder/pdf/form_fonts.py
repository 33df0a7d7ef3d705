"""The fonts for typing into form fields: with all letters of the language, and Latin letters if its script has none.

The letters of a code page make a simple font, in which every viewer can type: with the encoding of Windows-1252, and
`Differences` (ISO 32000-1, 9.6.6) for other letters. It is a Type 1 font, whose glyphs may have any names; validators
accept few names in a TrueType font (ISO 19005-2, 6.2.11.6). All other letters make a composite font. The font is
written once for each kind of field, with the ascent and descent that put typed text on the writing lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import uharfbuzz as hb

from ..foundation.languages import Language
from ..foundation.records import record
from ..layout.display_list import FieldKind
from ..layout.field_metrics import FieldMetrics, Measures
from ..text import Face, open_face
from ..text.paragraphs import Fonts, paragraph_shaper
from .embedded_fonts import (
    UNUSED,
    composite_body,
    descendant_body,
    descriptor_body,
    to_unicode,
    width_runs,
)
from .face_glyphs import glyph_widths, known_glyphs
from .font_subset import has_curves, lettered, postscript_name
from .form_charset import BY_THE_VIEWER, LATIN, code_name, page_letters, script_letters, winansi_name
from .named_cff import named_cff
from .objects import PdfCanvas, stream
from .truetype import with_letters

NAMES = {FieldKind.LINE: "Wingdings", FieldKind.LINES: "Wingdings2", FieldKind.CELL: "Wingdings3"}
"""Resource names of the fonts by the kind of field they are for."""
SIGNS = "ZaDb"
"""Resource name of the font that viewers draw ticks from."""
_SIGNS = "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"
"""Not embedded, since the file shows nothing in it; a viewer that draws a button anew has it (ISO 32000-1, 9.6.2.2)."""


@record
class FieldFont:
    """A font for form fields; `file` and `unicode_map` (its ToUnicode map) are finished streams.

    A simple font has `coded`, the entries for encoding and widths, and the `names` of its glyphs; a composite font has
    `widths`, the content of its array /W.
    """

    face: Face
    file: bytes
    unicode_map: bytes
    coded: str = ""
    names: tuple[str, ...] = ()
    widths: str = ""

    @property
    def is_composite(self) -> bool:
        """Whether the font is composite, with codes of two bytes."""
        return not self.coded

    def put(self, pdf: PdfCanvas, measures: tuple[Measures, ...]) -> list[int]:
        """Write the font once for each pair of ascent and descent in em; returns the object numbers."""
        file = f"{self._file_key()} {pdf.put(self.file)} 0 R"
        shared = pdf.put(self.unicode_map)
        return [self._put(pdf, file, shared, pair) for pair in measures]

    def _file_key(self) -> str:
        """The key of the font file in a descriptor; in a simple font after the entry /CharSet with its glyph names."""
        if self.is_composite:
            return "/FontFile2"
        return f"/CharSet ({''.join(f'/{name}' for name in self.names)})/FontFile3"

    def _put(self, pdf: PdfCanvas, file: str, unicode_map: int, measures: Measures) -> int:
        name = f"AAAAAA+{postscript_name(self.face)}"
        descriptor = pdf.put(descriptor_body(name, 4 if self.is_composite else 32, measures, file).encode())
        if self.is_composite:
            body = descendant_body(name, "CIDFontType2", descriptor, self.widths)
            return pdf.put(composite_body(name, "/Identity-H", pdf.put(body.encode()), unicode_map).encode())
        return pdf.put(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}{self.coded}/FontDescriptor {descriptor} 0 R"
            f"/ToUnicode {unicode_map} 0 R>>".encode()
        )


def put_field_fonts(pdf: PdfCanvas, language: Language, family: Fonts, field_metrics: FieldMetrics) -> str:
    """Write the fonts of the form; returns the entries of its font resources."""
    font = _field_font(language, family)
    own = (font.face.ascent, font.face.descent)
    numbers = font.put(pdf, (field_metrics.one_line, field_metrics.many_lines, own))
    entries = "".join(f"/{name} {number} 0 R" for name, number in zip(NAMES.values(), numbers, strict=True))
    return f"{entries}/{SIGNS} {pdf.put(_SIGNS.encode())} 0 R"


@lru_cache(maxsize=64)
def _field_font(language: Language, family: Fonts) -> FieldFont:
    """The font for typing in a language; that of English where the viewer's own fonts are better.

    East Asian scripts have too many letters to embed. A viewer that is given a font for right-to-left letters draws
    them with it unjoined and from left to right, as Firefox does; without it, it uses its own font and joins them.
    """
    if language.script in BY_THE_VIEWER or language.rtl:
        return _field_font(Language.of("en"), family)
    faces = [*filter(has_curves, map(open_face, paragraph_shaper(language, family).stack.regular))]
    latin = next(face for face in faces if face.covers("a"))
    codes = page_letters(language, latin) if faces[0] is latin and language.script == "Latn" else None
    return _simple(latin, codes) if codes else _composite(faces[0], latin, script_letters(language, faces[0]))


def _simple(face: Face, codes: dict[int, str]) -> FieldFont:
    """A simple font with codes of one byte, in the encoding of Windows-1252, with `Differences` for other letters."""
    names = {code: name for code, char in sorted(codes.items()) if (name := code_name(code, char))}
    # Codes may share a name, whose glyph is that of the first code: the no-break space is drawn as a space.
    letters = {name: codes[code] for code, name in reversed(names.items())}
    widths = {name: glyph_widths(face)[known_glyphs(face)[char]] for name, char in letters.items()}
    row = " ".join(str(widths[names[code]]) if code in names else "0" for code in range(1, 256))
    coded = f"/Encoding {_encoding(names)}/FirstChar 1/LastChar 255/Widths [{row}]"
    texts = stream(to_unicode(codes, 1))
    file = stream(named_cff(face, letters), "/Subtype/Type1C")
    return FieldFont(face, file, texts, coded, tuple(letters))


def _encoding(names: dict[int, str]) -> str:
    """The value of /Encoding for codes with these glyph names."""
    others = " ".join(f"{code}/{name}" for code, name in names.items() if name != winansi_name(code))
    return f"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences [{others}]>>" if others else "/WinAnsiEncoding"


def _composite(face: Face, latin: Face, letters: frozenset[str]) -> FieldFont:
    """A composite font in which the code and the glyph id of each letter are its code point, as viewers assume.

    Latin letters are added if both faces have the same number of units to the em.
    """
    guests = frozenset(char for char in LATIN if char not in letters and latin.covers(char))
    pairs = [(face, letters), (latin, guests if latin.upem == face.upem else frozenset())]
    files, widths = [], {}
    for it, chars in pairs:
        if chars:
            data = lettered(it, chars, hinted=it is face)
            files.append((data, _numbers(data, chars)))
            widths.update({ord(char): glyph_widths(it)[known_glyphs(it)[char]] for char in chars})
    texts = stream(to_unicode({code: chr(code) for code in widths}))
    file = stream(with_letters(files), measured=True, padding=UNUSED)
    return FieldFont(face, file, texts, widths=width_runs(widths))


def _numbers(data: bytes, letters: Iterable[str]) -> dict[int, int]:
    """The glyph id of each letter in a font file, by its code point."""
    glyph = hb.Font(hb.Face(data)).get_nominal_glyph
    return {ord(char): glyph(ord(char)) or 0 for char in letters}
