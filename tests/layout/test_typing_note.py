"""Where the sentences on typing stand: after the time that a sheet takes, or after the last of its small print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder.document import Answer, Document, Group, GroupRole, Heading, Lines, Paragraph, Role, walk
from worksheet_builder.layout.typing_note import told

from ..docx.samples import english, said

JOINS, ROOM = "Letters may not join.", "Boxes print what they show."


def sheet(after: int, small: bool = True) -> Document:
    """A sheet whose closing ends with so many lines after its small print, if it has any."""
    fine = tuple(Paragraph(said(words), Role.FINE) for words in (("First.", "Last.") if small else ()))
    contacts = tuple(Paragraph(said(f"Contact {number}"), Role.CONTACT) for number in range(after))
    nodes = (
        Heading(1, said("A day")),
        Paragraph(said("About ten minutes."), Role.META),
        Answer("a-day.note", said("A note"), Lines(2)),
        Group(GroupRole.CLOSING, (*fine, *contacts)),
    )
    base = english()
    around = replace(base.header_footer, typing=said(JOINS), room=said(ROOM))
    return replace(base, nodes=nodes, header_footer=around)


def lines(document: Document) -> list[str]:
    return [node.text.plain() for node in walk(document.nodes) if isinstance(node, Paragraph)]


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("after", range(4))
def test_they_are_added_to_a_line_that_there_is_however_many_follow_it(after: int, late: bool) -> None:
    minutes, last = ("About ten minutes.", f"Last. {JOINS}") if late else (f"About ten minutes. {JOINS}", "Last.")
    contacts = [f"Contact {number}" for number in range(after)]
    assert lines(told(sheet(after), late=late)) == [minutes, "First.", f"{last} {ROOM}", *contacts]
    assert lines(told(sheet(after), room=False, late=late)) == [minutes, "First.", last, *contacts]


def test_without_small_print_the_sentence_on_boxes_has_a_line_under_the_title() -> None:
    assert lines(told(sheet(1, small=False))) == [ROOM, f"About ten minutes. {JOINS}", "Contact 0"]


def test_without_boxes_nothing_is_said_of_them() -> None:
    made = sheet(0)
    free = replace(made, nodes=tuple(it for it in made.nodes if not isinstance(it, Answer)))
    assert lines(told(free)) == [f"About ten minutes. {JOINS}", "First.", "Last."]
