"""Shaping by HarfBuzz: each word once in a process for its fonts, script and language, independent of size."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

import uharfbuzz as hb

from ..fonts.faces import Face, open_face
from ..fonts.families import FontFile
from ..foundation.records import open_record
from ..project.line_rules import line_rules_of
from .line_breaking import graphemes

WORDS_KEPT = 20_000
SOFT_HYPHEN = "\u00ad"
SPACES = " \t\n\r\v\f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may end; no-break spaces are not included."""
_ZERO_WIDTH_SPACE = "\u200b"
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), _ZERO_WIDTH_SPACE) | {9: " "}
_IGNORABLE = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Default_Ignorable_Code_Point (DerivedCoreProperties.txt) and the line separators: these need no glyph."""
_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES


_ALPHABETS = ("Latn", "Grek", "Cyrl")
"""Scripts that need no ligatures in any language; other scripts need theirs."""
_NO_LIGATURES = {"liga": False}
"""The OpenType features without ligatures: for people who read letter by letter, and for text that is copied."""


# Classes with hundreds of objects on a page are not frozen, here and in the writers: a frozen one takes twice as long.
@open_record(eq=False)
class Shaped:
    """A part of a text, shaped in one face and one direction; lengths are in font units, so independent of size.

    Glyphs are in visual order, left to right. `clusters` is for each glyph the index into `text` where its cluster
    starts. `offsets` (right, up) is None where no glyph is moved. `simple` means one glyph for each character, in
    order, unmoved and left to right, so that a ToUnicode map alone is enough to extract the text from a PDF.
    """

    face: Face
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...] | None
    clusters: tuple[int, ...]
    advance: int
    rtl: bool
    simple: bool


@open_record(eq=False)
class Word:
    """A unit from which lines are filled: shaped parts in logical order; widths in em.

    `hang` is subtracted from `advance` where the word ends a line: the width of its trailing space, or minus the width
    of the hyphen that is drawn there. `missing` are the characters that no font has.
    """

    parts: tuple[Shaped, ...]
    advance: float
    hang: float
    missing: str


class Shaper:
    """Shapes words with one list of fonts for one script, language (BCP 47) and direction."""

    def __init__(self, files: tuple[FontFile, ...], script: str, language: str, rtl: bool) -> None:
        self._files, self._script, self._language = files, script, language
        self._rtl, self._direction = rtl, "rtl" if rtl else "ltr"
        self._first = open_face(files[0])
        self._features = _NO_LIGATURES if script in _ALPHABETS else None
        self._crowded = line_rules_of(language).crowded_pattern
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """Shape a word, or return it from the cache."""
        word = self._words.get(text)
        if word is None:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            word = self._words[text] = self._shape_word(text)
        return word

    def simple(self, text: str) -> Shaped | None:
        """Shape a word in the first font; None if that lacks a glyph, or the result is not simple (see `Shaped`)."""
        whole = self._shape(text, self._first)
        return whole if whole.simple and 0 not in whole.glyphs else None

    def _shape_word(self, text: str) -> Word:
        whole = self._shape(text, self._first)
        if 0 not in whole.glyphs:
            return Word((whole,), whole.advance / whole.face.upem, _hang(whole), "")
        stretches, missing = self._by_face(text)
        parts = tuple(self._shape(stretch, face) for face, stretch in stretches)
        width = sum(part.advance / part.face.upem for part in parts)
        return Word(parts, width, _hang(parts[-1]), missing)

    def _by_face(self, text: str) -> tuple[list[tuple[Face, str]], str]:
        """Cut the text into (face, text), each grapheme in the first face that has it; and the characters none has."""
        stretches: list[tuple[Face, str]] = []
        missing = ""
        for cluster in graphemes(text):
            face = self._face_for(cluster, stretches[-1][0] if stretches else None)
            if face is None:
                missing += "".join(char for char in cluster if not self._face_for(char, None))
                face = self._first
            if stretches and stretches[-1][0] is face:
                stretches[-1] = (face, stretches[-1][1] + cluster)
            else:
                stretches.append((face, cluster))
        return stretches, missing

    def _face_for(self, cluster: str, current: Face | None) -> Face | None:
        """The first face that has the grapheme cluster, or None; white space stays in the current face if possible."""
        if current and cluster.isspace() and _has(current, cluster):
            return current
        return next((face for face in map(open_face, self._files) if _has(face, cluster)), None)

    def _shape(self, text: str, face: Face) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(text if text.isprintable() else text.translate(_CONTROLS))
        buffer.direction = self._direction
        buffer.script = self._script
        buffer.language = self._language
        buffer.flags = _FLAGS
        hb.shape(face.font, buffer, self._features or self._halved(text))
        return _shaped(face, text, buffer, self._rtl)

    def _halved(self, text: str) -> dict[str, list[tuple[int, int, bool]]] | None:
        """The feature `halt`: full-width punctuation loses its empty half before more of it (CLREQ, JLREQ 3.1.4)."""
        marks = [(match.start(), match.end(), True) for match in self._crowded.finditer(text)] if self._crowded else []
        return {"halt": marks} if marks else None


@lru_cache(maxsize=1024)
def shaper(files: tuple[FontFile, ...], script: str, language: str, rtl: bool) -> Shaper:
    """The cached shaper for these fonts, script, language and direction."""
    return Shaper(files, script, language, rtl)


@lru_cache(maxsize=WORDS_KEPT)
def at_line_end(shaped: Shaped) -> tuple[Shaped, ...]:
    """The parts that replace a part at a line's end: trailing space split off, soft hyphen drawn; () if unchanged."""
    if shaped.text.endswith(SOFT_HYPHEN):
        return (_hyphenated(shaped),)
    body = len(shaped.text.rstrip(SPACES))
    if body in (0, len(shaped.text)) or shaped.rtl or body not in shaped.clusters:
        return ()
    at = shaped.clusters.index(body)
    return _slice(shaped, 0, body, 0, at), _slice(shaped, body, len(shaped.text), at, len(shaped.glyphs))


def _hyphenated(shaped: Shaped) -> Shaped:
    """The part with a hyphen glyph added at its end: at the right, in right-to-left text at the left."""
    hyphen = shaped.face.font.get_nominal_glyph(ord("-")) or 0
    advance = int(shaped.face.font.get_glyph_h_advance(hyphen))
    at = 0 if shaped.rtl else len(shaped.glyphs)
    return replace(
        shaped,
        glyphs=(*shaped.glyphs[:at], hyphen, *shaped.glyphs[at:]),
        advances=(*shaped.advances[:at], advance, *shaped.advances[at:]),
        offsets=shaped.offsets and (*shaped.offsets[:at], (0, 0), *shaped.offsets[at:]),
        clusters=(*shaped.clusters[:at], len(shaped.text) - 1, *shaped.clusters[at:]),
        advance=shaped.advance + advance,
        simple=False,
    )


def _slice(shaped: Shaped, start: int, end: int, first: int, last: int) -> Shaped:
    advances = shaped.advances[first:last]
    return replace(
        shaped,
        text=shaped.text[start:end],
        glyphs=shaped.glyphs[first:last],
        advances=advances,
        offsets=shaped.offsets and shaped.offsets[first:last],
        clusters=tuple(cluster - start for cluster in shaped.clusters[first:last]),
        advance=sum(advances),
        simple=shaped.simple or _plain(end - start, shaped.clusters[first:last], start),
    )


def _plain(length: int, clusters: tuple[int, ...], start: int = 0) -> bool:
    return clusters == tuple(range(start, start + length))


def _shaped(face: Face, text: str, buffer: hb.Buffer, rtl: bool) -> Shaped:
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if not infos:
        return Shaped(face, text, (), (), None, (), 0, rtl, False)
    codes, clusters = tuple([info.codepoint for info in infos]), tuple([info.cluster for info in infos])
    right, up, advances, _ = zip(*[position.position for position in positions], strict=True)
    moved = any(right) or any(up)
    offsets = tuple(zip(right, up, strict=True)) if moved else None
    simple = not moved and not rtl and _plain(len(text), clusters)
    return Shaped(face, text, codes, advances, offsets, clusters, sum(advances), rtl, simple)


def _hang(last: Shaped) -> float:
    """The `hang` in em of a word whose last part this is (see `Word`)."""
    if last.text[-1:].isalnum():
        return 0.0
    if last.text.endswith(SOFT_HYPHEN):
        return (last.advance - _hyphenated(last).advance) / last.face.upem
    body = len(last.text.rstrip(SPACES))
    if body == len(last.text):
        return 0.0
    pairs = zip(last.advances, last.clusters, strict=True)
    return sum(advance for advance, cluster in pairs if cluster >= body) / last.face.upem


def _has(face: Face, cluster: str) -> bool:
    """Whether the face has glyphs for a cluster, as written or composed (NFC); spaces and invisible ones need none."""
    drawn = [char for char in cluster if char not in _IGNORABLE and not char.isspace() and ord(char) not in _CONTROLS]
    if all(map(face.covers, drawn)):
        return True
    composed = unicodedata.normalize("NFC", "".join(drawn))
    return len(composed) < len(drawn) and all(map(face.covers, composed))
