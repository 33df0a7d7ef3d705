"""A library whole in Spanish and Arabic, and a project beside it: the library can move on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from worksheet_builder.project import library as library_module
from worksheet_builder.reading.loader import read_common, read_pack, read_worksheet
from worksheet_builder.translation.po_update import start

from .samples import PACK, SHEET, Desk, fill


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library as every test finds it, made once."""
    library = tmp_path_factory.mktemp("shelf")
    sheets = library / "worksheets" / "rest"
    sheets.mkdir(parents=True)
    (library / "packs").mkdir()
    (library / "worksheets" / "bibliography.yaml").write_text("{}\n")
    (sheets / "quiet-place.yaml").write_text(SHEET, encoding="utf-8")
    loud = SHEET.replace("A quiet place", "A loud place")
    (sheets / "loud-place.yaml").write_text(loud, encoding="utf-8")
    (library / "packs" / "quiet-days.yaml").write_text(PACK, encoding="utf-8")
    sources = [read_worksheet(path) for path in sorted(sheets.glob("*.yaml"))]
    for tag in ("es", "ar"):
        pack = read_pack(library / "packs" / "quiet-days.yaml")
        start(tag, [*sources, pack], read_common(), library / "locales")
        for path in (library / "locales" / tag).glob("*.po"):
            fill(path, tag)
    return library


@pytest.fixture
def desk(
    folder: Path,
    run: Callable[..., Result],
    shelf: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    library = tmp_path_factory.mktemp("library")
    shutil.copytree(shelf, library, dirs_exist_ok=True)
    monkeypatch.setattr(library_module, "built_in_folder", lambda: library)
    run("init", "--name", "Our practice", "--country", "GB")
    return Desk(folder, library, run)
