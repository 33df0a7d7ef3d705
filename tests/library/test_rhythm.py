"""One rhythm on every page: all stands on a grid, and a question is nearer to its answer than to what is before it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Style
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.reading.loader import design_names

from ..layout.gaps import gaps, off_grid
from .fit import library
from .sheets import CLIENT_PATHS, each_client_sheet

TODAY = date(2026, 11, 29)
LANGUAGES = library().languages
DESIGNS = design_names()
FEWEST = 2
"""The steps of the grid above a question, a section, a panel or a figure, at least."""


@lru_cache(maxsize=32)
def _composer(folder: Path, design: str, style: Style) -> Composer:
    file = folder / f"{design}.yaml"
    file.write_text(f"name: Sample practice\ncountry: GB\nphone: '020 7946 0018'\ndesign: {design}\n", "utf-8")
    return Composer(library(), Order(practice=file, style=style, draft=True, today=TODAY))


def _laid_out(folder: Path, path: Path, language: str, design: str, style: Style) -> Layout:
    maker = _composer(folder, design, style)
    return fitted(maker.document(path, language), maker.brand)


def check(layout: Layout) -> None:
    """Raises where a distance is out of its bounds."""
    step = layout.context.rhythm.step
    assert not off_grid(layout)
    for gap in gaps(layout):
        if gap.answer is not None:
            assert gap.answer <= step + 0.01, gap
        if gap.above is None or gap.headed:
            continue
        least = 1 if gap.kind == "figure" else FEWEST
        assert gap.above >= least * step - 0.01, gap
        assert gap.kind != "question" or gap.above >= 2 * (gap.answer or 0.0) - 0.01, gap


@each_client_sheet
def test_a_question_is_nearer_to_its_answer_in_english(path: Path, tmp_path: Path) -> None:
    check(_laid_out(tmp_path, path, "en", "clear", Style.STANDARD))


@pytest.mark.parametrize(("language", "design"), [*zip(LANGUAGES, DESIGNS * len(LANGUAGES), strict=False)])
def test_and_in_each_language(language: str, design: str, tmp_path: Path) -> None:
    for path in CLIENT_PATHS[::9]:
        check(_laid_out(tmp_path, path, language, design, Style.STANDARD))


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("design", DESIGNS)
def test_and_in_each_style(design: str, style: Style, tmp_path: Path) -> None:
    for path in CLIENT_PATHS[::13]:
        check(_laid_out(tmp_path, path, "en", design, style))


@pytest.mark.whole
@pytest.mark.parametrize(("language", "design", "style"), [*product(LANGUAGES, DESIGNS, Style)])
def test_and_everywhere(language: str, design: str, style: Style, tmp_path: Path) -> None:
    for path in CLIENT_PATHS:
        check(_laid_out(tmp_path, path, language, design, style))
