"""Glyphs made of others, added to a TrueType file: OpenType’s `glyf`, `loca`, `hmtx`, `hhea`, `maxp` and `head`."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from .letter_codes import Part

_KEPT = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
"""What a viewer reads of an embedded font whose codes lead to glyphs (ISO 32000-1, 9.9)."""
_WORDS_XY, _MORE, _OVERLAP = 0x0003, 0x0020, 0x0400
_SFNT = 0x00010000
_CHECKED = 0xB1B0AFBA


@dataclass(frozen=True, slots=True)
class CompositeGlyph:
    """Glyphs of the file with their places, and the advance of all, in font units; no parts make a blank."""

    parts: tuple[Part, ...]
    advance: int


def with_composites(data: bytes, added: Sequence[CompositeGlyph]) -> bytes:
    """The file with these glyphs behind its own."""
    tables = _tables(data)
    if added:
        _extend(tables, added)
    return _assembled({tag: table for tag, table in tables.items() if tag in _KEPT})


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for at in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        found[tag.decode("latin-1")] = data[start : start + length]
    return found


def _extend(tables: dict[str, bytes], added: Sequence[CompositeGlyph]) -> None:
    head, maxp, hhea = (bytearray(tables[tag]) for tag in ("head", "maxp", "hhea"))
    (count,) = struct.unpack_from(">H", maxp, 4)
    places = _places(tables["loca"], head, count)
    outlines = tables["glyf"]
    shapes = [_outline(outlines, places, glyph.parts) for glyph in added]
    glyf = bytearray(outlines[: places[-1]])
    for shape, _ in shapes:
        glyf += bytes(-len(glyf) % 4)
        places[-1] = len(glyf)
        glyf += shape
        places.append(len(glyf))
    struct.pack_into(">h", head, 50, 1)
    tables["glyf"], tables["loca"] = bytes(glyf), struct.pack(f">{len(places)}I", *places)
    metrics = [(glyph.advance, left) for glyph, (_, left) in zip(added, shapes, strict=True)]
    tables["hmtx"] = _metrics(tables["hmtx"], hhea, count, metrics)
    _limits(maxp, count + len(added), max(len(glyph.parts) for glyph in added))
    tables["head"], tables["maxp"], tables["hhea"] = bytes(head), bytes(maxp), bytes(hhea)


def _places(loca: bytes, head: bytearray, count: int) -> list[int]:
    """Where each glyph begins, and where the last ends."""
    (long,) = struct.unpack_from(">h", head, 50)
    if long:
        return [*struct.unpack_from(f">{count + 1}I", loca)]
    return [2 * place for place in struct.unpack_from(f">{count + 1}H", loca)]


def _outline(glyf: bytes, places: Sequence[int], parts: Sequence[Part]) -> tuple[bytes, int]:
    """The description of a glyph, empty where none of its parts has an outline, and its left side bearing."""
    drawn = [part for part in parts if places[part[0]] < places[part[0] + 1]]
    if not drawn:
        return b"", 0
    boxes = [struct.unpack_from(">4h", glyf, places[glyph] + 2) for glyph, _, _ in drawn]
    left = min(box[0] + x for box, (_, x, _) in zip(boxes, drawn, strict=True))
    low = min(box[1] + y for box, (_, _, y) in zip(boxes, drawn, strict=True))
    right = max(box[2] + x for box, (_, x, _) in zip(boxes, drawn, strict=True))
    high = max(box[3] + y for box, (_, _, y) in zip(boxes, drawn, strict=True))
    body = struct.pack(">hhhhh", -1, left, low, right, high)
    for at, (glyph, x, y) in enumerate(drawn):
        flags = _WORDS_XY | (_MORE if at < len(drawn) - 1 else 0) | (0 if at else _OVERLAP)
        body += struct.pack(">HHhh", flags, glyph, x, y)
    return body, left


def _metrics(hmtx: bytes, hhea: bytearray, count: int, added: Sequence[tuple[int, int]]) -> bytes:
    """The widths of all glyphs, each said in full."""
    (long,) = struct.unpack_from(">H", hhea, 34)
    rows = hmtx[: 4 * long]
    last = hmtx[4 * long - 4 : 4 * long - 2]
    rows += b"".join(last + hmtx[at : at + 2] for at in range(4 * long, 4 * long + 2 * (count - long), 2))
    struct.pack_into(">H", hhea, 34, count + len(added))
    struct.pack_into(">H", hhea, 10, max(struct.unpack_from(">H", hhea, 10)[0], *(advance for advance, _ in added)))
    return rows + b"".join(struct.pack(">Hh", *row) for row in added)


def _limits(maxp: bytearray, count: int, parts: int) -> None:
    """How much a rasteriser has to keep room for."""
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    most = [min(0xFFFF, parts * max(pair)) for pair in ((points, composite_points), (contours, composite_contours))]
    struct.pack_into(">H", maxp, 4, count)
    struct.pack_into(">2H", maxp, 10, *most)
    struct.pack_into(">2H", maxp, 28, max(elements, parts), depth + 1)


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
