"""Search and filters, previews, and files that are those of the command line byte for byte."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import cast
from urllib.parse import parse_qsl

import pytest
from starlette.testclient import TestClient

from worksheet_builder.build.formats import FORMATS, Format
from worksheet_builder.build.order import Order
from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.desk.handout_choice import HandoutChoice

from ..conftest import Run


@pytest.fixture(scope="module")
def small_library_of_a_desk() -> None:
    """The whole library: what is looked for is found among all of it."""


def found(desk: TestClient, query: str) -> list[str]:
    return re.findall(r'<li class="card" id="([a-z0-9-]+)"', desk.get(f"/choose?part=yes&{query}").text)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("q=letter+I+will+not+send", "letter-i-will-not-send"),
        ("q=WAITING  rooms", "steady-in-the-waiting-room"),
        ("q=anger+protect", "what-my-anger-protects"),
    ],
)
def test_what_is_asked_for_is_found_first(desk: TestClient, query: str, first: str) -> None:
    assert found(desk, query)[:1] == [first]


@pytest.mark.parametrize(
    "query", ["q=appointment", "q=appointments", "q=ten+minutes", "q=10", "q=cita", "q=respiración"]
)
def test_words_and_times_are_found(desk: TestClient, state: DeskState, query: str) -> None:
    state.language = "es" if query in ("q=cita", "q=respiración") else "en"
    everything = found(desk, "")
    some = found(desk, query)
    assert 0 < len(some) < len(everything) or query == "q=respiración"


def test_filters_go_together(desk: TestClient, state: DeskState) -> None:
    sheets = state.cache.sheets
    some = found(desk, "collection=grief-and-anger&intensity=activating&minutes=30")
    assert some
    for name in some:
        sheet = sheets[name]
        assert (sheet.collection, sheet.intensity.value, sheet.minutes <= 30) == ("grief-and-anger", "activating", True)
    assert found(desk, "q=zzzz") == []


def test_words_that_are_no_choice_count_as_not_said(desk: TestClient) -> None:
    usual = desk.get("/sheet/waves/take/pdf").content
    odd = "language=xx&beside=../x&style=huge&paper=b5&edition=all&fields=perhaps&leaf=no"
    assert desk.get(f"/sheet/waves/take/pdf?{odd}").content == usual


def test_a_design_that_there_is_not_is_told(desk: TestClient) -> None:
    answer = desk.get("/sheet/waves?design=../../x&part=yes")
    assert "There is no design" in answer.text and answer.status_code == 200
    assert desk.get("/sheet/waves/take/pdf?design=nothing").status_code == 422


ORDERS = [
    ("", "pdf", []),
    ("", "html", ["-f", "html"]),
    ("language=es&beside=en", "pdf", ["-l", "es", "--bilingual", "en"]),
    ("style=large-print&edition=therapist", "docx", ["--style", "large-print", "--edition", "therapist"]),
    ("paper=letter&fields=no&design=banner", "pdf", ["--paper", "letter", "--no-fill", "--design", "banner"]),
]


@pytest.mark.parametrize(("query", "format_name", "options"), ORDERS)
def test_a_file_is_the_one_of_the_command_line(
    desk: TestClient,
    project: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
    format_name: str,
    options: list[str],
) -> None:
    answer = desk.get(f"/sheet/waves/take/{format_name}?{query}")
    monkeypatch.chdir(project)
    made = Path(run("build", "waves", "-f", format_name, *options).stdout.split()[0])
    assert answer.content == made.read_bytes()
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{made.name}"


@pytest.mark.parametrize("format_name", [*FORMATS, "words"])
def test_every_format_can_be_taken_under_its_media_type(
    desk: TestClient, format_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Format(lambda document, brand: document.title.plain().encode(), "text/plain; charset=utf-8")
    monkeypatch.setitem(cast(dict[str, Format], FORMATS), "words", words)
    answer = desk.get(f"/sheet/waves/take/{format_name}")
    assert answer.status_code == 200 and answer.content
    assert answer.headers["content-type"] == FORMATS[format_name].media_type


def test_every_option_of_a_build_is_offered_here_too() -> None:
    """But those of a folder, since nothing is written into one, and those of one client, which come from elsewhere."""
    offered = {it.name for it in fields(HandoutChoice)} - {"sheets", "pack", "language"}
    elsewhere = {"practice", "languages", "formats", "require", "today", "client"}
    folder = {"output", "store", "site", "workers", "force", "overwrite"}
    assert {it.name for it in fields(Order)} - elsewhere - folder == offered


def test_an_option_among_those_put_away_is_seen_once_it_is_chosen(desk: TestClient) -> None:
    def more(query: str) -> tuple[str, str]:
        page = desk.get(f"/sheet/waves?{query}").text
        opened, inside = re.search(r'<details class="more-options"(.*?)>(.*?)</details>', page, re.DOTALL).groups()
        return opened, inside

    opened, inside = more("")
    assert not opened
    controls = re.findall(r'<select [^>]*name="(\w+)">.*?<option value="([^"]+)".*?</select>', inside, re.DOTALL)
    assert len(controls) >= 6
    assert {more(f"{name}={value}")[0] for name, value in controls} == {" open"}


def test_a_choice_comes_back_from_its_address() -> None:
    asked = "language=es&beside=en&style=low-ink&paper=letter&design=banner&edition=therapist&fields=no&draft=yes"
    asked += "&examples=no&pictures=no&body=lying&more_room=yes&protected=yes"
    choice = HandoutChoice.asked(["waves"], dict(parse_qsl(asked)), "en", ("en", "es"))
    assert HandoutChoice.asked(["waves"], dict(parse_qsl(choice.query)), "en", ("en", "es")) == choice
    assert {*parse_qsl(choice.query)} == {*parse_qsl(asked)}


def test_a_pack_of_today_is_that_of_a_file(
    desk: TestClient, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("waves", "where-i-carry-it", "what-was-lost"):
        desk.post("/pack/gather", data={"sheet": name, "quiet": "yes"})
    desk.post("/pack/order", data={"sheet": "what-was-lost", "way": "up"})
    desk.post("/pack/gather", data={"sheet": "where-i-carry-it", "quiet": "yes"})
    taken = desk.get("/pack/take/pdf")
    (project / "packs").mkdir()
    words = "title: Pages for you\nsummary: These are the pages that we chose together. "
    words += "There is no hurry, and you can skip any of them.\n"
    (project / "packs" / "today.yaml").write_text(f"{words}worksheets:\n  - sheet: waves\n  - sheet: what-was-lost\n")
    monkeypatch.chdir(project)
    made = Path(run("pack", "today", "-f", "pdf").stdout.split()[0])
    assert taken.content == made.read_bytes()
    assert made.name in taken.headers["content-disposition"]


def test_the_pictures_are_those_of_the_pages(desk: TestClient) -> None:
    page = desk.get("/sheet/waves").text
    source, wide, tall = re.search(r'src="(/sheet/waves/page/1[^"]*)" width="(\d+)" height="(\d+)"', page).groups()
    data = desk.get(source.replace("&amp;", "&")).content
    assert data.startswith(b"\x89PNG")
    assert abs(int.from_bytes(data[16:20], "big") - int(wide)) <= 1
    assert abs(int.from_bytes(data[20:24], "big") - int(tall)) <= 1


def test_nothing_is_written_by_looking_and_taking(desk: TestClient, project: Path) -> None:
    before = sorted(project.rglob("*"))
    desk.post("/pack/gather", data={"sheet": "waves", "quiet": "yes"})
    for path in ("/choose", "/sheet/waves", "/sheet/waves/page/1", "/sheet/waves/take/docx", "/pack/take/pdf", "/pack"):
        assert desk.get(path).status_code == 200
    assert sorted(project.rglob("*")) == before
