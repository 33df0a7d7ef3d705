"""Writes data/srgb.icc, the colour profile that every PDF carries: sRGB as an ICC version 2 display profile.

    python tools/srgb_profile.py

Its numbers are those of IEC 61966-2-1, the primaries adapted to D50, the tone curve as a table of 256 steps. It is made
here from the standard, so that it needs nobody's licence.
"""

from __future__ import annotations

import struct
from pathlib import Path

PROFILE = Path(__file__).resolve().parents[1] / "src" / "worksheet_builder" / "data" / "srgb.icc"


def srgb() -> bytes:
    """The profile, 976 bytes (ICC.1:2001-04)."""
    curve = b"curv\0\0\0\0" + struct.pack(">I", 256) + b"".join(struct.pack(">H", _linear(at)) for at in range(256))
    tags = {
        b"desc": _description("sRGB"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.4360, 0.2225, 0.0139),
        b"gXYZ": _xyz(0.3851, 0.7169, 0.0971),
        b"bXYZ": _xyz(0.1431, 0.0606, 0.7139),
        b"rTRC": curve,
    }
    return _profile(tags, aliases={b"gTRC": b"rTRC", b"bTRC": b"rTRC"})


def _linear(at: int) -> int:
    part = at / 255
    return round(65535 * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4))


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">iii", *(round(value * 65536) for value in (x, y, z)))


def _description(text: str) -> bytes:
    data = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + bytes(78)


def _profile(tags: dict[bytes, bytes], aliases: dict[bytes, bytes]) -> bytes:
    count = len(tags) + len(aliases)
    offset = 128 + 4 + 12 * count
    places: dict[bytes, tuple[int, int]] = {}
    body = b""
    for name, data in tags.items():
        places[name] = (offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    places |= {name: places[other] for name, other in aliases.items()}
    table = struct.pack(">I", count) + b"".join(name + struct.pack(">II", *place) for name, place in places.items())
    size = 128 + len(table) + len(body)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s44x",
        size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0,
        b"\0\0\0\0", b"\0\0\0\0", 0, 0, 63190, 65536, 54061, b"\0\0\0\0",
    )  # fmt: skip
    return header + table + body


def main() -> None:
    """Write the file."""
    PROFILE.write_bytes(srgb())


if __name__ == "__main__":
    main()
