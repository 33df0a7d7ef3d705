"""The font files that all makers set the text in."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language


def noto_sans() -> Path:
    """The variable font of Noto Sans."""
    return Path(stack(Language.of("en")).regular[0].path)


def folders() -> list[Path]:
    """The folders with the fonts."""
    found = [find_spec(name) for name in ("manimgx_fonts", "manimgx_fonts_cjk")]
    return [Path(it.origin).parent for it in found if it and it.origin]
