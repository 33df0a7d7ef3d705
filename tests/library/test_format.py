"""What every sheet of the library holds beside its blocks: a message, a place to rest, a page of notes at a glance.

WS-F01  A sheet to clients says in one sentence what carries it, why it may help, and what to take away.
WS-F02  One that may stir has a resting place after what is heavy.
WS-F03  The page at a glance has 350 words or fewer, with its headings and the wordings that all sheets share, but
        without the line that says who has reviewed the sheet.
WS-F04  Its purpose has 45 words or fewer; what to do when it is too much, or too little, 35 each.
WS-F05  All notes to a sheet have 1,000 words or fewer; on average they have 900 or fewer.
WS-F06  A leaf for staff, with a practice that says all it can, says nothing of practice, therapy or crisis.
WS-F07  Each reason to wait begins with a label.
WS-F08  The words that are worded once have the names that sheets can choose from.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.checks.readability import words as words_of
from worksheet_builder.definitions.common_text import Check, Threshold
from worksheet_builder.definitions.notes import Therapist
from worksheet_builder.document import (
    Document,
    Group,
    GroupRole,
    Heading,
    Listing,
    Paragraph,
    Part,
    Role,
    Ticks,
    answers,
    walk,
    words,
)
from worksheet_builder.foundation.phrases import Phrase, phrases_in
from worksheet_builder.reading.loader import read_common, read_practice

from .fit import PRACTICES, TODAY, library
from .sheets import CLIENT_PATHS, each_client_sheet, sheet

STIRRING = [path for path in CLIENT_PATHS if sheet(path).intensity in ("reflective", "activating")]
LEAVES = [path for path in CLIENT_PATHS if sheet(path).leaf]
TELLING = re.compile(
    r"practi[ct]e|therap|psych|counsel|crisis|suicid|hurt yourself|not safe|trauma|session", re.IGNORECASE
)
NOTES = read_common().notes
GLANCE = 350


@each_client_sheet
def test_ws_f01_it_says_what_carries_it(path: Path) -> None:
    worksheet = sheet(path)
    assert worksheet.message and len(re.findall(r"[.!?]", worksheet.message.plain())) == 1
    assert worksheet.why and worksheet.why.plain()
    assert worksheet.keep and worksheet.keep.plain()


@pytest.mark.parametrize("path", STIRRING, ids=lambda path: path.stem)
def test_ws_f02_there_is_a_place_to_rest(path: Path) -> None:
    kinds = [block.kind for block in sheet(path).blocks]
    assert "rest" in kinds[1:]


@each_client_sheet
def test_ws_f03_the_notes_begin_with_a_page_at_a_glance(path: Path) -> None:
    glance, _ = notes_of(path)
    count = sum(len(words_of(phrase.plain())) for node in glance.children for phrase in said(node))
    assert count <= GLANCE


@each_client_sheet
def test_ws_f04_what_is_read_first_is_short(path: Path) -> None:
    notes = therapist(path)
    assert counted(notes.purpose) <= 45
    assert counted(notes.too_much) <= 35
    assert counted(notes.too_little) <= 35


def test_ws_f05_the_notes_are_read_in_four_minutes() -> None:
    lengths = {path.stem: sum(map(counted, phrases_in(therapist(path)))) for path in CLIENT_PATHS}
    assert not {name: count for name, count in lengths.items() if count > 1000}
    assert sum(lengths.values()) / len(lengths) <= 900


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: path.stem)
@pytest.mark.parametrize("practice", PRACTICES, ids=lambda path: path.stem)
def test_ws_f06_a_leaf_says_nothing_of_practice_therapy_or_crisis(path: Path, practice: Path) -> None:
    composer = Composer(library(), Order(practice=practice, today=TODAY, leaf=True))
    text = " ".join(text_of(composer.document(path, "en")))
    assert not TELLING.search(text.replace(" ".join(credit(path)), ""))
    assert not any(name in text for name in names_of(practice))


@each_client_sheet
def test_ws_f07_reasons_to_wait_are_labelled(path: Path) -> None:
    assert all(re.match(r"\*[^*]+\*", reason.text) for reason in therapist(path).not_yet.values())


def test_ws_f08_what_is_worded_once_has_its_names() -> None:
    assert list(NOTES.thresholds) == list(Threshold)
    assert list(NOTES.checks) == list(Check)
    safety = read_common().safety
    carried = [getattr(safety.carried, name) for name in safety.carried.__dataclass_fields__]
    used = {key for it in carried for entry in (*it.before, *it.after) for key in entry.split()}
    assert used | {"text", "tell"} == set(safety.items)


def test_eight_sheets_have_a_leaf_for_staff() -> None:
    assert {path.stem for path in LEAVES} == {
        "my-care-preferences", "preparing-for-an-appointment", "procedure-plan", "words-for-hard-moments",
        "held-against-my-will", "how-i-communicate", "panic-or-illness", "easy-what-helps-me",
    }  # fmt: skip


@each_client_sheet
def test_each_list_says_how_many_to_mark(path: Path) -> None:
    common = read_common()
    marks = {True: common.mark_any, False: common.mark_one}
    document = Composer(library()).document(path, "en")
    told = [node.after for node in walk(document.nodes) if isinstance(node, Paragraph) and node.after]
    lists = [answer.form.many for answer in answers(document) if isinstance(answer.form, Ticks)]
    for many in (True, False):
        assert (marks[many] in told) == (many in lists)


def therapist(path: Path) -> Therapist:
    notes = sheet(path).therapist
    assert notes
    return notes


def notes_of(path: Path) -> tuple[Group, Group]:
    return therapist(path).compose(NOTES, (), None, "GB")


def said(node: Any) -> list[Phrase]:
    match node:
        case Paragraph(role=Role.HINT):
            return []
        case Heading(text=text) | Paragraph(text=text):
            return [text]
        case Listing(items=items):
            return [*items]
        case Group(children=children):
            return [phrase for child in children for phrase in said(child)]
    raise AssertionError(node)


def counted(phrase: Phrase) -> int:
    return len(words_of(phrase.plain()))


def text_of(document: Document) -> list[str]:
    """All that a reader meets: printed, spoken, and said by the file of itself."""
    printed = [phrase.plain() for phrase in words(document)]
    return [*printed, *(answer.label.plain() for answer in answers(document)), document.title.plain()]


def credit(path: Path) -> list[str]:
    """The line of the source, which is the same on every page."""
    document = Composer(library(), Order(leaf=True)).document(path, "en")
    fine = [it.text.plain() for it in walk(document.nodes) if isinstance(it, Paragraph) and it.role is Role.FINE]
    assert len(fine) == 1 and fine[0].startswith("Text from worksheet-builder")
    return fine


def names_of(practice: Path) -> list[str]:
    told = read_practice(practice)
    found = [told.phone, told.email, told.website, *(it.number for it in told.crisis), *(it.name for it in told.people)]
    return [*filter(None, found), *([told.name.plain()] if told.name else [])]


def test_the_leaf_is_the_last_page_of_the_client() -> None:
    for path in LEAVES:
        *_, last = Composer(library()).document(path, "en").nodes
        assert isinstance(last, Group) and last.role is GroupRole.LEAF
        assert not any(isinstance(node, Part) for node in walk((last,)))
