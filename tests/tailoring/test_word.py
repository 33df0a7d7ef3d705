"""Handouts that were edited in Word come back as the right changes or an honest remark; nothing is taken wrongly."""

from __future__ import annotations

import copy
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.edited_handout import read_edited_handout
from worksheet_builder.build.order import Order
from worksheet_builder.docx import write
from worksheet_builder.project.library import Library
from worksheet_builder.reading.tailoring_loader import read_sheet

from ..build.test_order import OTHERWISE, SHEET, SHEETS
from .samples import Desk
from .word_edits import NEW, Edited, Handout, W, edited

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


def proposed(path: Path) -> Any:
    _, found = read_edited_handout(LIBRARY, ORDER, path)
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


def test_there_are_forty() -> None:
    assert len(files()) >= 40
    kinds = [next(iter(it.changes), ("none", ""))[0] for it in files().values()]
    assert all(kinds.count(kind) >= 4 for kind in ("reword", "drop", "add", "none")), kinds


@pytest.mark.parametrize("name", NAMES)
def test_an_edit_comes_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / "back.docx"
    path.write_bytes(files()[name].data)
    changes, remarks = proposed(path)
    assert changes == files()[name].changes, remarks
    assert len(remarks) <= files()[name].remarks, remarks


@pytest.mark.parametrize("option", sorted({*OTHERWISE} - {"client"}))
def test_no_option_is_taken_for_an_edit(option: str, tmp_path: Path) -> None:
    """A handout for one client names no sheet, and is refused."""
    name, path = SHEETS.get(option, SHEET), tmp_path / "back.docx"
    composer = Composer(LIBRARY, replace(ORDER, **{option: OTHERWISE[option]}))
    path.write_bytes(write(composer.document(LIBRARY.worksheets[name], "en"), composer.brand))
    assert not any(proposed(path))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Any:
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
def test_an_edit_comes_back_from_libreoffice(name: str, saved: Any) -> None:
    changes, remarks = proposed(saved / f"{name}.docx")
    assert changes == files()[name].changes, remarks
    assert len(remarks) <= files()[name].remarks + 1, remarks


def taken(desk: Desk, edit: Any, name: str = "quiet-place") -> Any:
    """What comes back of a handout of the small library after an edit of it."""
    desk.run("build", name, "-f", "docx")
    path = desk.folder / f"handouts/en/{name}.docx"
    handout = Handout(path.read_bytes(), read_sheet(desk.open(), desk.open().find(name)))
    edit(handout)
    path.write_bytes(handout.save())
    result = desk.run("tailor", "from", path)
    return result.stdout.splitlines(), result.stderr


def test_a_block_that_was_moved(desk: Desk) -> None:
    def edit(handout: Any) -> None:
        start, end = handout.extent("kinds")
        children = list(handout.body)[start:end]
        for child in children:
            handout.body.remove(child)
        at = handout.extent("opening")[0]
        for step, child in enumerate(children):
            handout.body.insert(at + step, child)

    assert taken(desk, edit)[0] == ["move kinds first"]


def test_an_option_that_was_added_in_the_list(desk: Desk) -> None:
    def edit(handout: Any) -> None:
        paragraph = handout.paragraph("kinds.options.friend")
        added = copy.deepcopy(paragraph)
        for mark in [*added.iter(f"{W}bookmarkStart"), *added.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        texts = [it for it in added.iter(f"{W}t") if "friend" in it.text or "Music" in it.text]
        for text in texts:
            text.text = "Snow" if text is texts[-1] else ""
        paragraph.addnext(added)

    assert taken(desk, edit)[0] == ["add into kinds.options after kinds.options.friend: “Snow”"]


def test_the_changes_become_a_sheet(desk: Desk) -> None:
    lines, _ = taken(desk, lambda handout: handout.reword("words.prompt", "What stays?"))
    assert lines == ["reword words.prompt: “What would you like to remember?” → “What stays?”"]
    desk.run("tailor", "from", "handouts/en/quiet-place.docx", "--as", "ours")
    assert "What stays?" in desk.run("show", "ours").stdout
    desk.run("build", "ours")


def test_an_answer_is_never_taken(desk: Desk) -> None:
    """Filled in where the fields are, typed over a placeholder, or typed into a table that has no fields."""

    def edit(handout: Any) -> None:
        for text in handout.root.iter(f"{W}t"):
            if (text.text or "").startswith("\u2003"):
                text.text = "my own secret words"

    lines, said = taken(desk, edit)
    assert lines == [] and "my own secret words" not in said


def test_an_answer_without_its_field_is_not_taken(desk: Desk) -> None:
    """As a program leaves it that drops controls."""

    def edit(handout: Any) -> None:
        for control in list(handout.root.iter(f"{W}sdt")):
            content = control.find(f"{W}sdtContent")
            for child in list(content):
                control.addprevious(child)
            control.getparent().remove(control)
        for text in handout.root.iter(f"{W}t"):
            if (text.text or "").startswith("\u2003"):
                text.text = "my own secret words"

    lines, said = taken(desk, edit)
    assert lines == []
    assert "stands in a table" in said or "my own secret words" not in said


def test_what_stands_on_every_sheet_is_left_alone(desk: Desk) -> None:
    def edit(handout: Any) -> None:
        for text in handout.root.iter(f"{W}t"):
            if "skip any part" in (text.text or ""):
                text.text = "You have to fill in every part of this page and never stop at any time."

    lines, said = taken(desk, edit)
    assert lines == []
    assert "not taken:" in said and ("stands on every sheet" in said or "on every sheet are gone" in said)


def test_what_a_block_needs_is_not_dropped(desk: Desk) -> None:
    lines, said = taken(desk, lambda handout: handout.remove(handout.paragraph("words.prompt")))
    assert lines == []
    assert "‘words’" in said


def test_a_resting_place_is_taken_out_only_by_a_word(desk: Desk) -> None:
    def edit(handout: Any) -> None:
        start, end = handout.extent("pause")
        for child in list(handout.body)[start:end]:
            handout.body.remove(child)

    lines, said = taken(desk, edit)
    assert not any(line.startswith("drop pause") for line in lines) and "--even-safety" in said
    path = "handouts/en/quiet-place.docx"
    assert "drop pause" in desk.run("tailor", "from", path, "--even-safety", "--as", "ours").stdout


NOT_OURS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "another program's": (
        lambda data: data.replace(b"worksheet-builder:", b"somebody-else-yyy:"),
        "does not say which",
    ),
    "other words": (lambda data: data, "other words of ‘quiet-place’ than those of today"),
}


@pytest.mark.parametrize("case", NOT_OURS)
def test_a_file_of_another_kind_is_refused(desk: Desk, case: Any) -> None:
    edit, sentence = NOT_OURS[case]
    desk.run("build", "quiet-place", "-f", "docx")
    path = desk.folder / "handouts/en/quiet-place.docx"
    handout = Handout(path.read_bytes(), read_sheet(desk.open(), desk.open().find("quiet-place")))
    handout.members = {name: edit(data) for name, data in handout.members.items()}
    path.write_bytes(handout.save())
    if case == "other words":
        desk.change_library("A garden", "A park")
    assert sentence in desk.run("tailor", "from", path, "--as", "ours", code=1).stderr
    assert not (desk.folder / "worksheets/own").exists()


def test_another_language_and_a_pack_are_refused(desk: Desk) -> None:
    desk.run("build", "quiet-place", "-f", "docx", "-l", "es")
    said = desk.run("tailor", "from", "handouts/es/quiet-place.docx", code=1).stderr
    assert "in another language (es)" in said
    desk.run("pack", "quiet-days", "-f", "docx")
    assert (
        "does not say which worksheet" in desk.run("tailor", "from", "handouts/en/pack-quiet-days.docx", code=1).stderr
    )


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old"])
def test_a_broken_file_is_refused(desk: Desk, data: Any) -> None:
    (desk.folder / "x.docx").write_bytes(data)
    assert "hint:" in desk.run("tailor", "from", "x.docx", code=1).stderr
