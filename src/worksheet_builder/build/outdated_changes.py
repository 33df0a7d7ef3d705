"""Notices about tailored sheets: the English that their changes were made for has changed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from ..foundation.problems import Problem, Refused
from ..project.library import Library
from ..reading.tailoring_loader import based_on, read_source


def moved_under(library: Library, paths: Iterable[Path]) -> tuple[Problem, ...]:
    """The notices of tailored sheets and packs, each once; one that cannot be read is reported when it is made."""
    found: dict[Problem, None] = {}
    for path in paths:
        if based_on(path):
            with contextlib.suppress(Refused):
                sheet = read_source(library, path)
                found |= dict.fromkeys(sheet.origin.notices(sheet.id) if sheet.origin else ())
    return tuple(found)
