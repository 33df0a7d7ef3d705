"""A desk on a project of its own, without a socket: asked as a browser asks it, and as others would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from worksheet_builder.desk.application import application
from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.project import library as library_module

from ..conftest import part_of_the_library
from .projects import KEY, PORT, begun, opened

HOME = f"http://127.0.0.1:{PORT}"

Ask = Callable[..., httpx.Response]
MORE = ("what-was-lost", "where-i-carry-it", "words-for-hard-moments")


@pytest.fixture(scope="session")
def sheets_of_a_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a few sheets: an open desk reads all of it, in every language, while nobody waits."""
    return part_of_the_library(tmp_path_factory.mktemp("of-a-desk"), *MORE)


@pytest.fixture(scope="module", autouse=True)
def small_library_of_a_desk(sheets_of_a_desk: Path) -> Iterator[None]:
    """The few sheets in the place of the library that is built in, for desks of this process and for others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library_module, "built_in_folder", lambda: sheets_of_a_desk)
        yield


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
    warm_place.cover.clear()
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
