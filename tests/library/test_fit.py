"""Each sheet fits the paper it is promised on, for practices that say little of themselves and that say much.

The practices stand in ``practices/``. Sheets are laid out and not written. A sheet to clients takes the two sides of a
piece of paper, its leaf for other people one more; whom to call stands whole on one page, and never without the sheet.
In the usual run languages, practices, papers and designs take turns from sheet to sheet; `whole` has all of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Paper, Paragraph, Role, Style, walk
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.reading.loader import design_names
from worksheet_builder.translation.translated_structures import languages_with

from .fit import PRACTICES, TODAY, closing_of, composer, has_contacts, laid_out, library, lines_of, read
from .sheets import CLIENT_PATHS, each_client_sheet, sheet

EXAMPLE = Path(__file__).parents[2] / "docs/example-practice/practice.yaml"
SIDES, LEAF_SIDES = 2, 1
EASY_SIDES, EASY_LEAF_SIDES = 6, 4
"""Easy read takes the room that its pictures need; its rules allow twenty pages."""
LANGUAGES = library().languages


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


def sheets_in(language: str) -> list[Path]:
    """The sheets to clients that there are in a language."""
    return [path for path in CLIENT_PATHS if language in languages_with(library(), path.stem)]


LONGEST = [path for path in PRACTICES if path.stem in ("long", "many-lines")]
OTHERS = [path for path in PRACTICES if path not in LONGEST]
AT_ONCE = 2
"""In so many languages beside English each sheet is laid out in the usual run."""


@each_client_sheet
def test_the_closing_is_whole_and_never_alone(path: Path) -> None:
    """In English for the practices that say most and another in turn; in two languages in turn for one making each."""
    turn = CLIENT_PATHS.index(path)
    papers, practices = list(Paper), [*LONGEST, OTHERS[turn % len(OTHERS)]]
    assert third_pages(path, "en", [(papers[(turn + at) % 2], it) for at, it in enumerate(practices)]) == []
    others = [tag for tag in languages_with(library(), path.stem) if tag != "en"]
    for at in range(AT_ONCE * turn, AT_ONCE * (turn + 1)) if others else ():
        assert third_pages(path, others[at % len(others)], [MAKINGS[at % len(MAKINGS)]]) == []


@pytest.mark.whole
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sheet_takes_a_third_page_in_any_language(language: str) -> None:
    found = {path.stem: third_pages(path, language) for path in sheets_in(language)}
    assert {name: over for name, over in found.items() if over} == {}


DESIGNS = tuple(product(design_names(), Paper))


@pytest.mark.parametrize(("design", "paper"), DESIGNS)
def test_every_design_keeps_sheets_to_one_piece_of_paper(design: str, paper: Paper) -> None:
    """Each sheet in one of the designs and in another on the other paper."""
    turn = DESIGNS.index((design, paper))
    wanted = [path for at, path in enumerate(CLIENT_PATHS) if turn % (len(DESIGNS) // 2) == at % (len(DESIGNS) // 2)]
    assert too_long(wanted, design, paper) == set()


@pytest.mark.whole
@pytest.mark.parametrize(("design", "paper"), DESIGNS)
def test_every_design_keeps_every_sheet_to_one_piece_of_paper(design: str, paper: Paper) -> None:
    assert too_long(CLIENT_PATHS, design, paper) == set()


def too_long(paths: Sequence[Path], design: str, paper: Paper) -> set[str]:
    """The sheets that take more sides than one piece of paper has."""
    order = Order(practice=EXAMPLE, paper=paper, design=design, today=TODAY)
    maker = Composer(library(), order, shared=read(Edition.CLIENT))
    sides = {path.stem: sides_of(fitted(maker.document(path, "en"), maker.brand)) for path in paths}
    return {name for name, count in sides.items() if count > (EASY_SIDES if easy_read(name) else SIDES)}


def easy_read(name: str) -> bool:
    return sheet(library().worksheets[name]).easy_read


LONG_SHEETS = ("grief-and-anger", "preparing-for-an-appointment", "procedure-plan")


def long_sheets() -> list[object]:
    """One sheet in each design and style, another in the next; all of them where `whole` is asked for."""
    made = list(product(design_names(), Style, enumerate(LONG_SHEETS)))
    turns = [
        (at // len(LONG_SHEETS) + at // len(LONG_SHEETS) // len(Style)) % len(LONG_SHEETS) for at in range(len(made))
    ]
    return [
        pytest.param(name, design, style, marks=() if turn == which else (pytest.mark.whole,))
        for turn, (design, style, (which, name)) in zip(turns, made, strict=True)
    ]


@pytest.mark.parametrize(("name", "design", "style"), long_sheets())
def test_the_closing_is_whole_in_every_design_and_style(name: str, design: str, style: Style, tmp_path: Path) -> None:
    much = next(path for path in PRACTICES if path.stem == "many-lines").read_text("utf-8")
    file = tmp_path / "practice.yaml"
    file.write_text(f"{much}design: {design}\n", "utf-8")
    path = library().worksheets[name]
    for edition in Edition:
        order = Order(practice=file, edition=edition, style=style, today=TODAY)
        maker = Composer(library(), order, shared=read(edition))
        document = maker.document(path, "en")
        layout = fitted(document, maker.brand)
        with_contacts = [page for page in layout.pages if has_contacts(page, maker.brand)]
        assert len(with_contacts) == 1
        small = [node.text for node in walk(document.nodes) if isinstance(node, Paragraph) and node.role is Role.FINE]
        assert small and "".join(small[0].plain().split()[:3]) in "".join(lines_of(with_contacts[0]))


@pytest.mark.parametrize("name", ["a-baby-who-died", "grief-and-anger", "steady-in-the-waiting-room"])
def test_a_long_foot_leaves_room_for_large_print_and_the_closing_company(name: str) -> None:
    """A card that is higher than the first page stands on the next, and the last of a panel with the closing."""
    long = next(practice for practice in PRACTICES if practice.stem == "long")
    order = Order(practice=long, style=Style.LARGE_PRINT, today=TODAY)
    maker = Composer(library(), order, shared=read(Edition.CLIENT))
    document = maker.document(library().worksheets[name], "en")
    pages = fitted(document, maker.brand).pages
    (page,) = (page for page in pages if has_contacts(page, maker.brand))
    closing = closing_of(document)
    assert any(line and line not in closing for line in lines_of(page))


@each_client_sheet
def test_the_page_at_a_glance_is_one_page(path: Path) -> None:
    """In each language for some sheets, on the papers in turn; `whole` has all."""
    turn, languages = CLIENT_PATHS.index(path), languages_with(library(), path.stem)
    assert pages_at_a_glance(path, list(Paper)[turn % 2], languages[turn % len(languages)]) == 1


@pytest.mark.whole
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_at_a_glance_is_one_page_on_each_paper_in_each_language(language: str) -> None:
    made = ((path, paper) for path in sheets_in(language) for paper in Paper)
    found = {(path.stem, paper): pages_at_a_glance(path, paper, language) for path, paper in made}
    assert {which: count for which, count in found.items() if count != 1} == {}


def pages_at_a_glance(path: Path, paper: Paper, language: str) -> int:
    long = next(practice for practice in PRACTICES if practice.stem == "long")
    maker = composer(long, paper, Edition.THERAPIST)
    layout = fitted(maker.document(path, language), maker.brand)
    opening = [at for at, page in enumerate(layout.pages) if page.boxes[0].opens_page and not page.frame.bare]
    glance, more = opening[-2:]
    return more - glance
