"""Practices that are handed out to a cluster of Dask: the same bytes, whoever makes them and whoever is lost meanwhile.

Scheduler, workers and store are real ones, in processes and behind sockets of this computer.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from worksheet_builder.build import fingerprint, practice_executors, remote_workers
from worksheet_builder.build.manifest import SEEN
from worksheet_builder.build.object_store import ObjectStore
from worksheet_builder.build.practices import ServiceOrder
from worksheet_builder.build.worker_payload import Parcel, packed_order, packed_practice
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading.practices_reader import read_practices

from ..conftest import Run
from .test_practices import counts, found, practices

SHEETS = ("after-a-hard-case", "waves")
NAMES = tuple(f"clinic-{at}" for at in range(4))
BUCKET = "handouts"


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of a bucket on an S3 server of this computer, which this process and its workers know of."""
    from moto.moto_server.threaded_moto_server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    known = {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
    known |= {"AWS_ACCESS_KEY_ID": "anybody", "AWS_SECRET_ACCESS_KEY": "anything"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in known.items():
            patch.setenv(name, value)
        import boto3

        boto3.client("s3").create_bucket(Bucket=BUCKET)
        yield f"s3://{BUCKET}"
    server.stop()


@pytest.fixture(scope="module")
def cluster(store: str) -> Iterator[Any]:
    """A scheduler with two workers, each a process of its own that is started anew when it is gone."""
    from distributed import LocalCluster

    given = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
    with LocalCluster(processes=True, silence_logs=logging.CRITICAL, **given) as cluster:  # type: ignore[no-untyped-call]
        yield cluster


@pytest.fixture
def table(folder: Path) -> Path:
    """Practices of a project that has a sheet of its own, one of them with a logo."""
    path = practices(folder, NAMES)
    Image.new("RGB", (60, 40), "#7a3b69").save(folder / "logo.png")
    head, first, *rows = path.read_text("utf-8").splitlines()
    lines = [f"{head},logo", f"{first},logo.png", *(f"{row}," for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def fetched(address: str, folder: Path) -> Path:
    """What stands at an address, in a folder of this computer."""
    import fsspec

    system, root = fsspec.core.url_to_fs(address, skip_instance_cache=True)
    for key in system.find(root):
        path = folder / key.removeprefix(f"{root}/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(system.cat_file(key))
    return folder


def test_files_come_back_as_they_are_made_here_and_a_lost_worker_costs_none(
    run: Run, table: Path, folder: Path, cluster: Any
) -> None:
    run("new", "mine")
    words = ("build", "waves", "mine", "--practices", table, "-f", "pdf", "-l", "en")
    run(*words, "-o", "here", "-j", 2)

    def kill() -> None:
        until = time.monotonic() + 60
        while not list((folder / "away").rglob("*.pdf")) and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    result = run(*words, "-o", "away", "--json", "--on", cluster.scheduler_address)
    killer.join()
    assert counts(result) == {name: {"made": 2} for name in NAMES}
    assert found(folder / "away") == found(folder / "here")
    again = run(*words, "-o", "away", "--json", "--on", cluster.scheduler_address)
    assert counts(again) == {name: {"unchanged": 2} for name in NAMES}


@pytest.mark.whole
def test_workers_write_into_a_store_themselves(run: Run, table: Path, folder: Path, cluster: Any, store: str) -> None:
    words = ("build", *SHEETS, "--practices", table, "-f", "pdf", "-l", "en", "--json")
    run(*words, "-o", "here", "-j", 2)
    address = f"{store}/service"
    assert counts(run(*words, "-o", address, "--on", cluster.scheduler_address)) == {it: {"made": 2} for it in NAMES}
    assert found(fetched(address, folder / "there")) == found(folder / "here")
    assert not list(folder.glob("s3*")) and not (folder / "handouts").exists()
    assert counts(run(*words, "-o", address, "-j", 1)) == {it: {"unchanged": 2} for it in NAMES}


@pytest.mark.whole
def test_an_edit_in_a_store_is_left_as_it_is(run: Run, folder: Path, store: str) -> None:
    import fsspec

    table = practices(folder, NAMES[:2])
    words = ("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "--json", "-j", 1, "-o", f"{store}/edits")
    run(*words)
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    system.pipe_file(f"{BUCKET}/edits/clinic-0/en/waves.pdf", b"my own words")
    system.rm_file(f"{BUCKET}/edits/clinic-1/en/waves.pdf")
    result = run(*words, code=1)
    assert counts(result) == {"clinic-0": {"kept": 1}, "clinic-1": {"made": 1}}
    assert "has been edited since it was made" in result.stderr
    assert system.cat_file(f"{BUCKET}/edits/clinic-0/en/waves.pdf", version_id=None) == b"my own words"


@pytest.mark.whole
def test_what_a_lost_worker_had_written_is_taken_for_what_it_is(run: Run, folder: Path, store: str) -> None:
    """It was killed before it could note what it had made: the same bytes are no file of somebody else."""
    import fsspec

    table = practices(folder, NAMES[:1])
    words = ("build", *SHEETS, "--practices", table, "-f", "pdf", "-l", "en", "--json", "-j", 1, "-o", f"{store}/lost")
    run(*words)
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    for key in system.find(f"{BUCKET}/lost"):
        if key.endswith(".json"):
            system.rm_file(key)
    assert counts(run(*words)) == {"clinic-0": {"unchanged": 2}}
    assert counts(run(*words)) == {"clinic-0": {"unchanged": 2}}


def test_other_kinds_of_store_are_written_beside_and_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ObjectStore(f"file://{tmp_path.as_posix()}")
    path = Path("clinic/en/x.pdf")
    store.write(path, b"old")

    def stopped(*_: object, **__: object) -> None:
        raise OSError("cut off")

    monkeypatch.setattr(type(store._system), "mv", stopped)
    with pytest.raises(Refused, match="cut off"):
        store.write(path, b"new")
    assert (tmp_path / path).read_bytes() == b"old" and store.read(path, 10) == b"old"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nowhere://bucket/x", "The store cannot be used: Protocol not known"),
        ("s3://no-such-bucket/x", "The store cannot be used"),
    ],
)
def test_a_store_that_cannot_be_used_is_told_once(
    run: Run, folder: Path, store: str, address: str, sentence: str
) -> None:
    table = practices(folder, NAMES[:3])
    result = run("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "-j", 1, "-o", address, code=1)
    assert sentence in result.stderr


def test_a_scheduler_that_does_not_answer_is_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr(practice_executors, "_PATIENCE", "1s")
    table = practices(folder, NAMES[:1])
    result = run("build", "waves", "--practices", table, "-f", "pdf", "--on", "tcp://127.0.0.1:9", code=1)
    assert "No scheduler of Dask answers at ‘tcp://127.0.0.1:9’; nothing was made." in result.stderr


@pytest.mark.parametrize("other", ["tool", "library"])
def test_a_worker_that_would_make_other_pages_is_refused(
    table: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    from worksheet_builder.build.order import Order
    from worksheet_builder.build.practices_dispatch import _compared
    from worksheet_builder.build.shared_parts import SharedParts

    library = Library.open(folder)
    given = ServiceOrder(library, Order(languages=("en",), formats=("pdf",)), (library.worksheets["waves"],))
    named = read_practices(table).practices[0]
    order, own = packed_order(given)
    asked = remote_workers.asked_for(given, _compared(given, named, SharedParts()), packed_practice(library, named))
    assert remote_workers.make_away(order, own, asked).results[0].digest
    if other == "tool":
        monkeypatch.setattr(remote_workers, "tool", lambda: [*fingerprint.tool()[:-1], "reportlab-0.1.dist-info"])
    else:
        asked = remote_workers.PracticeRequest(asked.practice, "another seal", asked.wanted)
    told = remote_workers.make_away(order, own, asked).told
    assert told and "would make other pages" in told.problems[0].sentence
    assert ("reportlab-0.1" in told.problems[0].sentence) == (other == "tool")


def test_a_parcel_is_unpacked_whole_and_once() -> None:
    parcel = Parcel({"a/b.txt": b"1", "c.txt": b"2"})
    folder = parcel.unpacked()
    assert {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*.txt")} == parcel.files
    assert Parcel(dict(reversed([*parcel.files.items()]))).unpacked() == folder
    assert Parcel({"a/b.txt": b"1", "c.txt": b"3"}).unpacked() != folder


@pytest.mark.whole
def test_what_is_seen_in_a_store_is_noted_there(run: Run, folder: Path, store: str) -> None:
    table = practices(folder, NAMES[:1])
    run("build", "waves", "--practices", table, "-f", "pdf", "-l", "en", "-j", 1, "-o", f"{store}/seen")
    noted = json.loads((fetched(f"{store}/seen", folder / "there") / "clinic-0" / SEEN).read_bytes())
    assert list(noted) == ["en/waves.pdf"] and noted["en/waves.pdf"].count('"') == 2
