"""Pictures of PDF pages, rendered by PDFium, so that they show exactly what a reader of the file sees."""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from dataclasses import field

import pypdfium2

from ..foundation.records import open_record

SHARP = 1.3
"""Pixels per point for a page that is shown by itself."""
SMALL = 0.75
"""Pixels per point for a page in a list."""
_MOST_KEPT = 24
"""The most pictures of one file that are cached."""


@open_record
class DrawnFile:
    """A PDF and a cache of pictures of its pages. Not thread-safe, since PDFium is not."""

    data: bytes = field(repr=False)
    digest: str = ""
    sizes: tuple[tuple[float, float], ...] = ()
    """Width and height of each page in points."""
    _pictures: OrderedDict[tuple[int, float], bytes] = field(default_factory=OrderedDict, repr=False)

    @classmethod
    def of(cls, data: bytes) -> DrawnFile:
        """Open a PDF and read the sizes of its pages; none is rendered yet."""
        opened = pypdfium2.PdfDocument(data)
        try:
            sizes = tuple(opened.get_page_size(at) for at in range(len(opened)))
        finally:
            opened.close()
        return cls(data, hashlib.sha256(data).hexdigest()[:16], sizes)

    def picture(self, page: int, scale: float = SHARP) -> bytes:
        """A page, counted from 0, as a PNG."""
        key = (page, scale)
        if key not in self._pictures:
            self._pictures[key] = _drawn(self.data, page, scale)
            while len(self._pictures) > _MOST_KEPT:
                self._pictures.popitem(last=False)
        return self._pictures[key]


def _drawn(data: bytes, page: int, scale: float) -> bytes:
    opened = pypdfium2.PdfDocument(data)
    try:
        opened.init_forms()
        picture = opened[page].render(scale=scale, may_draw_forms=True).to_pil()
    finally:
        opened.close()
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, "PNG", compress_level=1)
    return stream.getvalue()
