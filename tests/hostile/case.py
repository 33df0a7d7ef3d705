"""A hostile case: files to lay into an empty folder, the command to run there, and what it should say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SHEET = """\
title: Title
summary: Summary
collection: own
intensity: practical
minutes: 5
blocks:
  - prose: why
    text: {text}
"""
BUILD = ("build", "sheet.yaml")


@dataclass(frozen=True)
class Case:
    """`says` is part of what standard error has to hold; `code` the exit code."""

    files: dict[str, bytes | Callable[[], bytes]]
    says: str
    words: tuple[str, ...] = BUILD
    code: int = 1
    links: dict[str, str] = field(default_factory=dict)

    def lay(self, folder: Path) -> None:
        """Write the files."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data() if callable(data) else data)
        for name, target in self.links.items():
            (folder / name).symlink_to(target)


PLAIN = Case({"sheet.yaml": SHEET.replace("{text}", "Plain words.").encode()}, "made", code=0)
"""What costs as much as a small sheet costs: the yardstick of the others."""


def sheet(data: str | bytes, says: str, code: int = 1) -> Case:
    """A definition as it stands."""
    return Case({"sheet.yaml": data.encode() if isinstance(data, str) else data}, says, code=code)


def text(value: str, says: str, code: int = 1) -> Case:
    """A definition with one hostile value for its text."""
    return sheet(SHEET.replace("{text}", value), says, code)
