"""How fast the desk answers, beside a bare Starlette page in the same run. Run: ``python -m benchmarks.desk_speed``.

Each request goes over a socket of this computer to a desk in a process of its own. The kinds of request take turns, so
that a busy moment of the machine falls on all of them alike.
"""

from __future__ import annotations

import itertools
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from worksheet_builder.build.new_project import begin_project

ROUNDS = 40
BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
page = "<!doctype html><title>x</title>" + "<p>Words of a page.</p>" * 400
async def show(request): return HTMLResponse(page)
class Told(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(f"http://127.0.0.1:{self.servers[0].sockets[0].getsockname()[1]}", flush=True)
Told(uvicorn.Config(Starlette(routes=[Route("/", show)]), port=0, log_level="critical", access_log=False)).run()
"""
SHEETS = ["waves", "what-was-lost", "where-i-carry-it", "where-harm-occurred", "timeline-of-care", "circle-of-support"]
STYLES = ["standard", "large-print", "low-ink"]
WORDS = ["appointment", "ten minutes", "not believed", "letter", "sleep", "birth"]


def main() -> None:
    """A table of medians in milliseconds, each with its ratio to the bare page."""
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside) / "ours"
        for _ in begin_project(folder, "Our practice", "GB"):
            pass
        began = time.perf_counter()
        command = [sys.executable, "-m", "worksheet_builder", "desk", str(folder), "--no-browser"]
        with _started(command) as desk, _started([sys.executable, "-c", BARE]) as bare:
            address, plain = (it.stdout.readline().strip() for it in (desk, bare) if it.stdout)
            home = httpx.Client(base_url=address.partition("/?")[0], timeout=60)
            home.get(address)
            home.get("/choose")
            print(f"from the command to the first page of worksheets: {time.perf_counter() - began:.2f} s\n")
            _table(home, httpx.Client(base_url=plain, timeout=60), desk.pid)
            for it in (desk, bare):
                it.terminate()


def _table(home: httpx.Client, bare: httpx.Client, pid: int) -> None:
    cold = [_shown(home, sheet, language) for sheet in SHEETS for language in ("en", "es")]
    changes = _changes()
    for style in STYLES:  # every sheet is seen before a change of it is measured
        for sheet in SHEETS:
            _shown(home, sheet, "en", f"&style={style}")
    kinds: dict[str, list[float]] = {"a bare page of Starlette": [], "search": [], "a changed option, first page": []}
    for _ in range(ROUNDS):
        kinds["a bare page of Starlette"].append(_timed(bare, "/"))
        kinds["search"].append(_timed(home, f"/choose?part=yes&q={WORDS[_ % len(WORDS)]}"))
        kinds["a changed option, first page"].append(_shown(home, *next(changes)))
    kinds["a sheet not seen before, first page"] = cold
    base = statistics.median(kinds["a bare page of Starlette"])
    spent = _spent(pid)
    more = [_shown(home, *next(changes)) for _ in range(ROUNDS)]
    print(f"processor time of a changed option: {(_spent(pid) - spent) / len(more) * 1000:.0f} ms, on average\n")
    print("| what | ms, median | ms, nine of ten | ratio to the bare page |\n|---|--:|--:|--:|")
    for name, times in kinds.items():
        most = sorted(times)[round(len(times) * 0.9) - 1]
        print(f"| {name} | {statistics.median(times):.1f} | {most:.1f} | {statistics.median(times) / base:.1f} |")


def _spent(pid: int) -> float:
    """Seconds of processor time that a process has had, where the system tells it (Linux, proc(5))."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _changes() -> Iterator[tuple[str, str, str]]:
    """Options that were not asked for before, so that nothing is in a cache but what a change may find there."""
    editions = ("client", "therapist")
    for paper, fields, edition, style, sheet in itertools.product(
        ("letter", "a4"), ("no", "yes"), editions, STYLES, SHEETS
    ):
        yield sheet, "en", f"&style={style}&paper={paper}&fields={fields}&edition={edition}"


def _shown(home: httpx.Client, sheet: str, language: str, more: str = "") -> float:
    """Milliseconds until the picture of the first page is there: the part of the page, then its picture."""
    began = time.perf_counter()
    part = home.get(f"/sheet/{sheet}?part=yes&language={language}{more}").text
    found = re.search(r'src="([^"]+)"', part)
    assert found, part
    assert home.get(found[1].replace("&amp;", "&")).content.startswith(b"\x89PNG")
    return (time.perf_counter() - began) * 1000


def _timed(client: httpx.Client, path: str) -> float:
    began = time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - began) * 1000


def _started(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


if __name__ == "__main__":
    main()
