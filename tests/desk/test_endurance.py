"""Many at once, two at once, and a desk that is killed at any moment: what is told was done, and nothing is broken."""

from __future__ import annotations

import asyncio
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from worksheet_builder.reading.loader import read_practice

from .browser import running
from .projects import begun


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return begun(tmp_path / "ours")


@contextmanager
def let_in(address: str) -> Iterator[httpx.Client]:
    home = address.partition("/?")[0]
    with httpx.Client(base_url=home, headers={"origin": home}, timeout=60) as client:
        client.get(address)
        yield client


async def _all_at_once(client: httpx.Client, count: int) -> list[int]:
    limits = httpx.Limits(max_connections=200)
    async with httpx.AsyncClient(
        base_url=client.base_url, cookies=client.cookies, headers=client.headers, timeout=120, limits=limits
    ) as many:
        paths = [
            "/changes",
            "/sheet/waves/page/1",
            "/choose?part=yes&q=fear",
            "/sheet/waves/take/pdf",
            "/static/desk.css",
        ]
        answers = await asyncio.gather(
            *(many.get(paths[at % len(paths)]) for at in range(count)), return_exceptions=True
        )
    return [it.status_code if isinstance(it, httpx.Response) else -1 for it in answers]


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.whole)])
def test_many_requests_at_once_are_all_answered(ours: Path, count: int) -> None:
    with running(ours) as (address, _), let_in(address) as client:
        with ThreadPoolExecutor(1) as apart:  # where no loop of a browser runs
            found = apart.submit(asyncio.run, _all_at_once(client, count)).result()
        assert set(found) <= {200, 503} and found.count(200) > count / 2
        assert client.get("/changes").status_code == 200


def test_a_second_start_opens_the_first_desk(ours: Path) -> None:
    with running(ours) as (first, _), running(ours) as (second, process):
        assert second == first
        assert process.wait(timeout=20) == 0
        with let_in(first) as client:
            assert client.post("/stop").status_code == 200


def test_two_desks_of_one_project_lose_nothing(ours: Path, tmp_path: Path) -> None:
    """As on two computers with one shared folder, which cannot know of each other."""
    with running(ours) as (first, _), let_in(first) as one:
        (tmp_path / "elsewhere").mkdir()
        link = tmp_path / "elsewhere" / "ours"
        link.symlink_to(ours)
        for note in tmp_path.rglob("desk-*.json"):
            note.unlink()
        with running(link) as (second, _), let_in(second) as other:
            assert second.partition("/?")[0] != first.partition("/?")[0]
            forms = [dict(_form(it), phone=f"020 7946 000{at}") for at, it in enumerate((one, other))]
            assert one.post("/practice/save", data=forms[0]).status_code == 303
            assert other.post("/practice/save", data=forms[1]).status_code == 409
    assert {read_practice(ours / name).phone[-1] for name in ("practice.yaml", "practice-mine.yaml")} == {"0", "1"}


def _form(client: httpx.Client) -> dict[str, str]:
    digest = client.get("/practice").text.partition('name="digest" value="')[2].partition('"')[0]
    return {"digest": digest, "name": "Open Door", "country": "GB"}


@pytest.mark.parametrize("moments", [3, pytest.param(50, marks=pytest.mark.whole)])
def test_a_desk_that_is_killed_leaves_every_file_whole(ours: Path, moments: int) -> None:
    """Each file is as it was or as it was to be, and the next desk opens and clears up."""
    chance = random.Random(17)
    path = ours / "practice.yaml"
    for number in range(moments):
        before = path.read_bytes()
        with running(ours) as (address, process), let_in(address) as client:
            form = {**_form(client), "phone": f"020 7946 {number:04}"}
            cookie = next(iter(client.cookies.items()))
            said = [address, str(httpx.QueryParams(form)), *cookie]
            sent = subprocess.Popen(
                [sys.executable, "-c", _POST, *said],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                process.wait(timeout=chance.uniform(0.15, 0.5))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            process.wait()
            sent.wait()
        assert path.read_bytes() == before or read_practice(path).phone == form["phone"]
        assert read_practice(path).name


_POST = """
import sys, urllib.request
home = sys.argv[1].partition("/?")[0]
headers = {"origin": home, "cookie": f"{sys.argv[3]}={sys.argv[4]}"}
urllib.request.urlopen(urllib.request.Request(home + "/practice/save", sys.argv[2].encode(), headers))
"""
