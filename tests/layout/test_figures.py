"""Figures in both formats: words for those who cannot see them, room on the page, turned round with the language."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections import Counter
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from lxml import etree

from worksheet_builder.build.formats import FORMATS
from worksheet_builder.definitions.blocks import ComposeContext
from worksheet_builder.definitions.practice import Brand, Practice
from worksheet_builder.document import (
    Answer,
    Document,
    Figure,
    Group,
    GroupRole,
    HeaderFooter,
    Heading,
    Lines,
    OutputOptions,
    Paragraph,
    Role,
    Spot,
    Style,
    Table,
    answers,
    walk,
)
from worksheet_builder.document.drawings import Drawing, Frame, Path, Pen, Point, strokes
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase, rephrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import RectangleOp, TextOp
from worksheet_builder.layout.figure_boxes import figure_boxes
from worksheet_builder.layout.table_boxes import table_boxes
from worksheet_builder.layout.tag_tree import Tag
from worksheet_builder.reading.block_examples import examples
from worksheet_builder.reading.loader import read_common, read_design

from ..build.readers import docx_words, pdf_words, scale_numbers
from ..build.test_parity import document_words, said

PLACE = Place("any.yaml")
KINDS = [example.kind for example in examples()]
FIGURES = ["timeline", "body", "circles", "window", "wave", "thermometer", "ladder"]
ARABIC = "ما الذي يساعدك قبل الزيارة وبعدها"


def in_arabic(phrase: Phrase) -> Phrase:
    slots = " ".join(re.findall(r"\{[a-z_]+\}", phrase.text))
    return dataclasses.replace(phrase, text=f"{ARABIC} {slots}".strip(), language="ar")


def long_winded(phrase: Phrase) -> Phrase:
    return dataclasses.replace(phrase, text=f"{phrase.text} und noch etliche Selbstverständlichkeitserklärungen")


CHANGES = {"en": lambda phrase: phrase, "de": long_winded, "ar": in_arabic}


def document(kinds: list[str], language: str = "en", fillable: bool = True) -> Document:
    """The examples of some kinds on one sheet."""
    change = CHANGES[language]
    sheet = ComposeContext("sheet", rephrase(read_common(), change))
    title = change(Phrase("Title", "title", PLACE))
    blocks = [block for example in examples() if example.kind in kinds for block in rephrase(example.blocks(), change)]
    nodes = [Heading(1, title), Paragraph(title, Role.SUMMARY)]
    nodes += [Group(GroupRole.BLOCK, block.compose(sheet)) for block in blocks]
    common = sheet.common
    header_footer = HeaderFooter(common.page, common.logo, common.write_here, common.chosen, None)
    output_options = OutputOptions(fillable=fillable)
    return Document("sheet", title, title, Language.of(language), tuple(nodes), header_footer, output_options)


def written(kind: str, made: Document) -> bytes:
    brand = Brand.of(Practice(PLACE), read_design("clear"), Style.STANDARD)
    return FORMATS[kind].write(made, brand)


def figures_of(made: Document) -> list[Figure]:
    return [node for node in walk(made.nodes) if isinstance(node, Figure)]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("language", ["en", "de"])
def test_both_formats_say_what_the_blocks_say(language: str, style: Style) -> None:
    made = document(KINDS, language, style)
    expected = said(document_words(made))
    assert said(pdf_words(written("pdf", made))) == expected
    assert said(docx_words(written("docx", made), scale_numbers(made))) == expected


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize("fillable", [True, False])
def test_a_figure_is_spoken_in_both_formats(kind: str, fillable: bool) -> None:
    made = document([kind], fillable=fillable)
    for figure in figures_of(made):
        spoken = figure.alt.plain()
        assert spoken in alternative_texts(written("pdf", made))
        body = etree.fromstring(zipfile.ZipFile(io.BytesIO(written("docx", made))).read("word/document.xml"))
        first, *others = body.iter("{*}docPr")
        assert first.get("descr") == spoken
        for it in others:
            assert bool(it.get("descr")) != is_passed_over(it), "said, or passed over, and never both"


def is_passed_over(drawing: etree._Element) -> bool:
    """Whether a drawing is marked as decorative, which readers aloud leave out."""
    return [it.get("val") for it in drawing.iter("{*}decorative")] == ["1"]


def alternative_texts(data: bytes) -> list[str]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]


@pytest.mark.parametrize("kind", KINDS)
def test_fields_are_known_by_addresses_of_their_own(kind: str) -> None:
    addresses = [answer.address for answer in answers(document([kind]))]
    assert [address for address, count in Counter(addresses).items() if count > 1] == []
    assert all(address.startswith("sheet.") for address in addresses)
    assert not [one for one in addresses for other in addresses if other.startswith(f"{one}.")]


def boxes(data: bytes) -> dict[str, list[tuple[int, tuple[float, float, float, float]]]]:
    """For each field name its pages and rectangles."""
    import pikepdf

    found: dict[str, list[tuple[int, tuple[float, float, float, float]]]] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for widget in page.get("/Annots", []):
                name: list[str] = []
                node: Any = widget
                while node is not None:
                    name.insert(0, str(node.T)) if "/T" in node else None
                    node = node.get("/Parent")
                rect = tuple(float(it) for it in widget.Rect)
                found.setdefault(".".join(name), []).append((number, rect))
    return found


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("language", CHANGES)
def test_no_two_fields_meet_and_none_leaves_the_column(language: str, style: Style) -> None:
    data = written("pdf", document(KINDS, language, style))
    pdf = pypdfium2.PdfDocument(data)
    width, height = pdf[0].get_size()
    placed = [(page, box) for rows in boxes(data).values() for page, box in rows]
    side = 13 * 72 / 25.4  # that of a page as close as it is ever set
    for page, (left, bottom, right, top) in placed:
        assert side - 4 <= left < right <= width - side + 4
        assert 0 < bottom < top < height
        for other, (x, y, right_, top_) in placed:
            if other == page and (x, y, right_, top_) != (left, bottom, right, top):
                assert min(right, right_) - max(left, x) <= 0.5 or min(top, top_) - max(bottom, y) <= 0.5


@pytest.mark.parametrize("kind", ["timeline", "circles", "window", "thermometer", "ladder"])
def test_room_to_write_changes_sides_with_the_language(kind: str) -> None:
    """What stands so far from the left in English stands as far from the right in Arabic."""
    english, arabic = (boxes(written("pdf", document([kind], tag))) for tag in ("en", "ar"))
    width = 595.276
    assert english.keys() == arabic.keys()
    for name, placed in english.items():
        for (_, (left, _, right, _)), (_, (x, _, end, _)) in zip(placed, arabic[name], strict=True):
            assert x == pytest.approx(width - right, abs=0.1)
            assert end == pytest.approx(width - left, abs=0.1)


@pytest.mark.parametrize("kind", FIGURES)
def test_a_drawing_stays_in_its_frame(kind: str) -> None:
    (figure,) = figures_of(document([kind]))
    frame = Frame(480.0, max(60.0, figure.drawing.least), 1.0)
    for line in strokes(figure.drawing, frame):
        left, top, right, bottom = line.extent
        assert -1 <= left <= right <= 481
        assert (
            -8 - figure.drawing.above
            <= top
            <= bottom
            <= max(figure.drawing.height, figure.drawing.rows * frame.row) + 8
        )


@pytest.mark.parametrize("below", [0.0, 12.0, 30.0])
def test_a_drawing_that_reaches_below_its_last_row_has_room_there(below: float) -> None:
    """Only that row is higher, so that what follows stands clear of the drawing."""
    line = Path(Point(5.0, 0.0), (Point(5.0, below, row=2.0),), Pen.MAIN)
    words = [Phrase(text, text, PLACE) for text in ("First", "Then")]
    spots = tuple(Spot(it, Answer(f"sheet.{it.text}", it, Lines(1)), row) for row, it in enumerate(words))
    figure = Figure(words[0], Drawing((line,), rows=2, start=24.0), spots)
    context = LayoutContext(document([]), Brand.of(Practice(PLACE), read_design("clear"), Style.STANDARD))
    first, last = figure_boxes(context, figure, context.column, Tag("Div"))
    assert last.height - first.height == pytest.approx(below * context.unit)


def test_each_line_of_a_long_caption_is_centred_under_its_drawing() -> None:
    words = [Phrase(text, text, PLACE) for text in ("Front", "In a position of lying down on a couch to rest")]
    line = Path(Point(0.0, 0.0), (Point(9.0, 30.0),), Pen.MAIN)
    figure = Figure(words[0], Drawing((line,), 30.0), captions=(*words, *words))
    context = LayoutContext(document([]), Brand.of(Practice(PLACE), read_design("clear"), Style.STANDARD))
    column = context.column
    (box,) = figure_boxes(context, figure, column, Tag("Div"))
    lines = [op for op in box.ops if isinstance(op, TextOp)]
    assert len(lines) > 4
    share = column.width / 4
    for op in lines:
        middle = op.x + op.line.width / 2 - column.x
        assert min(abs(middle - share * (at + 0.5)) for at in range(4)) < 0.1


@pytest.mark.parametrize(("language", "density", "clear"), [("en", 0, 0.0), ("en", 7, 2.5), ("ar", 0, 2.5)])
def test_the_tint_of_a_table_head_leaves_room_to_letters_that_reach_down(
    language: str, density: int, clear: float
) -> None:
    words = Phrase("Place", "place", PLACE, language)
    made = dataclasses.replace(document([]), language=Language.of(language))
    context = LayoutContext(made, Brand.of(Practice(PLACE), read_design("clear"), Style.STANDARD), density=density)
    head, *_ = table_boxes(context, Table(words, (words, words), ((words, words),), (1, 1)), context.column, Tag("Div"))
    band, *others = (op for op in head.ops if isinstance(op, RectangleOp))
    assert band.y == clear and band.y + band.height == head.height
    assert all(op.y == clear for op in others)


@pytest.mark.parametrize(("language", "higher"), [("en", 1.0), ("ar", 1.1), ("ur", 1.24)])
def test_a_drawing_for_a_phone_is_as_high_as_its_rows_in_higher_lines(language: str, higher: float) -> None:
    made = dataclasses.replace(document(["timeline"]), language=Language.of(language))
    pages = [written("html", it).decode() for it in (document(["timeline"]), made)]
    usual, now = (float(re.findall(r'height="([\d.]+)em"', it)[0]) for it in pages)
    assert now == pytest.approx(usual * higher, rel=0.03)


def test_the_marks_of_a_thermometer_are_spread_over_its_numbers() -> None:
    from worksheet_builder.definitions.blocks.thermometer import marked

    assert [marked(count) for count in (2, 3, 4, 5)] == [(10, 0), (10, 5, 0), (10, 7, 3, 0), (10, 8, 5, 3, 0)]


def test_each_ring_holds_its_own_room_to_write_in_the_middle_of_it() -> None:
    """Each further ring is wider, and so is its line; none comes near the side of its ring."""
    made = document(["circles"])
    (figure,) = figures_of(made)
    placed = boxes(written("pdf", made))
    rects = [placed[spot.room.address][0][1] for spot in figure.spots if spot.room]
    centres = {round((left + right) / 2, 1) for left, _, right, _ in rects}
    assert len(rects) == 3 and len(centres) == 1, "all in the middle"
    assert [*widths(rects)] == sorted(widths(rects))
    drawn = strokes(figure.drawing, Frame(max(widths(rects)) + 68.0, 76.0, 1.0))
    rings = [line.extent for line in drawn if line.pen in (Pen.MAIN, Pen.LINE)][:3]
    for (left, _, right, _), width in zip(reversed(rings), widths(rects), strict=True):
        assert right - left - width == pytest.approx(66.0, abs=8.0), "as far from the side in every ring"


def widths(rects: list[tuple[float, float, float, float]]) -> list[float]:
    return [right - left for left, _, right, _ in rects]


def test_word_sets_each_ring_as_far_in_as_it_is_drawn() -> None:
    made = document(["circles"])
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(written("docx", made))).read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    indents = [
        int(it.find(f"{space}pPr/{space}ind").get(f"{space}left"))
        for it in body.iter(f"{space}p")
        if it.find(f".//{space}sdt") is not None
    ]
    (figure,) = figures_of(made)
    assert [one - other for one, other in pairwise(indents)] == [
        round(20 * (one.inset - other.inset)) for one, other in pairwise(figure.spots)
    ]


def test_a_page_for_a_phone_puts_one_ring_into_the_other() -> None:
    made = document(["circles"])
    page = written("html", made).decode()
    depth = [page[: page.index(f'name="{it.address}"')].count('class="ring-around"') for it in answers(made)]
    closed = [
        page[page.index('class="figure"') : page.index(f'name="{it.address}"')].count("</textarea>")
        for it in answers(made)
    ]
    assert depth == [3, 3, 3] and closed == [0, 1, 2]
    assert figures_of(made)[0].alt.plain() in page


def test_the_same_figures_give_the_same_bytes() -> None:
    for kind in FORMATS:
        assert written(kind, document(FIGURES)) == written(kind, document(FIGURES))
