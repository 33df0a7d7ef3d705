"""Fonts and dates of Word files in every script that there is a specimen of, to be read in a diff."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.docx.typefaces import Typefaces
from worksheet_builder.fonts.families import FAMILIES, stack
from worksheet_builder.foundation.languages import Language

from ..conftest import Golden
from ..pdf.samples import SPECIMENS, specimen
from .opened import found, part, value
from .samples import PLAIN, english
from .test_parts import element_lines

GOLDEN = Path(__file__).parent / "golden" / "typefaces"


@pytest.mark.parametrize("tag", SPECIMENS)
def test_fonts_and_dates_in(tag: str, golden: Golden) -> None:
    data = docx.write(replace(specimen(tag), language=Language.of(tag)), PLAIN)
    lines = [line for name in ("fontTable", "theme/theme1") for line in element_lines(part(data, f"word/{name}.xml"))]
    defaults = found(part(data, "word/styles.xml"), "w:docDefaults")
    lines += [line for it in defaults for line in element_lines(it)]
    days = found(part(data), "//w:sdtPr/w:date")
    lines += [f"day {value(it, 'w:dateFormat')} {value(it, 'w:lid')} {value(it, 'w:calendar')}" for it in days]
    golden("\n".join(lines) + "\n", GOLDEN / f"{tag}.txt")


def in_letters(family: str) -> bytes:
    sheet = replace(english(), nodes=english().nodes[:6])
    return docx.write(sheet, Brand.of(replace(PLAIN.practice, font=family), PLAIN.design, PLAIN.style))


WITH_WINDOWS_OR_MACOS = frozenset(
    "Segoe UI,Verdana,Arial,Georgia,Cambria,Tahoma,Nirmala UI,Leelawadee UI,Myanmar Text,Ebrima,Sylfaen,MS Gothic,"
    "Mangal,Vrinda,Raavi,Shruti,Kalinga,Latha,Gautami,Tunga,Kartika,Iskoola Pota,DokChampa,Khmer UI,Nyala,"
    "Microsoft YaHei,Microsoft JhengHei,Yu Gothic,Malgun Gothic,Helvetica Neue,Charter,Apple Symbols,Geeza Pro,"
    "Arial Hebrew,Kohinoor Devanagari,Kohinoor Bangla,Kohinoor Gujarati,Kohinoor Telugu,Gurmukhi MN,Oriya MN,Tamil MN,"
    "Kannada MN,Malayalam MN,Sinhala MN,Thonburi,Lao MN,Khmer MN,Myanmar MN,Kefa,Mshtakan,PingFang SC,PingFang TC,"
    "PingFang HK,Hiragino Sans,Apple SD Gothic Neo".split(",")
)
ELSEWHERE = frozenset(("Noto Sans Symbols2", "DejaVu Sans"))
"""What LibreOffice on Linux takes for the sign of a box to tick."""


@pytest.mark.parametrize("family", [*FAMILIES])
def test_what_stands_in_for_letters_comes_with_windows_or_macos(family: str) -> None:
    table = part(in_letters(family), "word/fontTable.xml")
    named = [name for it in found(table, "//w:altName") for name in (value(it, ".") or "").split(",")]
    assert named and {*named} <= WITH_WINDOWS_OR_MACOS | ELSEWHERE


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "zh-Hant-HK", "zh-MO", "zh", "ja", "ko"])
def test_word_and_pdf_take_the_same_face_for_a_place(tag: str) -> None:
    """Where the fonts of a place are installed, as they are for the tests."""
    language = Language.of(tag)
    assert Typefaces.of(language, "lexend").east_asian == stack(language, "lexend").name


@pytest.mark.parametrize("tag", [*SPECIMENS, "zh-HK"])
def test_what_stands_in_for_the_letters_of_a_script_does_too(tag: str) -> None:
    table = Typefaces.of(Language.of(tag), "noto-sans").table()
    named = [name for names in re.findall(r'<w:altName w:val="([^"]+)"', table) for name in names.split(",")]
    assert named and {*named} <= WITH_WINDOWS_OR_MACOS | ELSEWHERE


def test_letters_with_serifs_are_stood_in_for_by_letters_with_serifs() -> None:
    table = part(in_letters("literata"), "word/fontTable.xml")
    (serif,) = found(table, "//w:font[@w:name='Literata']")
    assert value(serif, "w:family") == "roman"
    assert (value(serif, "w:altName") or "").startswith("Georgia")


@pytest.mark.parametrize(("family", "rule"), [("literata", "exact"), ("noto-sans", "atLeast")])
def test_letters_whose_own_lines_are_higher_do_not_draw_lines_apart(family: str, rule: str) -> None:
    styles = part(in_letters(family), "word/styles.xml")
    (prompt,) = found(styles, "//w:style[w:name/@w:val='Prompt']")
    assert value(prompt, "w:pPr/w:spacing", "lineRule") == rule
