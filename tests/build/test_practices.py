"""A build for many practices: each has what it would have alone, and only what changed is made again."""

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

from worksheet_builder.build import composer, practice_executors, practices_dispatch, shared_parts
from worksheet_builder.build import practices as building
from worksheet_builder.build.manifest import NAME, SEEN
from worksheet_builder.build.order import Order
from worksheet_builder.build.practice_executors import is_scheduler_address
from worksheet_builder.build.practices import PracticeResult, ServiceOrder
from worksheet_builder.build.shared_parts import SharedParts
from worksheet_builder.document import Edition
from worksheet_builder.project.library import Library
from worksheet_builder.reading.practices_reader import NamedPractice, read_practices

from ..conftest import Run
from .test_jobs import heed_interrupts

SHEETS = ("after-a-hard-case", "waves")
PRACTICES = ("east", "north", "south", "west")


def practices(folder: Path, names: tuple[str, ...] = PRACTICES) -> Path:
    """A table of practices that differ in name, colour and country."""
    countries = ("GB", "US", "NZ", "DE")
    rows = [f"{name},Clinic {name},#{at % 8 + 2}a4f66,{countries[at % 4]},en es" for at, name in enumerate(names)]
    path = folder / "practices.csv"
    path.write_text("\n".join(["id,name,accent,country,languages", *rows]) + "\n", "utf-8")
    return path


def found(folder: Path) -> dict[str, str]:
    """What stands in a folder, by the path of each file there, but for what tells when it was made."""
    files = (it for it in sorted(folder.rglob("*")) if it.is_file() and it.name != SEEN)
    return {it.relative_to(folder).as_posix(): hashlib.sha256(it.read_bytes()).hexdigest() for it in files}


def counts(result: Any) -> dict[str, dict[str, int]]:
    rows = json.loads(result.stdout)
    return {
        row["practice"]: {it: row[it] for it in ("made", "unchanged", "kept", "refused") if row[it]} for row in rows
    }


@pytest.fixture
def table(folder: Path, small_library: Path) -> Path:
    return practices(folder)


def test_each_practice_has_what_it_would_have_alone(run: Run, table: Path, folder: Path) -> None:
    result = run("build", *SHEETS, "--practices", table, "-j", 2)
    assert result.stdout.splitlines() == [f"{name}: 8 made" for name in PRACTICES]
    assert "4 practices: 32 made." in result.stderr
    alone = folder / "alone.yaml"
    alone.write_text('name: Clinic north\naccent: "#3a4f66"\ncountry: US\nlanguages: [en, es]\n', "utf-8")
    run("build", *SHEETS, "--practice", alone, "-o", "alone")
    assert found(folder / "handouts/north") == found(folder / "alone")


def test_the_number_of_processes_changes_nothing(run: Run, table: Path, folder: Path) -> None:
    for jobs in (1, 3):
        run("build", *SHEETS, "--practices", table, "-f", "pdf", "-j", jobs, "-o", f"out-{jobs}")
    assert found(folder / "out-1") == found(folder / "out-3")


def test_only_what_changed_is_made_again(run: Run, table: Path, folder: Path) -> None:
    words = ("build", *SHEETS, "--practices", table, "-f", "pdf", "--json", "-j", 1)
    assert counts(run(*words)) == {name: {"made": 4} for name in PRACTICES}
    assert counts(run(*words)) == {name: {"unchanged": 4} for name in PRACTICES}
    table.write_text(table.read_text("utf-8").replace("Clinic south", "Another name"), "utf-8")
    (folder / "handouts/west/en/waves.pdf").unlink()
    changed = {"east": {"unchanged": 4}, "north": {"unchanged": 4}}
    assert counts(run(*words)) == {**changed, "south": {"made": 4}, "west": {"made": 1, "unchanged": 3}}


def test_an_edited_handout_is_left_and_told_in_its_practice(run: Run, table: Path, folder: Path) -> None:
    words = ("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "-j", 1)
    run(*words)
    path = folder / "handouts/north/en/waves.pdf"
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b" ")
    result = run(*words, "--json", code=1)
    rows = {row["practice"]: row for row in json.loads(result.stdout)}
    assert rows["north"]["kept"] == 1 and rows["north"]["problems"][0]["file"] == str(path.relative_to(folder))
    assert not rows["east"]["problems"] and path.read_bytes() != data


@pytest.mark.parametrize("stamp", ["true", "of a disk that tells whole seconds"])
def test_a_file_that_is_as_it_was_seen_is_not_read(
    run: Run, table: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, stamp: str
) -> None:
    from worksheet_builder.build import stores

    words = ("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "-j", 1)
    if stamp != "true":
        monkeypatch.setattr(stores, "_COARSE", 1)
    run(*words)
    noted = folder / "read.txt"

    def read(path: Path) -> str:
        with noted.open("a", encoding="utf-8") as file:
            file.write(f"{path.name}\n")
        return hashlib.sha256(path.read_bytes()).hexdigest()

    monkeypatch.setattr(stores, "digest_of", read)
    run(*words)
    assert noted.exists() == (stamp != "true")


def test_all_practices_are_checked_before_anything_is_made(run: Run, table: Path, folder: Path) -> None:
    text = table.read_text("utf-8")
    table.write_text(text.replace("Clinic east", '""').replace(",NZ,", ",XX,").replace("id,", "id,design,"), "utf-8")
    result = run("build", "waves", "--practices", table, code=1)
    assert "‘XX’" not in result.stderr or not (folder / "handouts").exists()
    table.write_text(text.replace("#3a4f66", "pink").replace(",NZ,", ",XX,"), "utf-8")
    result = run("build", "waves", "--practices", table, code=1)
    assert "practices.csv:3:20: ‘pink’ is not a colour." in result.stderr
    assert "practices.csv:4:28: ‘XX’ is not a country code." in result.stderr
    assert not (folder / "handouts").exists()


def test_a_design_that_there_is_not_is_told_with_all_else(run: Run, folder: Path, small_library: Path) -> None:
    path = folder / "t.csv"
    path.write_text("id,name,design,country\na,A,nope,GB\nb,B,,XX\nc,C,nada,GB\n", "utf-8")
    result = run("build", "waves", "--practices", path, code=1)
    assert [line.split(": ")[0] for line in result.stderr.splitlines() if line.startswith("t.csv")] == [
        "t.csv:2:5",
        "t.csv:3:6",
        "t.csv:4:5",
    ]


def test_a_refused_sheet_does_not_stop_the_others(run: Run, table: Path, folder: Path) -> None:
    run("new", "mine")
    sheet = folder / "worksheets/own/mine.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    result = run("build", "waves", "mine", "--practices", table, "-f", "pdf", "-l", "en", "-j", 2, code=1)
    assert result.stdout.splitlines() == [f"{name}: 1 made, 1 not made" for name in PRACTICES]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--practice", "practices.csv"), "leave --practice out"),
        (("--site", "pages"), "leave --site out"),
        (("--with", "changes.yaml"), "leave --with out"),
    ],
)
def test_options_of_one_practice_are_wrong_usage(
    run: Run, table: Path, folder: Path, words: tuple[str, str], sentence: str
) -> None:
    (folder / "changes.yaml").write_text("minutes: 5\n", "utf-8")
    assert sentence in run("build", "waves", "--practices", table, *words, code=2).stderr


def test_a_cluster_is_for_many_practices(run: Run, table: Path) -> None:
    assert "--practices" in run("build", "waves", "--on", "tcp://127.0.0.1:1", code=2).stderr


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "tcp://10.0.0.5", "http:/x:1", ":8786", "a b:1"])
def test_what_is_no_address_of_a_scheduler_is_told_at_once(run: Run, table: Path, address: str) -> None:
    said = run("build", "waves", "--practices", table, "--on", address, code=2).stderr
    assert f"‘--on {address}’ is not the address of a scheduler" in " ".join(said.split())


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tls://[::1]:8786", "node-1:8786", "inproc://10.0.0.5/1/1"])
def test_an_address_that_dask_takes_is_taken(address: str) -> None:
    assert is_scheduler_address(address)


@pytest.mark.skipif(sys.platform == "win32", reason="signals end processes")
@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_stopped_goes_on_where_it_was(folder: Path, ends: signal.Signals) -> None:
    """Told by Ctrl-C, or killed so that it could tell nobody; its processes end too."""
    path = practices(folder, tuple(f"clinic-{at}" for at in range(12)))
    command = [
        sys.executable,
        "-m",
        "worksheet_builder",
        "build",
        *SHEETS,
        "--practices",
        str(path),
        "-l",
        "en",
        "-j",
        "2",
        "--json",
    ]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, preexec_fn=heed_interrupts
    )
    out, until = folder / "handouts", time.monotonic() + 600
    while len(list(out.rglob("*.pdf"))) < 9 and time.monotonic() < until and process.poll() is None:
        time.sleep(0.005)
    os.kill(process.pid, ends)
    process.communicate(timeout=600)  # its processes hold the pipes, and this ends with the last of them
    assert process.returncode == (130 if ends == signal.SIGINT else -ends)
    before = {it: it.stat().st_mtime_ns for it in out.rglob("*") if it.suffix in (".pdf", ".docx")}
    assert 9 <= len(before) < 12 * 4
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    total = sum(sum(row[it] for it in ("made", "unchanged")) for row in json.loads(done.stdout))
    assert total == 12 * 4 and not list(out.rglob("*.part"))
    assert [it for it in before if it.stat().st_mtime_ns != before[it]] == []
    assert len(list(out.glob(f"*/{NAME}"))) == 12


def test_a_worker_that_is_killed_costs_no_practice(
    table: Path, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the system has too little memory; the others are made, and so is this one the next time."""
    (folder / "kill").write_text("east")
    monkeypatch.setattr(practices_dispatch, "_make_here", _dying)
    result = run("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "-j", 2)
    assert result.stdout.splitlines() == [f"{name}: 1 made" for name in PRACTICES]


def test_a_practice_that_always_ends_its_worker_is_told(
    table: Path, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "kill").write_text("east always")
    monkeypatch.setattr(practices_dispatch, "_make_here", _dying)
    result = run("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "-j", 2, code=1)
    # what was made before the process ended, and not told yet, is found as it was left
    said = result.stdout.replace("0 made, 1 unchanged", "1 made").splitlines()
    assert said == ["east: 0 made, 1 not made", *(f"{it}: 1 made" for it in PRACTICES[1:])]
    assert practices_dispatch._LOST.sentence in result.stderr


_REAL = practices_dispatch._make_here


def _dying(order: ServiceOrder, named: NamedPractice) -> PracticeResult:
    """The real work, but for the practice that a file names: its process is killed."""
    marks = Path("kill").read_text("utf-8").split() if Path("kill").exists() else []
    if named.id in marks:
        if "always" not in marks:
            Path("kill").unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return _REAL(order, named)


def test_no_more_is_handed_out_than_is_worked_on() -> None:
    asked: list[int] = []

    def tasks() -> Any:
        for number in range(10):
            asked.append(number)
            yield number, (number,)

    with practice_executors.processes(1) as engine:
        results = engine.completed(abs, tasks(), 3)
        assert next(results)[1] is not None and len(asked) <= 5
        assert sorted(it for it, _ in results) == sorted({*range(10)} - {0})


@pytest.mark.parametrize("edition", ["client", "therapist"])
def test_what_practices_share_is_read_and_translated_once(
    table: Path, folder: Path, small_library: Path, monkeypatch: pytest.MonkeyPatch, edition: str
) -> None:
    """Sheets, their words in a language, references and the plan; and the pages are those of practices alone."""
    asked: list[tuple[str, ...]] = []

    def noted(name: str, real: Any, keys: slice) -> Any:
        def called(*given: Any) -> Any:
            asked.append((name, *(str(it) for it in given[keys])))
            return real(*given)

        return called

    watched = {"in_language": (1, 3), "read_references": (0, 0), "read_sheet": (1, 2), "planned": (0, 0)}
    for (name, keys), module in zip(watched.items(), (shared_parts, shared_parts, composer, building), strict=True):
        monkeypatch.setattr(module, name, noted(name, getattr(module, name), slice(*keys)))
    library = Library.open(folder)
    order = Order(formats=("pdf",), edition=Edition(edition), output=folder / "out")
    service_order = ServiceOrder(library, order, tuple(library.worksheets[it] for it in SHEETS))
    shared = SharedParts()
    for named in read_practices(table).practices:
        assert not building.make_practice(service_order, named, shared).problems
    assert len(asked) == len(set(asked)) == 2 + 2 * 3 + 1 + (edition == "therapist")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own")
def test_a_terminal_shows_how_far_it_is(folder: Path) -> None:
    import pty

    path = practices(folder, PRACTICES[:2])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "worksheet_builder", "build", "waves", "-l", "en", "-f", "pdf", "-j", "1"]
    done = subprocess.run([*command, "--practices", str(path)], stderr=theirs, stdout=subprocess.PIPE, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "Making handouts" in shown and "100%" in shown and b"Making" not in done.stdout
