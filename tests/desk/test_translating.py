"""Translating at the desk: the files are those that the command line makes, and nobody's words are lost."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from docx import Document as open_docx
from worksheet_builder.desk.application import application
from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.translation.catalogue_files import read_po
from worksheet_builder.translation.po_file import PoEntry
from worksheet_builder.translation.states import State

from ..absent import ABSENT
from ..conftest import Run
from ..translation.review.test_hostile import FILES
from .projects import begun, opened

OWN = """title: A quiet place
summary: Somewhere to rest for {minutes} minutes.
collection: own
intensity: practical
minutes: 5
blocks:
  - prose: rest
    text: Sit down. There is *no hurry*.
translators:
  - at: title
    note: A place in the mind, not a room.
"""
TAG = ABSENT[0]
ROWS = f"/translate/{TAG}/sheet/quiet-place"
OUR_DAY = "2026-05-04"


def with_own_sheet(folder: Path) -> Path:
    """The project with a worksheet of its own, of which no word is translated."""
    (folder / "worksheets").mkdir(exist_ok=True)
    (folder / "worksheets" / "quiet-place.yaml").write_text(OWN.replace("{minutes}", "five"), "utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path, small_library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777852800")
    return with_own_sheet(begun(tmp_path / "ours", "The practice"))


@pytest.fixture
def warm_place(project: Path) -> Iterator[DeskState]:
    yield from opened(project)


@pytest.fixture
def started(desk: TestClient) -> TestClient:
    """The desk, with one sheet begun in a language that the library is not in."""
    answer = desk.post("/translate/begin", data={"language": TAG, "sheet": "quiet-place"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/translate/{TAG}")
    return desk


@pytest.fixture
def beside(project: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same project for the command line, which works in it and not in the empty folder of other tests."""
    copy = tmp_path / "by-command"
    shutil.copytree(project, copy)
    monkeypatch.chdir(copy)
    return copy


def files_in(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def fields_of(page: str) -> dict[str, str]:
    """The name of the field of each row's words, by the English of the row."""
    found = re.findall(r'class="english"[^>]*>(.*?)</p>.*?<textarea name="(w-[0-9a-f-]+)"', page, re.DOTALL)
    return {english.replace("&#39;", "'"): name for english, name in found}


def entries(project: Path, tag: str = TAG, name: str = "quiet-place") -> dict[str, PoEntry]:
    return {it.english: it for it in read_po(project / "locales" / tag / f"{name}.po", tag).entries if not it.obsolete}


def typed(desk: TestClient, words: dict[str, str], **more: str) -> dict[str, str]:
    """A form as it was shown, with words by the English of their rows."""
    fields = fields_of(desk.get(ROWS).text)
    return {**{fields[english]: it for english, it in words.items()}, **more}


TITLE, SUMMARY, TEXT = "A quiet place", "Somewhere to rest for five minutes.", "Sit down. There is *no hurry*."


def test_a_language_begins_as_from_the_command_line(started: TestClient, project: Path, beside: Path, run: Run) -> None:
    shutil.rmtree(beside / "locales")
    run("translate", "start", TAG, "quiet-place")
    assert files_in(project / "locales") == files_in(beside / "locales")
    assert started.post("/translate/begin", data={"language": TAG}).status_code == 303
    assert started.post("/translate/begin", data={"language": "../x"}).status_code == 404


def test_it_is_brought_up_to_date_as_from_the_command_line(
    started: TestClient, state: DeskState, project: Path, beside: Path, run: Run
) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    shutil.copytree(project / "locales", beside / "locales", dirs_exist_ok=True)
    for folder in (project, beside):
        path = folder / "worksheets" / "quiet-place.yaml"
        path.write_text(path.read_text("utf-8").replace(TITLE, "A calm place"), "utf-8")
    state.renew()
    run("translate", "update", TAG)
    assert started.post(f"/translate/{TAG}/update").headers["location"] == f"/translate/{TAG}?updated=1"
    assert files_in(project / "locales") == files_in(beside / "locales")
    page = started.get(f"{ROWS}?only=open").text
    assert "A calm place" in page and TITLE in page and "These words still fit" in page


def test_words_are_drafts_in_the_file_and_nothing_else_changes(started: TestClient, project: Path) -> None:
    path = project / "locales" / TAG / "quiet-place.po"
    before = path.read_text("utf-8")
    answer = started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort", SUMMARY: ""}))
    assert answer.headers["location"].startswith(f"{ROWS}?saved=1&at=")
    mark = entries(project)[TITLE].mark
    assert mark and mark.state is State.DRAFT and entries(project)[TITLE].holds(mark.seal)
    old = f'msgid "{TITLE}"\nmsgstr ""'
    words = f'msgid "{TITLE}"\nmsgstr "Ein ruhiger Ort"'
    head = "#. A quiet place · title\n"
    assert path.read_text("utf-8") == before.replace(old, words).replace(head, f"# {str(mark)[2:]}\n{head}")


def test_saving_what_was_not_changed_writes_nothing(started: TestClient, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    before = files_in(project / "locales")
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort", SUMMARY: "", TEXT: ""}))
    assert files_in(project / "locales") == before


def test_what_was_reviewed_is_written_as_an_import_writes_it(
    started: TestClient, project: Path, beside: Path, run: Run
) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort", SUMMARY: "Ausruhen."}))
    shutil.copytree(project / "locales", beside / "locales", dirs_exist_ok=True)
    run("translate", "review", TAG, "quiet-place", "--xliff")
    sent = (beside / f"review-{TAG}.xlf").read_text("utf-8")
    (beside / "back.xlf").write_text(sent.replace('state="translated"', 'state="reviewed"', 1), "utf-8")
    run("translate", "import", "back.xlf", "--by", "A. Reader")
    field = fields_of(started.get(ROWS).text)[TITLE]
    sent_form = typed(started, {TITLE: "Ein ruhiger Ort"}, by=" A.  Reader ")
    assert started.post(f"{ROWS}/save", data={**sent_form, f"m{field[1:]}": "yes"}).status_code == 303
    assert files_in(project / "locales") == files_in(beside / "locales")
    assert f"Reviewed by A. Reader on {OUR_DAY}" in started.get(ROWS).text


def test_all_complete_rows_are_signed_and_no_others(started: TestClient, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    form = typed(started, {TITLE: "Ein ruhiger Ort", SUMMARY: "Ausruhen.", TEXT: ""}, all="yes", by="A. Reader")
    started.post(f"{ROWS}/save", data=form)
    states = {english: it.state for english, it in entries(project).items()}
    assert states == {TITLE: State.REVIEWED, SUMMARY: State.REVIEWED, TEXT: State.MISSING}


def test_stale_words_are_not_signed_with_the_rest(started: TestClient, state: DeskState, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    path = project / "worksheets" / "quiet-place.yaml"
    path.write_text(path.read_text("utf-8").replace("title: A quiet", "title: One quiet"), "utf-8")
    state.renew()
    form = typed(started, {"One quiet place": "Ein ruhiger Ort", SUMMARY: "Ausruhen."}, all="yes", by="A. Reader")
    started.post(f"{ROWS}/save", data=form)
    found = entries(project)
    assert (found["One quiet place"].state, found[SUMMARY].state) == (State.STALE, State.REVIEWED)


@pytest.mark.parametrize("by", ["", "   ", "x" * 81, "A \u202e B"])
def test_nothing_is_signed_by_nobody(started: TestClient, project: Path, by: str) -> None:
    before = files_in(project / "locales")
    answer = started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}, all="yes", by=by))
    assert answer.status_code == 422 and "Say who has reviewed the rows." in answer.text
    assert "Ein ruhiger Ort" in answer.text and files_in(project / "locales") == before


def test_two_windows_keep_the_words_of_both(started: TestClient, project: Path) -> None:
    one = typed(started, {TITLE: "Ein ruhiger Ort", SUMMARY: ""})
    other = typed(started, {TITLE: "Ein stiller Platz", SUMMARY: "Ausruhen."})
    assert started.post(f"{ROWS}/save", data=one).status_code == 303
    answer = started.post(f"{ROWS}/save", data=other)
    assert answer.status_code == 409
    assert "Ein stiller Platz" in answer.text and "Ein ruhiger Ort" in answer.text
    assert {english: it.words for english, it in entries(project).items()} == {
        TITLE: "Ein ruhiger Ort",
        SUMMARY: "Ausruhen.",
        TEXT: "",
    }
    again = fields_of(answer.text)[TITLE]
    assert started.post(f"{ROWS}/save", data={again: "Ein stiller Platz"}).status_code == 303
    assert entries(project)[TITLE].words == "Ein stiller Platz"


def test_a_signature_is_never_put_under_words_that_were_not_shown(started: TestClient, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    shown = typed(started, {TITLE: "Ein ruhiger Ort"}, all="yes", by="A. Reader")
    path = project / "locales" / TAG / "quiet-place.po"
    path.write_text(path.read_text("utf-8").replace("Ein ruhiger Ort", "Etwas anderes"), "utf-8")
    assert started.post(f"{ROWS}/save", data=shown).status_code == 409
    assert entries(project)[TITLE].state is not State.REVIEWED


REFUSED = [
    (SUMMARY, "Ruhe\u202eaus"),
    (TEXT, "Setzen Sie sich."),
    (SUMMARY, "{minutes} Minuten"),
    (SUMMARY, "x" * 5001),
]


@pytest.mark.parametrize(("english", "words"), REFUSED)
def test_what_cannot_be_printed_is_told_and_stays_on_the_page(
    started: TestClient, project: Path, english: str, words: str
) -> None:
    answer = started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort", english: words}))
    assert answer.status_code == 422 and words in answer.text and "what you typed is still here" in answer.text
    assert entries(project)[english].words == "" and entries(project)[TITLE].words == "Ein ruhiger Ort"


def test_stale_words_that_still_fit_are_a_draft_again(started: TestClient, state: DeskState, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    path = project / "worksheets" / "quiet-place.yaml"
    path.write_text(path.read_text("utf-8").replace("title: A quiet", "title: One quiet"), "utf-8")
    state.renew()
    fields = fields_of(started.get(ROWS).text)
    name = fields["One quiet place"]
    form = {name: "Ein ruhiger Ort"}
    assert started.post(f"{ROWS}/save", data={**form, f"h{name[1:]}": "yes"}).status_code == 303
    entry = entries(project)["One quiet place"]
    assert entry.state is State.DRAFT and entry.previous is None and not entry.fuzzy


def test_the_checks_speak_while_somebody_types(started: TestClient, project: Path) -> None:
    row = re.search(r'data-row="([0-9a-f]+)"[^>]*>\n</textarea>', started.get(ROWS).text)
    assert row
    before = files_in(project / "locales")
    told = started.post(f"{ROWS}/remarks", data={"row": row[1], "words": "Ein  {ruhiger} Ort"}).text
    assert 'lang="en"' in told and "<html" not in told
    assert "<p" not in started.post(f"{ROWS}/remarks", data={"row": row[1], "words": "Ein ruhiger Ort"}).text
    assert started.post(f"{ROWS}/remarks", data={"row": "0" * 10, "words": "x"}).status_code == 404
    assert files_in(project / "locales") == before


def test_a_translator_is_told_what_the_author_noted_and_the_terms(started: TestClient, project: Path) -> None:
    glossary = project / "locales" / TAG / "glossary.yaml"
    glossary.write_text("quiet place:\n  lay: Ruheort\n  avoid:\n    Stille Ecke: sounds like a punishment\n", "utf-8")
    page = started.get(ROWS).text
    assert "Meant: A place in the mind, not a room." in page
    assert "Ruheort" in page and "Stille Ecke" in page


def test_the_words_of_the_library_are_changed_in_the_project_alone(
    desk: TestClient, state: DeskState, project: Path
) -> None:
    rows = "/translate/es/sheet/waves"
    library = state.cache.library.locales[-1]
    before = (library / "es" / "waves.po").read_bytes()
    english, name = next(iter(fields_of(desk.get(rows).text).items()))
    assert desk.post(f"{rows}/save", data={name: "Cuando viene y se va así"}).status_code == 303
    assert (library / "es" / "waves.po").read_bytes() == before
    assert entries(project, "es", "waves")[english].words == "Cuando viene y se va así"
    assert (project / "locales" / "es" / "waves.po").read_bytes().count(b"\nmsgid") == before.count(b"\nmsgid")


def test_a_review_file_goes_out_as_the_command_line_makes_it_and_comes_back(
    started: TestClient, project: Path, beside: Path, run: Run
) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort", SUMMARY: "Ausruhen."}))
    shutil.copytree(project / "locales", beside / "locales", dirs_exist_ok=True)
    kinds = {"word": ("docx", ()), "back": ("docx", ("--back",)), "xliff": ("xlf", ("--xliff",))}
    for kind, (ending, words) in kinds.items():
        answer = started.get(f"/translate/{TAG}/review/{kind}?sheet=quiet-place")
        assert f"review-{TAG}.{ending}" in answer.headers["content-disposition"]
        run("translate", "review", TAG, "quiet-place", *words, "-o", f"out.{ending}")
        assert answer.content == (beside / f"out.{ending}").read_bytes(), kind
    back = corrected(started.get(f"/translate/{TAG}/review/word").content)
    (beside / "back.docx").write_bytes(back)
    run("translate", "import", "back.docx", "--by", "A. Reader", code=None)
    answer = started.post(f"/translate/{TAG}/review", data={"by": "A. Reader"}, files={"file": ("x.docx", back)})
    assert answer.status_code == 200 and "Ein stiller Ort" in answer.text and "<del" in answer.text
    assert files_in(project / "locales") == files_in(beside / "locales")


def corrected(data: bytes) -> bytes:
    """A review file in which one row has better words."""
    opened = open_docx(io.BytesIO(data))
    for table in opened.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        for row in table.rows[1:]:
            cells = dict(zip(heads, row.cells, strict=False))
            if cells["Translation"].text == "Ein ruhiger Ort":
                cells["Better translation"].paragraphs[0].add_run("Ein stiller Ort")
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_review_file_is_refused_and_nothing_is_written(started: TestClient, project: Path, name: str) -> None:
    before = files_in(project)
    upload = {"file": ("..\\..\\review.docx", FILES[name][0], "text/html")}
    answer = started.post(f"/translate/{TAG}/review", data={"by": "A. Reader"}, files=upload)
    assert answer.status_code == 422 and "root:" not in answer.text and "/etc/passwd" not in answer.text
    assert "translate review" not in answer.text
    assert files_in(project) == before


def test_ticked_rows_need_a_name(started: TestClient, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    sent = started.get(f"/translate/{TAG}/review/xliff").text.replace('state="translated"', 'state="reviewed"')
    before = files_in(project / "locales")
    answer = started.post(f"/translate/{TAG}/review", files={"file": ("x.xlf", sent.encode())})
    assert answer.status_code == 422 and "Say who has reviewed" in answer.text
    assert files_in(project / "locales") == before


def test_languages_and_sheets_are_counted(started: TestClient, project: Path) -> None:
    started.post(f"{ROWS}/save", data=typed(started, {TITLE: "Ein ruhiger Ort"}))
    page = started.get(f"/translate/{TAG}").text
    row = page[page.index(f"/translate/{TAG}/sheet/quiet-place") :].partition('</li>\n  <li class="catalogue"')[0]
    counted = re.findall(r"is-(\w+)\">[^<]*<strong>(\d+)", row)[:2]
    assert dict(counted) == {"draft": "1", "missing": "2"}
    assert f"/translate/{TAG}" in started.get("/translate").text


def test_there_is_nothing_to_translate_outside_a_project(tmp_path: Path) -> None:
    state = DeskState(tmp_path, "a-key", 8123)
    try:
        asked = TestClient(application(state), "http://127.0.0.1:8123", follow_redirects=False)
        asked.get("/?key=a-key")
        for path in ("/translate", "/translate/es", "/translate/es/sheet/waves"):
            assert asked.get(path).headers["location"] == "/"
    finally:
        state.close()


NOWHERE = ["/translate/xx", "/translate/en", "/translate/es/sheet/none", "/translate/es/review/exe"]


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_there_is_not_there(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404
