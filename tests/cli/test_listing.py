"""What `list` and `show` keep between runs is never seen: they say the same, whatever became of what was kept."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.project import file_cache
from worksheet_builder.project import library as library_module
from worksheet_builder.reading import tailoring_loader

from ..conftest import Run


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of what is kept, where nothing is yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(file_cache, "_SETTLED", 0)
    return tmp_path / "cache" / "worksheet-builder" / "worksheets.json"


@pytest.fixture
def ours(few_sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that a test may change."""
    copied = Path(shutil.copytree(few_sheets, tmp_path / "ours"))
    monkeypatch.setattr(library_module, "built_in_folder", lambda: copied)
    return copied


def told(run: Run) -> dict[str, Any]:
    return {row["id"]: row for row in json.loads(run("list", "--json").stdout)}


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no worksheet can be read."""
    monkeypatch.delattr(tailoring_loader, "read_sheet")


def test_what_was_read_once_is_told_again(run: Run, ours: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("list", "--json").stdout, run("list").stdout
    assert len(json.loads(first[0])) == len(json.loads(cache.read_bytes())["found"]) > 4
    unread(monkeypatch)
    assert (run("list", "--json").stdout, run("list").stdout) == first
    assert not [*cache.parent.glob(".*")]


def _new_title(ours: Path) -> None:
    """As long as the old one, and the file as old as before."""
    path = next(ours.glob("worksheets/*/waves.yaml"))
    times = path.stat()
    path.write_text(re.sub(r"(?m)^title: \w", "title: Z", path.read_text("utf-8"), count=1), "utf-8")
    assert path.stat().st_size == times.st_size
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _no_spanish(ours: Path) -> None:
    (ours / "locales/es/waves.po").unlink()


def _no_sheet(ours: Path) -> None:
    next(ours.glob("worksheets/*/waves.yaml")).unlink()


@pytest.mark.parametrize("change", [_new_title, _no_spanish, _no_sheet])
def test_nothing_stale_is_told(change: Callable[[Path], None], run: Run, ours: Path, cache: Path) -> None:
    before = told(run)
    change(ours)
    after = told(run)
    assert after.get("waves") != before["waves"]
    shutil.rmtree(cache.parent)
    assert told(run) == after


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda kept: b"",
    "cut": lambda kept: kept[: len(kept) // 2],
    "another kind": lambda kept: b"[1]",
    "too deep": lambda kept: b"[" * 100_000,
    "no text": lambda kept: b"\xff\xfe",
    "facts of another version": lambda kept: kept.replace(b'"minutes"', b'"length"'),
    "no facts": lambda kept: kept[: kept.index(b'"found"')] + b'"found": {"waves": 1}}',
}


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_broken_is_made_again(how: str, run: Run, ours: Path, cache: Path) -> None:
    first = told(run)
    kept = cache.read_bytes()
    cache.write_bytes(BROKEN[how](kept))
    assert told(run) == first
    assert cache.read_bytes() == kept


@pytest.mark.parametrize("mode", [0o666, 0o660])
def test_what_another_user_could_have_written_is_not_believed(mode: int, run: Run, ours: Path, cache: Path) -> None:
    first = told(run)
    cache.write_bytes(cache.read_bytes().replace(b'"minutes": ', b'"minutes": 9'))
    assert told(run) != first
    cache.chmod(mode)
    assert told(run) == first


def test_without_a_place_nothing_is_kept(run: Run, ours: Path, cache: Path) -> None:
    first = told(run)
    shutil.rmtree(cache.parent.parent)
    cache.parent.parent.write_text("in the way")
    assert told(run) == first


def test_what_has_only_just_changed_is_not_kept(
    run: Run, ours: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_cache, "_SETTLED", 60_000_000_000)
    assert told(run)
    assert not cache.exists()


def test_nothing_of_a_project_is_kept(run: Run, folder: Path, ours: Path, cache: Path) -> None:
    run("new", "for-anna", "--title", "A page for Anna")
    assert "for-anna" in told(run)
    assert b"anna" not in cache.read_bytes().lower()


def test_two_at_once_leave_one_whole(cache: Path) -> None:
    """Each keeps another answer under one name, over and over; what is there at any moment is one of them."""
    said = "import sys; from worksheet_builder.project.file_cache import keep"
    code = f"{said}\nfor at in range(15): keep('worksheets', [], {{'is': sys.argv[1] * 5000}})"
    running = [subprocess.Popen([sys.executable, "-c", code, letter]) for letter in "ab"]
    seen = set()
    while any(it.poll() is None for it in running):
        found = file_cache.recall("worksheets", [])
        seen.add(found["is"][:1] if found and len(found["is"]) == 5000 and len({*found["is"]}) == 1 else found)
    assert [it.returncode for it in running] == [0, 0]
    assert seen <= {"a", "b", None}
    assert file_cache.recall("worksheets", []) is not None


SHOWN = ("show", "waves", "-l", "es")


def shown(cache: Path) -> Path:
    """The file in which `show` keeps the sheet."""
    return cache.with_name("shown-waves-es-client.json")


def test_what_was_shown_once_is_shown_again(run: Run, ours: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(*SHOWN).stdout
    assert json.loads(shown(cache).read_bytes())["found"]["outline"] in first
    unread(monkeypatch)
    assert run(*SHOWN).stdout == first


@pytest.mark.parametrize("change", [_new_title, _no_spanish])
def test_nothing_stale_is_shown(change: Callable[[Path], None], run: Run, ours: Path, cache: Path) -> None:
    before = run(*SHOWN).output
    change(ours)
    after = run(*SHOWN, code=None).output
    assert after != before
    shutil.rmtree(cache.parent)
    assert run(*SHOWN, code=None).output == after


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_broken_is_composed_again(how: str, run: Run, ours: Path, cache: Path) -> None:
    first = run(*SHOWN).stdout
    kept = shown(cache).read_bytes()
    shown(cache).write_bytes(BROKEN[how](kept))
    assert run(*SHOWN).stdout == first
    assert shown(cache).read_bytes() == kept


def test_what_a_practice_is_shown_is_not_kept(run: Run, folder: Path, ours: Path, cache: Path) -> None:
    (folder / "practice.yaml").write_text("name: Elm Lane\n", "utf-8")
    assert "Elm Lane" in run(*SHOWN).stdout
    assert not shown(cache).exists()
