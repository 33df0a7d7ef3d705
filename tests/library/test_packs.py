"""The packs of the library keep the rules of its sheets, and say something about order and pacing to the therapist."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from worksheet_builder.checks.style_guide import RULES
from worksheet_builder.definitions.worksheet import Worksheet
from worksheet_builder.foundation.phrases import phrases_in
from worksheet_builder.reading.loader import read_pack

from .sheets import PATHS, ROOT, sheet

PACKS = sorted((ROOT / "packs").glob("*.yaml"))
NAMES = (
    "after-a-birth after-intensive-care before-an-appointment easy-read first-sessions for-parents for-partners "
    "for-staff grief-and-anger living-with-illness not-believed"
)

SESSION_ALONE = re.compile(r"never as homework|stays? in (?:the )?session|(?:in|for) the session only", re.IGNORECASE)
"""How notes say that a sheet is not to be taken home."""
SAME_TASK = (
    {"what-is-clinician-associated-trauma", "sources-of-harm", "where-harm-occurred", "timeline-of-care"},
    {"trusting-myself-again", "what-i-knew"},
    {"trusting-myself-again", "whose-voice-is-this"},
    {"trusting-myself-again", "small-promises"},
    {"grief-and-anger", "what-was-lost"},
    {"grief-and-anger", "what-my-anger-protects"},
    {"for-partners-and-family", "i-was-there-too"},
    {"choosing-by-what-matters", "deciding-about-feedback"},
)
"""Sheets that ask, at least in part, for the same list or table; one of each group is enough for one reader."""

each_pack = pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)


def test_the_packs_are_these() -> None:
    assert [path.stem for path in PACKS] == NAMES.split()


@each_pack
def test_a_pack_holds_sheets_that_exist_with_a_note_for_each(path: Path) -> None:
    pack = read_pack(path)
    assert {entry.sheet for entry in pack.worksheets} <= {sheet.stem for sheet in PATHS}
    assert all(entry.note for entry in pack.worksheets)
    assert pack.therapist


@each_pack
def test_its_words_keep_the_rules(path: Path) -> None:
    """As if the pack were a sheet whose blocks are its entries."""
    pack = read_pack(path)
    blocks = tuple(note for entry in pack.worksheets for note in phrases_in(entry))
    words = replace(sheet(PATHS[0]), title=pack.title, summary=pack.summary, blocks=blocks, therapist=None)
    told = [*(problem for rule in RULES for problem in rule.find(words))]
    notes = replace(words, title=pack.title, summary=pack.title, blocks=(), therapist=pack.therapist)
    told += [problem for rule in RULES if rule.code == "WS-L08" for problem in rule.find(notes)]
    assert not [str(problem) for problem in told]


@each_pack
def test_something_steady_comes_first(path: Path) -> None:
    """What looks at harm, loss or anger comes after it."""
    assert intensity(read_pack(path).worksheets[0].sheet) in ("settling", "practical")


@each_pack
def test_a_sheet_that_stirs_is_the_last_and_says_with_whom_to_begin(path: Path) -> None:
    entries = read_pack(path).worksheets
    for at, entry in enumerate(entries):
        if intensity(entry.sheet) == "activating":
            assert at == len(entries) - 1
            assert entry.note and "with your therapist" in entry.note.plain()


@each_pack
def test_a_sheet_for_the_session_alone_is_not_bound_in(path: Path) -> None:
    """A pack is one file and goes home whole; such a sheet is built by itself."""
    for entry in read_pack(path).worksheets:
        notes = " ".join(phrase.plain() for phrase in phrases_in(named(entry.sheet).therapist))
        assert intensity(entry.sheet) != "activating" or not SESSION_ALONE.search(notes), entry.sheet


@each_pack
def test_no_two_sheets_ask_for_the_same_task(path: Path) -> None:
    held = {entry.sheet for entry in read_pack(path).worksheets}
    assert not [sorted(task & held) for task in SAME_TASK if len(task & held) > 1]


def named(name: str) -> Worksheet:
    """The sheet of a name."""
    return next(sheet(path) for path in PATHS if path.stem == name)


def intensity(name: str) -> str:
    """How much the sheet of a name may stir."""
    return named(name).intensity
