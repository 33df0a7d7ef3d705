"""Pages that behave: what belongs together stays together, nothing is left alone, free room becomes room to write."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest

from worksheet_builder import pdf
from worksheet_builder.document import (
    Answer,
    Cell,
    Document,
    Group,
    GroupRole,
    Heading,
    Lines,
    Node,
    OutputOptions,
    Paper,
    Paragraph,
    Role,
    Table,
)
from worksheet_builder.document.rhythm import CLOSEST, spared_lines
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase, rephrase
from worksheet_builder.foundation.problems import Place, Refused
from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import FieldOp, RectangleOp, TextOp
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.layout.pagination import Page
from worksheet_builder.layout.running_header import page_frames
from worksheet_builder.reading.loader import design_names, read_design

from ..pdf.opened import name_of, opened
from ..pdf.samples import PLAIN, SAMPLES, every_sample, said, specimen

LINE = 0.7
"""The width in points of the lines of a grid, which stand astride the edge of their cells."""
ROUNDED = 0.001
LONG = "Drink some water, and rest for as long as you like by the window. " * 7


def document(*nodes: Node, **output_options: Any) -> Document:
    base = SAMPLES["english"][0]
    return replace(base, nodes=(Heading(1, said("Sheet")), *nodes), output_options=OutputOptions(**output_options))


def pages(*nodes: Node, **output_options: Any) -> list[Page]:
    return fitted(document(*nodes, **output_options), PLAIN).pages


def text(box: Box) -> str:
    return " ".join(op.line.text.strip() for op in box.ops if isinstance(op, TextOp))


def asked(number: int, lines: int) -> Group:
    answer = Answer(f"sheet.q{number}", said(f"Question {number}"), Lines(lines))
    return Group(GroupRole.BLOCK, (Paragraph(said(f"Question {number}"), Role.PROMPT), answer))


@pytest.mark.parametrize("before", range(2, 14))
def test_a_prompt_stays_with_its_answer(before: int) -> None:
    """Whatever stands before it, the last box of a page is never the prompt."""
    filler = [asked(number, 1 + number % 3) for number in range(before)]
    for page in pages(*filler, asked(99, 6)):
        assert not text(page.boxes[-1]).startswith("Question")


def _broken_paragraphs(short: int) -> tuple[list[Page], list[Place]]:
    """Pages of so many short paragraphs and then twelve of six lines, and the places of the twelve."""
    longer = [replace(said(LONG), place=Place("sample.yaml", 2 + number, 1)) for number in range(12)]
    made = pages(*(Paragraph(said("Short.")) for _ in range(short)), *map(Paragraph, longer))
    return made, [phrase.place for phrase in longer]


@pytest.mark.parametrize("short", range(12))
def test_no_line_of_a_paragraph_is_alone(short: int) -> None:
    """Paragraphs of six lines break with two lines on each side at least, wherever the page ends."""
    made, places = _broken_paragraphs(short)
    for place in places:
        shares = [count for page in made if (count := [box.place for box in page.boxes].count(place))]
        assert sum(shares) == 6, "the paragraph has the lines that this test is about"
        assert min(shares) >= 2


def test_pages_break_paragraphs_after_two_three_and_four_lines() -> None:
    """Else the rule on lines that are alone would hold of pages that break nothing."""
    shares = set()
    for short in range(12):
        made, places = _broken_paragraphs(short)
        lines = [[box.place for box in page.boxes] for page in made]
        shares |= {page.count(place) for page in lines for place in places}
    assert shares >= {2, 3, 4}


@pytest.mark.parametrize("rows", [18, 40])
def test_the_head_of_a_table_is_repeated(rows: int) -> None:
    def row(number: int) -> tuple[Cell, ...]:
        return said(f"Row {number}"), Answer(f"sheet.t.r{number}", said("What"), Lines(2))

    table = Table(said("Places"), (said("Where"), said("What")), tuple(map(row, range(rows))), (1.0, 2.0))
    made = pages(table)
    assert len(made) > 1
    assert all(text(page.boxes[0]) == "Where What" for page in made[1:])
    heads = [box for page in made for box in page.boxes if text(box) == "Where What"]
    assert len(heads) == len(made)


def test_free_room_becomes_writing_lines() -> None:
    (page,) = pages(asked(1, 4), asked(2, 4))
    fields = [op for box in page.boxes for op in box.ops if isinstance(op, FieldOp)]
    assert all(field.height > 6 * 24 for field in fields)
    assert page.height - sum(box.height + box.before for box in page.boxes) < 12 * 24


def test_rows_of_a_table_grow_alike() -> None:
    cells = [(said("A"), Answer(f"sheet.t.r{at}", said("What"), Lines(2))) for at in range(3)]
    (page,) = pages(Table(said("Places"), (said("Where"), said("What")), tuple(cells), (1.0, 2.0)))
    heights = {round(op.height, 3) for box in page.boxes for op in box.ops if isinstance(op, FieldOp)}
    assert len(heights) == 1
    assert heights.pop() > 2 * 24


def test_lines_of_one_block_grow_alike() -> None:
    leads = (Answer(f"sheet.s.{at}", said("Begin"), Lines(2, lead=said(f"I wish {at}"))) for at in range(3))
    (page,) = pages(Group(GroupRole.BLOCK, (Paragraph(said("Begin"), Role.PROMPT), *leads)))
    heights = {round(op.height, 3) for box in page.boxes for op in box.ops if isinstance(op, FieldOp)}
    assert len(heights) == 1
    assert heights.pop() > 2 * 24


@every_sample
def test_nothing_reaches_over_the_edge(name: str) -> None:
    sample, branded = SAMPLES[name]
    layout = fitted(sample, branded)
    for page in layout.pages:
        for top, box in page.tops():
            assert top + box.height <= page.height + 0.1
            for op in box.ops:
                width = op.line.width if isinstance(op, TextOp) else op.width
                over = (LINE / 2 if isinstance(op, RectangleOp) and op.width == LINE else 0.0) + ROUNDED
                assert op.x >= -over
                assert op.x + width <= layout.context.column.width + over


@pytest.mark.parametrize("tag", ["ru", "ar", "ta", "km", "th"])
def test_words_stay_in_their_column_in_every_length(tag: str) -> None:
    layout = fitted(specimen(tag), PLAIN)
    for page in layout.pages:
        for _, box in page.tops():
            for op in box.ops:
                if isinstance(op, TextOp):
                    assert op.line.width <= op.width + 0.2


def test_a_few_lines_do_not_need_another_page() -> None:
    """Set closer, what overflows by little fits; what overflows by much stays as the design wants it."""
    for count in range(4, 12):
        layout = fitted(document(*(asked(number, 3) for number in range(count))), PLAIN)
        assert len(layout.pages) <= 2
        if layout.context.pitch < PLAIN.design.pitch * 2.83:
            assert layout.pages[-1].used > layout.pages[-1].height * 0.8


@pytest.mark.parametrize(("before", "after", "shares"), [(14, 15, [4, 2]), (15, 14, [2, 4])])
def test_a_table_is_cut_before_a_sheet_takes_a_third_side(before: int, after: int, shares: list[int]) -> None:
    rows = [(said(f"Row {at}"), Answer(f"sheet.t.r{at}", said("What"), Lines(2))) for at in range(6)]
    table = Table(said("Places"), (said("Where"), said("What")), tuple(rows), (1.0, 2.0))
    made = pages(*(asked(at, 1) for at in range(before)), table, *(asked(50 + at, 1) for at in range(after)))
    assert [sum(text(box).startswith("Row") for box in page.boxes) for page in made] == shares


@pytest.mark.parametrize(("words", "kept"), [("Some words.", True), (LONG, False)])
def test_a_heading_with_many_words_may_leave_the_block_that_follows_in_the_last_step(words: str, kept: bool) -> None:
    opening = Group(GroupRole.BLOCK, (Heading(2, said("What is known")), Paragraph(said(words))))
    for sparing, expected in ((2, True), (3, kept)):
        context = LayoutContext(document(opening, asked(1, 1)), PLAIN, density=CLOSEST, sparing=sparing)
        boxes = Layout.of(context).boxes
        at = next(at for at, box in enumerate(boxes) if text(box) == "Question 1")
        assert boxes[at - 1].keep is expected


def test_sections_in_a_row_are_parted_as_paragraphs_are() -> None:
    """Together they are taller than a page: no page ends with a heading, and none with half of a paragraph's lines."""
    section = Group(GroupRole.BLOCK, (Heading(2, said("What is known")), Paragraph(said(LONG)), Paragraph(said(LONG))))
    for short in range(12):
        made = pages(*(Paragraph(said("Short.")) for _ in range(short)), *(section for _ in range(12)))
        assert len(made) > 1
        for page, after in pairwise(made):
            assert text(page.boxes[-1]) != "What is known"
            assert page.height - page.used < 6 * page.boxes[-1].height
            assert not (page.boxes[-1].keep and not page.boxes[-1].yields), "a line is alone"
            assert text(after.boxes[0])


def test_the_last_of_sections_in_a_row_stays_with_the_block_that_they_lead_to() -> None:
    section = Group(GroupRole.BLOCK, (Heading(2, said("What is known")), Paragraph(said(LONG))))
    for short in range(12):
        nodes = (*(Paragraph(said("Short.")) for _ in range(short)), *(section for _ in range(8)), asked(1, 16))
        made = Layout.of(LayoutContext(document(*nodes), PLAIN)).pages
        (page,) = (page for page in made if any(text(box) == "Question 1" for box in page.boxes))
        assert text(page.boxes[0]) != "Question 1"


@pytest.mark.parametrize("under", [True, False], ids=["ruled", "plain"])
def test_a_heading_of_four_lines_has_no_words_that_stand_with_it(under: bool) -> None:
    """A rule under a heading is no line of it, and a heading is never let go of, however many lines it has."""
    design = replace(PLAIN.design, section="under" if under else "plain")
    for count, words in product((3, 4, 5), ((), (Paragraph(said("Some words.")),))):
        heading = Heading(2, said("What is known of it\n" * count))
        opening = Group(GroupRole.BLOCK, (heading, *words))
        whole = document(opening, asked(1, 1))
        context = LayoutContext(whole, replace(PLAIN, design=design), density=CLOSEST, sparing=3)
        boxes = Layout.of(context).boxes
        at = next(at for at, box in enumerate(boxes) if text(box) == "Question 1")
        lines = [box for box in boxes[1:at] if text(box)]
        assert boxes[at - 1].keep is (not words or len(lines) < 4)


@pytest.mark.parametrize("density", range(CLOSEST + 1))
@pytest.mark.parametrize("name", design_names())
def test_head_and_foot_stand_clear_of_the_text_in_every_density(name: str, density: int) -> None:
    context = LayoutContext(document(), replace(PLAIN, design=read_design(name)), density=density)
    frame, size = page_frames(context).others, context.line_style("running").style.size
    assert context.edges.header + 0.4 * size < frame.top
    assert context.edges.footer + size < context.page_height - frame.top - frame.height


@pytest.mark.parametrize(
    ("sparing", "left"), [(0, [1, 2, 3, 4, 6]), (1, [1, 2, 2, 3, 5]), (2, [1, 1, 2, 3, 5]), (3, [1, 1, 2, 2, 4])]
)
def test_room_to_write_is_given_up_line_by_line(sparing: int, left: list[int]) -> None:
    assert [spared_lines(lines, sparing) for lines in (1, 2, 3, 4, 6)] == left


def test_therapist_notes_open_a_page() -> None:
    notes = Group(GroupRole.NOTES, (Heading(2, said("For the therapist")), Paragraph(said("A note."))))
    made = pages(asked(1, 2), notes)
    assert [text(page.boxes[0]) for page in made] == ["Sheet", "For the therapist"]


def test_an_answer_taller_than_a_page_is_refused_with_its_place() -> None:
    with pytest.raises(Refused) as caught:
        pdf.write(document(asked(1, 60)), PLAIN)
    (problem,) = caught.value.problems
    assert str(problem.place) == "sample.yaml:1:1"
    assert problem.sentence == "This needs 526 mm, and a page has 253 mm."
    assert problem.hint == "Give it fewer lines or less text, or split it in two."


def test_right_to_left_is_the_mirror_of_left_to_right() -> None:
    """Boxes, rules and fields of one document, written in a language of each direction, mirror each other."""
    left, right = (_areas(tag) for tag in ("en", "he"))
    width = Paper.A4.points[0]
    assert [name for name, _, _ in right] == [name for name, _, _ in left]
    for (_, here, wide), (_, there, same) in zip(left, right, strict=True):
        assert (here, wide) == pytest.approx((width - there - same, same), abs=0.05)


def _areas(tag: str) -> list[tuple[str, float, float]]:
    """The fields of a sheet whose words are one mark in any language, with left edge and width."""

    def change(phrase: Phrase) -> Phrase:
        return replace(phrase, text="—", language=tag)

    sheet = replace(rephrase(SAMPLES["english"][0], change), language=Language.of(tag))
    with opened(pdf.write(sheet, PLAIN)) as file:
        widgets = [widget for page in file.pages for widget in page.get("/Annots", [])]
        found = [(name_of(widget), [float(side) for side in widget.Rect]) for widget in widgets]
    return [(name, left, right - left) for name, (left, _, right, _) in found]
