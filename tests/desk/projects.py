"""Projects that a desk is opened on, and the state of a desk that lasts as long as a fixture does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from worksheet_builder.build.new_project import begin_project
from worksheet_builder.desk.desk_state import DeskState

KEY, PORT = "a-key-that-only-the-test-knows", 8123


def begun(folder: Path, name: str = "Open Door") -> Path:
    """A new project of a practice in the United Kingdom."""
    for _ in begin_project(folder, name, "GB"):
        pass
    return folder


def opened(project: Path) -> Iterator[DeskState]:
    """The state of a desk on a project, which is closed afterwards."""
    made = DeskState(project, KEY, PORT)
    yield made
    made.close()
