"""The formats a handout is written in. Each is imported when it is used: a PDF never waits for Word's libraries."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping

from ..definitions.practice import Brand
from ..document import Document
from ..foundation.records import record


@record
class Format:
    """A kind of file that handouts are written as."""

    write: Callable[[Document, Brand], bytes]
    """A handout as the bytes of one file; raises Refused for what cannot be written as it is."""
    protects: bool = False
    """Whether a file can be closed to all changes but those to its fields."""
    paged: bool = True
    """Whether it is laid out for a sheet of paper."""
    usual: bool = True
    """Whether it is written where no format is asked for."""


_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b[^>]*>>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
"""A stream with objects in it (ISO 32000-1, 7.5.7)."""


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
    "pdf": Format(_pdf),
    "docx": Format(_docx, protects=True),
    "html": Format(_html, paged=False, usual=False),
}
"""Every format, by the ending of its files."""


def page_count(data: bytes) -> int | None:
    """The number of pages of a PDF; None for a format that leaves paging to the program that opens it."""
    if not data.startswith(b"%PDF-"):
        return None
    packed = (zlib.decompressobj().decompress(stream) for stream in _PACKED.findall(data))
    return sum(len(_PAGE.findall(part)) for part in (data, *packed))
