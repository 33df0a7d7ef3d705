"""What a build for a whole service costs beside its single handouts. Run: ``python -m benchmarks.service_speed``.

    python -m benchmarks.service_speed [PRACTICES [SHEETS [LANGUAGES]]]

PDFs of SHEETS worksheets in LANGUAGES languages for PRACTICES practices: by two processes against the sum of what
single handouts cost in a warm process; stopped twice and continued; and the same bytes by one process, by two, and by
two workers of Dask of which one is killed in the middle. Processor time is that of all processes of a run, in user and
system; on a machine that others use as well, it says more than the clock.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.manifest import SEEN
from worksheet_builder.build.order import Order
from worksheet_builder.foundation.clock import today
from worksheet_builder.project.library import Library
from worksheet_builder.reading.practices_reader import read_practices

LANGUAGES = "en es ar uk zh-Hans hi cs fa".split()
COUNTRIES = "GB US NZ DE ES FR IE CA".split()
SAMPLE = 4
"""Practices whose handouts are made singly, to know what a warm handout costs."""


class Cost(NamedTuple):
    """Seconds that something took, by the clock and of all processors."""

    clock: float
    processor: float

    @classmethod
    def now(cls) -> Cost:
        """What has been taken until now, by this process and by those it began that have ended."""
        times = os.times()
        return cls(time.perf_counter(), sum(times[:4]))

    def until_now(self) -> Cost:
        """What has been taken since."""
        now = self.now()
        return Cost(now.clock - self.clock, now.processor - self.processor)

    def __str__(self) -> str:
        return f"{self.processor:.1f} s of processor time, {self.clock:.1f} s by the clock; load {_load()}"


def main(practices: int = 200, sheets: int = 10, languages: int = 3) -> None:
    """One line for each thing that is measured."""
    library = Library.open()
    tags = LANGUAGES[:languages]
    names = [it for it in library.worksheets if all(tag in library.languages_of(it) for tag in tags)][:sheets]
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside)
        table, one = folder / "practices.csv", folder / "one.csv"
        table.write_text(_rows(practices), "utf-8")
        one.write_text(_rows(1), "utf-8")
        orders = [word for tag in tags for word in ("-l", tag)]
        words = [*names, "--practices", str(table), "-f", "pdf", "--draft", *orders]
        few = [names[0], "--practices", str(one), "-f", "pdf", "--draft", "-l", tags[0]]
        count = practices * len(names) * len(tags)
        _say(f"{practices} practices × {len(names)} sheets × {len(tags)} languages = {count} PDFs; load {_load()}")
        before, whole = _single(library, names, tags, table), _built(folder, "two", *words, "-j", "2")
        after = _single(library, names, tags, table)
        single = (before.processor + after.processor) / 2
        _say(f"a single warm handout, before and after: {before.processor * 1000:.1f}, {after.processor * 1000:.1f} ms")
        _say(f"two processes: {whole}")
        ratio = whole.processor / (single * count)
        _say(f"  {whole.processor / count * 1000:.1f} ms each, {ratio:.2f} × a single one")
        nothing, start = _built(folder, "two", *words, "-j", "2"), _twice(folder, "few", *few)
        _say(f"again with nothing changed: {nothing}")
        beyond = (nothing.processor - start.processor) / count * 10_000
        _say(f"  of which starting, with one handout: {start}; beyond it {beyond:.2f} s for 10,000 files")
        _say(f"stopped twice and continued: {_stopped(folder, count, *words, '-j', '2')}")
        _say(f"one process: {_built(folder, 'one', *words, '-j', '1')}")
        _say(f"two workers of Dask, one killed: {_clustered(folder, *words)}")
        seals = {name: _seal(folder / name) for name in ("two", "stopped", "one", "cluster")}
        _say(f"the same bytes: {'yes' if len(set(seals.values())) == 1 else json.dumps(seals, indent=1)}")


def _say(line: str) -> None:
    print(line, flush=True)


def _rows(practices: int) -> str:
    rows = ["id,name,address,phone,country,accent"]
    for at in range(practices):
        accent = f"#{(at * 7919 * 31) % 0xFFFFFF:06x}"
        rows.append(f'clinic-{at},Clinic {at},"{at} High Street",020 7946 0{at % 1000:03},{COUNTRIES[at % 8]},{accent}')
    return "\n".join(rows) + "\n"


def _single(library: Library, names: list[str], tags: list[str], table: Path) -> Cost:
    """What one handout takes alone, composed and written to the disk, once all it needs is loaded."""
    named = read_practices(table).practices
    taken: list[Cost] = []
    with tempfile.TemporaryDirectory() as there:
        for at, one in enumerate(named[:SAMPLE]):
            order = Order(practice=one.file, formats=("pdf",), draft=True, today=today(), output=Path(there))
            for name in names:
                for tag in tags:
                    began = Cost.now()
                    composer = Composer(library, replace(order, languages=(tag,)), one.practice)
                    document = composer.document(library.worksheets[name], tag)
                    with Path(there, f"{name}-{tag}.pdf").open("wb") as file:
                        file.write(FORMATS["pdf"].write(document, composer.brand))
                        file.flush()
                        os.fsync(file.fileno())
                    if at:  # the first loads what the others find
                        taken.append(began.until_now())
    return Cost(*(sum(part) / len(taken) for part in zip(*taken, strict=True)))


def _command(folder: Path, output: str, *words: str) -> list[str]:
    return [sys.executable, "-m", "worksheet_builder", "build", *words, "-o", str(folder / output)]


def _built(folder: Path, output: str, *words: str) -> Cost:
    """What a whole run of the program takes."""
    began = Cost.now()
    subprocess.run(_command(folder, output, *words), check=True, capture_output=True)
    return began.until_now()


def _twice(folder: Path, output: str, *words: str) -> Cost:
    """What the second of two runs takes."""
    _built(folder, output, *words)
    return _built(folder, output, *words)


def _stopped(folder: Path, count: int, *words: str) -> Cost:
    """What three runs take together: one ended by Ctrl-C at a third, one killed at two thirds, and one to the end."""
    began = Cost.now()
    for part, ends in ((1 / 3, signal.SIGINT), (2 / 3, signal.SIGKILL)):
        process = subprocess.Popen(
            _command(folder, "stopped", *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while len([*_files(folder / "stopped")]) < count * part and process.poll() is None:
            time.sleep(0.2)
        process.send_signal(ends)
        process.wait()
    _built(folder, "stopped", *words)
    return began.until_now()


def _clustered(folder: Path, *words: str) -> Cost:
    """What two workers of Dask on this computer take, one of them killed once the first handouts are there."""
    began = Cost.now()
    from distributed import LocalCluster

    given = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
    with LocalCluster(**given) as cluster:  # type: ignore[no-untyped-call]

        def kill() -> None:
            while not any(_files(folder / "cluster")):
                time.sleep(0.05)
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()
        _built(folder, "cluster", *words, "--on", cluster.scheduler_address)
    return began.until_now()


def _files(folder: Path) -> Iterator[Path]:
    return folder.rglob("*.pdf")


def _seal(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(it for it in folder.rglob("*") if it.is_file() and it.name != SEEN):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        found.update(f"{path.relative_to(folder).as_posix()} {digest}\n".encode())
    return found.hexdigest()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
