"""Disks that are full, read-only or gone: a sentence for each handout, old files intact, no debris."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.foundation.files import write_folder, write_new, write_whole
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library

from ..conftest import USUAL, Run

SHEETS = ("trusting-myself-again", "where-harm-occurred")
FULL = "The disk is full."
posix = pytest.mark.skipif(sys.platform == "win32", reason="a limit that only POSIX has")


def built(folder: Path, *words: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, after a line of Python that makes its world small.

    It keeps nothing that it compiles: Python would leave the part that there was room for where others find it.
    """
    code = f"import sys; {before or 'pass'}\nfrom worksheet_builder.cli import main\nmain(sys.argv[1:])"
    command = [sys.executable, "-c", code, "build", *words]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Any]:
    """A file system of 96 kilobytes, where one may be made."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only an administrator can mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs")
def test_a_full_file_system(small_disk: Any, folder: Path) -> None:
    many = list(Library.open().worksheets)[:16]  # more than the disk holds
    done = built(folder, *many, "-f", "docx", "-o", str(small_disk / "out"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f".docx: {FULL}" in done.stderr and "not made." in done.stderr
    whole = [name for name in left(small_disk) if name.endswith(".docx")]
    assert 0 < len(whole) < len(many)
    assert not [name for name in left(small_disk) if name.endswith(".part")]
    assert all(path.read_bytes()[:2] == b"PK" for path in small_disk.rglob("*.docx"))
    for path in small_disk.rglob("*.docx"):
        path.write_bytes(b"")
    again = built(folder, SHEETS[0], "-f", "docx", "-o", str(small_disk / "out"))
    assert "Traceback" not in again.stderr


@posix
def test_a_file_that_may_not_grow(folder: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    done = built(folder, *SHEETS, before=limit)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.count("The file is larger than it may be on this disk.") == 4
    assert not [name for name in left(folder) if name.endswith((".part", ".pdf", ".docx"))]


@posix
def test_a_disk_with_no_more_places_for_open_files(folder: Path) -> None:
    limit = "import resource; from worksheet_builder.cli import main"
    limit += "; resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))"
    done = built(folder, SHEETS[0], "-f", "docx", before=limit)
    assert done.returncode != 0
    assert not left(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs")
def test_a_read_only_file_system(small_disk: Any, folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = built(folder, SHEETS[0], "-o", str(small_disk / "out"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.count("The disk is read-only.") == 2


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_that_may_not_be_written(folder: Path, run: Run) -> None:
    (folder / "handouts/en").mkdir(parents=True)
    (folder / "handouts/en").chmod(0o555)
    assert "This may not be written." in run("build", SHEETS[0], code=1).stderr
    assert not left(folder)


def test_a_folder_that_vanishes_is_made_again(folder: Path, run: Run) -> None:
    run("build", SHEETS[0])
    import shutil

    shutil.rmtree(folder / "handouts")
    run("build", SHEETS[0])
    assert len(left(folder / "handouts")) == 3


def test_a_name_that_the_disk_cannot_keep(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="The name is too long for this disk"):
        write_whole(tmp_path / ("a" * 300), b"x")
    assert not left(tmp_path)


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "none"])
@pytest.mark.parametrize("between", [True, False], ids=["meanwhile", "not there"])
def test_a_new_file_never_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool, between: bool
) -> None:
    """Somebody else makes it while ours is being written; some disks, such as FAT, have no hard links."""
    path, sync = tmp_path / "practice.yaml", os.fsync

    def meanwhile(file: int) -> None:
        if between:
            path.write_bytes(b"theirs")
        sync(file)

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.fsync", meanwhile)
    if not links:
        monkeypatch.setattr("os.link", refused)
    assert write_new(path, b"ours") is not between
    assert path.read_bytes() == (b"theirs" if between else b"ours")
    assert left(tmp_path) == ["practice.yaml"]


def test_a_new_file_is_written_whole_or_not_at_all_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.link", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Refused, match="The disk is full"):
        write_new(tmp_path / "practice.yaml", b"ours")
    assert not left(tmp_path)


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_folder(tmp_path / "locales/es", {"a.po": b"a", "b.po": b"b"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "locales/es").iterdir()} == {
        "a.po": b"a",
        "b.po": b"b",
    }
    with pytest.raises(Refused, match="A folder of that name is in the way"):
        write_folder(tmp_path / "locales/es", {"c.po": b"c"})
    assert [path.name for path in (tmp_path / "locales").iterdir()] == ["es"]


def test_a_list_that_cannot_be_written_is_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The handouts are there; what the tool could not note is said, since it will not know them as its own."""
    from worksheet_builder.build import stores
    from worksheet_builder.build.manifest import NAME

    def full(path: Path, data: bytes) -> None:
        from worksheet_builder.foundation.files import _problem

        if path.name != NAME:
            write_whole(path, data)
            return
        raise Refused([_problem(path, OSError(errno.ENOSPC, "full"))])

    monkeypatch.setattr(stores, "write_whole", full)
    result = run("build", SHEETS[0], code=1)
    assert f".worksheet-builder.json: {FULL}" in result.stderr and f"{len(USUAL)} handouts made." in result.stderr
    assert len(left(folder)) == len(USUAL)
