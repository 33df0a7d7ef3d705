"""reportlab's canvas as a tagged archival file needs it: finished objects in, numbered, packed and written once.

reportlab keeps the page tree; objects are numbered and the file is put together here, since reportlab packs no objects
and ends its streams in a way that PDF/A-2 refuses. The syntax is that of ISO 32000-1, 7.3 to 7.5. No clock, no
path and no name of a person goes in.
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
"""How many plain objects are packed together."""
_ESCAPED, _WITH_BACKSLASH = re.compile(r"[\\()]"), r"\\\g<0>"
_LEVEL = 1
"""Of compression: three more take a third longer for a tenth less."""


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
        """Nothing: reportlab would begin each page with a font that it does not embed."""
        self._preamble = ""

    def reserve(self) -> int:
        """The number of an object that is put later, when the numbers that it names are known."""
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
        """The file, with these entries in its catalogue."""
        entries = {"Pages": f"{self.page_tree} 0 R", "Lang": f"({self._language})", **catalogue}
        body = "".join(f"/{key} {value}" for key, value in entries.items())
        root = self.put(f"<</Type/Catalog{body}>>".encode())
        self.put(self._doc.Pages.format(self._doc), self.page_tree)
        return assembled(self._bodies, root, self._information)


def references(numbers: Iterable[int]) -> str:
    """References to objects, as in an array."""
    return " ".join([f"{number} 0 R" for number in numbers])


def assembled(bodies: list[bytes], root: int, info: int) -> bytes:
    """The whole file: plain objects packed in object streams, with a cross-reference stream (ISO 32000-1, 7.5.7–8)."""
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
"""A row of the cross-reference stream: its kind in one byte, a place in four, more in two."""


def _packed(pack: list[tuple[int, bytes]]) -> bytes:
    """An object stream."""
    places, at = [], 0
    for number, body in pack:
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(places) + b"\n"
    data = head + b"\n".join(body for _, body in pack)
    return stream(data, f"/Type/ObjStm/N {len(pack)}/First {len(head)}")


def _cross_reference(out: bytearray, rows: list[bytes], root: int, info: int) -> bytes:
    """The cross-reference stream, whose own row comes last, and the way to it."""
    identity = hashlib.sha256(out).hexdigest()[:32]
    number, start = len(rows), len(out)
    rows.append(_row(1, start, 0))
    while _ends_in_line_break(zlib.compress(b"".join(rows), _LEVEL)):
        rows.append(_row(0, 0, 0xFFFF))  # a number that is free, since what stands behind the last row is an error
    entries = f"/Type/XRef/Size {len(rows)}/W [1 4 2]/Root {root} 0 R/Info {info} 0 R/ID [<{identity}><{identity}>]"
    body = stream(b"".join(rows), entries)
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, start)


def stream(
    data: bytes, entries: str = "", compress: bool = True, measured: bool = False, padding: bytes = b"\n"
) -> bytes:
    """A stream object's body, its length exact and its end on a line of its own (PDF/A-2, 6.1.7.1).

    `measured` adds the length before compression, as a font file needs it; `padding` may stand behind the data.
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
    """Whether the checksum that compressed data ends in would be taken for the line break after it.

    The last of its bytes is that of the sum of the data, so that a zero behind them would not change it.
    """
    return packed[-1] in b"\r\n"


def text_string(text: str) -> str:
    """A PDF text string: plain where it is ASCII, else UTF-16 in hexadecimal with a mark of byte order."""
    if text.isascii() and text.isprintable():
        return f"({_ESCAPED.sub(_WITH_BACKSLASH, text) if _ESCAPED.search(text) else text})"
    return f"<feff{text.encode('utf-16-be').hex()}>"


def digest(*parts: bytes) -> str:
    """Sixteen hexadecimal digits that stand for these bytes."""
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]
