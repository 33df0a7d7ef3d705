"""The character set of form fonts: the letters that a client may type in a language, as far as its face has them.

Babel leaves CLDR's exemplar characters out, and the packages that carry them bring parsers of their own. So the letters
are those of a Windows code page, if it has all that CLDR's names in the language are written with; else those of the
whole script. Both hold the exemplars of the languages that were compared.
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
"""Ways of writing with more letters than a handout can carry; every viewer brings a font for them."""
_PAGES = ("cp1252", "cp1250", "cp1257", "cp1254")
"""Code pages of Latin letters, the commonest first."""
_OFTEN = 4
"""In how many names a letter stands that is the language's own, and not a guest's."""
_SHARED = frozenset((*string.printable[:95], *"\u00a0\u200c\u200d‘’‚“”„«»–—…·•°€£§¡¿×"))
"""Signs that are typed in many languages."""
_LIVING = (
    (0xA1, 0x17F), (0x181, 0x1B4), (0x1F8, 0x1F9), (0x218, 0x21B), (0x253, 0x25B), (0x260, 0x263), (0x268, 0x272),
    (0x28A, 0x292), (0x2BB, 0x2BC), (0x300, 0x304), (0x308, 0x30C), (0x323, 0x331), (0x370, 0x3FF), (0x400, 0x45F),
    (0x48A, 0x1C7F), (0x1C90, 0x1CBF), (0x1E00, 0x1E99), (0x1EA0, 0x1EF9), (0x1F00, 0x1FFF),
    (0x2010, 0x203A), (0x20A0, 0x20BF), (0x2D00, 0x2DDF), (0xA8E0, 0xAB2F), (0xFB1D, 0xFB4F), (0xFE70, 0xFEFC),
)  # fmt: skip
"""Where letters of living scripts stand: without phonetic signs, ligatures and forms for other machines."""


_GUESTS = "řčěšžćłńśźżąęőűůďťňñçãõøåæßœêëïýăâîșțğışđåČŘŠŽŁŚŻĐİ"
"""Letters beyond a code page, those of the commonest names first."""
_FREE = (*range(1, 8), *range(14, 32), *range(0x80, 0x100))
"""Codes that a page may leave free: those of control characters but for the breaks of lines and pages."""
LATIN = _SHARED | frozenset(chr(code) for code in (*range(0xA1, 0x180), 0x218, 0x219, 0x21A, 0x21B) if code != 0xAD)
"""What is typed in Latin letters beside another script: names, addresses, dates."""


def page_letters(language: Language, face: Face) -> dict[int, str] | None:
    """The letter of each code, from 32 on, in the first code page that has the language's; None where none has."""
    needed = _words_letters(language)
    for name in _PAGES:
        page = {code: bytes([code]).decode(name, "ignore") for code in range(32, 256) if code != 127}
        if needed <= set(page.values()):
            known = {code: char for code, char in page.items() if char and face.covers(char)}
            return known | _guests(known, face)
    return None


def _guests(page: dict[int, str], face: Face) -> dict[int, str]:
    """Letters of other languages of Europe, as names have them, at codes that a page leaves free."""
    free = (code for code in _FREE if code not in page)
    wanted = (char for char in _GUESTS if char not in page.values() and face.covers(char) and glyph_name(char))
    return dict(zip(free, wanted, strict=False))


def script_letters(language: Language, face: Face) -> frozenset[str]:
    """The letters of the language's script and the signs of all, as far as the face has them."""
    known = hb.Face(hb.Blob.from_file_path(face.file.path), face.file.index).unicodes
    living = (chr(code) for first, last in _LIVING for code in range(first, last + 1) if code in known)
    script = ONE_SCRIPT.get(language.script, language.script)
    return frozenset(filter(face.covers, _SHARED)).union(char for char in living if script_of(char) in (script, None))


def _words_letters(language: Language) -> set[str]:
    """The letters of the language in CLDR's names of languages and territories, small and capital."""
    names = (*language.locale.languages.values(), *language.locale.territories.values())
    found = Counter(char for name in names for char in set(name.lower()))
    own = {char for char, times in found.items() if times >= _OFTEN and char.isalpha() and script_of(char)}
    return own.union(*(char.upper() for char in own if len(char.upper()) == 1))


def glyph_name(char: str) -> str | None:
    """The name of a letter in the Adobe Glyph List, by which viewers know it; None where it has none."""
    return _glyph_names().get(char)


def code_name(code: int, char: str) -> str | None:
    """The name of the letter of a code: that of `WinAnsiEncoding` where it is the same, else that of the list."""
    return winansi_name(code) if char == bytes([code]).decode("cp1252", "ignore") else glyph_name(char)


def winansi_name(code: int) -> str | None:
    """The name of the letter of a code in `WinAnsiEncoding` (ISO 32000-1, D.2)."""
    from reportlab.pdfbase._fontdata_enc_winansi import WinAnsiEncoding

    name: str | None = WinAnsiEncoding[code]
    return name


@lru_cache(maxsize=1)
def _glyph_names() -> dict[str, str]:
    from reportlab.pdfbase._glyphlist import _glyphname2unicode

    known: dict[str, int] = _glyphname2unicode
    oldest_first = sorted(known, key=lambda name: (not name.startswith("afii"), len(name), name))
    return {chr(known[name]): name for name in reversed(oldest_first)}
