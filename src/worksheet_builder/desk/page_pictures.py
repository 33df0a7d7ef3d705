"""Pages of a PDF as pictures, drawn by PDFium: what a reader of the file will see, and no likeness of it."""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from dataclasses import field

import pypdfium2

from ..foundation.records import open_record

SHARP = 1.3
"""Pixels for each point of a page in the middle of the screen."""
SMALL = 0.75
"""The same for a page among many."""
_MOST_KEPT = 24
"""Pictures of one file that are kept."""


@open_record
class DrawnFile:
    """A PDF and the pictures of its pages that were asked for. Not for two threads at once, since PDFium is not."""

    data: bytes = field(repr=False)
    digest: str = ""
    sizes: tuple[tuple[float, float], ...] = ()
    """Width and height of each page in points."""
    _pictures: OrderedDict[tuple[int, float], bytes] = field(default_factory=OrderedDict, repr=False)

    @classmethod
    def of(cls, data: bytes) -> DrawnFile:
        """The file, measured and not yet drawn."""
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
