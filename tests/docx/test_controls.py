"""Controls as a program that fills them needs them, and their placeholders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder import docx
from worksheet_builder.document import Answer, Lines, Table
from worksheet_builder.docx.content_controls import Controls, shortened, shortened_tag
from worksheet_builder.docx.run_markup import Runs
from worksheet_builder.docx.style_context import StyleContext

from .opened import W14, controls, found, part, value
from .samples import PLAIN, arabic, english, said


def _controls() -> Controls:
    return Controls(Runs(StyleContext.of(english(), PLAIN)), english().header_footer, fillable=True, locked=False)


def test_names_are_what_a_screen_reader_should_say() -> None:
    named = {control.tag: control.title for control in controls(docx.write(english(), PLAIN))}
    assert named["every-node.kinds.dismissed"] == "I was told it was nothing. Which of these happened to you?"
    others = {named[f"every-node.kinds._other{end}"] for end in ("", "-text")}
    assert others == {"Something else: Which of these happened to you?"}
    assert named["every-node.weight.7"] == "How much does it still weigh on you today? 7"
    assert named["every-node.needed"] == "Finish what you like What I needed was"


def test_every_placeholder_stands_in_the_glossary_in_the_language_of_the_handout() -> None:
    data = docx.write(arabic(), PLAIN)
    glossary = part(data, "word/glossary/document.xml")
    kept = {value(it, "w:docPartPr/w:name"): "".join(it.itertext()) for it in found(glossary, "//w:docPart")}
    asked = {control.placeholder for control in controls(data) if control.kind != "tick"}
    assert asked == set(kept)
    assert {words.strip() for words in kept.values()} == {""}  # programs print what stands here


def test_a_cleared_field_gets_its_lines_back() -> None:
    data = docx.write(english(), PLAIN)
    glossary = part(data, "word/glossary/document.xml")
    lines = found(glossary, "//w:docPart[w:docPartPr/w:name/@w:val='Write here 4']//w:p")
    assert [value(it, "w:pPr/w:pStyle") for it in lines] == ["AnswerLine"] * 4


def test_one_of_many_is_a_circle_and_any_number_a_box() -> None:
    tree = part(docx.write(english(), PLAIN))
    states = {
        value(it, "w:tag"): next(it.iter(f"{W14}uncheckedState")).get(f"{W14}val")
        for it in found(tree, "//w:sdtPr[w14:checkbox]")
    }
    assert states["every-node.kinds.dismissed"] == "2610"
    assert states["every-node.often.once"] == states["every-node.weight.0"] == "25CB"


def test_ids_are_their_own_and_stay_the_same() -> None:
    first, second = (part(docx.write(english(), PLAIN)) for _ in range(2))
    ids = [value(it, "w:id") for it in found(first, "//w:sdtPr")]
    assert len(ids) == len(set(ids))
    assert ids == [value(it, "w:id") for it in found(second, "//w:sdtPr")]


def test_two_controls_at_one_address_still_have_ids_of_their_own() -> None:
    made = _controls()
    assert made.text("a.b", "First") != made.text("a.b", "First")


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("A short one", "A short one"),
        ("What would you have wanted them to say to you on the day that it happened?",
         "What would you have wanted them to say to you on the day that…"),
        ("痛" * 70, "痛" * 63 + "…"),
        ("痛" * 65, "痛" * 63 + "…"),
        ("痛" * 64, "痛" * 64),
    ],
)  # fmt: skip
def test_long_labels_end_after_a_word(label: str, short: str) -> None:
    assert shortened(label) == short
    assert len(short) <= 64


def test_a_long_address_stays_one_of_a_kind() -> None:
    long = "mapping-where-harm-occurred.places.the-row-with-a-long-name.what-happened"
    assert shortened_tag("a.b") == "a.b"
    assert len(shortened_tag(long)) == 64
    assert shortened_tag(long) != shortened_tag(long + "-2")


def test_a_scale_names_its_number_even_after_a_long_question() -> None:
    document = english()
    header_footer = replace(
        document.header_footer, chosen=replace(document.header_footer.chosen, text="{question}: {number}")
    )
    titles = [control.title for control in controls(docx.write(replace(document, header_footer=header_footer), PLAIN))]
    assert "How much does it still weigh on you today?: 10" in titles


def test_a_table_of_empty_rows_grows() -> None:
    """Word offers another row like the last; where rows have words of their own, it does not."""
    rows = tuple((Answer(f"blank.{at}.what", said("What"), Lines(1)),) for at in range(2))
    empty = Table(said("Signs"), (said("What"),), rows, (1.0,))
    grows = "//w:tbl/w:sdt[w:sdtPr/*[local-name()='repeatingSection']]"
    item = "w:sdtContent/w:sdt[w:sdtPr/*[local-name()='repeatingSectionItem']]/w:sdtContent/w:tr"
    assert len(found(part(docx.write(replace(english(), nodes=(empty,)), PLAIN)), f"{grows}/{item}")) == 2
    assert found(part(docx.write(english(), PLAIN)), "//w:tbl/w:tr[not(w:trPr/w:tblHeader)]")
    assert not found(part(docx.write(english(), PLAIN)), grows)
