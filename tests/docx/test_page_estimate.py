"""How many pages a Word file is estimated to take, and what it gives up to take no more than it promises."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.document import (
    Answer,
    Divider,
    Document,
    Group,
    GroupRole,
    Lines,
    Listing,
    Node,
    Option,
    Paragraph,
    Role,
    Style,
    Ticks,
)
from worksheet_builder.document.drawings import Drawing, Path, Pen, Point
from worksheet_builder.docx.docx_writer import _fitting, _Written
from worksheet_builder.docx.line_measures import line_measures
from worksheet_builder.docx.page_count import Slab, pages_of
from worksheet_builder.docx.page_estimate import SlabReader
from worksheet_builder.docx.paragraph_markup import paragraph
from worksheet_builder.docx.run_markup import Runs
from worksheet_builder.docx.style_context import StyleContext
from worksheet_builder.docx.stylesheet import paragraph_styles
from worksheet_builder.foundation.languages import Language
from worksheet_builder.ooxml.markup import part as markup_part
from worksheet_builder.ooxml.markup import w
from worksheet_builder.text import TextStyle, Typesetter

from .opened import found, part, value
from .samples import PLAIN, brand, english, pictured, said

BODY = TextStyle(12.0)
ENGLISH, ARABIC = Language.of("en"), Language.of("ar")
CLOSER = [*StyleContext.of(english(), PLAIN).closer(PLAIN)]


def asking(questions: int, read: int = 0) -> Document:
    """A sheet of so many questions, each with three lines to write on, after so many paragraphs to read."""

    def asked(number: int) -> Group:
        question = said(f"What was it like, the {number}th time?")
        answer = Answer(f"sheet.q{number}", question, Lines(3))
        return Group(GroupRole.BLOCK, (Paragraph(question, Role.PROMPT), answer))

    words = Group(GroupRole.BLOCK, (Paragraph(said("Word by word. " * 6)),))
    return replace(english(), nodes=(*(words,) * read, *map(asked, range(questions))))


def lines_of(document: Document) -> list[int]:
    """The lines under each question."""
    styles = [value(it, "w:pPr/w:pStyle") for it in found(part(docx.write(document, PLAIN)), "//w:body//w:p")]
    starts = [at for at, style in enumerate(styles) if style == "Prompt"]
    return [styles[start:end].count("AnswerLine") for start, end in zip(starts, [*starts[1:], None], strict=True)]


def line_rule(document: Document) -> str | None:
    sheet = part(docx.write(document, PLAIN), "word/styles.xml")
    return value(found(sheet, "w:style[@w:styleId='Prompt']")[0], "w:pPr/w:spacing", "lineRule")


@pytest.mark.parametrize(
    ("questions", "read", "rule", "lines"),
    [(10, 0, "atLeast", 3), (1, 33, "exact", 3), (17, 0, "exact", 2), (1, 40, "exact", 2), (60, 0, "atLeast", 3)],
    ids=["fits", "in lower lines", "with a line less", "as close as can be", "cannot be brought to two pages"],
)
def test_a_sheet_gives_up_no_more_than_keeps_it_to_its_pages(questions: int, read: int, rule: str, lines: int) -> None:
    sheet = asking(questions, read)
    assert (line_rule(sheet), set(lines_of(sheet))) == (rule, {lines})


@pytest.mark.parametrize(("language", "rule"), [("en", "atLeast"), ("uk", "exact")])
def test_letters_that_are_not_latin_are_counted_on_for_a_little_less_of_a_page(language: str, rule: str) -> None:
    """At 98 of 100 parts of each page the sheet fits, at 97 of 100 it takes a page more."""
    assert line_rule(replace(asking(8, 15), language=Language.of(language))) == rule


def test_a_sheet_that_fits_at_no_step_gives_up_what_the_middle_one_does() -> None:
    """Not what the first step that saves a page does: an estimate near the end of a page may be wrong."""
    assert _fitting(asking(26), PLAIN).context == CLOSER[2]


def test_what_is_promised_depends_on_the_sheet() -> None:
    """Six pages in easy read; nothing where there is nothing to write on."""
    assert line_rule(replace(asking(17), easy_read=True)) == "atLeast"
    assert line_rule(asking(0, read=38)) == "atLeast"


def test_words_are_measured_with_their_letters() -> None:
    measures = line_measures(ENGLISH, "noto-sans")
    assert measures.width("WWWW", BODY) > 3 * measures.width("iiii", BODY)
    assert len(measures.heights("WWWW " * 20, BODY, 400.0)) > 2
    assert len(measures.heights("iiii " * 20, BODY, 400.0)) == 1


@pytest.mark.parametrize("strong", [False, True])
def test_lines_are_surely_long_enough_but_where_nothing_is_left_to_give_up(strong: bool) -> None:
    look, words = TextStyle(12.0, strong), "Which of these would you like to try?"
    measures = line_measures(ENGLISH, "noto-sans")
    room = measures.width(words, look) * 0.99
    counted = [len(measures.heights(words, look, room, sure=sure)) for sure in (True, False)]
    assert counted == [2, 1]


def test_words_that_are_partly_strong_take_more_room() -> None:
    words = "Which of these would you like to try?"
    measures = line_measures(ENGLISH, "noto-sans")
    room = measures.width(words, BODY) * 1.01
    counted = [len(measures.heights(words, BODY, room, strong=share)) for share in (0.0, 0.1, 0.9)]
    assert counted == [1, 1, 2]


@pytest.mark.parametrize(
    ("strong", "share", "sure", "times"),
    [
        (False, 0.0, True, 1.02),
        (False, 0.5, True, 1.02 * 1.0325),
        (False, 1.0, True, 1.02 * 1.065),
        (True, 0.0, True, 1.02 * 1.04),
        (False, 0.0, False, 1.005),
        (False, 0.5, False, 1.005 * 1.025),
        (False, 1.0, False, 1.005 * 1.05),
        (True, 0.0, False, 1.005 * 1.02),
    ],
)
def test_words_take_so_many_times_the_room_that_they_have_in_a_pdf(
    strong: bool, share: float, sure: bool, times: float
) -> None:
    """Letters that are strong by their style, words of which a share is; as can be counted on, and at least."""
    look, words = TextStyle(12.0, strong), "Which of these would you like to try?"
    own = Typesetter(ENGLISH, "noto-sans").width(said(words), look)
    measures = line_measures(ENGLISH, "noto-sans")
    for room, lines in ((own * times * 1.001, 1), (own * times * 0.999, 2)):
        assert len(measures.heights(words, look, room, sure=sure, strong=share)) == lines


@pytest.mark.parametrize(("left", "right", "lines"), [(0, 0, 1), (100, 0, 2), (0, 100, 2), (50, 50, 2), (10, 10, 1)])
def test_words_have_the_room_between_the_indents_of_their_paragraph(left: int, right: int, lines: int) -> None:
    context, words = StyleContext.of(english(), PLAIN), said("Which of these would you like to try?")
    indented = w("ind", left=20 * left, right=20 * right)
    body = w("body", paragraph("Body Text", Runs(context).of(words), properties=indented))
    tree = etree.fromstring(markup_part("w:document", {}, body))
    usual = etree.fromstring(markup_part("w:document", {}, w("body", paragraph("Body Text", Runs(context).of(words)))))
    width = line_measures(ENGLISH, context.family).width(words.plain(), BODY) + 50.0
    high, line = (next(SlabReader(context).slabs(it[0], width)).height for it in (tree, usual))
    assert high == pytest.approx(lines * line)


def test_a_line_is_as_high_as_the_highest_of_its_fonts_asks() -> None:
    alone, among = (
        line_measures(ENGLISH, "noto-sans").heights(words, BODY, 400.0)[0] for words in ("Elm Lane", "Elm Lane عيادة")
    )
    assert among > alone + 0.4
    assert line_measures(ARABIC, "noto-sans").heights("", BODY, 400.0)[0] > 2.0


@pytest.mark.parametrize(
    ("run", "taken"),
    [
        ([Slab(40), Slab(40)], 0.8),
        ([Slab(30, before=10, after=20), Slab(30, before=15)], 0.9),
        ([Slab(60), Slab(60)], 1.6),
        ([Slab(60), Slab(10, keep=True), Slab(40)], 1.5),
        ([Slab(60), Slab(20, keep=True), Slab(30, again=20)], 1.5),
        ([Slab(20), Slab(70), Slab(30, again=20)], 1.5),
        ([Slab(60, after=30), Slab(50, before=50)], 1.5),
        ([Slab(150), Slab(20)], 1.7),
    ],
    ids=["one page", "the larger space", "two pages", "kept", "kept head", "head again", "no space at top", "too high"],
)
def test_paragraphs_are_stacked_on_pages(run: list[Slab], taken: float) -> None:
    assert pages_of(run, 100.0, 100.0) == pytest.approx(taken)


@pytest.mark.parametrize("context", CLOSER, ids=lambda it: f"{it.sparing}-{it.rhythm.step:.2f}")
def test_told_lines_leave_room_for_a_capital_with_its_accent(context: StyleContext) -> None:
    """Programs stand letters four fifths down in a line of exact height, and cut off what is above it."""
    sizes = {style.name: style.letters.size or context.design.sizes.body for style in paragraph_styles(context)}
    exact = {style.name: style.line or 0.0 for style in paragraph_styles(context) if style.exact and style.line}
    for name in ("Body Text", "Prompt", "Title", "Hint", "Fine Print", "Contacts", "Tick", "footer"):
        line = exact.get(name) or exact[{"Body Text": "Tick"}.get(name, name)]
        assert 0.8 * line >= 0.92 * sizes[name], name
    assert exact["Contacts"] >= 1.15 * context.design.sizes.number


def test_options_that_fit_stand_beside_each_other_only_where_room_is_given_up() -> None:
    """And rows may be parted there, but for two on each side."""
    options = (
        "Once",
        "Often",
        "Never",
        "When somebody who had not read my notes came in the night",
        "Never again",
        "No",
    )
    ticks = Ticks(tuple(Option(f"o{at}", said(it)) for at, it in enumerate(options)), True)
    asked = Answer("sheet.ticks", said("How often?"), ticks)
    few, many = ((*asking(count).nodes, asked) for count in (2, 18))
    assert _rows(few) == [("Tick", True)] * 5 + [("Tick", False)]
    assert _rows(many) == [("TickPair", kept) for kept in (True, False, True, False)]


def _rows(nodes: tuple[Node, ...]) -> list[tuple[str, bool]]:
    """The style of each row of options, and whether it is kept with the next."""
    data = docx.write(replace(english(), nodes=nodes), PLAIN)
    rows = found(part(data), "//w:body/w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Tick')]")
    return [(value(it, "w:pPr/w:pStyle") or "", value(it, "w:pPr/w:keepNext") != "0") for it in rows]


def test_a_figure_is_kept_with_its_answer_and_not_with_what_comes_after_its_block() -> None:
    block = pictured().nodes[2]
    assert isinstance(block, Group)
    figure = next(it for it in block.children if type(it).__name__ == "Figure" and not it.drawing.rows)
    answer = Answer("sheet.where", said("Where?"), Lines(1))
    for children, kept in (((figure, answer), True), ((figure,), False)):
        sheet = replace(english(), nodes=(Group(GroupRole.BLOCK, children), *asking(1).nodes))
        *_, last = found(part(docx.write(sheet, PLAIN)), "//w:p[w:pPr/w:pStyle[@w:val='Figure' or @w:val='Label']]")
        assert (value(last, "w:pPr/w:keepNext") != "0") is kept


def under_the_panel(lines: int, style: Style) -> list[bool]:
    """Whether each paragraph of a panel is kept with the next, in a sheet with so many lines of whom to call."""
    panel = Paragraph(said("Before you go"), Role.PANEL_HEADING), Listing(tuple(map(said, ("one", "two", "three"))))
    numbers = (Paragraph(said(f"0{at} 0000: the line of people who listen"), Role.CONTACT) for at in range(lines))
    box = Group(GroupRole.CONTACTS, (Paragraph(said("You can call"), Role.LABEL), *numbers))
    closing = Group(GroupRole.CLOSING, (Divider(), Paragraph(said("This is yours. " * 20), Role.FINE), box))
    document = replace(english(), nodes=(Group(GroupRole.PANEL, panel), closing))
    paragraphs = found(part(docx.write(document, brand(style))), "//w:body/w:p[w:pPr/w:pStyle[@w:val='PanelBullet']]")
    return [value(it, "w:pPr/w:keepNext") != "0" for it in paragraphs]


@pytest.mark.parametrize(
    ("lines", "style", "kept"),
    [
        (3, Style.LARGE_PRINT, [True, True, True]),
        (16, Style.LARGE_PRINT, [True, False, True]),
        (40, Style.LARGE_PRINT, [True, True, True]),
        (16, Style.STANDARD, [True, True, True]),
    ],
    ids=["room for all", "room for the last", "room for none", "small enough"],
)
def test_whom_to_call_has_the_last_of_a_panel_beside_it_in_large_print(
    lines: int, style: Style, kept: list[bool]
) -> None:
    assert under_the_panel(lines, style) == kept


def test_drawings_beside_words_are_left_out_only_after_the_closest_spacing_with_them() -> None:
    line = Drawing((Path(Point(0.0, 0.0), (Point(9.0, 30.0),), Pen.MAIN),), 30.0, width=30.0)
    told = Group(GroupRole.PICTURED, (Paragraph(said("Look at something steady.")),), line)
    sheet = replace(english(), nodes=(told,))
    kept = [_Written.of(context, sheet, PLAIN).main.count(b"<w:drawing>") for context in CLOSER]
    assert kept == [1, 1, 1, 1, 0, 0]
    assert CLOSER[3].sparing == CLOSER[4].sparing and CLOSER[3].rhythm == CLOSER[4].rhythm
