"""Adds glyphs to a TrueType file: OpenType’s tables `glyf`, `loca`, `hmtx`, `hhea`, `maxp`, `head` and `cmap`."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..foundation.records import record
from .letter_codes import Part

_KEPT = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
"""The tables that a viewer reads in an embedded font whose codes are mapped to glyph ids (ISO 32000-1, 9.9)."""
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_WORDS_XY, _OVERLAP = 0x0003, 0x0400
_SFNT = 0x00010000
_CHECKED = 0xB1B0AFBA


@record
class CompositeGlyph:
    """A glyph made of glyphs of the file with their places, and its advance, in font units; blank without parts."""

    parts: tuple[Part, ...]
    advance: int


Shape = tuple[bytes, int, int]
"""A glyph description as in `glyf`, with its advance and left side bearing in font units."""


def with_composites(data: bytes, added: Sequence[CompositeGlyph]) -> bytes:
    """The file with these glyphs added after its own."""
    tables = _tables(data)
    if added:
        places = _places(tables)
        outlines = (_outline(tables["glyf"], places, glyph.parts) for glyph in added)
        shapes = [(body, glyph.advance, left) for glyph, (body, left) in zip(added, outlines, strict=True)]
        _limit(tables, max(len(glyph.parts) for glyph in added))
        _extend(tables, shapes)
    return _assembled({tag: table for tag, table in tables.items() if tag in _KEPT})


def with_letters(files: Sequence[tuple[bytes, Mapping[int, int]]]) -> bytes:
    """Merge font files into one, in which the id of each glyph is the code point of its character: no map is needed.

    Each file comes with its glyph ids by code point. All must have the same number of units to the em; the tables for
    hinting are those of the first file, so the others must have no hints.
    """
    tables, codes = _tables(files[0][0]), {code: code for _, letters in files for code in letters}
    free = (number for number in range(1, 0x10000) if number not in codes)
    shapes: dict[int, Shape] = {}
    for data, letters in files:
        shapes.update(_numbered(_tables(data), letters, free))
        _limit(tables, 1, _tables(data))
    tables["maxp"] = tables["maxp"][:4] + b"\0\0" + tables["maxp"][6:]
    tables |= {"glyf": b"", "loca": bytes(4), "hmtx": b""}
    _extend(tables, [shapes.get(number, (b"", 0, 0)) for number in range(max(shapes) + 1)])
    kept = {tag: table for tag, table in tables.items() if tag in _KEPT}
    return _assembled({**kept, "cmap": _character_map(codes)})


def _numbered(tables: Mapping[str, bytes], letters: Mapping[int, int], free: Iterator[int]) -> dict[int, Shape]:
    """The glyphs of a file by their new ids: code points, and free numbers for glyphs without a character."""
    places, rows = _places(tables), _rows(tables)
    numbers = {glyph: code for code, glyph in letters.items()} | {0: 0}
    for glyph in range(len(rows)):
        if glyph not in numbers:
            numbers[glyph] = next(free)
    bodies = [_renumbered(tables["glyf"][start:end], numbers) for start, end in pairwise(places)]
    targets = [*letters.items(), *((number, glyph) for glyph, number in numbers.items())]
    return {number: (bodies[glyph], *rows[glyph]) for number, glyph in targets}


def _count(tables: Mapping[str, bytes]) -> int:
    """How many glyphs a file has."""
    return int.from_bytes(tables["maxp"][4:6], "big")


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4) if data else (0,)
    found = {}
    for at in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        found[tag.decode("latin-1")] = data[start : start + length]
    return found


def _extend(tables: dict[str, bytes], added: Sequence[Shape]) -> None:
    """Add glyphs after those of a file; changes its tables."""
    head, maxp, hhea = (bytearray(tables[tag]) for tag in ("head", "maxp", "hhea"))
    places, rows = _places(tables), [*_rows(tables), *((advance, left) for _, advance, left in added)]
    glyf = bytearray(tables["glyf"][: places[-1]])
    for body, _, _ in added:
        glyf += bytes(-len(glyf) % 4)
        places[-1] = len(glyf)
        glyf += body
        places.append(len(glyf))
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, len(rows))
    struct.pack_into(">H", hhea, 10, max(advance for advance, _ in rows))
    struct.pack_into(">H", maxp, 4, len(rows))
    tables["glyf"], tables["loca"] = bytes(glyf), struct.pack(f">{len(places)}I", *places)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *row) for row in rows)
    tables["head"], tables["maxp"], tables["hhea"] = bytes(head), bytes(maxp), bytes(hhea)


def _places(tables: Mapping[str, bytes]) -> list[int]:
    """The offset in `glyf` at which each glyph begins, and that at which the last one ends."""
    loca, count = tables["loca"], _count(tables)
    if not count:
        return [0]
    if tables["head"][51]:
        return [*struct.unpack_from(f">{count + 1}I", loca)]
    return [2 * place for place in struct.unpack_from(f">{count + 1}H", loca)]


def _rows(tables: Mapping[str, bytes]) -> list[tuple[int, int]]:
    """The advance and the left side bearing of each glyph."""
    hmtx, count = tables["hmtx"], _count(tables)
    if not count:
        return []
    full = int.from_bytes(tables["hhea"][34:36], "big")
    rows: list[tuple[int, int]] = [*struct.iter_unpack(">Hh", hmtx[: 4 * full])]
    last = rows[-1][0]
    lefts = struct.unpack_from(f">{count - full}h", hmtx, 4 * full)
    return [*rows, *((last, left) for left in lefts)]


def _renumbered(body: bytes, numbers: Mapping[int, int]) -> bytes:
    """A glyph description, in which the components, if it is composite, have their new ids."""
    if not body or int.from_bytes(body[:2], "big", signed=True) >= 0:
        return body
    out, at, more = bytearray(body), 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", out, at)
        struct.pack_into(">H", out, at + 2, numbers[glyph])
        at += 8 if flags & _WORDS else 6
        at += {_SCALE: 2, _TWO_SCALES: 4, _MATRIX: 8}.get(flags & (_SCALE | _TWO_SCALES | _MATRIX), 0)
        more = bool(flags & _MORE)
    return bytes(out)


def _character_map(codes: Mapping[int, int]) -> bytes:
    """A `cmap` of format 12, for programs that look up characters in the font."""
    groups = b"".join(struct.pack(">III", code, code, glyph) for code, glyph in sorted(codes.items()))
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes)) + groups
    return struct.pack(">HHHHIHHI", 0, 2, 0, 4, 20, 3, 10, 20) + table


def _in_range(value: int) -> int:
    """The nearest value of 16 bits with sign: a cluster of thousands of marks is drawn as far as these reach."""
    return max(-0x8000, min(0x7FFF, value))


def _outline(glyf: bytes, places: Sequence[int], parts: Sequence[Part]) -> tuple[bytes, int]:
    """The description of a composite glyph, empty if none of its parts has an outline, and its left side bearing."""
    drawn = [part for part in parts if places[part[0]] < places[part[0] + 1]]
    if not drawn:
        return b"", 0
    boxes = [struct.unpack_from(">4h", glyf, places[glyph] + 2) for glyph, _, _ in drawn]
    left = min(box[0] + x for box, (_, x, _) in zip(boxes, drawn, strict=True))
    low = min(box[1] + y for box, (_, _, y) in zip(boxes, drawn, strict=True))
    right = max(box[2] + x for box, (_, x, _) in zip(boxes, drawn, strict=True))
    high = max(box[3] + y for box, (_, _, y) in zip(boxes, drawn, strict=True))
    body = struct.pack(">hhhhh", -1, *map(_in_range, (left, low, right, high)))
    for at, (glyph, x, y) in enumerate(drawn):
        flags = _WORDS_XY | (_MORE if at < len(drawn) - 1 else 0) | (0 if at else _OVERLAP)
        body += struct.pack(">HHhh", flags, glyph, _in_range(x), _in_range(y))
    return body, left


def _limit(tables: dict[str, bytes], parts: int, others: Mapping[str, bytes] | None = None) -> None:
    """Raise the limits in `maxp`, for which viewers reserve memory: to glyphs of `parts` parts, and another file's."""
    maxp = bytearray(tables["maxp"])
    own, more = (
        (struct.unpack_from(">4H", it, 6), struct.unpack_from(">2H", it, 28))
        for it in (maxp, others["maxp"] if others else maxp)
    )
    most = [max(pair) for pair in zip(own[0], more[0], strict=True)]
    composite = [min(0xFFFF, parts * max(most[at], most[at + 2])) for at in (0, 1)]
    elements, depth = (max(pair) for pair in zip(own[1], more[1], strict=True))
    struct.pack_into(">4H", maxp, 6, *most[:2], *composite)
    struct.pack_into(">2H", maxp, 28, max(elements, parts), depth + (0 if others else 1))
    tables["maxp"] = bytes(maxp)


def _assembled(tables: dict[str, bytes]) -> bytes:
    """The file of these tables, with their checksums."""
    head = bytearray(tables["head"])
    struct.pack_into(">I", head, 8, 0)
    tables = {**tables, "head": bytes(head)}
    power = len(tables).bit_length() - 1
    directory = struct.pack(">IHHHH", _SFNT, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    body, start, place = b"", 12 + 16 * len(tables), 0
    for tag, table in sorted(tables.items()):
        if tag == "head":
            place = start + len(body)
        directory += struct.pack(">4sIII", tag.encode("latin-1"), _checksum(table), start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    out = bytearray(directory + body)
    struct.pack_into(">I", out, place + 8, (_CHECKED - _checksum(out)) & 0xFFFFFFFF)
    return bytes(out)


def _checksum(table: bytes | bytearray) -> int:
    padded = bytes(table) + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
