"""Each sheet fits the paper it is promised on, for practices that say little of themselves and that say much.

The practices stand in ``practices/``. Sheets are laid out and not written. A sheet to clients takes the two sides of a
piece of paper, its leaf for other people one more; whom to call stands whole on one page, and never without the sheet.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Paper, Paragraph, Role, Style, walk
from worksheet_builder.layout.fitting import Layout, fitted

from .fit import PRACTICES, TODAY, closing_of, composer, has_contacts, laid_out, library, lines_of
from .sheets import CLIENT_PATHS, each_client_sheet, sheet

SIDES, LEAF_SIDES = 2, 1
LANGUAGES = library().languages
MUCH = frozenset({"letter", "long", "many-lines"})
"""The practices with the longest foot, or with seven lines of whom to call."""
THIRD_PAGE = {
    "where-i-carry-it": "Its outline of a body is not cut.",
}
"""Sheets that may take a third page with a practice that says much, and why, in English."""


def sides_of(layout: Layout) -> int:
    return sum(not page.frame.bare for page in layout.pages)


@pytest.mark.parametrize("language", LANGUAGES)
@each_client_sheet
def test_the_closing_is_whole_and_never_alone(path: Path, language: str) -> None:
    over = []
    for practice in PRACTICES:
        for paper in Paper:
            document, layout = laid_out(path, practice, paper, language)
            closing, brand = closing_of(document), composer(practice, paper).brand
            with_contacts = [page for page in layout.pages if has_contacts(page, brand)]
            assert len(with_contacts) == 1, (practice.stem, paper)
            assert any(line and line not in closing for line in lines_of(with_contacts[0])), (practice.stem, paper)
            assert sum(page.frame.bare for page in layout.pages) == (LEAF_SIDES if sheet(path).leaf else 0)
            if sides_of(layout) > SIDES:
                over.append((practice.stem, paper.value))
    if language == "en":
        assert not over or (path.stem in THIRD_PAGE and {name for name, _ in over} <= MUCH), over


def test_the_exceptions_are_needed() -> None:
    for stem in THIRD_PAGE:
        (path,) = (path for path in CLIENT_PATHS if path.stem == stem)
        sides = [sides_of(laid_out(path, practice, Paper.LETTER, "en")[1]) for practice in PRACTICES]
        assert max(sides) == SIDES + 1, stem


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("design", ["banner", "clear", "letter"])
@pytest.mark.parametrize("name", ["grief-and-anger", "preparing-for-an-appointment", "procedure-plan"])
def test_the_closing_is_whole_in_every_design_and_style(name: str, design: str, style: Style, tmp_path: Path) -> None:
    much = next(path for path in PRACTICES if path.stem == "many-lines").read_text("utf-8")
    file = tmp_path / "practice.yaml"
    file.write_text(f"{much}design: {design}\n", "utf-8")
    path = library().worksheets[name]
    for edition in Edition:
        maker = Composer(library(), Order(practice=file, edition=edition, style=style, today=TODAY))
        document = maker.document(path, "en")
        layout = fitted(document, maker.brand)
        with_contacts = [page for page in layout.pages if has_contacts(page, maker.brand)]
        assert len(with_contacts) == 1
        small = [node.text for node in walk(document.nodes) if isinstance(node, Paragraph) and node.role is Role.FINE]
        assert small and "".join(small[0].plain().split()[:3]) in "".join(lines_of(with_contacts[0]))


@each_client_sheet
def test_the_page_at_a_glance_is_one_page(path: Path) -> None:
    long = next(practice for practice in PRACTICES if practice.stem == "long")
    for paper in Paper:
        maker = Composer(library(), Order(practice=long, edition=Edition.THERAPIST, paper=paper, today=TODAY))
        layout = fitted(maker.document(path, "en"), maker.brand)
        opening = [at for at, page in enumerate(layout.pages) if page.boxes[0].opens_page and not page.frame.bare]
        glance, more = opening[-2:]
        assert more == glance + 1
