"""The font files that all makers set the text in."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language


def noto_sans() -> Path:
    """The variable font of Noto Sans."""
    return Path(stack(Language.of("en")).regular[0].path)


def folder() -> Path:
    """The folder with the fonts."""
    found = find_spec("manimgx_fonts")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent
