"""The same input makes the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from worksheet_builder.project.library import Library

from ..conftest import USUAL, Run

PRACTICE = "name: Open Door\nlogo: logo.png\nphone: 000 111\ncountry: {country}\nstrapline: Ä · ע · 日\n"
LEDGER = ".worksheet-builder.json"
DAY, LATER = 1_790_000_000, 1_790_000_000 + 3 * 366 * 86_400
SURROUNDINGS = {
    "plain": "",
    "another seed, zone and locale": "PYTHONHASHSEED=77 TZ=Asia/Kathmandu LC_ALL=POSIX LANG=tr_TR.UTF-8",
    "another user and disk": "HOME=/nonexistent USER=somebody LOGNAME=somebody TMPDIR=/tmp COLUMNS=20",
    "optimised, with other warnings": "PYTHONOPTIMIZE=1 PYTHONWARNINGS=default PYTHONUTF8=0 NO_COLOR=1",
}


def built(folder: Path, surroundings: dict[str, str], *words: str, country: str = "GB") -> dict[str, str]:
    """The hash of every file that a build leaves, the list of what was made among them."""
    folder.mkdir(parents=True)
    Image.new("RGB", (60, 40), "#7a3b69").save(folder / "logo.png")
    (folder / "practice.yaml").write_text(PRACTICE.format(country=country), "utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(DAY), **surroundings}
    command = [sys.executable, "-m", "worksheet_builder", "build", *words, "--edition", "therapist"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    out = folder / "handouts"
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


SAMPLE = sorted(Library.open().worksheets)[::6]
"""Every sixth sheet; `whole` has all."""


@pytest.fixture(scope="module")
def first(tmp_path_factory: Any) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("here") / "a", {}, *SAMPLE, "-j", "1")


def elsewhere(folder: Path, name: str, *words: str) -> dict[str, str]:
    surroundings = dict(pair.split("=") for pair in SURROUNDINGS[name].split())
    return built(folder / "a rather longer path" / "é 日本" / name, surroundings, *words)


@pytest.mark.parametrize(("at", "jobs"), list(enumerate("3251")))
def test_each_sheet_is_the_same_elsewhere(tmp_path: Path, first: dict[str, str], at: int, jobs: str) -> None:
    """Each sheet of the sample in one of the surroundings; `whole` has all in each."""
    sheets = SAMPLE[at :: len(SURROUNDINGS)]
    found = elsewhere(tmp_path, list(SURROUNDINGS)[at], *sheets, "-j", jobs)
    assert found.pop(LEDGER) and len(found) == len(sheets) * len(USUAL) >= 4
    assert found.items() <= first.items()


@pytest.fixture(scope="module")
def everything(tmp_path_factory: Any) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("everything") / "a", {}, "--all", "-j", "1")


@pytest.mark.whole
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_everything_is_the_same_elsewhere(tmp_path: Path, everything: dict[str, str], name: str) -> None:
    assert elsewhere(tmp_path, name, "--all", "-j", "2") == everything
    assert LEDGER in everything and len(everything) > 80


def test_two_builds_one_after_the_other_and_one_at_once(tmp_path: Path) -> None:
    sheets = ("trusting-myself-again", "where-harm-occurred")
    folder = tmp_path / "apart"
    for at, sheet in enumerate(sheets):
        found = built(tmp_path / f"alone {at}", {}, sheet)
        found.pop(LEDGER)
        together = built(folder / str(at), {}, *sheets)
        assert found.items() <= together.items()


def test_the_day_counts_only_where_knowledge_grows_old(tmp_path: Path) -> None:
    """A contact of a country is printed for a year; a handout without contacts is the same on any day."""
    sheet = ("trusting-myself-again", "-f", "docx")
    now = built(tmp_path / "now", {}, *sheet)
    assert built(tmp_path / "again", {"SOURCE_DATE_EPOCH": str(DAY + 60)}, *sheet) == now
    assert built(tmp_path / "later", {"SOURCE_DATE_EPOCH": str(LATER)}, *sheet) != now
    bare = [
        built(tmp_path / f"bare {day}", {"SOURCE_DATE_EPOCH": str(day)}, *sheet, country="NZ") for day in (DAY, LATER)
    ]
    assert bare[0] == bare[1] or len(bare[0]) == len(bare[1])


@pytest.mark.parametrize("day", ["", "yesterday", "-1", "9" * 40, "1e9", " 1790000000 "])
def test_a_day_that_is_none_does_not_stop_it(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, day: Any) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    run("build", "trusting-myself-again", "-f", "docx")
