"""The charstrings of a bare CFF font, so that every program reads their widths (Adobe Technical Notes 5176, 5177).

A charstring may begin with the glyph's width, then a move. If the move is along one axis, some validators of PDF/A and
PDF/UA take the width for one of its operands, or its operand for a width; all read a move along both axes correctly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_CHARSTRINGS, _NUMBER = 17, 29
"""The operator CharStrings of the Top DICT, and the first byte of an integer of five bytes."""
_HORIZONTAL, _VERTICAL, _BOTH = 22, 4, 21
"""The operators hmoveto, vmoveto and rmoveto."""
_ZERO = b"\x8b"


def with_plain_moves(font: bytes) -> bytes:
    """The font with no glyph that begins with a move along one axis; raises ValueError if it has no charstrings."""
    _, after_names = _index(font, font[2])
    top, _ = _index(font, after_names)
    place = _operand_of(font, top[0], top[1])
    start = int.from_bytes(font[place + 1 : place + 5], "big")
    bounds, end = _index(font, start)
    outlines = [font[a:b] for a, b in pairwise(bounds)]
    plain = [*map(_plain, outlines)]
    if plain == outlines:
        return font
    # The new INDEX goes to the end, since all other parts of the font are found by their offset from its start.
    moved = len(font).to_bytes(4, "big")
    kept = font[: place + 1] + moved + font[place + 5 : start] + bytes(end - start) + font[end:]
    return kept + index(plain)


def _plain(outline: bytes) -> bytes:
    """The charstring with its first move along both axes, with or without a width before it."""
    at, operands = 0, []
    while at < len(outline) and (size := _length(outline[at])):
        operands.append(outline[at : at + size])
        at += size
    if len(operands) not in (1, 2) or at >= len(outline) or outline[at] not in (_HORIZONTAL, _VERTICAL):
        return outline
    *width, by = operands
    move = by + _ZERO if outline[at] == _HORIZONTAL else _ZERO + by
    return b"".join(width) + move + bytes([_BOTH]) + outline[at + 1 :]


def _length(first: int) -> int:
    """The length of a number in bytes, from its first byte; 0 for an operator."""
    if first == 28:
        return 3
    if first < 32:
        return 0
    return 1 if first < 247 else 2 if first < 255 else 5


def _operand_of(font: bytes, start: int, end: int) -> int:
    """The index of the offset to the charstrings in the Top DICT, which HarfBuzz writes with five bytes."""
    at = last = start
    while at < end:
        first = font[at]
        if first <= 21:
            if first == _CHARSTRINGS and font[last] == _NUMBER:
                return last
            at += 2 if first == 12 else 1
            continue
        last = at
        at += 5 if first == _NUMBER else _real(font, at) if first == 30 else _length(first)
    raise ValueError("a font without outlines")


def _real(font: bytes, at: int) -> int:
    """The length in bytes of a real number in a DICT, at the index `at`."""
    end = at + 1
    while font[end] & 0x0F != 0x0F:
        end += 1
    return end + 1 - at


def _index(font: bytes, at: int) -> tuple[list[int], int]:
    """The offsets at which the entries of an INDEX begin and the last one ends; and that at which the INDEX ends."""
    count = int.from_bytes(font[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = font[at + 2]
    table = at + 3
    base = table + (count + 1) * size - 1
    bounds = [base + int.from_bytes(font[table + k * size : table + (k + 1) * size], "big") for k in range(count + 1)]
    return bounds, bounds[-1]


def index(parts: Sequence[bytes]) -> bytes:
    """An INDEX of these parts: their number, their offsets and their data (5176, 5)."""
    if not parts:
        return b"\0\0"
    ends = [1]
    for part in parts:
        ends.append(ends[-1] + len(part))
    size = (ends[-1].bit_length() + 7) // 8
    head = len(parts).to_bytes(2, "big") + bytes([size])
    return head + b"".join(end.to_bytes(size, "big") for end in ends) + b"".join(parts)
