"""A block whose author asks for it begins on a new page, on every paper and in Word; nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder import docx
from worksheet_builder.document import Answer, Group, GroupRole, Heading, Lines, OutputOptions, Paper, Paragraph, Role
from worksheet_builder.layout.display_list import TextOp
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.reading.loader import read_worksheet

from ..docx.opened import found, part
from ..pdf.samples import PLAIN, SAMPLES, said


def _asked(number: int, new_page: bool = False) -> Group:
    answer = Answer(f"sheet.q{number}", said(f"Question {number}"), Lines(2))
    return Group(GroupRole.BLOCK, (Paragraph(said(f"Question {number}"), Role.PROMPT), answer), new_page=new_page)


@pytest.mark.parametrize("paper", Paper)
def test_it_begins_a_page(paper: Paper) -> None:
    blocks = (Heading(1, said("Sheet")), _asked(1), _asked(2, new_page=True), _asked(3))
    sheet = replace(SAMPLES["english"][0], nodes=blocks, output_options=OutputOptions(paper=paper))
    pages = fitted(sheet, PLAIN).pages
    first = [op.line.text for page in pages for op in page.boxes[0].ops if isinstance(op, TextOp)]
    assert first == ["Sheet", "Question 2"]
    words = part(docx.write(sheet, PLAIN))
    assert len(found(words, "//w:p[w:pPr/w:pageBreakBefore]")) == 1
    (broken,) = found(words, "//w:p[w:pPr/w:pageBreakBefore]")
    assert "".join(broken.itertext()) == "Question 2"


def test_an_author_asks_with_a_word(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "sheet.yaml"
    file.write_text(
        "title: Sheet\ncollection: support\nsummary: Words.\nintensity: practical\nminutes: 5\nblocks:\n"
        "  - writing: one\n    prompt: One?\n  - writing: two\n    prompt: Two?\n    new_page: true\n",
        "utf-8",
    )
    assert [block.new_page for block in read_worksheet(file).blocks] == [False, True]
