"""The repository is as its own tools would leave it: an update of the translations changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from worksheet_builder.project.library import COMMON, Library
from worksheet_builder.reading.loader import read_common
from worksheet_builder.translation import read_sources, tags_in, update

LOCALES = Path(__file__).parents[2] / "locales"


@pytest.mark.parametrize("tag", tags_in(LOCALES))
def test_an_update_changes_no_file(tag: str, tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    shutil.copytree(LOCALES / tag, locales / tag)
    begun = {name: path for name, path in Library.open().translatable.items() if (LOCALES / tag / f"{name}.po").exists()}
    assert begun, COMMON
    update([tag], read_sources(begun.values()), read_common(), locales)
    changed = [
        path.relative_to(LOCALES).as_posix()
        for path in sorted((LOCALES / tag).iterdir())
        if path.read_bytes() != (locales / tag / path.name).read_bytes()
    ]
    assert not changed, f"run ‘worksheet-builder translate update {tag}’"
    assert {path.name for path in (locales / tag).iterdir()} == {path.name for path in (LOCALES / tag).iterdir()}
