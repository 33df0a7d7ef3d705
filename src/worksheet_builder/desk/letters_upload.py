"""Letters of the practice's own, dropped in as font files: judged as a build judges them, then put into the project."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..fonts.families import own, stack
from ..foundation.files import write_whole
from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..foundation.problems import Problem, Refused
from .kept_files import free_name

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
    return {role: _put(folder / names[role], data) for role, data in sent.items()}


def _judge(sent: dict[str, bytes], names: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as beside:
        paths = {role: Path(beside) / name for role, name in names.items()}
        for role, path in paths.items():
            path.write_bytes(sent[role])
        try:
            stack(Language.of(SOURCE_LANGUAGE), own(paths["regular"], paths.get("bold")))
        except Refused as refused:  # the place is one that nobody knows
            raise Refused([Problem(None, it.sentence, it.hint) for it in refused.problems]) from refused


def _put(path: Path, data: bytes) -> str:
    if not path.exists() or path.is_symlink() or path.read_bytes() != data:
        path = free_name(path)
        write_whole(path, data)
    return path.name
