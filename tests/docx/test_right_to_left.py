"""A sheet that runs from right to left, and parts that run against their sheet."""

from __future__ import annotations

import pytest

from worksheet_builder import docx
from worksheet_builder.docx.look import Look, regional
from worksheet_builder.docx.runs import Runs
from worksheet_builder.languages import Language

from .opened import W, found, part, value
from .samples import PLAIN, arabic, brand, english, png, said


def _look(tag: str) -> Look:
    from dataclasses import replace

    return Look.of(replace(english(), language=Language.of(tag)), PLAIN)


def test_section_paragraphs_tables_and_runs_all_say_so() -> None:
    data = docx.write(arabic(), brand(logo=png()))
    body, sheet = part(data), part(data, "word/styles.xml")
    assert found(body, "//w:sectPr/w:bidi")
    assert found(sheet, "w:style[@w:styleId='Normal']/w:pPr/w:bidi")
    assert not found(body, "//w:tblPr[not(w:bidiVisual)]")
    assert not found(body, "//w:r[w:t and not(w:rPr/w:rtl)]")
    assert value(sheet, "w:docDefaults//w:lang", "bidi") == "ar-EG"
    assert value(sheet, "w:docDefaults//w:rFonts", "cs") == "Noto Sans Arabic"
    assert value(part(data, "word/settings.xml"), "w:themeFontLang", "bidi") == "ar-EG"


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
        ("en", "call 020 7946 0123", ["call 020 7946 0123"]),
        ("en", "[سلام]{ar} means peace", ["‏سلام‏", " means peace"]),
    ],
)
def test_parts_that_run_the_other_way_are_closed_off(tag: str, text: str, runs: list[str]) -> None:
    markup = Runs(_look(tag)).of(said(text, tag))
    tree = part_of(markup)
    assert ["".join(it.itertext()) for it in found(tree, "w:r")] == runs


def part_of(markup: str):  # type: ignore[no-untyped-def]
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
    assert regional(Language.of(tag), country) == name


def test_complex_scripts_from_left_to_right_use_their_own_slots() -> None:
    tree = part_of(Runs(_look("hi")).of(said("दर्द", "hi")))
    assert found(tree, "w:r/w:rPr/w:cs") and not found(tree, "w:r/w:rPr/w:rtl")
