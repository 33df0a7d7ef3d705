"""Writes images as PDF objects: the pixels, and their transparency as a soft mask."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from ..definitions.raster_logo_reader import as_png
from .objects import PdfCanvas, stream


def put_picture(pdf: PdfCanvas, data: bytes) -> int:
    """Write a PNG, JPEG or WebP file as an image; returns the number of its object."""
    pixels, mask, size = _parts(data)
    shown = f"/SMask {pdf.put(mask)} 0 R" if mask else ""
    return pdf.put_stream(pixels, f"{size}/ColorSpace/DeviceRGB{shown}")


@lru_cache(maxsize=16)
def _parts(data: bytes) -> tuple[bytes, bytes | None, str]:
    """The RGB pixels, the finished soft mask (None if all is opaque), and the entries common to both objects."""
    from PIL import Image

    with Image.open(BytesIO(as_png(data))) as image:
        rgba = image.convert("RGBA")
    size = f"/Type/XObject/Subtype/Image/Width {rgba.width}/Height {rgba.height}/BitsPerComponent 8"
    alpha = rgba.getchannel("A")
    opaque = alpha.getextrema() == (255, 255)
    mask = None if opaque else stream(alpha.tobytes(), f"{size}/ColorSpace/DeviceGray")
    return rgba.convert("RGB").tobytes(), mask, size
