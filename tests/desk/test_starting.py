"""A desk begins a project, opens one, is found again, is stopped; and says where it should not stand."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from worksheet_builder.build.new_project import starters
from worksheet_builder.desk import running_desks
from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.desk.interface_words import spoken_language
from worksheet_builder.desk.shared_computer import _signs

from .conftest import HOME
from .projects import begun


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "new"


@pytest.fixture
def warm_place(project: Path) -> DeskState:
    project.mkdir()
    return DeskState(project, "a-key-that-only-the-test-knows", 8123)


def test_two_answers_make_a_project(desk: TestClient, project: Path) -> None:
    assert "The name of your practice" in desk.get("/").text
    assert desk.post("/make", data={"name": "Open: Door", "country": "IE"}).headers["location"] == "/practice?new=yes"
    assert "Open: Door" in desk.get("/practice").text
    assert {it.name for it in project.iterdir()} >= {"practice.yaml", "worksheets", "locales"}
    assert desk.get("/").headers["location"] == "/choose"


@pytest.mark.parametrize("name", ["../../up", "C:\\Windows\\x", "con", "دار", "a" * 300])
def test_a_name_is_no_path(desk: TestClient, project: Path, name: str) -> None:
    (project / "something").write_text("of somebody")
    desk.post("/make", data={"name": name, "country": "GB"})
    made = [it for it in project.iterdir() if (it / "practice.yaml").is_file()]
    assert len(made) == 1 and made[0].parent == project
    assert {it.name for it in project.parent.iterdir()} == {project.name}


@pytest.mark.parametrize("name", ["", "   ", "\u3000"])
def test_a_practice_has_a_name(desk: TestClient, project: Path, name: str) -> None:
    answer = desk.post("/make", data={"name": name, "country": "GB"}, headers={"referer": f"{HOME}/"})
    assert answer.status_code == 422 and "The practice has no name." in answer.text
    assert 'class="button" href="/"' in answer.text
    assert not list(project.iterdir())


def test_a_country_that_there_is_not_is_told(desk: TestClient, project: Path) -> None:
    assert desk.post("/make", data={"name": "x", "country": "../"}).status_code == 422
    assert not list(project.iterdir())


def test_a_project_inside_is_opened_by_its_number(desk: TestClient, project: Path, state: DeskState) -> None:
    for name in ("one", "two"):
        begun(project / name, name)
    assert desk.post("/open", data={"project": "../.."}).status_code == 303 and state.folder == project
    assert desk.post("/open", data={"project": "7"}).status_code == 303 and state.folder == project
    desk.post("/open", data={"project": "1"})
    assert state.folder == (project / "two").resolve()


def test_it_is_stopped_from_the_page(desk: TestClient, state: DeskState) -> None:
    assert "The desk is closed" in desk.post("/stop").text
    assert state.stopping


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/x?y", "javascript:alert(1)", "/\\evil"])
def test_a_language_leads_back_to_the_desk_alone(desk: TestClient, state: DeskState, back: str) -> None:
    assert desk.post("/speak", data={"language": "es", "back": back}).headers["location"] == "/"
    assert state.language == "es"


CHOSEN = [
    ("", (), "", "en"),
    ("ar", (), "es", "ar"),
    ("", ("ar",), "es-MX,es;q=0.9,en;q=0.8", "es"),
    ("", (), "fr,uk;q=0.5", "uk"),
    ("", ("ar",), "fr", "ar"),
    ("", (), "zh-CN", "zh-Hans"),
    ("../x", (), ";;,q=", "en"),
]


@pytest.mark.parametrize(("asked", "practice", "accepted", "wanted"), CHOSEN)
def test_the_language_of_the_desk(asked: str, practice: tuple[str, ...], accepted: str, wanted: str) -> None:
    known = ("ar", "cs", "en", "es", "uk", "zh-Hans")
    assert spoken_language(asked, known, practice, accepted) == wanted


def test_a_desk_that_is_open_is_found_and_a_false_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running_desks, "_folder_of_notes", lambda: tmp_path / "notes")
    monkeypatch.setattr(running_desks, "_answers", lambda port, key: key == "right")
    for key, address in (("right", "http://127.0.0.1:8123/?key=right"), ("wrong", None)):
        running_desks.note_running(tmp_path, 8123, key)
        assert running_desks.address_of_running(tmp_path) == address
    running_desks.forget_running(tmp_path, 9999)
    assert list((tmp_path / "notes").iterdir())
    running_desks.forget_running(tmp_path, 8123)
    assert not list((tmp_path / "notes").iterdir())
    (note,) = [running_desks._note_of(tmp_path)]
    note.write_text("{broken")
    assert running_desks.address_of_running(tmp_path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_nobody_else_can_read_the_key_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither while the note is written nor after, also in a folder that stood open before."""
    monkeypatch.setattr(running_desks, "_folder_of_notes", lambda: tmp_path / "notes")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes").chmod(0o755)
    written: list[tuple[int, int]] = []

    def look(file: int) -> None:
        written.append((os.fstat(file).st_mode & 0o777, (tmp_path / "notes").stat().st_mode & 0o777))

    monkeypatch.setattr(os, "fsync", look)
    before = os.umask(0)
    try:
        running_desks.note_running(tmp_path, 8123, "secret")
    finally:
        os.umask(before)
    assert written == [(0o600, 0o700)]
    assert running_desks._note_of(tmp_path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("environment", "people", "count"),
    [({}, 1, 0), ({"SSH_TTY": "/dev/pts/0"}, 1, 1), ({}, 3, 1), ({"SSH_TTY": "x"}, 2, 2)],
)
def test_a_shared_computer_is_told(environment: dict[str, str], people: int, count: int) -> None:
    assert len([*_signs(environment, people)]) == count


HARD = 'it\'s 100% $HOME `x` "q"'


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_a_starter_calls_this_very_tool(tmp_path: Path, system: str) -> None:
    made = starters(tmp_path / HARD, system, f"/opt/{HARD}/python")
    assert all(path.name.startswith("Open the desk.") for path in made)
    if system == "win32":
        (text,) = made.values()
        assert "100%% $HOME" in text and '"%~dp0."' in text and text.endswith("\r\n")


def test_the_starter_of_this_system_runs(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("it would open a window")
    folder = tmp_path / HARD
    folder.mkdir()
    python = folder / "python"
    python.write_text('#!/bin/sh\nprintf "%s|" "$PWD" "$@" >> "$(dirname "$0")/said"\n')
    python.chmod(0o755)
    made = starters(folder, "darwin", str(python))
    ((path, text),) = made.items()
    path.write_text(text)
    subprocess.run(["sh", str(path)], check=True, cwd="/")
    assert (folder / "said").read_text() == f"{folder}|-m|worksheet_builder|desk|.|"
    entry = configparser.RawConfigParser()
    entry.read_string(
        next(text for path, text in starters(folder, "linux", str(python)).items() if path.suffix == ".desktop")
    )
    assert entry["Desktop Entry"]["Type"] == "Application"
