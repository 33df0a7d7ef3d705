"""Each sheet fits the paper it is promised on, for practices that say little of themselves and that say much.

The practices stand in ``practices/``. Sheets are laid out and not written. A sheet to clients takes the two sides of a
piece of paper, its leaf for other people one more; whom to call stands whole on one page, and never without the sheet.
In a language that takes more room than English, a sheet may need a third page with a practice that says much: which do
stands in ``third-pages/``, a list for each language. English and a sample are looked at always, the rest under `whole`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Paper, Paragraph, Role, Style, walk
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.reading.loader import design_names

from ..conftest import Golden
from .fit import PRACTICES, TODAY, closing_of, composer, has_contacts, laid_out, library, lines_of
from .sheets import CLIENT_PATHS, each_client_sheet, sheet

EXAMPLE = Path(__file__).parents[2] / "docs/example-practice/practice.yaml"
SIDES, LEAF_SIDES = 2, 1
EASY_SIDES, EASY_LEAF_SIDES = 6, 4
"""Easy read takes the room that its pictures need; its rules allow twenty pages."""
LANGUAGES = library().languages
LISTS = Path(__file__).parent / "third-pages"
LITTLE = frozenset({"none", "short"})
"""Those with which no sheet takes a third page in any language."""


def sides_of(layout: Layout) -> int:
    return sum(not page.frame.bare for page in layout.pages)


MAKINGS = tuple(product(Paper, PRACTICES))


def third_pages(path: Path, language: str, makings: Sequence[tuple[Paper, Path]] = MAKINGS) -> list[tuple[Paper, str]]:
    """The papers and practices with which a sheet takes a page too many; the closing is looked at in each."""
    over = []
    for paper, practice in makings:
        document, layout = laid_out(path, practice, paper, language)
        closing, brand = closing_of(document), composer(practice, paper).brand
        with_contacts = [page for page in layout.pages if has_contacts(page, brand)]
        assert len(with_contacts) == 1, (practice.stem, paper)
        assert any(line and line not in closing for line in lines_of(with_contacts[0])), (practice.stem, paper)
        sides, most = (EASY_SIDES, EASY_LEAF_SIDES) if sheet(path).easy_read else (SIDES, LEAF_SIDES)
        leaf = sum(page.frame.bare for page in layout.pages)
        assert 0 < leaf <= most if sheet(path).leaf else leaf == 0
        assert sides_of(layout) <= sides + 1, (practice.stem, paper)
        if sides_of(layout) > sides:
            over.append((paper, practice.stem))
    return over


@each_client_sheet
def test_the_closing_is_whole_and_never_alone(path: Path) -> None:
    """In English for every practice, the papers in turn; in each language for one making, another for each sheet."""
    turn = CLIENT_PATHS.index(path)
    papers = list(Paper)
    assert third_pages(path, "en", [(papers[(turn + at) % 2], it) for at, it in enumerate(PRACTICES)]) == []
    for at, language in enumerate(LANGUAGES, turn):
        assert not {name for _, name in third_pages(path, language, [MAKINGS[at % len(MAKINGS)]])} & LITTLE


@pytest.mark.whole
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_that_take_a_third_page_are_listed(language: str, golden: Golden) -> None:
    lines = [f"# A third page in {language}, whose words take {room_of(language):.0%} of the room of English."]
    for path in CLIENT_PATHS:
        over = third_pages(path, language)
        assert not {practice for _, practice in over} & LITTLE, (path.stem, over)
        if over:
            said = ", ".join(f"{paper} {practice}" for paper, practice in over)
            lines.append(f"{path.stem}: {said}")
    golden("\n".join(lines) + "\n", LISTS / f"{language}.txt")


def room_of(language: str) -> float:
    """How high all sheets are, as a share of what they are in English."""
    maker = composer(next(path for path in PRACTICES if path.stem == "none"), Paper.A4)

    def height(tag: str) -> float:
        contexts = (LayoutContext(maker.document(path, tag), maker.brand) for path in CLIENT_PATHS)
        return sum(box.height for context in contexts for box in Layout.of(context).boxes)

    return height(language) / height("en")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("design", design_names())
def test_every_design_keeps_every_sheet_to_one_piece_of_paper(design: str, paper: Paper) -> None:
    maker = Composer(library(), Order(practice=EXAMPLE, paper=paper, design=design, today=TODAY))
    sides = {path.stem: sides_of(fitted(maker.document(path, "en"), maker.brand)) for path in CLIENT_PATHS}
    assert {name for name, count in sides.items() if count > (EASY_SIDES if easy_read(name) else SIDES)} == set()


def easy_read(name: str) -> bool:
    return sheet(library().worksheets[name]).easy_read


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("design", design_names())
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
    """On the papers in turn; `whole` has both."""
    assert pages_at_a_glance(path, list(Paper)[CLIENT_PATHS.index(path) % 2]) == 1


@pytest.mark.whole
@each_client_sheet
def test_the_page_at_a_glance_is_one_page_on_each_paper(path: Path) -> None:
    assert {pages_at_a_glance(path, paper) for paper in Paper} == {1}


def pages_at_a_glance(path: Path, paper: Paper) -> int:
    long = next(practice for practice in PRACTICES if practice.stem == "long")
    maker = Composer(library(), Order(practice=long, edition=Edition.THERAPIST, paper=paper, today=TODAY))
    layout = fitted(maker.document(path, "en"), maker.brand)
    opening = [at for at, page in enumerate(layout.pages) if page.boxes[0].opens_page and not page.frame.bare]
    glance, more = opening[-2:]
    return more - glance
