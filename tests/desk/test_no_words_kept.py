"""A client's words are on the pages that are shown and taken, and nowhere else; a sheet's words are never markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.reading.tailoring_loader import parse_client_changes

WORDS = "zanzibarquince"
CHANGES = f"begin:\n  hard-day: {WORDS} and the window\n"
MARKUP = "<img src=x onerror=alert(1)>"
SHEET = f"""title: "{MARKUP}"
summary: "</p><script>alert(1)</script>"
collection: own
intensity: practical
minutes: 5
blocks:
  - prose: one
    text: "{{{{ state.key }}}} {MARKUP}"
"""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder of this process for what is not the project's: temporary files, caches, home."""
    for name in ("TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_the_words_of_a_client_are_written_nowhere(
    desk: TestClient, state: DeskState, project: Path, elsewhere: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    state.changes["waves"] = parse_client_changes(CHANGES, "the desk")
    plain = desk.get("/sheet/what-was-lost/take/html").text
    told = desk.get("/sheet/waves").text + desk.get("/choose?q=zanzibarquince").text.replace(WORDS, "", 1)
    taken = desk.get("/sheet/waves/take/html")
    desk.get("/sheet/waves/page/1")
    desk.get("/sheet/waves/take/pdf")
    assert WORDS in taken.text and WORDS not in plain and "one-client" in taken.headers["content-disposition"]
    assert WORDS not in told
    assert not [
        it
        for home in (project, elsewhere)
        for it in home.rglob("*")
        if it.is_file() and WORDS in it.read_text("utf-8", "replace")
    ]
    assert WORDS not in "".join(capfd.readouterr())
    state.changes.clear()
    assert WORDS not in desk.get("/sheet/waves/take/html").text


def test_the_words_of_a_sheet_are_only_words(desk: TestClient, state: DeskState, project: Path) -> None:
    path = project / "worksheets" / "own" / "strange.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SHEET, "utf-8")
    state.renew()
    try:
        for address in ("/choose", "/choose?q=onerror", "/sheet/strange", "/sheet/strange?part=yes"):
            page = desk.get(address).text
            assert "<img src=x" not in page and "<script>alert" not in page and state.key not in page
        assert "&lt;img src=x onerror" in desk.get("/choose").text
        asked = desk.get("/choose", params={"q": f'"{MARKUP}'}).text
        assert "<img src=x" not in asked
    finally:
        path.unlink()
        state.renew()
