"""Answers with a label: one above its line keeps off the answer before it, and the first stays near its question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.document import Answer, Group, GroupRole, Lines, Paragraph, Role
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.fitting import Layout

from ..docx.samples import PLAIN, english, said

SHORT, LONG = "Tea", "What I would like to have with me while I wait, and where it is, and who brings it"


def answer(at: int, label: str) -> Answer:
    return Answer(f"sheet.{at}", said(label), Lines(1, lead=said(label)))


@pytest.mark.parametrize(("label", "apart"), [(SHORT, False), (LONG, True)])
def test_a_label_above_its_line_keeps_off_the_answer_before_it(label: str, apart: bool) -> None:
    children = (Paragraph(said("What helps?"), Role.PROMPT), answer(1, label), answer(2, label))
    document = replace(english(), nodes=(Group(GroupRole.BLOCK, children),))
    layout = Layout.of(LayoutContext(document, PLAIN))
    rhythm, (_, first, second) = layout.context.rhythm, layout.boxes
    assert first.before == rhythm.answer, "near its own question"
    assert second.before == (rhythm.paragraph if apart else 0.0)
