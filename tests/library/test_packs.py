"""The packs of the library keep the rules of its sheets, and say something about order and pacing to the therapist."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from worksheet_builder.checks.style_guide import RULES
from worksheet_builder.foundation.phrases import phrases_in
from worksheet_builder.reading.loader import read_pack

from .sheets import PATHS, ROOT, sheet

PACKS = sorted((ROOT / "packs").glob("*.yaml"))
NAMES = "after-a-birth after-intensive-care before-an-appointment first-sessions for-partners for-staff grief-and-anger"

each_pack = pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)


def test_there_are_seven() -> None:
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
def test_the_gentler_sheets_come_before_those_that_stir(path: Path) -> None:
    """One that is to be begun in a session is never the first."""
    first = read_pack(path).worksheets[0].sheet
    assert next(sheet(it) for it in PATHS if it.stem == first).intensity != "activating"
