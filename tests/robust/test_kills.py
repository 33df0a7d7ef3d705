"""A build that is killed at any moment leaves whole files, and the next one finishes what it began."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.build import incremental
from worksheet_builder.build import jobs as building
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.fingerprint import Fingerprint
from worksheet_builder.build.formats import Format
from worksheet_builder.build.incremental import renew
from worksheet_builder.build.jobs import plan
from worksheet_builder.build.manifest import NAME, Manifest
from worksheet_builder.build.order import Order
from worksheet_builder.build.stores import Disk
from worksheet_builder.foundation import files
from worksheet_builder.project.library import Library

from ..conftest import Run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in forked children")

SHEETS = [f"sheet-{number}" for number in range(4)]
END = b"%%EOF"
POINTS = 100


def written(fill: bytes) -> Any:
    """A stand-in for a writer: quick, and whole only if its end is there."""
    return Format(lambda document, brand: fill * 3000 + document.title.plain().encode() + END, "text/plain")


@pytest.fixture
def jobs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    source = Library.open().worksheets["trusting-myself-again"].read_bytes()
    paths = [folder / "sheets" / f"{name}.yaml" for name in SHEETS]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_bytes(source)
    monkeypatch.setattr(building, "FORMATS", {"pdf": written(b"new"), "docx": written(b"NEW")})
    monkeypatch.setattr(Disk, "saved_every", 0.0)
    return plan(paths, ["en"], ["pdf", "docx"])


def die_at(count: int) -> None:
    """Let this process be killed just before its `count`-th touch of the disk."""
    left = [count]

    def touch(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(event: str, given: tuple[object, ...]) -> None:
        reads = event == "open" and not (isinstance(given[1], str) and set(given[1]) & set("wxa+"))
        if event in ("open", "os.rename", "os.mkdir", "os.remove") and not reads:
            touch()

    sync = os.fsync

    def counted(fd: Any) -> None:
        touch()
        sync(fd)

    sys.addaudithook(heard)
    os.fsync = counted


def killed(count: int, jobs: Any, composer: Composer) -> bool:
    """Whether a build in a child was killed before it had finished."""
    child = os.fork()
    if child == 0:
        die_at(count)
        list(renew(jobs, composer))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def parts(out: Path) -> list[Path]:
    return [path for path in out.rglob("*") if path.name.endswith(".part")]


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.whole), 4])
@pytest.mark.parametrize("before", ["nothing", "old handouts"])
def test_a_build_killed_at_each_of_a_hundred_points(
    jobs: Any, folder: Path, before: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every touch of the disk where `whole` is asked for, else at every fourth."""
    points = 0
    for count in range(1, POINTS // 2 + 1, step):
        out = folder / f"out-{count}"
        composer = Composer(Library.open(), Order(output=out, workers=1)).prepared()
        composer.document(jobs[0].worksheet, "en")
        old: dict[str, bytes] = {}
        if before == "old handouts":
            with monkeypatch.context() as earlier:
                earlier.setattr(building, "FORMATS", {"pdf": written(b"old"), "docx": written(b"OLD")})
                earlier.setattr(incremental, "Fingerprint", Earlier)
                list(renew(jobs, composer))
            old = {path.name: path.read_bytes() for path in out.rglob("*.*") if path.name != NAME}
        points += killed(count, jobs, composer)
        found = [path for path in out.rglob("*") if path.suffix in (".pdf", ".docx")]
        assert len(found) == 8 or not old, "an old handout is gone"
        for path in found:
            data = path.read_bytes()
            assert data == old.get(path.name) or (data[:3].lower() == b"new" and data.endswith(END)), path
        if (out / NAME).exists():
            json.loads((out / NAME).read_bytes())
        after = list(renew(jobs, composer))
        assert {made.status.value for made in after} <= {"made", "unchanged"}
        assert len(after) == 8 and all(made.path.read_bytes()[:3].lower() == b"new" for made in after)
        assert not parts(out)
    assert points >= (POINTS // 2 - 12) // step


class Earlier(Fingerprint):
    """The inputs of an earlier day."""

    def digest(self, *given: Any) -> str:
        return hashlib.sha256(super().digest(*given).encode()).hexdigest()


@pytest.mark.parametrize("jobs_at_a_time", ["1", "2"])
def test_a_real_build_that_is_killed(folder: Path, jobs_at_a_time: str) -> None:
    """The whole program, its workers too, at a moment that nobody chose."""
    source = Library.open().worksheets["trusting-myself-again"].read_bytes()
    paths = [folder / "many" / f"sheet-{number}.yaml" for number in range(12)]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_bytes(source)
    command = [sys.executable, "-m", "worksheet_builder", "build", "-j", jobs_at_a_time, *map(str, paths)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    out, until = folder / "handouts", time.monotonic() + 60
    while not len(list(out.rglob("*.docx"))) > 3 and time.monotonic() < until and process.poll() is None:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    for path in out.rglob("*.*"):
        if path.suffix in (".pdf", ".docx"):
            assert path.read_bytes()[:2] in (b"%P", b"PK")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "not made" not in done.stderr
    assert not parts(out) and len(list(out.rglob("*.pdf"))) == len(list(out.rglob("*.docx"))) == 12


def test_a_worker_that_is_killed_is_told_and_the_rest_is_whole(folder: Path, run: Run) -> None:
    """As when the system has too little memory."""
    source = Library.open().worksheets["trusting-myself-again"].read_bytes()
    paths = [folder / "many" / f"sheet-{number}.yaml" for number in range(8)]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_bytes(source)
    composer = Composer(Library.open(), Order(output=folder / "out")).prepared()
    jobs = plan(paths, ["en"], ["docx"])

    class Dying(building.JobRunner):
        def make(self, job: Any) -> Any:
            if job.worksheet.stem == "sheet-5":
                os.kill(os.getpid(), signal.SIGKILL)
            return super().make(job)

    workshop = Dying(composer, Manifest(folder / "out"))
    made = list(building.build(jobs, workshop, 2))
    assert [one.worksheet for one in made] == [path.stem for path in paths]
    told = {problem.sentence for one in made for problem in one.problems}
    assert told == {building._ENDED.sentence}
    assert all(one.path.is_file() for one in made if one.status == "made")


@pytest.mark.parametrize("alive", [True, False])
def test_only_what_dead_processes_left_is_cleared(tmp_path: Path, alive: bool) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    pid = os.getpid() if alive else child.pid
    mine = tmp_path / f".sheet.pdf.wb{pid}.part"
    others = [tmp_path / name for name in (".film.mkv.123.part", "x.part", f"sheet.pdf.wb{pid}.part", ".wbx.part")]
    for path in (mine, *others):
        path.write_bytes(b"half")
    folder, deep = tmp_path / f".es.wb{pid}.part", tmp_path / f".folder.wb{pid}.part"
    for path in (folder, deep / "within"):
        path.mkdir(parents=True)
        (path / "es.po").write_bytes(b"half")
    files.clear_parts([tmp_path, tmp_path / "nowhere"])
    assert mine.exists() == folder.exists() == alive
    assert (deep / "within/es.po").exists() and all(path.exists() for path in others)


def test_a_folder_of_a_language_that_a_killed_start_left_is_cleared_by_the_next(folder: Path, run: Run) -> None:
    """Killed while it syncs its third file; nothing of the language is there, and it can be started again."""
    code = """
import os, signal, sys
from worksheet_builder.cli.program import main
synced, sync = [], os.fsync
def fsync(file):
    synced.append(file)
    if len(synced) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    sync(file)
os.fsync = fsync
main(["translate", "start", "it"])
"""
    run("init")
    killed = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    locales = folder / "locales"
    assert parts(locales) and not (locales / "it").exists()
    run("translate", "start", "it")
    assert (locales / "it/common.po").is_file() and not parts(locales)
