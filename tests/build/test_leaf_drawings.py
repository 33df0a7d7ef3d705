"""A page for other people opens with a drawing of its own beside its title, in every format, if it has one."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pymupdf
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_worksheet

SHEET = """\
title: My plan
summary: You can plan.
collection: own
intensity: practical
minutes: 5
blocks:
  - writing: what
    prompt: What helps?
leaf:
  title: For staff
  for: staff
  {drawing}
  blocks:
    - writing: most
      prompt: What matters most
"""


def made(folder: Path, format_name: str, drawing: str, **options: object) -> bytes:
    """The page for others of a sheet with this drawing."""
    sheets = folder / "worksheets"
    sheets.mkdir(exist_ok=True)
    (sheets / "plan.yaml").write_text(SHEET.format(drawing=drawing), "utf-8")
    library = Library.open(folder)
    composer = Composer(library, Order(leaf=True, **options)).prepared()
    return FORMATS[format_name].write(composer.document(library.worksheets["plan"], "en"), composer.brand)


def drawn(format_name: str, data: bytes) -> int:
    """How many drawings a file shows before the words of the leaf's first question; in a PDF, their strokes there."""
    if format_name == "pdf":
        page = pymupdf.open(stream=data)[0]
        (name,) = page.search_for("My name")
        return sum(it["rect"].y1 < name.y0 - 1 for it in page.get_drawings())
    if format_name == "docx":
        body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        return body.partition("My name")[0].count("<w:drawing>")
    leaf = data.decode().partition('class="step leaf"')[2]
    return len(re.findall("<svg", leaf.partition("My name")[0]))


@pytest.mark.parametrize("format_name", FORMATS)
def test_it_stands_at_the_title_unless_there_are_no_pictures(tmp_path: Path, format_name: str) -> None:
    plain = drawn(format_name, made(tmp_path, format_name, ""))
    assert drawn(format_name, made(tmp_path, format_name, "drawing: stop-sign")) > plain
    assert drawn(format_name, made(tmp_path, format_name, "drawing: stop-sign", pictures=False)) == plain


def test_one_that_there_is_not_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SHEET.format(drawing="drawing: stop-sing"), "utf-8")
    with pytest.raises(Refused, match="no drawing ‘stop-sing’"):
        read_worksheet(path)
