"""A browser for the stories: Debian's Chromium as a phone, and a server of this computer for pages that a site has."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}

PATIENCE = 120_000
"""Milliseconds until what is waited for counts as never coming: a busy machine is no fault of a page."""

Open = Callable[..., Page]


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone on which anything that a page asks of the network, and any error of its script, fails the test."""
    context = chromium.new_context(**PHONE, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def open_page(phone: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from a file, as a phone does that was sent one."""
    troubles: list[str] = []

    def call(data: bytes, context: BrowserContext | None = None, name: str = "page.html") -> Page:
        path = tmp_path / name
        path.write_bytes(data)
        page = (context or phone).new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: troubles.append(asked.url) if _is_outside(asked.url, path) else None)
        page.goto(path.as_uri())
        return page

    yield call
    assert troubles == []


def _is_outside(address: str, path: Path) -> bool:
    return not address.startswith((path.as_uri(), "data:", "blob:"))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address under which this computer serves it."""
    folder = tmp_path / "site"
    folder.mkdir()
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass
