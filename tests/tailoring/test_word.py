"""Handouts that were edited in Word come back as the right changes or an honest remark; nothing is taken wrongly."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from functools import lru_cache

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.build.word_return import taken_back
from worksheet_builder.docx import write
from worksheet_builder.project.library import Library
from worksheet_builder.reading.tailoring_loader import read_sheet

from .word_edits import NEW, Edited, edited

LIBRARY = Library.open()
ORDER = Order(today=date(2026, 11, 29))
NAMES = sorted(LIBRARY.worksheets)


@lru_cache(maxsize=1)
def files() -> dict[str, Edited]:
    """Each sheet of the library as a Word file, with one edit."""
    composer = Composer(LIBRARY, ORDER)
    found = {}
    for number, name in enumerate(NAMES):
        path = LIBRARY.worksheets[name]
        data = write(composer.document(path, "en"), composer.brand)
        found[name] = edited(data, read_sheet(LIBRARY, path), number)
    return found


def proposed(path):
    _, found = taken_back(LIBRARY, ORDER, path)
    changes = set()
    for change in found.changes:
        if "add" in change:
            assert change["add"] == {"prose": "added-1", "text": NEW}
            changes.add(("add", change.get("after", "")))
        else:
            kind = next(kind for kind in ("drop", "reword", "move") if kind in change)
            changes.add((kind, change[kind]))
            assert kind != "reword" or change["to"] == NEW
    return changes, found.remarks


def test_there_are_forty():
    assert len(files()) >= 40
    kinds = [next(iter(it.changes), ("none", ""))[0] for it in files().values()]
    assert all(kinds.count(kind) >= 4 for kind in ("reword", "drop", "add", "none")), kinds


@pytest.mark.parametrize("name", NAMES)
def test_an_edit_comes_back(name, tmp_path):
    path = tmp_path / "back.docx"
    path.write_bytes(files()[name].data)
    changes, remarks = proposed(path)
    assert changes == files()[name].changes, remarks
    assert len(remarks) <= files()[name].remarks, remarks


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """The same files, saved by LibreOffice."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed"
    folder = tmp_path_factory.mktemp("office")
    for name, it in files().items():
        (folder / f"{name}.docx").write_bytes(it.data)
    command = [program, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    subprocess.run([*command, *(str(folder / f"{name}.docx") for name in NAMES)], check=True, capture_output=True)
    return folder / "saved"


@pytest.mark.whole
@pytest.mark.parametrize("name", NAMES)
def test_an_edit_comes_back_from_libreoffice(name, saved):
    changes, remarks = proposed(saved / f"{name}.docx")
    assert changes == files()[name].changes, remarks
    assert len(remarks) <= files()[name].remarks + 1, remarks
