"""Today's pack as a file of the project: the same that is written by hand, built by the command line, opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from worksheet_builder.desk.desk_state import DeskState

from ..conftest import Run
from .projects import begun, opened

BY_HAND = """title: For Mondays
summary: "Two pages: no hurry."
worksheets:
  - sheet: what-was-lost
  - sheet: waves
"""
FORM = {"title": "For Mondays", "summary": "Two pages: no hurry."}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return begun(tmp_path / "ours", "The practice")


@pytest.fixture
def warm_place(project: Path) -> Iterator[DeskState]:
    yield from opened(project)


def test_it_is_kept_as_one_written_by_hand_and_built(
    desk: TestClient, state: DeskState, project: Path, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.gathered[:] = ["what-was-lost", "waves"]
    answer = desk.post("/pack/keep", data=FORM)
    assert answer.headers["location"] == "/pack?kept=for-mondays.yaml"
    assert (project / "packs" / "for-mondays.yaml").read_text("utf-8") == BY_HAND
    monkeypatch.chdir(project)
    assert run("pack", "for-mondays", "-f", "html").stdout.endswith("pack-for-mondays.html\n")


def test_it_is_opened_again(desk: TestClient, state: DeskState) -> None:
    state.gathered[:] = ["what-was-lost", "waves"]
    desk.post("/pack/keep", data=FORM)
    desk.post("/pack/empty")
    assert "For Mondays" in desk.get("/pack").text
    assert desk.post("/pack/open", data={"pack": "for-mondays"}).headers["location"] == "/pack"
    assert state.gathered == ["what-was-lost", "waves"]


def test_what_is_typed_on_its_cover_stays_while_sheets_are_moved(desk: TestClient, state: DeskState) -> None:
    state.gathered[:] = ["what-was-lost", "waves", "where-i-carry-it"]
    for path, sheet in (("/pack/order?way=up", "waves"), ("/pack/gather", "where-i-carry-it")):
        assert desk.post(path, data={**FORM, "sheet": sheet, "back": "pack"}).headers["location"].startswith("/pack")
        page = desk.get("/pack").text
        assert 'value="For Mondays"' in page and "Two pages: no hurry." in page and 'data-guard="typed"' in page
    assert state.gathered == ["waves", "what-was-lost"]
    desk.post("/pack/keep", data=FORM)
    assert "For Mondays" not in desk.get("/pack").text.split("<textarea")[0] and state.cover == {}


@pytest.mark.parametrize("pack", ["", "../practice", "first-sessions", "none"])
def test_only_a_pack_of_the_project_is_opened(desk: TestClient, state: DeskState, pack: str) -> None:
    assert desk.post("/pack/open", data={"pack": pack}).status_code == 404
    assert state.gathered == []


TITLES = {
    "For Mondays": "for-mondays",
    "Für jeden Tag": "fur-jeden-tag",
    "يوم صعب": "our-pack",
    "../../x": "x",
    "con": "our-pack",
}


@pytest.mark.parametrize("title", TITLES)
def test_its_name_comes_from_its_title_and_replaces_nothing(
    desk: TestClient, state: DeskState, project: Path, title: str
) -> None:
    state.gathered[:] = ["waves"]
    for _ in range(2):
        assert desk.post("/pack/keep", data={"title": title, "summary": "x"}).status_code == 303
    name = TITLES[title]
    assert sorted(it.name for it in (project / "packs").glob("*.yaml")) == sorted([f"{name}.yaml", f"{name}-2.yaml"])
    assert not list(project.parent.glob("*.yaml"))


@pytest.mark.parametrize("form", [{"title": "", "summary": "x"}, {"title": "a {b} c", "summary": "x"}])
def test_what_is_no_pack_is_told_and_not_written(
    desk: TestClient, state: DeskState, project: Path, form: dict[str, str]
) -> None:
    state.gathered[:] = ["waves"]
    assert desk.post("/pack/keep", data=form).status_code == 422
    assert not list((project / "packs").glob("*.yaml"))


def test_nothing_gathered_is_not_kept(desk: TestClient, project: Path) -> None:
    assert desk.post("/pack/keep", data=FORM).status_code == 404
    assert not list((project / "packs").glob("*.yaml"))
