"""Fonts and dates of Word files in every script that there is a specimen of, to be read in a diff."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from worksheet_builder import docx
from worksheet_builder.foundation.languages import Language

from ..conftest import Golden
from ..pdf.samples import SPECIMENS, specimen
from .opened import found, part, value
from .samples import PLAIN
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
