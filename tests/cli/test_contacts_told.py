"""What a practice is told of the contacts of its country: by each command that prints or checks, every time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Run

SINCE = {"2026-11-29": "1795910400", "2027-11-29": "1827446400"}
WITHHELD = "Crisis contacts, Argentina: withheld: Línea de salud mental 0800 999 0091 (source of 2025-09-03)."
pytestmark = pytest.mark.usefixtures("small_library")
ACT = "Ring once what you rely on, and name what answers under ‘crisis’ or ‘emergency’ in practice.yaml."
COMMANDS = [
    ("build", "waves", "-f", "docx"),
    ("build", "waves", "-f", "docx", "-l", "es"),
    ("build", "waves", "-f", "docx", "--edition", "therapist"),
    ("pack", "first-sessions", "-f", "docx"),
    ("practice", "check"),
    ("doctor",),
]


@pytest.fixture
def country(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Writes a practice in a country, on a day."""

    def write(code: str, day: str = "2026-11-29", more: str = "") -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", SINCE[day])
        (folder / "practice.yaml").write_text(f"name: X\nphone: '1'\ncountry: {code}\n{more}", "utf-8")

    return write


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_withheld_is_told_in_one_line_every_time(run: Run, country: Any, command: tuple[str, ...]) -> None:
    country("AR")
    for _ in range(2):
        said = [line for line in run(*command, code=None).stderr.splitlines() if "Crisis contacts" in line]
        assert len(said) == 1, "one line for the country"
        assert said[0].startswith(WITHHELD[:-1]) and said[0].endswith(ACT)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("code", "told"), [("CN", ""), ("ER", "line is known; no emergency number is printed")])
def test_a_country_without_a_line_is_told_from_one_that_lacks_nothing(
    run: Run, country: Any, command: tuple[str, ...], code: str, told: str
) -> None:
    country(code)
    said = run(*command, code=None).stderr
    assert told in said
    assert ("no crisis line" in said) == bool(told)
    assert "withheld" not in said and "to be checked" not in said


def test_own_numbers_do_not_silence_what_is_known_of_the_country(run: Run, country: Any) -> None:
    country("ZA", more="emergency: '10177'\ncrisis:\n- {name: Ours, number: '1'}\n")
    said = run("practice", "check").stderr
    assert "South Africa: no crisis line is known. " in said and "No contact of your own" not in said


def test_languages_that_nobody_answers_in_are_told(run: Run, country: Any) -> None:
    country("GB")
    said = run("build", "waves", "-f", "docx", "-l", "en", "--bilingual", "fa").stderr
    assert "nobody known to answer in Persian" in said
    assert "nobody known" not in run("build", "waves", "-f", "docx").stderr


def test_without_a_practice_it_is_said_that_no_country_is_known(run: Run, folder: Path) -> None:
    assert "the pages name no number" in run("build", "waves", "-f", "docx").stderr


@pytest.mark.parametrize("command", [("build", "waves"), ("pack", "first-sessions")], ids=" ".join)
def test_as_json_each_handout_carries_the_notices(run: Run, country: Any, command: tuple[str, ...]) -> None:
    country("AR")
    for _ in range(2):
        (handout,) = json.loads(run(*command, "-f", "docx", "--json").stdout)
        (notice,) = handout["notices"]
        assert notice.startswith(WITHHELD[:-1]) and notice.endswith(ACT)
    country("CN")
    (handout,) = json.loads(run(*command, "-f", "docx", "-l", "zh-Hans", "--json", code=None).stdout)
    assert handout["notices"] == []


def test_a_handout_is_made_anew_when_a_contact_has_expired(run: Run, folder: Path, country: Any) -> None:
    """The fingerprint of a handout holds what is printed of the country, which depends on the day."""

    def status() -> str:
        (handout,) = json.loads(run("build", "waves", "-f", "docx", "--json").stdout)
        return str(handout["status"])

    country("GB")
    assert status() == "made"
    first = (folder / "handouts/en/waves.docx").read_bytes()
    assert status() == "unchanged"
    country("GB", "2027-11-29")
    assert status() == "made", "Shout has expired"
    assert (folder / "handouts/en/waves.docx").read_bytes() != first
    country("CN")
    assert status() == "made"
    country("CN", "2027-11-29")
    assert status() == "unchanged", "12356 is permanent: the page says the same"


@pytest.mark.parametrize("number", ["112", "10177"])
def test_an_emergency_number_of_the_practice_has_to_be_dialled(run: Run, country: Any, number: str) -> None:
    country("ZA", more=f"emergency: '{number}'\n")
    run("practice", "check")
    country("ZA", more="emergency: the police\n")
    assert "‘the police’ is not a telephone number." in run("practice", "check", code=1).stderr
