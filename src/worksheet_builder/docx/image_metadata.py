"""Pictures without what their makers left in them: names, places, programs, thumbnails.

Formats: PNG (ISO/IEC 15948), chunks of length, type, data and checksum; JPEG (ITU T.81), segments of marker and length.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs".split())
_JPEG_DROPPED = frozenset((*range(0xE1, 0xE2), *range(0xE3, 0xEE), 0xEF, 0xFE))
"""Exif and XMP, the makers' own segments, comments; the JFIF head, the colour profile and Adobe's transform stay."""
_SCAN, _BARE = 0xDA, frozenset((0x01, *range(0xD0, 0xD9)))


class Damaged(ValueError):
    """The file does not hold together."""


def cleaned(data: bytes) -> bytes:
    """The same picture; raises Damaged."""
    try:
        return _png(data) if data.startswith(_PNG) else _jpeg(data)
    except struct.error as error:
        raise Damaged from error


def _png(data: bytes) -> bytes:
    chunks = list(_chunks(data))
    if not chunks or chunks[-1][0] != b"IEND":
        raise Damaged
    return _PNG + b"".join(chunk for kind, chunk in chunks if kind in _PNG_KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = len(_PNG), b""
    while kind != b"IEND" and at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise Damaged
        yield kind, data[at:end]
        at = end


def _jpeg(data: bytes) -> bytes:
    """Segments up to the first scan are chosen from; what follows is the picture itself."""
    kept, at = [data[:2]], 2
    while True:
        sign, marker = struct.unpack_from(">BB", data, at)
        if sign != 0xFF:
            raise Damaged
        if marker == _SCAN:
            return b"".join(kept) + data[at:]
        length = 0 if marker in _BARE else struct.unpack_from(">H", data, at + 2)[0]
        end = at + 2 + length
        if end > len(data):
            raise Damaged
        if marker not in _JPEG_DROPPED:
            kept.append(data[at:end])
        at = end
