"""The formats of handouts. Each is imported when first used, so that a PDF does not load the libraries for Word."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping

from ..definitions.practice import Brand
from ..document import Document
from ..foundation.records import record


@record
class Format:
    """A file format of handouts."""

    write: Callable[[Document, Brand], bytes]
    """Write a handout as the bytes of one file; raises Refused for a document that cannot be written."""
    media_type: str
    """What a web server calls a file of this format."""
    unseen: frozenset[str] = frozenset()
    """The options of an Order that never change a file of this format, and so are not part of its name."""
    usual: bool = True
    """Whether the format is written if an order names none."""

    @property
    def paged(self) -> bool:
        """Whether the file is laid out for a size of paper."""
        return "paper" not in self.unseen


_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b[^>]*>>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
"""An object stream, which may contain page objects (ISO 32000-1, 7.5.7)."""


def _pdf(document: Document, brand: Brand) -> bytes:
    from .. import pdf

    return pdf.write(document, brand.suited_to(document))


def _docx(document: Document, brand: Brand) -> bytes:
    from .. import docx

    return docx.write(document, brand.suited_to(document))


def _html(document: Document, brand: Brand) -> bytes:
    from .. import html

    return html.write(document, brand.suited_to(document))


FORMATS: Mapping[str, Format] = {
    "pdf": Format(_pdf, "application/pdf", frozenset({"protected"})),
    "docx": Format(_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": Format(_html, "text/html; charset=utf-8", frozenset({"paper", "protected"}), usual=False),
}
"""All formats, by the extension of their files."""


def page_count(data: bytes) -> int | None:
    """The number of pages of a PDF; None for a format that leaves paging to the program that opens it."""
    if not data.startswith(b"%PDF-"):
        return None
    packed = (zlib.decompressobj().decompress(stream) for stream in _PACKED.findall(data))
    return sum(len(_PAGE.findall(part)) for part in (data, *packed))
