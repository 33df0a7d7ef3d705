"""Words as codes that give their letters back, in whatever program a file is read.

Programs ask a font which text a code stands for (ISO 32000-1, 9.10) and join the answers, each by rules of its own, so
that only one way is read alike by all: a code for each letter, the first of a cluster drawing it whole at its full
width, the others drawing nothing. Where text runs to the left, the empty ones come first and in reverse.
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
"""A glyph, and how far it is moved right and up in font units."""


class CodedGlyph(NamedTuple):
    """What a code draws and says: glyphs, or none for a blank; its advance in font units; its text."""

    parts: tuple[Part, ...]
    advance: int
    text: str


class PlacedGlyph(NamedTuple):
    """A unit in a word; `x` in font units from the start of the word."""

    unit: CodedGlyph
    x: int


class _Cluster(NamedTuple):
    """Letters that are drawn together: their texts in logical order, their glyphs from left to right, and where."""

    texts: tuple[str, ...]
    first: int
    last: int
    x: int


Operand = str | tuple[str | CodedGlyph, ...]
"""An operand of TJ without its brackets; where a unit has no code but the one a document gives it, in pieces."""

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Marks of direction, and that of the order of bytes (Unicode, UAX #9)."""
_GAP = 0.05
"""Of an em: half of what a reader of files takes for a space."""
_OWN_CODES = re.compile("<([0-9a-f]+)>")
_WORDS_KEPT = 60_000
_LAST_PRIVATE = "\uf8ff"


class _Operands(dict[Shaped, Operand]):
    """Words as operands, the same in every document."""

    def __missing__(self, shaped: Shaped) -> Operand:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        found = self[shaped] = _lettered(shaped) or _operand(shaped)
        return found


class _OwnCharacters(dict[Shaped, str]):
    """The characters of words that are codes by themselves, the same in every document."""

    def __missing__(self, shaped: Shaped) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        said = "".join([part for part in operand(shaped) if isinstance(part, str)])
        found = self[shaped] = bytes.fromhex("".join(_OWN_CODES.findall(said))).decode("utf-16-be")
        return found


operand = _Operands().__getitem__
"""A word as one operand of TJ."""
own_characters = _OwnCharacters().__getitem__
"""The characters of a word whose codes are they themselves."""


def is_own_code(face: Face, unit: CodedGlyph) -> bool:
    """Whether the unit's code is its character: one glyph, the one that the font maps it to, in its place."""
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
    """The operand of any word, with the moves between its units."""
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
    """The codes of a word from left to right, each with its place."""
    drawn = _composed if has_curves(shaped.face) else _single
    return [placed for cluster in _clusters(shaped) for placed in drawn(shaped, cluster)]


def left_over(shaped: Shaped) -> list[Part]:
    """The glyphs of a word that no code draws, each with its place in font units: marks in a font of CFF outlines.

    Such a font cannot make one glyph of several, so that the code of a cluster draws its first one only.
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
    """The first letter's code with all glyphs of the cluster, and blanks for the other letters.

    A blank stands no further than the next letter, also where that is drawn closer: some programs order by place.
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
    """Letters of blanks, one that has been there together with its neighbour: PDFium takes two in one place for one."""
    found: list[str] = []
    waiting = ""
    for letter in letters:
        waiting += letter
        if waiting not in found:
            found.append(waiting)
            waiting = ""
    return [*found[:-1], found[-1] + waiting] if waiting else found


def _single(shaped: Shaped, cluster: _Cluster) -> Iterator[PlacedGlyph]:
    """One glyph of the cluster with its first letter, or with all of them where the font has no glyph that is empty."""
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
    """A glyph of the face that has no outline and no width."""
    font = face.font
    for char in "\u200b\u200c\u200d\u2060\ufeff":
        glyph = known_glyphs(face)[char]
        extents = font.get_glyph_extents(glyph)
        if glyph and not font.get_glyph_h_advance(glyph) and not (extents and extents.width):
            return glyph
    return None


def _main(shaped: Shaped, cluster: _Cluster) -> int:
    """The index of the glyph that stands on the line: the widest that is not moved up."""
    offsets, advances = shaped.offsets, shaped.advances
    on_line = [i for i in range(cluster.first, cluster.last) if not (offsets and offsets[i][1])]
    return max(on_line or [cluster.first], key=lambda i: advances[i])


def _parts(shaped: Shaped, cluster: _Cluster) -> tuple[Part, ...]:
    """The glyphs of a cluster with their places from its start."""
    found, pen = [], 0
    for index in range(cluster.first, cluster.last):
        right, up = shaped.offsets[index] if shaped.offsets else (0, 0)
        found.append((shaped.glyphs[index], pen + right, up))
        pen += shaped.advances[index]
    return tuple(found)


def _advance(shaped: Shaped, cluster: _Cluster) -> int:
    """The width of a cluster: that of its advancing glyphs without kerning, so that it is the same in all words.

    Where it is set much wider, for the marks below it, that is its width: programs would take the gap for a space.
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
    """The letters of a word by their place in it, each with the joiners that belong to its code.

    Some programs pass over a code that ends in an invisible mark, so it goes before the next letter, or where text runs
    to the left, before the one that precedes it. A soft hyphen is no part of a word; one that is drawn is a hyphen.
    Marks of direction have done their work once the glyphs stand in a line; one that is left costs pdf.js a whole word.
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
