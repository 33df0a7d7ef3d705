"""Ten things that a practice manager wants, each by at most two commands, as the guide tells them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.definitions.addresses import parts_of
from worksheet_builder.project.library import Library
from worksheet_builder.reading.tailoring_loader import read_sheet

from ..conftest import Run
from .word_edits import NEW, Handout

GUIDE = Path(__file__).parents[2] / "docs/guides/tailoring.md"
TABLE = GUIDE.read_text(encoding="utf-8").partition("## Ten wishes")[2].partition("\n## ")[0]
WISHES = {
    wish: re.findall(r"`([^`]+)`", commands)
    for wish, commands in re.findall(r"^\| ([^|]+?) \| (`.+) \|$", TABLE, re.MULTILINE)
}


def words(name: str = "ours") -> Any:
    library = Library.open()
    sheet = read_sheet(library, library.find(name))
    return sheet, {address: part.words for address, part in parts_of(sheet).items()}


def blocks(sheet: Any) -> Any:
    return [block.id for block in sheet.blocks]


CAME_TRUE: dict[str, Callable[[Any, Any], bool]] = {
    "the sheet with our title": lambda sheet, said: said["title"] == "Our days",
    "without the example": lambda sheet, said: said["ways-of-saying.example"] == "",
    "ten minutes, not fifteen": lambda sheet, said: sheet.minutes == 10,
    "the drawing first": lambda sheet, said: blocks(sheet)[0] == "two-kinds-of-day",
    "four lines where there was one": lambda sheet, said: said["hard-day.lines"] == "4",
    "one option less": lambda sheet, said: "what-hurt.options.news" not in said,
    "one option of ours for one of theirs": lambda sheet, said: (
        said["begin-with.options.waiting"] == "I waited too long."
    ),
    "a sentence of ours at the end": lambda sheet, said: blocks(sheet)[-1] == "ours",
    "the question in our words, and Spanish too": lambda sheet, said: (
        said["hard-day.prompt"] == "What helps?" and Path("locales/es/ours.po").read_text("utf-8").count("msgctxt") == 1
    ),
    "what I changed in Word": lambda sheet, said: said["hard-day.prompt"] == NEW,
}


def test_the_guide_tells_them_all() -> None:
    assert list(WISHES) == list(CAME_TRUE)
    assert all(1 <= len(commands) <= 2 for commands in WISHES.values())


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_comes_true(wish: Any, run: Run, folder: Path) -> None:
    run("init", "--name", "Our practice")
    if wish == "what I changed in Word":
        run("build", "waves", "-f", "docx")
        path = Path("handouts/en/waves.docx")
        handout = Handout(path.read_bytes(), words("waves")[0])
        handout.reword("hard-day.prompt", NEW)
        path.write_bytes(handout.save())
    for command in WISHES[wish]:
        run(*shlex.split(command))
    assert CAME_TRUE[wish](*words())
    assert "no problems" in run("check", "worksheets").stderr
    run("build", "ours", "-f", "pdf")
