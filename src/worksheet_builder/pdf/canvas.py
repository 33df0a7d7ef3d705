"""reportlab's canvas as a tagged archival file needs it: finished objects in, numbered, packed and written once.

reportlab keeps the objects, the page tree and their numbers; the file is put together here, since reportlab packs no
objects and ends its streams in a way that PDF/A-2 refuses. The syntax is that of ISO 32000-1, 7.3 to 7.5. No clock, no
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
_ESCAPED = re.compile(r"[\\()]")
_LEVEL = 4
"""Of compression: one more takes a third longer for a hundredth less."""


class Raw(pdfdoc.PDFObject):
    """An object given as PDF syntax, made when it is written so that all object numbers are known."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The body as it stands."""
        return self.body


class SheetCanvas(Canvas):
    """A canvas that takes finished pages and objects; `page_tree` is the number of the object that holds its pages."""

    _doc: Any

    def __init__(self, size: tuple[float, float], title: str, language: str) -> None:
        super().__init__(io.BytesIO(), pagesize=size, invariant=1, pdfVersion=(1, 7), lang=language)
        self._language = language
        self.page_tree = self._number(self._doc.Pages)
        information = b"<</Title %b/Producer %b>>" % (text_string(title), text_string(PRODUCER))
        self._information = self.put(information)

    def _make_preamble(self) -> None:
        """Nothing: reportlab would begin each page with a font that it does not embed."""
        self._preamble = ""

    def put(self, body: bytes) -> int:
        """Add an object; returns its number."""
        return self._number(Raw(body))

    def reserve(self, raw: Raw) -> int:
        """Give an object its number before its body is known."""
        return self._number(raw)

    def put_stream(self, data: bytes, entries: str = "", compress: bool = True, measured: bool = False) -> int:
        """Add a stream object; returns its number."""
        return self.put(stream(data, entries, compress, measured))

    def add_page(self, raw: Raw) -> None:
        """Put a page at the end of the page tree."""
        self._doc.Pages.addPage(raw)

    def finish(self, catalogue: Mapping[str, str]) -> bytes:
        """The file, with these entries in its catalogue."""
        entries = {"Pages": f"{self.page_tree} 0 R", "Lang": f"({self._language})", **catalogue}
        body = "".join(f"/{key} {value}" for key, value in entries.items())
        root = self.put(f"<</Type/Catalog{body}>>".encode())
        document = self._doc
        objects = [document.idToObject[document.numberToId[at + 1]] for at in range(len(document.numberToId))]
        bodies = [item.body if isinstance(item, Raw) else bytes(item.format(document)) for item in objects]
        return assembled(bodies, root, self._information)

    def _number(self, item: pdfdoc.PDFObject) -> int:
        reference = self._doc.Reference(item)
        number: int = self._doc.idToObjectNumberAndVersion[reference.name][0]
        return number


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
    entries = f"/Type/XRef/Size {len(rows)}/W [1 4 2]/Root {root} 0 R/Info {info} 0 R/ID [<{identity}><{identity}>]"
    body = stream(b"".join(rows), entries)
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, start)


def stream(data: bytes, entries: str = "", compress: bool = True, measured: bool = False) -> bytes:
    """A stream object's body, its length exact and its end on a line of its own (PDF/A-2, 6.1.7.1).

    `measured` adds the length before compression, as a font file needs it.
    """
    if compress:
        packed = zlib.compress(data, _LEVEL)
        while packed[-1] in b"\r\n":
            # The last bytes are a checksum: one that ends in a line break would be taken for the one after it, and a
            # byte of zero would leave it as it is.
            data += b"\1" if measured else b"\n"
            packed = zlib.compress(data, _LEVEL)
        entries += f"/Filter/FlateDecode{f'/Length1 {len(data)}' if measured else ''}"
        data = packed
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream\n"


def text_string(text: str) -> bytes:
    """A PDF text string: plain where it is ASCII, else UTF-16 in hexadecimal with a mark of byte order."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % _ESCAPED.sub(r"\\\g<0>", text).encode()
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode()


def digest(*parts: bytes) -> str:
    """Sixteen hexadecimal digits that stand for these bytes."""
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]
