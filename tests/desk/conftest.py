"""A desk on a project of its own, without a socket: asked as a browser asks it, and as others would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from worksheet_builder.desk.application import application
from worksheet_builder.desk.desk_state import DeskState

from .projects import KEY, PORT, begun, opened

HOME = f"http://127.0.0.1:{PORT}"

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project of a practice in the United Kingdom."""
    return begun(tmp_path_factory.mktemp("desk") / "our-practice", "The practice")


@pytest.fixture(scope="module")
def warm_place(project: Path) -> Iterator[DeskState]:
    """The state of a desk for a whole file of tests, since what it keeps warm is slow to read."""
    yield from opened(project)


@pytest.fixture
def state(warm_place: DeskState) -> DeskState:
    """The same, with nothing gathered, changed or chosen yet."""
    warm_place.gathered.clear()
    warm_place.changes.clear()
    warm_place.drafts.clear()
    warm_place.language, warm_place.stopping = "", False
    return warm_place


@pytest.fixture
def stranger(state: DeskState) -> TestClient:
    """Somebody without the key."""
    return TestClient(application(state), HOME, follow_redirects=False, raise_server_exceptions=True)


@pytest.fixture
def desk(stranger: TestClient) -> TestClient:
    """The browser that was let in."""
    answer = stranger.get(f"/?key={KEY}")
    assert answer.status_code == 303
    stranger.headers["origin"] = HOME
    return stranger
