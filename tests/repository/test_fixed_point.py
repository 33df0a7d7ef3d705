"""The repository is as its own tools would leave it: an update of the translations changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from worksheet_builder.project.library import Library, is_pack
from worksheet_builder.reading.loader import read_common, read_pack, read_worksheet
from worksheet_builder.translation.catalogue_files import tags_in
from worksheet_builder.translation.po_update import update
from worksheet_builder.translation.sources import Source

LOCALES = Path(__file__).parents[2] / "locales"


@pytest.mark.parametrize("tag", tags_in(LOCALES))
def test_an_update_changes_no_file(tag: str, tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    shutil.copytree(LOCALES / tag, locales / tag)
    known = Library.open().translatable
    begun = [path for name, path in known.items() if (LOCALES / tag / f"{name}.po").exists()]
    sources: list[Source] = [read_pack(path) if is_pack(path) else read_worksheet(path) for path in begun]
    assert sources
    update([tag], sources, read_common(), locales)
    changed = [
        path.relative_to(LOCALES).as_posix()
        for path in sorted((LOCALES / tag).iterdir())
        if path.read_bytes() != (locales / tag / path.name).read_bytes()
    ]
    assert not changed, f"run ‘worksheet-builder translate update {tag}’"
    assert {path.name for path in (locales / tag).iterdir()} == {path.name for path in (LOCALES / tag).iterdir()}
