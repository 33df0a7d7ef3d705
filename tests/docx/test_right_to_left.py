"""A sheet that runs from right to left, and parts that run against their sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from worksheet_builder import docx
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.docx.answer_markup import width_of
from worksheet_builder.docx.run_markup import Runs
from worksheet_builder.docx.style_context import StyleContext, territory_tag
from worksheet_builder.foundation.languages import Language
from worksheet_builder.project.library import Library

from .opened import W, found, part, value
from .samples import PLAIN, arabic, brand, english, png, said, signed


def _look(tag: str) -> StyleContext:
    return StyleContext.of(replace(english(), language=Language.of(tag)), PLAIN)


def test_section_paragraphs_tables_and_runs_all_say_so() -> None:
    data = docx.write(signed(arabic(), brand(logo=png())), brand(logo=png()))
    body, sheet = part(data), part(data, "word/styles.xml")
    assert found(body, "//w:sectPr/w:bidi")
    assert found(sheet, "w:style[@w:styleId='Normal']/w:pPr/w:bidi")
    assert not found(body, "//w:tblPr[not(w:bidiVisual)]")
    assert not found(body, "//w:r[w:t and not(w:rPr/w:rtl)]")
    assert value(sheet, "w:docDefaults//w:lang", "bidi") == "ar-EG"
    assert value(sheet, "w:docDefaults//w:rFonts", "cs") == "Noto Sans Arabic"
    assert value(part(data, "word/settings.xml"), "w:themeFontLang", "bidi") == "ar-EG"


@pytest.mark.parametrize("worksheet", ["circle-of-support", "timeline-of-care", "common-reactions"])
def test_no_picture_is_so_far_from_a_side(worksheet: str) -> None:
    """Word counts a distance from the right there, LibreOffice from the left, where it lays it over the answers."""
    library = Library.open()
    composer = Composer(library, Order(draft=True))
    for tag, counted in (("ar", False), ("en", worksheet != "common-reactions")):
        data = docx.write(composer.document(library.worksheets[worksheet], tag), composer.brand)
        assert found(part(data), "//*[local-name()='positionH']/*[local-name()='align']")
        assert bool(found(part(data), "//*[local-name()='positionH']/*[local-name()='posOffset']")) is counted


def test_strong_letters_and_sizes_reach_the_complex_slots() -> None:
    sheet = part(docx.write(arabic(), PLAIN), "word/styles.xml")
    assert not found(sheet, "//w:rPr[w:b and not(w:bCs)]")
    assert not found(sheet, "//w:rPr[w:sz and not(w:szCs)]")


@pytest.mark.parametrize(
    ("tag", "text", "runs"),
    [
        ("ar", "رقم 020 7946 0123 هنا", ["رقم ", "‎020 7946 0123‎", " هنا"]),
        ("ar", "*+44 (0)20 7946 0123*", ["‎+44 (0)20 7946 0123‎"]),
        ("ar", "من 10 إلى 12", ["من 10 إلى 12"]),
        ("ar", "[NHS England]{en} هنا", ["‎NHS England‎", " هنا"]),
        ("en", "call 020 7946 0123", ["call ", "020 7946 0123"]),
        ("en", "[سلام]{ar} means peace", ["‏سلام‏", " means peace"]),
    ],
)
def test_parts_that_run_the_other_way_are_closed_off(tag: str, text: str, runs: list[str]) -> None:
    markup = Runs(_look(tag)).of(said(text, tag))
    tree = part_of(markup)
    assert ["".join(it.itertext()) for it in found(tree, ".//w:r")] == runs


def part_of(markup: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{markup}</w:p>')


@pytest.mark.parametrize(
    ("tag", "text", "slot", "language", "font"),
    [
        ("en", "[Schmerz]{de}", "val", "de-DE", None),
        ("en", "[سلام]{ar}", "bidi", "ar-EG", "Noto Sans Arabic"),
        ("en", "[痛み]{ja}", "eastAsia", "ja-JP", "Noto Sans CJK JP"),
        ("ar", "[NHS]{en-GB}", "val", "en-GB", None),
    ],
)
def test_a_part_in_another_language_says_so(tag: str, text: str, slot: str, language: str, font: str | None) -> None:
    run = part_of(Runs(_look(tag)).of(said(text, tag)))
    assert value(run, "w:r/w:rPr/w:lang", slot) == language
    assert value(run, "w:r/w:rPr/w:rFonts", "cs") == font


@pytest.mark.parametrize(
    ("tag", "country", "name"),
    [
        ("en", "GB", "en-GB"),
        ("en", "US", "en-US"),
        ("de", "AT", "de-AT"),
        ("de", "GB", "de-DE"),
        ("pt-BR", "GB", "pt-BR"),
        ("zh-Hant", "GB", "zh-TW"),
        ("ar", "GB", "ar-EG"),
    ],
)
def test_the_language_is_named_as_word_names_it(tag: str, country: str, name: str) -> None:
    assert territory_tag(Language.of(tag), country) == name


def test_complex_scripts_from_left_to_right_use_their_own_slots() -> None:
    tree = part_of(Runs(_look("hi")).of(said("दर्द", "hi")))
    assert found(tree, "w:r/w:rPr/w:cs") and not found(tree, "w:r/w:rPr/w:rtl")


def _rules(data: bytes) -> dict[str, str | None]:
    """How the lines of each style that says so may grow, by its id."""
    spaced = found(part(data, "word/styles.xml"), "w:style[w:pPr/w:spacing/@w:lineRule]")
    return {it.get(f"{W}styleId") or "": value(it, "w:pPr/w:spacing", "lineRule") for it in spaced}


def test_lines_of_arabic_are_as_high_as_the_design_wants_not_as_the_font() -> None:
    rules = _rules(docx.write(signed(arabic(), brand(logo=png())), brand(logo=png())))
    assert {rules[name] for name in ("BodyText", "ListBullet", "Tick", "Panel", "Title", "TableText")} == {"exact"}


def test_lines_that_hold_pictures_may_grow() -> None:
    rules = _rules(docx.write(signed(arabic(), brand(logo=png())), brand(logo=png())))
    assert {rules[name] for name in ("Normal", "PracticeLine")} == {"atLeast"}
    assert {rules[name] for name in ("Header", "Practice", "Footer")} == {"exact"}
    assert "Figure" not in rules


def test_lines_of_other_scripts_grow_with_their_letters() -> None:
    rules = _rules(docx.write(replace(english(), nodes=english().nodes[:6]), PLAIN))
    assert {name for name, rule in rules.items() if rule == "exact"} == {"AnswerLine", "Divider", "PanelGap"}


def test_exact_lines_leave_room_for_what_reaches_high_and_low() -> None:
    sheet = part(docx.write(arabic(), PLAIN), "word/styles.xml")
    body = int(value(sheet, "w:docDefaults//w:sz") or 0) * 10
    for it in found(sheet, "w:style[w:pPr/w:spacing/@w:lineRule='exact']"):
        size = int(value(it, "w:rPr/w:sz") or 0) * 10 or body
        if it.get(f"{W}styleId") not in ("Divider", "PanelGap"):
            assert int(value(it, "w:pPr/w:spacing", "line") or 0) >= int(1.35 * size), it.get(f"{W}styleId")


@pytest.mark.parametrize(("marked", "bare"), [("حقِّي", "حقي"), ("می\u200cخواهم", "میخواهم")])
def test_marks_and_joiners_take_no_room_in_a_line(marked: str, bare: str) -> None:
    assert width_of(marked) == width_of(bare) < width_of("x" * len(bare))


def test_words_of_a_practice_in_latin_letters_say_their_language() -> None:
    runs = Runs(_look("ar"))
    named, own = (part_of(runs.of(said(text, "ar"))) for text in ("Our duty line", "اتصل بنا"))
    assert value(named, "w:r/w:rPr/w:lang") == "en-GB"
    assert value(named, "w:r/w:rPr/w:rtl") == "0"
    assert not found(own, "w:r/w:rPr/w:lang")


@pytest.mark.parametrize(
    ("tag", "text", "written"),
    [
        ("cs", "Sedím v čekárně a s někým", "Sedím v\u00a0čekárně a\u00a0s\u00a0někým"),
        ("uk", "Я в лікарні", "Я\u00a0в\u00a0лікарні"),
        ("en", "I am a patient", "I am a patient"),
    ],
)
def test_a_word_of_one_letter_is_held(tag: str, text: str, written: str) -> None:
    assert "".join(part_of(Runs(_look(tag)).of(said(text, tag))).itertext()) == written
