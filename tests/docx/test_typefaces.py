"""Fonts and dates of Word files in every script that there is a specimen of, to be read in a diff."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
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
