"""The doctor looks at all that a build needs, and says what is missing and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.checks import doctor
from worksheet_builder.fonts import families
from worksheet_builder.project.dependencies import required

from ..absent import ABSENT
from ..conftest import Run

TAG = ABSENT[0]
pytestmark = pytest.mark.usefixtures("small_library")


def findings(result: Any) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in json.loads(result.stdout):
        found.setdefault(row["about"], []).append(row)
    return found


@pytest.fixture
def sound(run: Run, folder: Path) -> Path:
    """A project in which nothing is wrong, in a library of its own."""
    run("init", "--name", "Open Door", "--country", "GB")
    run("new", "mine")
    return folder


def test_each_thing_is_looked_at(run: Run, sound: Any) -> None:
    found = findings(run("doctor", "--json", code=None))
    assert list(found) == ["python", "packages", "scripts", "output", "practice", "worksheets", "translations"]
    for about in ("python", "packages", "output", "practice", "worksheets"):
        assert found[about][-1]["level"] == "ok", found[about]


def test_what_is_well_and_what_is_not_are_told_apart(run: Run, sound: Any) -> None:
    result = run("doctor", code=None)
    assert "ok  python: Python 3." in result.stdout and "ok  packages:" in result.stdout
    assert result.exit_code == (0 if "Nothing keeps handouts" in result.stderr else 1)


def test_a_missing_package_is_named(run: Run, sound: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "required", lambda: (*required(), "some-package"))
    row = findings(run("doctor", "--json", code=1))["packages"][0]
    assert row["level"] == "fault" and row["hint"] == "Run: pip install some-package"


def test_scripts_without_letters_are_named_with_what_to_install(
    run: Run, sound: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = families._folder.__wrapped__
    monkeypatch.setattr(families, "_folder", lambda package: None if package.endswith("cjk") else there(package))
    can, cannot = findings(run("doctor", "--json", code=None))["scripts"]
    assert "Latn" in can["sentence"] and "Jpan" not in can["sentence"]
    assert cannot["level"] != "ok" and "Jpan" in cannot["sentence"]
    assert cannot["hint"] == "Run: pip install 'worksheet-builder[cjk]'"
    (sound / "locales/ja").mkdir(parents=True)
    assert findings(run("doctor", "--json", code=1))["scripts"][1]["level"] == "fault"


def test_a_practice_with_a_fault(run: Run, sound: Any) -> None:
    (sound / "practice.yaml").write_text("name: X\naccent: pink\n", "utf-8")
    row = findings(run("doctor", "--json", code=1))["practice"][0]
    assert row["level"] == "fault" and row["line"] == 2 and "pink" in row["sentence"]


def test_no_practice_is_no_fault(run: Run, folder: Path) -> None:
    assert findings(run("doctor", "--json", code=None))["practice"][0]["level"] == "advice"


def test_a_folder_that_cannot_be_written(run: Run, sound: Any) -> None:
    (sound / "taken").write_text("mine")
    row = findings(run("doctor", "-o", "taken", "--json", code=1))["output"][0]
    assert row["level"] == "fault" and (sound / "taken").read_text() == "mine"


def test_looking_leaves_nothing_behind(run: Run, sound: Any) -> None:
    before = sorted(sound.rglob("*"))
    run("doctor", code=None)
    assert sorted(sound.rglob("*")) == before


def test_a_broken_worksheet_is_told_and_the_rest_is_looked_at(run: Run, sound: Any) -> None:
    path = sound / "worksheets/own/mine.yaml"
    path.write_text(path.read_text("utf-8") + "bogus: 1\n", "utf-8")
    rows = findings(run("doctor", "--json", code=1))["worksheets"]
    assert rows[0]["level"] == "fault" and "bogus" in rows[0]["sentence"]
    assert rows[-1]["level"] == "ok"


def test_stale_translations_are_counted(run: Run, sound: Any) -> None:
    polib = pytest.importorskip("polib")
    run("translate", "start", TAG)
    for path in (sound / "locales" / TAG).glob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = entry.msgstr or entry.msgid
        catalogue.save(str(path))
    path = sound / "worksheets/own/mine.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Mine", "title: Mine again"), "utf-8")
    rows = findings(run("doctor", "--json", code=None))["translations"]
    told = next(row for row in rows if row["sentence"].startswith(f"{TAG}:"))
    assert told["level"] == "advice" and f"translate update {TAG}" in told["hint"] and "mine" in told["hint"]


def test_a_folder_that_is_no_language(run: Run, sound: Any) -> None:
    (sound / "locales/xx-nowhere-at-all-1").mkdir(parents=True)
    sentences = [row["sentence"] for row in findings(run("doctor", "--json", code=1))["translations"]]
    assert "‘xx-nowhere-at-all-1’ is not a language." in sentences
