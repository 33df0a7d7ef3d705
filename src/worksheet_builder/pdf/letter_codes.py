"""Writes words as character codes from which every program extracts the right text.

Programs map each code to text with the font's ToUnicode map (ISO 32000-1, 9.10) and join the results, each by its own
rules. Only one way gives the same text in all: a code for each letter, of which the first in a cluster draws the whole
cluster at its full width, and the others draw nothing. In right-to-left text the empty ones come first, in reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from ..text import Face, Shaped
from ..text.shaping import SOFT_HYPHEN
from .face_glyphs import glyph_widths, known_glyphs
from .font_subset import has_curves

Part = tuple[int, int, int]
"""A glyph id, and the distances that it is moved right and up, in font units."""


class CodedGlyph(NamedTuple):
    """The meaning of a code: the glyphs that it draws (a blank: none), its advance in font units, and its text."""

    parts: tuple[Part, ...]
    advance: int
    text: str


class PlacedGlyph(NamedTuple):
    """A coded glyph in a word; `x` in font units from the start of the word."""

    unit: CodedGlyph
    x: int


class _Cluster(NamedTuple):
    """A cluster: its letters in logical order, the range of its glyphs from left to right, and its x in font units."""

    texts: tuple[str, ...]
    first: int
    last: int
    x: int


Operand = str | tuple[str | CodedGlyph, ...]
"""An operand of TJ without its brackets; in pieces if it has coded glyphs whose codes the document assigns."""

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Bidi controls (UAX #9) and the byte order mark."""
_GAP = 0.05
"""A distance in em: half of that which programs take for a space when they extract text."""
_OWN_CODES = re.compile("<([0-9a-f]+)>")
_WORDS_KEPT = 60_000
_LAST_PRIVATE = "\uf8ff"


class _Operands(dict[Shaped, Operand]):
    """A cache of words as operands of TJ, which are the same in every document."""

    def __missing__(self, shaped: Shaped) -> Operand:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        found = self[shaped] = _lettered(shaped) or _operand(shaped)
        return found


class _OwnCharacters(dict[Shaped, str]):
    """A cache of the characters of words that are their own codes, which are the same in every document."""

    def __missing__(self, shaped: Shaped) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        said = "".join([part for part in operand(shaped) if isinstance(part, str)])
        found = self[shaped] = bytes.fromhex("".join(_OWN_CODES.findall(said))).decode("utf-16-be")
        return found


operand = _Operands().__getitem__
"""A word as one operand of TJ."""
own_characters = _OwnCharacters().__getitem__
"""The characters of a word that are their own codes."""


def is_own_code(face: Face, unit: CodedGlyph) -> bool:
    """Whether a coded glyph has its character as code: it draws only the glyph to which the font maps that, unmoved."""
    if len(unit.text) != 1 or len(unit.parts) != 1 or not _codable(unit.text):
        return False
    glyph = known_glyphs(face)[unit.text]
    return unit.parts[0] == (glyph, 0, 0) and unit.advance == face.font.get_glyph_h_advance(glyph)


def _codable(char: str) -> bool:
    return " " <= char <= "\uffff" and not ("\x7f" <= char < "\xa0" or "\ud800" <= char <= _LAST_PRIVATE)


def _lettered(shaped: Shaped) -> str | None:
    """The operand of a word in which each letter has the glyph that its font maps it to; None for any other."""
    text, face, widths = shaped.text, shaped.face, glyph_widths(shaped.face)
    if not shaped.simple or not text or not all(map(_codable, text)) or SOFT_HYPHEN in text:
        return None
    if shaped.glyphs != tuple(map(known_glyphs(face).__getitem__, text)) or not _without_format_marks(text):
        return None
    scale, out, pen, x = 1000 / face.upem, "", 0, 0
    most = _GAP * 1000 - 1  # what is rounded may be one less
    for char, glyph, advance in zip(text, shaped.glyphs, shaped.advances, strict=True):
        width = widths[glyph]
        if not advance or advance * scale - width > most:
            return None
        move = round(x * scale - pen)
        out += f">{-move}<{ord(char):04x}" if move else f"{ord(char):04x}"
        pen += move + width
        x += advance
    rest = round(x * scale - pen)
    return f"<{out}>{-rest}" if rest else f"<{out}>"


def _without_format_marks(text: str) -> bool:
    return text.isprintable() or not any(map(_is_format, text))


def _operand(shaped: Shaped) -> Operand:
    """The operand of any word, with the moves between its coded glyphs."""
    out: list[str | CodedGlyph] = []
    scale, pen = 1000 / shaped.face.upem, 0.0
    for unit, x in units(shaped):
        move = round(x * scale - pen)
        if move:
            out.append(str(-move))
        out.append(f"<{ord(unit.text):04x}>" if is_own_code(shaped.face, unit) else unit)
        pen += move + round(unit.advance * scale)
    rest = round(shaped.advance * scale - pen)
    if rest:
        out.append(str(-rest))
    if any(isinstance(part, CodedGlyph) for part in out):
        return tuple(out)
    return "".join(map(str, out)).replace("><", "")


def units(shaped: Shaped) -> list[PlacedGlyph]:
    """The coded glyphs of a word from left to right, each with its place."""
    drawn = _composed if has_curves(shaped.face) else _single
    return [placed for cluster in _clusters(shaped) for placed in drawn(shaped, cluster)]


def left_over(shaped: Shaped) -> list[Part]:
    """The glyphs of a word that no code draws, each with its place in font units: marks in a font of CFF outlines.

    Such a font has no composite glyphs, so that the code of a cluster draws only its main glyph.
    """
    if shaped.simple or has_curves(shaped.face):
        return []
    found = []
    for cluster in _clusters(shaped):
        main = _main(shaped, cluster)
        found += [
            (glyph, cluster.x + x, y)
            for index, (glyph, x, y) in enumerate(_parts(shaped, cluster), cluster.first)
            if index != main
        ]
    return found


def _composed(shaped: Shaped, cluster: _Cluster) -> Iterator[PlacedGlyph]:
    """Yield the first letter with all glyphs of the cluster, and blanks for the other letters (TrueType outlines).

    A blank is no further right than the next letter, even if that is kerned closer: some programs sort codes by place.
    """
    first, *others = cluster.texts
    parts, advance, x = _parts(shaped, cluster), _advance(shaped, cluster), cluster.x
    end = x + min(advance, sum(shaped.advances[cluster.first : cluster.last]))
    if len(parts) == 1:
        ((glyph, right, up),) = parts
        parts, x = ((glyph, 0, up),), x + right
    if shaped.rtl:
        yield from (PlacedGlyph(CodedGlyph((), 0, text), cluster.x) for text in reversed(others))
    yield PlacedGlyph(CodedGlyph(parts, advance, first), x)
    if not shaped.rtl:
        yield from (PlacedGlyph(CodedGlyph((), 0, text), end) for text in _unlike(others))


def _unlike(letters: Iterable[str]) -> list[str]:
    """The texts of blanks, made different by joining neighbours: PDFium takes two equal ones in one place for one."""
    found: list[str] = []
    waiting = ""
    for letter in letters:
        waiting += letter
        if waiting not in found:
            found.append(waiting)
            waiting = ""
    return [*found[:-1], found[-1] + waiting] if waiting else found


def _single(shaped: Shaped, cluster: _Cluster) -> Iterator[PlacedGlyph]:
    """Yield the main glyph with the first letter, and blanks; with all letters if the font has no empty glyph (CFF)."""
    main = _main(shaped, cluster)
    glyph, right, _ = _parts(shaped, cluster)[main - cluster.first]
    advance = int(shaped.face.font.get_glyph_h_advance(glyph))
    blank, (first, *others) = _empty_glyph(shaped.face), cluster.texts
    if blank is None:
        first, others = "".join((first, *others)[:: -1 if shaped.rtl else 1]), []
    drawn = PlacedGlyph(CodedGlyph(((glyph, 0, 0),), advance, first), cluster.x + right)
    end = cluster.x + right + (0 if shaped.rtl else advance)
    blanks = [PlacedGlyph(CodedGlyph(((blank or 0, 0, 0),), 0, text), end) for text in others]
    yield from (*reversed(blanks), drawn) if shaped.rtl else (drawn, *blanks)


@lru_cache(maxsize=256)
def _empty_glyph(face: Face) -> int | None:
    """The id of a glyph of the face that has no outline and no width; None if there is none."""
    font = face.font
    for char in "\u200b\u200c\u200d\u2060\ufeff":
        glyph = known_glyphs(face)[char]
        extents = font.get_glyph_extents(glyph)
        if glyph and not font.get_glyph_h_advance(glyph) and not (extents and extents.width):
            return glyph
    return None


def _main(shaped: Shaped, cluster: _Cluster) -> int:
    """The index of a cluster's main glyph: the widest that is not moved up or down from the baseline."""
    offsets, advances = shaped.offsets, shaped.advances
    on_line = [i for i in range(cluster.first, cluster.last) if not (offsets and offsets[i][1])]
    return max(on_line or [cluster.first], key=lambda i: advances[i])


def _parts(shaped: Shaped, cluster: _Cluster) -> tuple[Part, ...]:
    """The glyphs of a cluster with their places from its start, in font units."""
    found, pen = [], 0
    for index in range(cluster.first, cluster.last):
        right, up = shaped.offsets[index] if shaped.offsets else (0, 0)
        found.append((shaped.glyphs[index], pen + right, up))
        pen += shaped.advances[index]
    return tuple(found)


def _advance(shaped: Shaped, cluster: _Cluster) -> int:
    """The width of a cluster in font units: that of its glyphs without kerning, so that it is the same in all words.

    If it is set much wider, for marks below it, that width is taken: programs would take the gap for a space.
    """
    advance, inside = shaped.face.font.get_glyph_h_advance, range(cluster.first, cluster.last)
    own = sum(int(advance(shaped.glyphs[i])) for i in inside if shaped.advances[i])
    set_ = sum(shaped.advances[i] for i in inside)
    return set_ if set_ - own > _GAP * shaped.face.upem else own


def _clusters(shaped: Shaped) -> Iterator[_Cluster]:
    """The clusters of a word from left to right; none where all its characters are invisible."""
    if not shaped.glyphs:
        return
    starts = sorted({*shaped.clusters})
    ends = dict(zip(starts, (*starts[1:], len(shaped.text)), strict=True))
    letters = _letters(shaped)
    first, x = 0, 0
    count = len(shaped.glyphs)
    for index in range(1, count + 1):
        if index == count or shaped.clusters[index] != shaped.clusters[first]:
            start = shaped.clusters[first]
            begin = 0 if start == starts[0] else start
            texts = tuple([text for at, text in letters if begin <= at < ends[start]])
            if texts or any(shaped.advances[first:index]):
                yield _Cluster(texts or ("\u200b",), first, index, x)
            x += sum(shaped.advances[first:index])
            first = index


def _letters(shaped: Shaped) -> list[tuple[int, str]]:
    """The letters of a word with their indexes, each with the invisible format characters that go into its text.

    Some programs skip a code whose text ends in a format character, so it goes before the next letter, or in
    right-to-left text before the letter that precedes it. A soft hyphen is left out, or becomes a hyphen if it is
    drawn. Bidi controls are left out: the glyphs are in order already, and with one pdf.js loses the whole word.
    """
    found: list[tuple[int, str]] = []
    waiting = ""
    drawn = max(shaped.clusters, default=0)
    for at, char in enumerate(shaped.text):
        if char == SOFT_HYPHEN:
            found += [(at, "-")] if at == drawn else []
        elif char in _DIRECTION:
            continue
        elif not _is_format(char):
            found.append((at, waiting + (" " if category(char) == "Cc" else char)))
            waiting = ""
        elif shaped.rtl and found:
            found[-1] = (found[-1][0], char + found[-1][1])
        else:
            waiting += char
    return [*found, *((len(shaped.text) - 1, mark) for mark in waiting)]


@lru_cache(maxsize=1024)
def _is_format(char: str) -> bool:
    return category(char) == "Cf"
