"""reportlab's canvas, adapted for tagged archival files: it takes finished objects, numbers and packs them, once each.

reportlab keeps the page tree; objects are numbered and the file is written here, since reportlab has no object streams
and ends its streams in a way that PDF/A-2 does not allow. The syntax is that of ISO 32000-1, 7.3 to 7.5. The file
contains no time, no path and no name of a person.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

PRODUCER = "worksheet-builder"
PACKED = 250
"""The greatest number of objects in one object stream."""
_ESCAPED, _WITH_BACKSLASH = re.compile(r"[\\()]"), r"\\\g<0>"
_LEVEL = 1
"""The level of zlib compression: level 4 would take a third longer to save a tenth."""


class PdfCanvas(Canvas):
    """A canvas that takes finished pages and objects; `page_tree` is the number of the object that holds its pages."""

    _doc: Any

    def __init__(self, size: tuple[float, float], title: str, language: str) -> None:
        super().__init__(io.BytesIO(), pagesize=size, invariant=1, pdfVersion=(1, 7), lang=language)
        self._language = language
        self._bodies: list[bytes] = []
        self.page_tree = self.reserve()
        self._information = self.put(f"<</Title {text_string(title)}/Producer {text_string(PRODUCER)}>>".encode())

    def _make_preamble(self) -> None:
        """Make it empty: reportlab would begin each page with a font that it does not embed."""
        self._preamble = ""

    def reserve(self) -> int:
        """Reserve a number for an object that is added later, when the numbers in it are known; returns the number."""
        self._bodies.append(b"")
        return len(self._bodies)

    def put(self, body: bytes, number: int = 0) -> int:
        """Add an object in PDF syntax, under the number that was reserved for it; returns its number."""
        number = number or self.reserve()
        self._bodies[number - 1] = body
        return number

    def put_stream(self, data: bytes, entries: str = "", compress: bool = True) -> int:
        """Add a stream object; returns its number."""
        return self.put(stream(data, entries, compress))

    def add_page(self, number: int) -> None:
        """Put a page at the end of the page tree."""
        name = f"Page{number}"
        self._doc.idToObjectNumberAndVersion[name] = (number, 0)
        self._doc.Pages.addPage(pdfdoc.PDFObjectReference(name))

    def finish(self, catalogue: Mapping[str, str]) -> bytes:
        """The bytes of the file, with these entries in its document catalogue."""
        entries = {"Pages": f"{self.page_tree} 0 R", "Lang": f"({self._language})", **catalogue}
        body = "".join(f"/{key} {value}" for key, value in entries.items())
        root = self.put(f"<</Type/Catalog{body}>>".encode())
        self.put(self._doc.Pages.format(self._doc), self.page_tree)
        return assembled(self._bodies, root, self._information)


def references(numbers: Iterable[int]) -> str:
    """References to objects, as in an array."""
    return " ".join([f"{number} 0 R" for number in numbers])


def assembled(bodies: list[bytes], root: int, info: int) -> bytes:
    """The bytes of the file: object streams of all plain objects, a cross-reference stream (ISO 32000-1, 7.5.7–8)."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    rows: list[bytes] = [_row(0, 0, 0xFFFF)] + [b""] * len(bodies)

    def add(number: int, body: bytes) -> None:
        rows[number] = _row(1, len(out), 0)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    plain = []
    for number, body in enumerate(bodies, 1):
        if body.endswith(b"endstream\n"):
            add(number, body)
        else:
            plain.append((number, body))
    for at in range(0, len(plain), PACKED):
        pack = plain[at : at + PACKED]
        holder = len(rows)
        rows.append(b"")
        for index, (number, _) in enumerate(pack):
            rows[number] = _row(2, holder, index)
        add(holder, _packed(pack))
    return bytes(out) + _cross_reference(out, rows, root, info)


_row = struct.Struct(">BIH").pack
"""An entry of the cross-reference stream: its type in one byte, an offset in four, a generation or index in two."""


def _packed(pack: list[tuple[int, bytes]]) -> bytes:
    """An object stream of these objects (number, body)."""
    places, at = [], 0
    for number, body in pack:
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(places) + b"\n"
    data = head + b"\n".join(body for _, body in pack)
    return stream(data, f"/Type/ObjStm/N {len(pack)}/First {len(head)}")


def _cross_reference(out: bytearray, rows: list[bytes], root: int, info: int) -> bytes:
    """The cross-reference stream, with its own entry last, and `startxref` with its offset."""
    identity = hashlib.sha256(out).hexdigest()[:32]
    number, start = len(rows), len(out)
    rows.append(_row(1, start, 0))
    while _ends_in_line_break(zlib.compress(b"".join(rows), _LEVEL)):
        rows.append(_row(0, 0, 0xFFFF))  # a free entry, since other bytes after the last entry are an error
    entries = f"/Type/XRef/Size {len(rows)}/W [1 4 2]/Root {root} 0 R/Info {info} 0 R/ID [<{identity}><{identity}>]"
    body = stream(b"".join(rows), entries)
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, start)


def stream(
    data: bytes, entries: str = "", compress: bool = True, measured: bool = False, padding: bytes = b"\n"
) -> bytes:
    """A stream object's body, with its exact length, and `endstream` on a line of its own (PDF/A-2, 6.1.7.1).

    `measured` adds the length before compression (/Length1), for font files; `padding` may be added after the data.
    """
    if compress:
        packed = zlib.compress(data, _LEVEL)
        while _ends_in_line_break(packed):
            data += padding
            packed = zlib.compress(data, _LEVEL)
        entries += f"/Filter/FlateDecode{f'/Length1 {len(data)}' if measured else ''}"
        data = packed
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream\n"


def _ends_in_line_break(packed: bytes) -> bool:
    """Whether the last byte of compressed data would be taken for the line break after it.

    That byte is the last of the checksum Adler-32, the sum of the data, which a zero after the data would not change.
    """
    return packed[-1] in b"\r\n"


def text_string(text: str) -> str:
    """A PDF text string: a literal string if it is ASCII, else UTF-16 in hexadecimal with a byte order mark."""
    if text.isascii() and text.isprintable():
        return f"({_ESCAPED.sub(_WITH_BACKSLASH, text) if _ESCAPED.search(text) else text})"
    return f"<feff{text.encode('utf-16-be').hex()}>"


def digest(*parts: bytes) -> str:
    """The first sixteen hexadecimal digits of the SHA-256 hash of these bytes."""
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]
