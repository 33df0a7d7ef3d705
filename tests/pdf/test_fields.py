"""Fields: named after the prompt, in the order of reading, not required, and shown when they are ticked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder import pdf
from worksheet_builder.document import Answer, Day, Document, Lines, Paragraph, Role, Scale, Ticks, answers, is_leaf
from worksheet_builder.document.field_labels import field_labels
from worksheet_builder.document.field_names import field_names, other_words, word
from worksheet_builder.document.measures import MM
from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.pdf.form_charset import LATIN, script_letters
from worksheet_builder.text import open_face

from .filling import CHECK, RADIO, TEXT, fill, widgets
from .opened import name_of, objects, opened, structure, texts
from .samples import PLAIN, SAMPLES, said, written

REQUIRED, READ_ONLY, MULTILINE = 2, 1, 1 << 12
FILLABLE = [
    name
    for name, (document, _) in SAMPLES.items()
    if document.output_options.fillable and any(answers(document)) and not name.startswith("pictured")
]
"""The scale of a figure runs down beside its rows, so that its fields have another order."""
every_form = pytest.mark.parametrize("name", FILLABLE)


def expected(document: Document) -> list[tuple[str, str]]:
    """The name and the label of every widget, as the document gives them."""
    return [pair for answer in answers(document) for pair in _of(document, answer)]


def _of(document: Document, answer: Answer) -> list[tuple[str, str]]:
    names = [*field_names(answer, grouped=True)]
    return [*zip(names, _labels(document, answer), strict=True)]


def _labels(document: Document, answer: Answer) -> list[str]:
    labels = field_labels(document)
    question = labels[answer.address]
    match answer.form:
        case Lines() | Day():
            return [question]
        case Ticks() as ticks:
            other = ticks.other.plain() if ticks.other else ""
            texts = [option.text.plain() for option in ticks.options] + ([other] if other else [])
            return [f"{question} {text}" for text in texts] + ([labels[other_words(answer.address)]] if other else [])
        case Scale() as scale:
            beside = [labels[word(answer.address)]] if scale.word else []
            return [f"{question} {document.language.number(step)}" for step in scale.numbers] + beside


@every_form
def test_fields_are_named_after_the_prompts_in_reading_order(name: str) -> None:
    with opened(written(name)) as file:
        annotations = [entry for page in file.pages for entry in page.get("/Annots", []) if "/TU" in entry]
        found = [(name_of(widget), str(widget.TU)) for widget in annotations]
    assert found == expected(SAMPLES[name][0])


@every_form
def test_the_tree_has_each_widget_in_a_form_of_its_own(name: str) -> None:
    forms = [element for element in structure(written(name)).walk() if element.widgets and element.kind != "Link"]
    assert [form.widgets for form in forms] == [[field] for field, _ in expected(SAMPLES[name][0])]
    assert {form.kind for form in forms} == {"Form"}


@every_form
def test_tabs_follow_the_structure(name: str) -> None:
    with opened(written(name)) as file:
        assert {str(page.Tabs) for page in file.pages} == {"/S"}


@every_form
def test_nothing_is_required_read_only_or_limited(name: str) -> None:
    assert not any(widget.flags & (REQUIRED | READ_ONLY) for widget in widgets(written(name)))
    assert not any("/MaxLen" in entry for entry in objects(written(name)))


@every_form
def test_boxes_and_rings_can_be_ticked(name: str) -> None:
    done = widgets(fill(written(name), lambda _: "x"))
    kinds = expected_kinds(SAMPLES[name][0])
    assert [(widget.name, widget.kind) for widget in done] == kinds
    begun = SAMPLES[name][0].begun
    assert all(widget.checked != (widget.name in begun) for widget in done if widget.kind == CHECK), "a click turns it"
    rings = [widget for widget in done if widget.kind == RADIO]
    for group in {ring.name for ring in rings}:
        checked = [ring.checked for ring in rings if ring.name == group]
        assert checked == [False] * (len(checked) - 1) + [True], "the last that was clicked, and no other"


def expected_kinds(document: Document) -> list[tuple[str, int]]:
    """The name of every widget, and what a viewer has to take it for."""
    return [pair for answer in answers(document) for pair in zip(
        field_names(answer, grouped=True), _kinds(answer.form), strict=True
    )]  # fmt: skip


def _kinds(form: Lines | Day | Ticks | Scale) -> list[int]:
    match form:
        case Lines() | Day():
            return [TEXT]
        case Ticks():
            mark = CHECK if form.many else RADIO
            return [mark] * len(form.options) + ([mark, TEXT] if form.other else [])
        case Scale():
            return [RADIO] * len(form.numbers) + ([TEXT] if form.word else [])


def test_right_to_left_text_begins_on_the_right() -> None:
    for name, side in (("arabic", 2), ("english", 0)):
        sides = {int(entry.get("/Q", 0)) for entry in objects(written(name)) if entry.get("/FT") == "/Tx"}
        assert sides == {side}


@pytest.mark.parametrize(("name", "field", "side"), [("english", "every-node.visit", 0), ("arabic", "arabic.visit", 2)])
def test_a_day_is_typed_on_a_short_line_that_begins_where_text_begins(name: str, field: str, side: int) -> None:
    data = written(name)
    (day,) = (widget for widget in widgets(data) if widget.name == field)
    others = [widget for widget in widgets(data) if widget.is_text and widget.page == day.page]
    assert day.box[2] - day.box[0] == pytest.approx(60 * MM, abs=0.1)
    assert day.box[side] == (max if side else min)(widget.box[side] for widget in others)
    assert not day.flags & MULTILINE


@pytest.mark.parametrize("paper", ["for-paper", "arabic-for-paper"])
def test_on_paper_every_answer_is_a_tag_that_says_what_it_is(paper: str) -> None:
    data = written(paper)
    forms = [element for element in structure(data).walk() if element.kind == "Form"]
    assert all(form.alt for form in forms)
    with opened(data) as file:
        assert "/AcroForm" not in file.Root
        annotations = [entry for page in file.pages for entry in page.get("/Annots", [])]
        assert {str(entry.Subtype) for entry in annotations} <= {"/Link"}
    roles = [str(entry.A.Role) for entry in objects(data) if entry.get("/S") == "/Form"]
    assert set(roles) == {"/tv", "/cb", "/rb"}


def test_paper_and_screen_are_drawn_alike() -> None:
    """The same ink in the same places; only the marks around it differ."""
    drawn = [_strokes(written(name)) for name in ("english", "for-paper")]
    assert drawn[0] == drawn[1]


def _strokes(data: bytes) -> list[list[str]]:
    with opened(data) as file:
        lines = [page.Contents.read_bytes().decode().splitlines() for page in file.pages]
    return [[line for line in page if not line.endswith(("BDC", "EMC"))] for page in lines]


@pytest.mark.parametrize(("tag", "told"), [("ar", True), ("ur", True), ("he", False), ("hi", False)])
def test_only_letters_that_join_to_the_left_are_told_of(tag: str, told: bool) -> None:
    assert Language.of(tag).joins_to_the_left == told


def test_the_words_on_typing_stand_where_a_sheet_says_how_long_it_takes() -> None:
    """Where it does not, or in two languages, they are a line under its opening."""
    document = SAMPLES["arabic"][0]
    typing, minutes = said("افتحها في Firefox"), said("حوالي 20 دقيقة.")
    head = replace(document.header_footer, typing=typing)
    alone = replace(document, header_footer=head, nodes=document.nodes[:1])
    timed = replace(alone, nodes=(*alone.nodes, Paragraph(minutes, Role.META)))
    assert f"{minutes.plain()} {typing.plain()}" in texts(pdf.write(timed, PLAIN))
    assert typing.plain() in texts(pdf.write(alone, PLAIN))
    assert typing.plain() not in " ".join(texts(pdf.write(document, PLAIN)))


def test_a_page_for_others_alone_has_the_line_on_typing_on_it() -> None:
    document = SAMPLES["guarded"][0]
    typing = said("افتحها في Firefox")
    alone = replace(document, nodes=tuple(filter(is_leaf, document.nodes)))
    made = pdf.write(replace(alone, header_footer=replace(alone.header_footer, typing=typing)), PLAIN)
    assert typing.plain() in texts(made)[:2], "at the top, or right under the title"
    with opened(made) as file:
        assert len(file.pages) == 1


@pytest.mark.parametrize(
    ("tag", "typed", "never"),
    [
        ("el", "άΩἀᾼῼ€–…", "\u2000\u2003\u200aаﬁא"),
        ("uk", "ґЇєѓҊԯ’€", "\u2000\u2009αﬁא"),
        ("ky", "ңӨү₠₽\u20c0", "₀αא"),
        ("ka", "აჰᲐ-", "\u2000αаא"),
        ("hi", "अक्त्र५₹", "\u2000αаא"),
        ("en", "aÿșȚŸḂẽ–€", "\u2000αаאﬁȜ"),
    ],
)
def test_what_can_be_typed_are_the_letters_of_a_script_and_the_signs_of_all(tag: str, typed: str, never: str) -> None:
    """Neither spaces of other widths, nor letters of other scripts, nor forms for other machines."""
    language = Language.of(tag)
    letters = script_letters(language, open_face(stack(language).regular[0]))
    assert not {*typed} - letters
    assert not {*never} & letters


def test_letters_of_latin_beside_another_script_are_those_of_every_language_of_the_union() -> None:
    assert {*"áčďéěíňóřšťúůýžąćęłńśźżāēģīķļņūåäöøæœßþðñçãõőűșțȘȚğışŸ€–„“"} <= LATIN
    assert not LATIN & {*"ƀȜȗȠα\u00ad"}


@pytest.mark.parametrize("tag", ["en", "cs", "uk"])
def test_each_code_of_a_font_to_type_in_says_its_letter(tag: str) -> None:
    document = replace(SAMPLES["english"][0], language=Language.of(tag))
    with opened(pdf.write(document, PLAIN)) as file:
        fonts = [font for name, font in file.Root.AcroForm.DR.Font.items() if name != "/ZaDb"]
        assert fonts
        for font in fonts:
            said = font.ToUnicode.read_bytes().decode()
            size = 4 if font.Subtype == "/Type0" else 2
            assert f"<{'00' * (size // 2)}> <{'ff' * (size // 2)}>" in said
            assert f"<{ord('a'):0{size}x}> <0061>" in said
