"""No page of any sheet ends with a heading or a question: what it leads to stands under it, on the same page.

In the usual run languages, styles, editions and a second language take turns from sheet to sheet; `whole` has all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Style
from worksheet_builder.layout.display_list import DrawOp, TextOp
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.tag_tree import Tag
from worksheet_builder.translation.translated_structures import languages_with

from .fit import TODAY, library
from .sheets import PATHS, each_sheet

Making = tuple[str, Style, Edition, str | None]
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
STYLES = (Style.STANDARD, Style.LARGE_PRINT)
MOSTLY_READ = "before-you-use-these-pages"
"""The sheet that is read more than written on: its sections in a row are taller than a page."""


@lru_cache(maxsize=64)
def composer(style: Style, edition: Edition) -> Composer:
    return Composer(library(), Order(style=style, edition=edition, draft=True, today=TODAY))


def makings(path: Path, languages: Sequence[str]) -> list[Making]:
    """Each language of a sheet alone and beside another, in every style and edition."""
    said = [tag for tag in languages_with(library(), path.stem) if tag in languages]
    alone = list(product(said, STYLES, Edition, (None,)))
    other = {tag: "en" if tag != "en" else "es" for tag in said}
    return alone + [(tag, style, Edition.CLIENT, other[tag]) for tag, style in product(said, STYLES)]


def lonely(path: Path, making: Making) -> Iterator[str]:
    """The headings and questions that end a page, unless the next begins anew."""
    language, style, edition, beside = making
    maker = composer(style, edition)
    layout = fitted(maker.document(path, language, beside), maker.brand)
    headings = {*_headings(layout.root)}
    for page, after in pairwise(layout.pages):
        if not after.boxes[0].opens_page:
            ops = next(ops for box in reversed(page.boxes) if (ops := [op for op in box.ops if _tag(op)]))
            yield from (op.line.text for op in ops if isinstance(op, TextOp) and _tag(op) in headings)


def _headings(tag: Tag, inside: bool = False) -> Iterator[int]:
    """The tags of headings and questions, and of their words in each of two languages."""
    inside = inside or tag.kind in HEADINGS
    if inside:
        yield id(tag)
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _headings(child, inside)


def _tag(op: DrawOp) -> int | None:
    """The tag of what is read aloud; None for rules and grounds."""
    mark = getattr(op, "mark", None)
    return id(mark) if isinstance(mark, Tag) else None


@each_sheet
def test_no_page_ends_with_a_heading(path: Path) -> None:
    made = makings(path, library().languages)
    turn = PATHS.index(path)
    for at in (turn,) if path.stem != MOSTLY_READ else range(0, len(made), 5):
        assert list(lonely(path, made[at % len(made)])) == []


@pytest.mark.whole
@pytest.mark.parametrize("language", library().languages)
def test_no_page_ends_with_a_heading_in_any_edition_style_or_language(language: str) -> None:
    made = ((path, making) for path in PATHS for making in makings(path, [language]))
    found = {(path.stem, making): [*lonely(path, making)] for path, making in made}
    assert {which: lines for which, lines in found.items() if lines} == {}
