"""Paths of what comes with the tool: the data inside the package, and the library beside or inside it."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package."""
BUILT_IN = "library"
"""The folder inside an installed package that holds worksheets, packs and locales (see pyproject.toml)."""


def package_file(name: str) -> Path:
    """A file or folder inside the package, by its path there."""
    return PACKAGE / name


def built_in_folder() -> Path:
    """The folder of the library that comes with the tool: inside an installed package, or at the top of a checkout."""
    inside = PACKAGE / BUILT_IN
    return inside if inside.is_dir() else PACKAGE.parents[1]
