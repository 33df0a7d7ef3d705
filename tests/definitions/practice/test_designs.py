"""Designs are data: each is sound, all are different, and another needs no Python."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS, page_count
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.practice import Brand, Practice
from worksheet_builder.document import Style
from worksheet_builder.document.design import Design, Header, Panel
from worksheet_builder.document.measures import MM
from worksheet_builder.document.rhythm import CLOSEST, DENSITIES, LINE, Rhythm
from worksheet_builder.docx.docx_writer import _fitting
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library
from worksheet_builder.project.package_files import package_file
from worksheet_builder.reading.loader import design_names, read_common, read_design

from ...conftest import Run

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs/example-practice"
SHEETS = ("grief-and-anger", "trusting-myself-again", "where-harm-occurred")
TODAY = date(2026, 11, 23)
DESIGNS = design_names()


@pytest.fixture
def practice(folder: Path) -> Path:
    """The example practice, copied so that its design can be changed."""
    for file in EXAMPLE.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder / "practice.yaml"


def with_design(practice: Path, name: str) -> Path:
    text = practice.read_text("utf-8")
    practice.write_text(text.replace("design: clear", f"design: {name}"), "utf-8")
    return practice


def test_each_is_shown_and_named_where_a_design_is_chosen() -> None:
    guide = (ROOT / "docs/guides/designs.md").read_text("utf-8")
    assert {name for name in DESIGNS if f"gallery/{name}.png" in guide} == {*DESIGNS}
    assert {f"design-{name}" for name in DESIGNS} <= {*read_common().desk.options} & {*read_common().desk.choices}


@pytest.mark.parametrize("manner", ["header", "title", "panel", "table", "lines", "font"])
def test_they_differ_in_what_the_eye_meets_first(manner: str) -> None:
    assert len({getattr(read_design(name), manner) for name in DESIGNS}) >= 2


@pytest.mark.parametrize("panel", get_args(Panel))
@pytest.mark.parametrize("header", get_args(Header))
def test_low_ink_fills_nothing_whatever_a_design_says(header: Header, panel: Panel) -> None:
    filled = replace(read_design(DESIGNS[0]), header=header, panel=panel)
    design = Brand.of(Practice(Place("x")), filled, Style.LOW_INK).design
    assert design.panel == ("frame" if panel == "tint" else panel)
    assert design.header == ("rule" if header in ("band", "solid") else header)


@pytest.mark.parametrize("density", range(CLOSEST + 1))
@pytest.mark.parametrize("name", DESIGNS)
def test_a_page_set_closer_still_leaves_room(name: str, density: int) -> None:
    design: Design = read_design(name)
    rhythm = Rhythm.of(design, 1.0, density)
    assert rhythm.pitch >= (8 if density in DENSITIES else 7.4) * MM - 0.01
    assert rhythm.question >= 2 * max(rhythm.answer, rhythm.step)
    assert rhythm.step * LINE >= 1.15 * design.sizes.body


@pytest.mark.parametrize("name", DESIGNS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_each_worksheet_fits_two_pages_with_a_practice(practice: Path, name: str, sheet: str) -> None:
    composer = Composer(Library.open(), Order(practice=with_design(practice, name), today=TODAY))
    document = composer.document(composer.library.worksheets[sheet], "en")
    assert page_count(FORMATS["pdf"].write(document, composer.brand)) == 2


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("name", DESIGNS)
def test_each_is_written_in_each_style_and_format(practice: Path, name: str, style: Style) -> None:
    composer = Composer(
        Library.open(), Order(practice=with_design(practice, name), style=style, today=TODAY, draft=True)
    )
    for tag in ("en", "es"):
        document = composer.document(composer.library.worksheets["trusting-myself-again"], tag)
        for it in (one for one in FORMATS.values() if "design" not in one.unseen):
            assert len(it.write(document, composer.brand)) > 10_000


def test_the_logo_for_a_dark_ground_is_used_there_only() -> None:
    def brand(name: str, style: Style = Style.STANDARD) -> Brand:
        return Brand.of(Practice(Place("x")), read_design(name), style, b"light", b"dark")

    assert brand("banner").logo == b"dark" and brand("banner").on_dark
    assert brand("clear").logo == b"light" and not brand("clear").on_dark
    assert brand("banner", Style.LOW_INK).logo == b"light"


def test_a_design_of_ones_own_needs_no_python(run: Run, folder: Path, practice: Path) -> None:
    text = (package_file("data/designs") / "letter.yaml").read_text("utf-8")
    (folder / "designs").mkdir()
    own = text.replace("header: plain", "header: band").replace("section: plain", "section: under")
    (folder / "designs/ours.yaml").write_text(own.replace("Letter", "Ours"), "utf-8")
    with_design(practice, "ours")
    run("practice", "check")
    run("build", "trusting-myself-again", "-l", "en")
    assert (folder / "handouts/en/trusting-myself-again.pdf").is_file()


def test_a_design_with_a_fault_is_told(run: Run, folder: Path, practice: Path) -> None:
    (folder / "designs").mkdir()
    text = (package_file("data/designs") / "clear.yaml").read_text("utf-8")
    (folder / "designs/ours.yaml").write_text(text.replace("panel: tint", "panel: tnt"), "utf-8")
    with_design(practice, "ours")
    told = run("practice", "check", code=1).stderr
    assert "ours.yaml:11:8: ‘panel’ cannot be ‘tnt’." in told and "Did you mean ‘tint’?" in told


def test_the_preview_is_a_sheet_and_a_sample_in_each_format(run: Run, folder: Path, practice: Path) -> None:
    practice.write_text(re.sub("accent: .*", 'accent: "#f6d860"', practice.read_text("utf-8")), "utf-8")
    told = run("practice", "preview", "-o", "sample").stderr
    assert "The accent #f6d860 is kept for grounds and ornament; headings are set in its shade" in told
    names = sorted(path.name for path in (folder / "sample").glob("practice*"))
    stems = ("practice-preview", "practice-preview-sheet")
    assert names == sorted(f"{stem}.{name}" for stem in stems for name in FORMATS)
    first = (folder / "sample/practice-preview.pdf").read_bytes()
    run("practice", "preview", "-o", "sample")
    assert (folder / "sample/practice-preview.pdf").read_bytes() == first


def test_the_languages_of_the_practice_are_built_unless_others_are_asked_for(
    run: Run, folder: Path, practice: Path
) -> None:
    run("build", "trusting-myself-again", "-f", "docx", "--draft")
    assert sorted(path.name for path in (folder / "handouts").iterdir() if path.is_dir()) == ["en", "es"]
    run("build", "trusting-myself-again", "-f", "docx", "-l", "en", "-o", "other")
    assert [path.name for path in (folder / "other").iterdir() if path.is_dir()] == ["en"]


@pytest.mark.parametrize("name", DESIGNS)
def test_nothing_in_large_print_is_smaller_than_sixteen_points(name: str) -> None:
    large = read_design(name).for_large_print().sizes
    assert min(getattr(large, size) for size in large.__dataclass_fields__) >= 16


def test_each_is_told_apart_by_more_than_one_manner() -> None:
    manners = ("header", "title", "title_align", "align", "panel", "table", "lines", "font", "section", "asked")
    shown = [[getattr(read_design(name), manner) for manner in manners] for name in DESIGNS]
    for at, one in enumerate(shown):
        for other in shown[at + 1 :]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) >= 3


def test_a_practice_that_names_letters_keeps_them() -> None:
    book = read_design("book")
    assert Brand.of(Practice(Place("x")), book, Style.STANDARD).font == "literata"
    assert Brand.of(Practice(Place("x"), font="lexend"), book, Style.STANDARD).font == "lexend"
    named = Practice(Place("x"), places={"font": Place("x", 3, 1)})
    assert Brand.of(named, book, Style.STANDARD).font == "noto-sans"


@pytest.mark.parametrize("name", DESIGNS)
def test_word_is_set_closer_where_that_brings_a_sheet_to_two_pages(name: str) -> None:
    """However far over them it would be at first."""
    maker = Composer(Library.open(ROOT), Order(practice=EXAMPLE / "practice.yaml", design=name, today=TODAY))
    document = maker.document(maker.library.worksheets["words-for-hard-moments"], "en")
    sides, leaf = _fitting(document, maker.brand).sides()
    assert sides <= 2 and leaf <= 1
