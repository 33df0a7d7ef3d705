"""What each field is called aloud: its question whole, and never two alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.document import (
    Answer,
    Document,
    Group,
    GroupRole,
    Heading,
    Lines,
    Option,
    Paragraph,
    Role,
    Ticks,
)
from worksheet_builder.document.field_labels import field_labels

from ..docx.samples import english, said
from ..library.sheets import composed, each_client_sheet, sheet


def block(question: str, *answers: Answer) -> Group:
    return Group(GroupRole.BLOCK, (Paragraph(said(question), Role.PROMPT), *answers))


def labels(*nodes: Group | Heading) -> list[str]:
    sample = english()
    document = Document(sample.id, sample.title, sample.summary, sample.language, nodes, sample.header_footer)
    return [*field_labels(document).values()]


def line(address: str, label: str) -> Answer:
    return Answer(address, said(label), Lines(2))


def choice(address: str, question: str) -> Answer:
    return Answer(address, said(question), Ticks((Option("x", said("Rest")),), True, said("Else:")))


def again(address: str) -> Group:
    return block("And now?", line(address, "And now?"))


CASES = {
    "a question": ([block("What helps?", line("a", "What helps?"))], ["What helps?"]),
    "beginnings": (
        [block("How to ask:", line("a", "Please"), line("b", "Could you"))],
        ["How to ask: Please", "How to ask: Could you"],
    ),
    "something else": (
        [block("What helps?", choice("a", "What helps?")), block("What hurts?", choice("b", "What hurts?"))],
        ["What helps?", "Else: What helps?", "What hurts?", "Else: What hurts?"],
    ),
    "the same question": (
        [Heading(2, said("Monday")), again("a"), Heading(2, said("Friday")), again("b")],
        ["Monday And now?", "Friday And now?"],
    ),
    "no heading": ([again("a"), again("b")], ["And now? (1)", "And now? (2)"]),
}


@pytest.mark.parametrize(("nodes", "expected"), CASES.values(), ids=CASES)
def test_a_field_says_its_question(nodes: list[Group | Heading], expected: list[str]) -> None:
    assert labels(*nodes) == expected


@each_client_sheet
def test_no_two_fields_of_a_sheet_are_called_alike(path: Path) -> None:
    found = [*field_labels(composed(sheet(path))).values()]
    assert len(found) == len(set(found))
