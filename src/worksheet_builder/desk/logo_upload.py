"""A picture that was dropped in as the logo: judged by the one reader of pictures before it is put into the project."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..definitions.logo import read_logo
from ..definitions.picture_reader import kind_of, size_of
from ..foundation.files import write_whole
from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from .kept_files import free_name

_ENDINGS = {"PNG picture": ".png", "JPEG picture": ".jpg", "WebP picture": ".webp", None: ".svg"}


@record
class SeenLogo:
    """A logo as the desk shows it: its width and height in pixels."""

    wide: int
    tall: int

    @classmethod
    def of(cls, png: bytes) -> SeenLogo:
        """Measure it."""
        return cls(*size_of(png))


def logo_put(folder: Path, stem: str, data: bytes) -> str:
    """Put a picture into the folder of a project; the name it has there. Raises Refused for what no logo can be.

    The name that it came with is not used for anything, and nothing that stands there is replaced.
    """
    ending = _ENDINGS.get(kind_of(data), ".png")
    with tempfile.TemporaryDirectory() as beside:
        tried = Path(beside) / f"{stem}{ending}"
        tried.write_bytes(data)
        try:
            read_logo(tried)
        except Refused as refused:  # the place is one that nobody knows
            raise Refused([Problem(None, it.sentence, it.hint) for it in refused.problems]) from refused
    path = folder / f"{stem}{ending}"
    if not path.exists() or path.is_symlink() or path.read_bytes() != data:
        path = free_name(path)
        write_whole(path, data)
    return path.name
