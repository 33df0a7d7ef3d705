"""Font files uploaded for the practice: checked as a build checks them, then written into the project."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..fonts.families import stack
from ..fonts.own_family import own
from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..foundation.problems import without_places
from .kept_files import put_beside

_STEMS = {"regular": "letters", "bold": "letters-bold"}
_ENDINGS = {b"OTTO": ".otf"}
"""The file suffix by the first four bytes of a font (OpenType, “Font Tables”); all other fonts are TrueType."""


def letters_put(folder: Path, regular: bytes, bold: bytes | None) -> dict[str, str]:
    """Write font files into a project's folder; return the value of `font_files`. Raises Refused if one is no font.

    The names of the uploaded files are not used, and no file is replaced.
    """
    sent = {"regular": regular, **({"bold": bold} if bold else {})}
    names = {role: f"{_STEMS[role]}{_ENDINGS.get(data[:4], '.ttf')}" for role, data in sent.items()}
    _judge(sent, names)
    return {role: put_beside(folder / names[role], data) for role, data in sent.items()}


def _judge(sent: dict[str, bytes], names: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as beside:
        paths = {role: Path(beside) / name for role, name in names.items()}
        for role, path in paths.items():
            path.write_bytes(sent[role])
        with without_places():
            stack(Language.of(SOURCE_LANGUAGE), own(paths["regular"], paths.get("bold")))
