"""The character set of form fonts: the letters that a client may type in a language, as far as its face has them.

Babel does not have CLDR's exemplar characters, and the packages that have them bring parsers of their own. So the
letters are those of a Windows code page, if it has all letters of CLDR's names in the language; else those of the whole
script. In the languages that were compared, both contain all exemplar characters.
"""

from __future__ import annotations

import string
from collections import Counter
from functools import lru_cache

import uharfbuzz as hb

from ..foundation.languages import Language
from ..text import Face
from ..text.unicode_data import ONE_SCRIPT, script_of

BY_THE_VIEWER = frozenset(("Jpan", "Kore", "Hans", "Hant"))
"""Scripts (ISO 15924) with more letters than a handout can embed; every viewer has a font for them."""
_PAGES = ("cp1252", "cp1250", "cp1257", "cp1254")
"""Code pages of Latin letters, the commonest first."""
_OFTEN = 4
"""The least number of names with a letter, if it is one of the language's own and not of a foreign name."""
_SHARED = frozenset((*string.printable[:95], *"\u00a0\u200c\u200d‘’‚“”„«»–—…·•°€£§¡¿×"))
"""Characters that are typed in many languages."""
_LIVING = (
    (0xA1, 0x17F), (0x181, 0x1B4), (0x1F8, 0x1F9), (0x218, 0x21B), (0x253, 0x25B), (0x260, 0x263), (0x268, 0x272),
    (0x28A, 0x292), (0x2BB, 0x2BC), (0x300, 0x304), (0x308, 0x30C), (0x323, 0x331), (0x370, 0x3FF), (0x400, 0x45F),
    (0x48A, 0x1C7F), (0x1C90, 0x1CBF), (0x1E00, 0x1E99), (0x1EA0, 0x1EF9), (0x1F00, 0x1FFF),
    (0x2010, 0x203A), (0x20A0, 0x20C0), (0x2D00, 0x2DDF), (0xA8E0, 0xAB2F), (0xFB1D, 0xFB4F), (0xFE70, 0xFEFC),
)  # fmt: skip
"""Code points of letters of living scripts, without phonetic signs and most ligatures and compatibility forms."""


_GUESTS = "řčěšžćłńśźżąęőűůďťňñçãõøåæßœêëïýăâîșțğışđåČŘŠŽŁŚŻĐİ"
"""Letters to add to a code page that lacks them, those of the commonest names first."""
_FREE = (*range(1, 8), *range(14, 32), *range(0x80, 0x100))
"""Codes that a page may leave free: those of control characters except 8 to 13 (line and page breaks), and from 128."""
LATIN = _SHARED | frozenset(chr(code) for code in (*range(0xA1, 0x180), 0x218, 0x219, 0x21A, 0x21B) if code != 0xAD)
"""The characters for Latin text beside another script: names, addresses, dates."""


def page_letters(language: Language, face: Face) -> dict[int, str] | None:
    """A map from code (1 to 255) to letter, as far as the face has them; None if no code page has the language's.

    Codes from 32 on are those of the first code page that has all letters of the language; the codes that it leaves
    free get letters of other languages.
    """
    needed = _words_letters(language)
    for name in _PAGES:
        page = {code: bytes([code]).decode(name, "ignore") for code in range(32, 256) if code != 127}
        if needed <= set(page.values()):
            known = {code: char for code, char in page.items() if char and face.covers(char)}
            return known | _guests(known, face)
    return None


def _guests(page: dict[int, str], face: Face) -> dict[int, str]:
    """Letters of other European languages, for names, at the codes that a code page leaves free."""
    free = (code for code in _FREE if code not in page)
    wanted = (char for char in _GUESTS if char not in page.values() and face.covers(char) and glyph_name(char))
    return dict(zip(free, wanted, strict=False))


def script_letters(language: Language, face: Face) -> frozenset[str]:
    """The characters of the face that are letters of the language's script, or used by all scripts."""
    known = hb.Face(hb.Blob.from_file_path(face.file.path), face.file.index).unicodes
    living = (chr(code) for first, last in _LIVING for code in range(first, last + 1) if code in known)
    script = ONE_SCRIPT.get(language.script, language.script)
    return frozenset(filter(face.covers, _SHARED)).union(char for char in living if script_of(char) in (script, None))


def _words_letters(language: Language) -> set[str]:
    """The letters that are frequent in CLDR's names of languages and territories, lower and upper case."""
    names = (*language.locale.languages.values(), *language.locale.territories.values())
    found = Counter(char for name in names for char in set(name.lower()))
    own = {char for char, times in found.items() if times >= _OFTEN and char.isalpha() and script_of(char)}
    return own.union(*(char.upper() for char in own if len(char.upper()) == 1))


def glyph_name(char: str) -> str | None:
    """The name of a character in the Adobe Glyph List, by which viewers know it; None if it has none."""
    return _glyph_names().get(char)


def code_name(code: int, char: str) -> str | None:
    """The glyph name of a character at a code: that of `WinAnsiEncoding` if it is the same there, else `glyph_name`."""
    return winansi_name(code) if char == bytes([code]).decode("cp1252", "ignore") else glyph_name(char)


def winansi_name(code: int) -> str | None:
    """The glyph name of a code in `WinAnsiEncoding` (ISO 32000-1, D.2); None if it has none."""
    from reportlab.pdfbase._fontdata_enc_winansi import WinAnsiEncoding

    name: str | None = WinAnsiEncoding[code]
    return name


@lru_cache(maxsize=1)
def _glyph_names() -> dict[str, str]:
    from reportlab.pdfbase._glyphlist import _glyphname2unicode

    known: dict[str, int] = _glyphname2unicode
    oldest_first = sorted(known, key=lambda name: (not name.startswith("afii"), len(name), name))
    return {chr(known[name]): name for name in reversed(oldest_first)}
