"""The pages about the library: the catalogue is written from the sheets, and the table of what they meet is whole."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from PIL import Image

from .sheets import PATHS, ROOT

CATALOGUE, PICTURES, COVERAGE = ROOT / "docs/catalogue.md", ROOT / "docs/pictures", ROOT / "docs/coverage.md"
NAMES = {path.stem for path in PATHS}
HEADINGS = [
    "What makes the same event weigh differently",
    "Events",
    "Reactions",
    "Sources of harm",
    "Responses",
    "What may follow when it is left alone",
    "What speaking of it opens",
    "Ways to heal",
]


def rows(part: str) -> list[tuple[str, set[str]]]:
    """What each row of a table names, and the sheets that meet it."""
    found = re.findall(r"^\| (?!What \||-)(.+?) \| (.+?) \|$", part, re.MULTILINE)
    return [(what, set(re.findall(r"`([a-z-]+)`", sheets))) for what, sheets in found]


PARTS = dict(re.findall(r"^## (.+?)\n(.+?)(?=^## |\Z)", COVERAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))


def test_the_catalogue_says_what_the_sheets_say() -> None:
    """If this fails: python tools/catalogue.py --pictures"""
    written = runpy.run_path(str(ROOT / "tools/catalogue.py"))["text"](PICTURES.is_dir())
    assert CATALOGUE.read_text("utf-8") == written


def test_every_sheet_has_its_picture() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == NAMES


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.png")), ids=lambda path: path.stem)
def test_a_picture_is_small(path: Path) -> None:
    assert path.stat().st_size <= 30_000
    with Image.open(path) as picture:
        assert picture.size == (260, 368)


def test_the_lists_are_all_there() -> None:
    assert list(PARTS) == HEADINGS


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_line_is_met_by_a_sheet_that_exists(heading: str) -> None:
    found = rows(PARTS[heading])
    assert len(found) >= 4
    assert not [what for what, sheets in found if not sheets]
    assert {sheet for _, sheets in found for sheet in sheets} <= NAMES


def test_every_sheet_meets_something() -> None:
    assert {sheet for part in PARTS.values() for _, sheets in rows(part) for sheet in sheets} == NAMES


def test_the_gallery_shows_the_pictures_that_there_are() -> None:
    shown = set(re.findall(r"\(gallery/([a-z0-9-]+\.png)\)", (ROOT / "docs/gallery.md").read_text("utf-8")))
    assert shown == {path.name for path in (ROOT / "docs/gallery").glob("*.png")}
