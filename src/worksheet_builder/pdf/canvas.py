"""reportlab's canvas and document, taught what a tagged archival page needs; the only importer of reportlab."""

from __future__ import annotations

import hashlib
import io
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

PRODUCER = "worksheet-builder"
PACKED = 250
"""How many plain objects are packed together."""


class Raw(pdfdoc.PDFObject):
    """An indirect object given as PDF syntax, made when it is written so that all object numbers are known."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The body as it stands."""
        return self.body


class _Info(pdfdoc.PDFInfo):
    """An information dictionary with a title and no clock."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Title and producer."""
        return b"<</Title " + text_string(str(self.title)) + b"/Producer " + text_string(PRODUCER) + b">>"


class SheetCanvas(Canvas):
    """A canvas that takes finished content streams and finished objects, and embeds no font of its own."""

    _doc: Any

    def __init__(self, size: tuple[float, float], title: str, language: str) -> None:
        self._buffer = io.BytesIO()
        self._language = language
        super().__init__(self._buffer, pagesize=size, invariant=1, pdfVersion=(1, 7), lang=language)
        info = _Info()
        info.title = title
        self._doc.info = info

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def document(self) -> Any:
        """reportlab's document."""
        return self._doc

    def put(self, body: bytes) -> int:
        """Add an object; returns its number."""
        return self.reserve(Raw(body))

    def reserve(self, raw: Raw) -> int:
        """Give an object its number before its body is known."""
        reference = self._doc.Reference(raw)
        return int(self._doc.idToObjectNumberAndVersion[reference.name][0])

    def put_stream(self, data: bytes, entries: str = "", compress: bool = True, measured: bool = False) -> int:
        """Add a stream object; returns its number."""
        return self.put(stream(data, entries, compress, measured))

    def add_page(self, page: Raw) -> None:
        """Put a finished page object at the end of the page tree."""
        self._doc.Pages.addPage(page)
        self._doc.pageCounter += 1

    @property
    def page_tree(self) -> int:
        """The object number of the page tree."""
        reference = self._doc.Reference(self._doc.Pages)
        return int(self._doc.idToObjectNumberAndVersion[reference.name][0])

    def finish(self, catalogue: dict[str, bytes]) -> bytes:
        """The file, with these entries in its catalogue."""
        entries = {"Type": b"/Catalog", "Pages": b"%d 0 R" % self.page_tree, "Lang": b"(%b)" % self._language.encode()}
        body = b"".join(b"/%b %b" % (key.encode(), value) for key, value in {**entries, **catalogue}.items())
        root, info = self.put(b"<<%b>>" % body), self._doc.Reference(self._doc.info)
        return assembled(self._bodies(), root, self._doc.idToObjectNumberAndVersion[info.name][0])

    def _bodies(self) -> list[bytes]:
        """Every object in the order of its number; writing one may add more."""
        bodies: list[bytes] = []
        document = self._doc
        while len(bodies) < len(document.numberToId):
            body = document.idToObject[document.numberToId[len(bodies) + 1]]
            bodies.append(body.body if isinstance(body, Raw) else bytes(body.format(document)))
        return bodies


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


def _row(kind: int, place: int, more: int) -> bytes:
    """A row of the cross-reference stream: one byte, four, two."""
    return bytes((kind,)) + place.to_bytes(4, "big") + more.to_bytes(2, "big")


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
    entries = (
        f"/Type/XRef/Size {len(rows)}/W [1 4 2]/Root {root} 0 R/Info {info} 0 R/ID [<{identity}><{identity}>]"
    )
    body = stream(b"".join(rows), entries)
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, start)


def stream(data: bytes, entries: str = "", compress: bool = True, measured: bool = False) -> bytes:
    """A stream object's body, its length exact and its end on a line of its own (PDF/A-2, 6.1.7.1).

    `measured` adds the length before compression, as a font file needs it.
    """
    if compress:
        packed = zlib.compress(data, 6)
        while packed[-1] in b"\r\n":
            # The last bytes are a checksum; one that ends in a line break would be taken for the one after it.
            data += b"\0" if measured else b"\n"
            packed = zlib.compress(data, 6)
        entries += f"/Filter/FlateDecode{f'/Length1 {len(data)}' if measured else ''}"
        data = packed
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream\n"


def text_string(text: str) -> bytes:
    """A PDF text string: UTF-16 in hexadecimal, with a mark of byte order."""
    return b"<feff" + text.encode("utf-16-be").hex().encode() + b">"


def digest(*parts: bytes) -> str:
    """Sixteen hexadecimal digits that stand for these bytes."""
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]
