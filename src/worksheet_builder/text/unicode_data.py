"""Properties of characters for UAX #9 and UAX #24: bidi class, paired bracket and script.

Bidi classes come from `unicodedata`, with the defaults of DerivedBidiClass.txt for unassigned characters; brackets are
those of BidiBrackets.txt 15.0; scripts come from HarfBuzz.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

import uharfbuzz as hb

ONE_SCRIPT = {"Hira": "Hani", "Kana": "Hani", "Bopo": "Hani", "Jpan": "Hani", "Hans": "Hani", "Hant": "Hani"}
"""ISO 15924 codes that are shaped as Han (`Hani`); the last three are codes of languages, not of characters."""
_OPENERS = "([{༺༼᚛⁅⁽₍⌈⌊\u2329❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSERS = ")]}༻༽᚜⁆⁾₎⌉⌋\u232a❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
BRACKETS = dict(zip(_OPENERS, _CLOSERS, strict=True))
CLOSING = dict(zip(_CLOSERS, _OPENERS, strict=True))
_RIGHT_TO_LEFT_BLOCKS = (
    (0x0590, "R"), (0x0600, "AL"), (0x07C0, "R"), (0x0860, "AL"), (0x0900, "L"), (0x20A0, "ET"), (0x20D0, "L"),
    (0xFB1D, "R"), (0xFB50, "AL"), (0xFE00, "L"), (0xFE70, "AL"), (0xFF00, "L"), (0x10800, "R"), (0x10D00, "AL"),
    (0x10D40, "R"), (0x10EC0, "AL"), (0x10F00, "R"), (0x10F30, "AL"), (0x10F70, "R"), (0x11000, "L"),
    (0x1E800, "R"), (0x1EC70, "AL"), (0x1ECC0, "R"), (0x1ED00, "AL"), (0x1ED50, "R"), (0x1EE00, "AL"),
    (0x1EF00, "R"), (0x1F000, "L"),
)  # fmt: skip
_BLOCK_STARTS = [start for start, _ in _RIGHT_TO_LEFT_BLOCKS]


@lru_cache(maxsize=8192)
def bidi_class(char: str) -> str:
    """The Bidi_Class of a character; that of an unassigned one is the default of its block."""
    return unicodedata.bidirectional(char) or _default_class(ord(char))


def _default_class(code: int) -> str:
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xE0000 <= code <= 0xE0FFF or 0xFFF0 <= code <= 0xFFF8:
        return "BN"
    at = bisect_right(_BLOCK_STARTS, code)
    return _RIGHT_TO_LEFT_BLOCKS[at - 1][1] if at else "L"


@lru_cache(maxsize=8192)
def script_of(char: str) -> str | None:
    """The ISO 15924 script of a character; None if scripts share it (Common, Inherited). Kana counts as Han."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char)])
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return ONE_SCRIPT.get(script, script) if script else None
