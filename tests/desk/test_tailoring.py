"""A sheet fitted on the desk: the same file as the command line writes, steps back, refusals, no words on disk."""

from __future__ import annotations

import html
import re
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from worksheet_builder.build.new_project import begin_project
from worksheet_builder.definitions.tailoring import AddBlock
from worksheet_builder.desk.block_forms import KINDS, example_of, form_of_block, name_from
from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.desk.tailoring_draft import SourceSheet, TailoringDraft
from worksheet_builder.foundation.phrases import Phrase

from ..conftest import Run

WORDS = "zanzibarquince"


def said(desk: TestClient, block: str, do: str = "words", sheet: str = "waves", **fields: str) -> httpx.Response:
    """The form of a block sent with one of its buttons."""
    answer: httpx.Response = desk.post(f"/tailor/{sheet}/change", data={"block": block, "do": do, **fields})
    return answer


def told(answer: httpx.Response) -> str:
    """What is told beside a change that was refused."""
    found = re.search(r'role="alert"><p><strong>(.*?)</strong>', answer.text)
    assert answer.status_code == 422 and found
    return html.unescape(re.sub("<.*?>", "", found[1]))


def now(state: DeskState, sheet: str = "waves") -> TailoringDraft:
    return state.drafts[sheet].now


def pages(desk: TestClient, sheet: str = "waves") -> list[str]:
    """The addresses of the pictures of the pages, which hold a hash of the file."""
    return re.findall(r'<img src="(/tailor/[^"]*/page/[^"]*)"', desk.get(f"/tailor/{sheet}").text)


def test_what_is_kept_is_what_the_command_line_writes(
    desk: TestClient, state: DeskState, project: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(desk, "hard-day", **{"t:hard-day.prompt": "What helps?", "t:hard-day.hint": "", "t:hard-day.lines": "4"})
    said(desk, "", **{"t:title": "Our days", "t:minutes": "10"})
    said(desk, "tell-someone", "even-safety:tell-someone")
    for _ in range(2):
        said(desk, "hard-day", "down:hard-day")
    said(desk, "ways-of-saying", **{"new:ways-of-saying.beginnings": "Not today, because"})
    said(desk, "ways-of-saying", "up:ways-of-saying.beginnings.not-today-because")
    added = {"kind": "checklist", "f:question": "What helps?", "f:options": "Tea\nA walk", "after": "two-evenings"}
    assert desk.post("/tailor/waves/add", data=added).status_code == 303
    answer = desk.post("/tailor/waves/keep", data={"name": "Our Wäves!"})
    assert answer.headers["location"] == "/tailor/our-waves?kept=yes"
    kept = project / "worksheets" / "own" / "our-waves.yaml"

    theirs = tmp_path / "theirs"
    assert [*begin_project(theirs, "The practice", "GB")]
    monkeypatch.chdir(theirs)
    block = "{checklist: what-helps, question: 'What helps?', options: {tea: Tea, a-walk: A walk}}"
    command = "tailor waves --as our-waves --even-safety --drop hard-day.hint --drop tell-someone".split()
    command += ["--reword", "hard-day.prompt=What helps?", "--reword", "hard-day.lines=4"]
    command += ["--reword", "title=Our days", "--reword", "minutes=10"]
    command += ["--move", "hard-day", "--after", "enough-looking", "--add", block, "--after", "two-evenings"]
    command += ["--add", "not-today-because: Not today, because", "--into", "ways-of-saying.beginnings"]
    command += ["--after", "ways-of-saying.beginnings.to-others"]
    assert run(*command).exit_code == 0
    try:
        assert kept.read_bytes() == (theirs / "worksheets" / "own" / "our-waves.yaml").read_bytes()
        assert (project / "worksheets" / "tailoring.schema.json").is_file()
        assert "waves" not in state.drafts and state.changes == {}
        assert "Our days" in desk.get("/sheet/our-waves").text
        _further(desk, kept)
    finally:
        kept.unlink()
        state.renew()


def _further(desk: TestClient, kept: Path) -> None:
    """A sheet that is tailored already is changed in its file, unless that was changed elsewhere meanwhile."""
    said(desk, "hard-day", sheet="our-waves", **{"t:hard-day.lines": "3"})
    found = re.search(r'name="digest" value="(\w+)"', desk.get("/tailor/our-waves").text)
    assert found
    form = {"here": "yes", "digest": found[1]}
    before = kept.read_text("utf-8")
    kept.write_text(f"{before}# edited elsewhere\n", "utf-8")
    assert desk.post("/tailor/our-waves/keep", data=form).status_code == 409
    assert "# edited elsewhere" in kept.read_text("utf-8")
    copy = kept.with_name("our-waves-mine.yaml")
    assert "to: 3" in copy.read_text("utf-8")
    copy.unlink()
    kept.write_text(before, "utf-8")
    assert desk.post("/tailor/our-waves/keep", data=form).status_code == 303
    assert "to: 3" in kept.read_text("utf-8") and "to: 4" not in kept.read_text("utf-8")


def test_steps_are_taken_back_and_made_again(desk: TestClient, state: DeskState) -> None:
    at_first = pages(desk)
    said(desk, "hard-day", "drop:hard-day")
    without = pages(desk)
    said(desk, "ways-of-saying", **{"t:ways-of-saying.prompt": "What could you say?"})
    reworded = pages(desk)
    assert len({*at_first, *without, *reworded}) == len(at_first) + len(without) + len(reworded)
    seen = []
    for way in ("undo", "undo", "undo", "redo", "redo", "redo"):
        desk.post("/tailor/waves/go", data={"way": way})
        seen.append(pages(desk))
    assert seen == [without, at_first, at_first, without, reworded, reworded]
    desk.post("/tailor/waves/go", data={"way": "afresh"})
    assert pages(desk) == at_first
    desk.post("/tailor/waves/go", data={"way": "undo"})
    said(desk, "hard-day", "back:hard-day")
    assert now(state).drops == () and not state.drafts["waves"].can_redo


REFUSED = [
    ("hard-day", "words", {"t:hard-day.prompt": ""}, "Words are needed here."),
    ("hard-day", "words", {"t:hard-day.lines": "99"}, "A number from 1 to 12 fits here."),
    ("hard-day", "words", {"t:hard-day.lines": "many"}, "A number from 1 to 12 fits here."),
    ("tell-someone", "drop:tell-someone", {}, "This is there to keep a client safe."),
    ("enough-looking", "drop:enough-looking", {}, "This is there to keep a client safe."),
]


@pytest.mark.parametrize(("block", "do", "fields", "sentence"), REFUSED)
def test_what_cannot_be_is_told_beside_it(
    desk: TestClient, state: DeskState, block: str, do: str, fields: dict[str, str], sentence: str
) -> None:
    typed = {**fields, f"t:{block}.hint": "What I typed"} if block == "hard-day" else fields
    answer = said(desk, block, do, **typed)
    assert told(answer) == sentence
    assert "What I typed" in answer.text or not typed
    assert now(state) == TailoringDraft()


def test_a_list_keeps_its_measure(desk: TestClient) -> None:
    """Seven answers take no eighth, and two have to stay."""
    sheet, block = "where-harm-occurred", "what-hurt"
    answer = said(desk, block, sheet=sheet, **{f"new:{block}.options": "One more"})
    assert told(answer) == "There is no room for one more. Leave one out first." and "One more" in answer.text
    names = ("not-believed", "not-asked", "left-alone", "felt-unsafe", "treated-worse")
    for name in names:
        assert said(desk, block, f"drop:{block}.options.{name}", sheet).status_code == 303
    assert told(said(desk, block, f"drop:{block}.options.danger", sheet)).startswith("This has to stay")
    added = {"kind": "choice", "f:question": "Which?", "f:options": "Only one", "after": block}
    answer = desk.post(f"/tailor/{sheet}/add", data=added)
    assert told(answer) == "A list of this kind needs more lines: 2 at least." and "Only one" in answer.text


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_the_gallery_is_made_with_its_form(desk: TestClient, state: DeskState, kind: str) -> None:
    """The example of the kind, typed into the form, is added as a block that says the same."""
    shown = example_of(kind).blocks()[-1]
    fields = {}
    for it in form_of_block(kind):
        value = getattr(shown, it.name)
        words = value.text if isinstance(value, Phrase) else str(value or "")
        fields[f"f:{it.name}"] = "\n".join(x.text for x in value.values()) if it.kind == "list" else words
    answer = desk.post("/tailor/waves/add", data={"kind": kind, "after": "hard-day", **fields})
    assert answer.status_code == 303
    (change,) = now(state).changes(SourceSheet(state.cache.sheets["waves"]))
    client = now(state).client_changes(SourceSheet(state.cache.sheets["waves"]))
    assert change["after"] == "hard-day" and client
    (found,) = client.changes
    assert isinstance(found, AddBlock) and found.add.kind == kind
    for it in form_of_block(kind):
        one, other = (getattr(block, it.name) for block in (found.add, shown))
        assert _plain(one) == _plain(other), it.name


def test_what_is_added_is_changed_like_the_rest(desk: TestClient, state: DeskState) -> None:
    added = {"kind": "checklist", "f:question": "What helps?", "f:options": "Tea\nA walk\nSleep", "after": "hard-day"}
    desk.post("/tailor/waves/add", data=added)
    said(desk, "what-helps", "up:what-helps.options.sleep", **{"t:what-helps.question": "And what helps?"})
    said(desk, "what-helps", "drop:what-helps.options.tea", **{"new:what-helps.options": "Rain"})
    said(desk, "what-helps", "down:what-helps")
    options = {"sleep": "Sleep", "a-walk": "A walk", "rain": "Rain"}
    block = {"checklist": "what-helps", "question": "And what helps?", "options": options}
    assert now(state).changes(SourceSheet(state.cache.sheets["waves"])) == [{"add": block, "after": "ways-of-saying"}]
    assert [*now(state).added["what-helps"]["options"]] == [*options]  # type: ignore[index, call-overload]
    said(desk, "what-helps", "drop:what-helps")
    assert now(state).changes(SourceSheet(state.cache.sheets["waves"])) == []


def test_a_block_for_other_people_stays_on_their_page(desk: TestClient, state: DeskState) -> None:
    """What is added before all others would stand on the sheet itself, so it is not moved there."""
    sheet = next(name for name, it in state.cache.sheets.items() if it.leaf)
    source = SourceSheet(state.cache.sheets[sheet])
    first = source.entries("leaf.blocks")[0]
    desk.post(f"/tailor/{sheet}/add", data={"kind": "prose", "f:text": "Ours here", "after": first})
    before = now(state, sheet).changes(source)
    assert before == [{"add": {"prose": "ours-here", "text": "Ours here"}, "after": first}]
    said(desk, "ours-here", "up:ours-here", sheet)
    said(desk, first, f"down:{first}", sheet)
    assert now(state, sheet).changes(source) == before


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return [it.text for it in value.values()]
    return value.text if isinstance(value, Phrase) else value


def test_a_picture_of_each_kind_is_shown(desk: TestClient) -> None:
    assert all(desk.get(f"/tailor/waves/example/{kind}").content.startswith(b"\x89PNG") for kind in KINDS)
    assert desk.get("/tailor/waves/example/card").status_code == 404


def test_it_is_told_what_other_languages_lack(desk: TestClient) -> None:
    def lacking() -> int:
        found = re.search(
            r'<a href="/translate/ar"><bdi lang="ar">.*?</bdi></a>: (\d+)', desk.get("/tailor/waves?language=ar").text
        )
        assert found
        return int(found[1])

    before = lacking()
    added = {"kind": "writing", "f:prompt": "What helps?", "f:hint": "Say a word.", "after": "hard-day"}
    desk.post("/tailor/waves/add", data=added)
    assert lacking() == before + 2
    said(desk, "what-helps", **{"t:what-helps.hint": ""})
    assert lacking() == before + 1


def test_what_is_used_once_is_written_nowhere(
    desk: TestClient, state: DeskState, project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said(desk, "hard-day", **{"t:hard-day.prompt": f"{WORDS}?", "has:hard-day": "yes", "a:hard-day": f"soup, {WORDS}"})
    desk.get("/tailor/waves?language=ar")
    assert WORDS not in desk.get("/sheet/waves/take/html").text
    shown = desk.post("/tailor/waves/once?language=ar").headers["location"]
    assert shown == "/sheet/waves?language=ar&draft=yes" and "This cannot be made" not in desk.get(shown).text
    assert desk.post("/tailor/waves/once").headers["location"] == "/sheet/waves?language=en"
    assert "This sheet has changes for one handout." in desk.get("/sheet/waves").text
    taken = desk.get("/sheet/waves/take/html")
    assert taken.text.count(WORDS) > 1 and "one-client" in taken.headers["content-disposition"]
    for folder in (project, tmp_path):
        assert not [it for it in folder.rglob("*") if it.is_file() and WORDS in it.read_text("utf-8", "replace")]
    assert WORDS not in "".join(capfd.readouterr()) + repr(state)
    desk.post("/tailor/waves/forget")
    assert WORDS not in desk.get("/sheet/waves/take/html").text + desk.get("/tailor/waves").text


def test_an_answer_goes_with_its_field(desk: TestClient, state: DeskState) -> None:
    fields = {"has:hard-day": "yes", "a:hard-day": "soup"}
    said(desk, "hard-day", **fields)
    said(desk, "", **{"has:_before": "yes", "a:_before": "7"})
    assert now(state).begun == {"hard-day": "soup", "_before": "7"}
    said(desk, "hard-day", "drop:hard-day")
    assert now(state).begun == {"_before": "7"}
    desk.post("/tailor/waves/go", data={"way": "undo"})
    assert now(state).begun["hard-day"] == "soup"
    said(desk, "", **{"has:_before": "yes", "a:_before": ""})
    assert "_before" not in now(state).begun


def test_answers_are_not_kept_with_a_sheet(desk: TestClient, state: DeskState, project: Path) -> None:
    said(desk, "hard-day", **{"t:hard-day.lines": "3", "has:hard-day": "yes", "a:hard-day": WORDS})
    desk.post("/tailor/waves/keep", data={"name": "Ours"})
    kept = project / "worksheets" / "own" / "ours.yaml"
    try:
        assert WORDS not in kept.read_text("utf-8") and now(state, "ours").begun == {"hard-day": WORDS}
        said(desk, "hard-day", **{"t:hard-day.lines": "4"})
        answer = desk.post("/tailor/waves/keep", data={"name": "ours"})
        assert told(answer) == "There is a sheet of that name already. Choose another."
    finally:
        kept.unlink()
        state.renew()


NAMES = [
    ("Was hilft?", "was-hilft"),
    ("I’m « here »", "im-here"),
    ("Что помогает", "entry"),
    ("tea", "tea-2"),
    ("", "entry"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_made_from_words(text: str, name: str) -> None:
    assert name_from(text, "entry", {"tea"}) == name
