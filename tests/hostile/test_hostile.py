"""No input gives a traceback, a hang or a half-written file: each ends with a sentence, exit code 1, cheaply."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TURNS = 3
PLAIN_SHEETS, MEGABYTES = 15, 300
"""What a case may cost: as much processor time as so many plain sheets, and so much memory."""
TABLES = sorted(
    path.stem
    for path in HERE.glob("*.py")
    if "CASES" in path.read_text("utf-8") and path.stem not in ("runner", "test_hostile")
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each case runs in a forked child with limits")


@pytest.fixture(scope="module")
def ended_of(tmp_path_factory: pytest.TempPathFactory, few_sheets: Path) -> Callable[[int], Any]:
    """What came of the cases of all tables in a turn: one process loads everything and forks a child for each."""

    @cache
    def ended(turn: int) -> Any:
        folder = tmp_path_factory.mktemp("hostile")
        command = [sys.executable, str(HERE / "runner.py"), str(folder), str(few_sheets), f"{turn}/{TURNS}"]
        command += [str(HERE / f"{table}.py") for table in TABLES]
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    return ended


@pytest.mark.parametrize("turn", [0, *(pytest.param(it, marks=pytest.mark.whole) for it in range(1, TURNS))])
@pytest.mark.parametrize("table", TABLES)
def test_each_case_ends_in_a_sentence(table: Any, turn: int, ended_of: Callable[[int], Any]) -> None:
    """Every third case in the usual run; `whole` has the others."""
    told = ended_of(turn)
    found, limit = told["ended"][table], PLAIN_SHEETS * told["yardstick"]
    sys.path.insert(0, str(HERE))
    try:
        cases = __import__(table).CASES
    finally:
        sys.path.remove(str(HERE))
    assert [*found] == [*cases][turn::TURNS]
    assert not {name: wrong for name, ended in found.items() if (wrong := fault(cases[name], ended, limit))}


def fault(case: Any, ended: Any, limit: Any) -> str:
    """What is wrong with how a case ended; empty where nothing is."""
    if "Traceback" in ended["said"]:
        return f"traceback: {ended['said'][-600:]}"
    if ended["code"] != case.code:
        return f"exit code {ended['code']}: {ended['said'][-300:]}"
    if case.says not in ended["said"] or (case.code and len(ended["said"]) < 20):
        return f"does not say ‘{case.says}’: {ended['said'][:300]}"
    if ended["seconds"] > limit or ended["megabytes"] > MEGABYTES:
        return f"took {ended['seconds']} of {limit} seconds and {ended['megabytes']} megabytes"
    if len(ended["said"]) > 100_000:
        return f"said {len(ended['said'])} letters"
    return f"left {ended['left']}" if ended["left"] else ""


def test_there_are_enough_of_them() -> None:
    sys.path.insert(0, str(HERE))
    try:
        assert sum(len(__import__(table).CASES) for table in TABLES) >= 150
    finally:
        sys.path.remove(str(HERE))
