"""A picture uploaded as the logo: checked by the reader of logos before it is written into the project."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..definitions.logo import is_drawing, read_logo
from ..definitions.raster_logo_reader import kind_of, size_of
from ..foundation.problems import without_places
from ..foundation.records import record
from .kept_files import put_beside

_ENDINGS = {"PNG picture": ".png", "JPEG picture": ".jpg", "WebP picture": ".webp"}


@record
class SeenLogo:
    """A logo as the desk shows it: its width and height in pixels."""

    wide: int
    tall: int

    @classmethod
    def of(cls, png: bytes) -> SeenLogo:
        """Read the size of a PNG."""
        return cls(*size_of(png))


def logo_put(folder: Path, stem: str, data: bytes) -> str:
    """Write a picture into a project's folder and return its file name. Raises Refused if it cannot be a logo.

    The name of the uploaded file is not used, and no file is replaced.
    """
    kind = kind_of(data)
    ending = ".svg" if kind is None and is_drawing(data) else _ENDINGS.get(kind or "", ".png")
    with tempfile.TemporaryDirectory() as beside:
        tried = Path(beside) / f"{stem}{ending}"
        tried.write_bytes(data)
        with without_places():
            read_logo(tried)
    return put_beside(folder / f"{stem}{ending}", data)
