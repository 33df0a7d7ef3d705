"""Writes a bare CFF font whose glyphs have names, for a simple Type 1 font (Adobe Technical Notes 5176, 5177)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..text import Face
from .cff import index
from .charstrings import CharstringPen, number
from .face_glyphs import glyph_widths, known_glyphs
from .font_subset import postscript_name

_EM = 1000
"""The units to an em of a CFF font that declares no other number."""
_HEADER = bytes([1, 0, 4, 4])
_BOX, _CHARSET, _CHARSTRINGS, _PRIVATE = b"\x05", b"\x0f", b"\x11", b"\x12"
_STANDARD = (
    ".notdef space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus "
    "comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater "
    "question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum "
    "underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde "
    "exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft "
    "guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase "
    "quotedblbase quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron "
    "breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE "
    "ordmasculine ae dotlessi lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus "
    "Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth multiply "
    "threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis "
    "Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute "
    "Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla "
    "eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex odieresis "
    "ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron"
).split()
"""The standard names by their SID (string number) from 0 on, as far as the charset ISOAdobe goes (5176, appendix A)."""
_OWN = 391
"""The SID of the first name that the font defines itself."""


def named_cff(face: Face, letters: Mapping[str, str]) -> bytes:
    """The font with the glyphs of `letters`, which maps glyph names to characters, at the face's weight."""
    known = known_glyphs(face)
    drawn = [_drawn(face, glyph) for glyph in (0, *(known[char] for char in letters.values()))]
    outlines = index([pen.charstring() for pen in drawn])
    boxes = [pen.bounds for pen in drawn if pen.bounds]
    box = [pick(it) for pick, it in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)] if boxes else []
    numbers, own = _numbered(letters)
    name = index([postscript_name(face).encode()])
    strings = index([it.encode() for it in own]) + index([])
    charset = b"\0" + b"".join(it.to_bytes(2, "big") for it in numbers)
    start = len(_HEADER + name) + len(index([_top(box, 0, 0)])) + len(strings)
    top = index([_top(box, start, start + len(charset))])
    return _HEADER + name + top + strings + charset + outlines


def _drawn(face: Face, glyph: int) -> CharstringPen:
    """The outline of a glyph in thousandths of an em."""
    pen = CharstringPen(glyph_widths(face)[glyph], _EM / face.upem)
    face.font.draw_glyph_with_pen(glyph, pen)
    return pen


def _numbered(names: Iterable[str]) -> tuple[list[int], list[str]]:
    """The SID of each name, and the names that the font has to define."""
    standard = {name: at for at, name in enumerate(_STANDARD)}
    own = [name for name in names if name not in standard]
    numbers = standard | {name: at for at, name in enumerate(own, _OWN)}
    return [numbers[name] for name in names], own


def _top(box: Sequence[int], charset: int, outlines: int) -> bytes:
    """The Top DICT of the font; offsets take five bytes each, so that its length does not depend on them."""
    measures = b"".join(map(number, box)) + _BOX if box else b""
    return measures + _far(charset) + _CHARSET + _far(outlines) + _CHARSTRINGS + number(0) + _far(0) + _PRIVATE


def _far(distance: int) -> bytes:
    """An offset from the start of the font, in five bytes."""
    return b"\x1d" + distance.to_bytes(4, "big")
