"""Letters of the practice's own, dropped in as font files: judged as a build judges them, then put into the project."""

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
"""How a font begins (OpenType, “Font Tables”); all others are TrueType."""


def letters_put(folder: Path, regular: bytes, bold: bytes | None) -> dict[str, str]:
    """Put font files into the folder of a project; what `font_files` then says. Raises Refused for what is no font.

    The names that they came with are not used, and nothing that stands there is replaced.
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
