"""Building: what is made, where, and what is left behind when something is wrong."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from click.testing import Result
from PIL import Image

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.jobs import Job, JobRunner, Status, build, plan
from worksheet_builder.build.manifest import NAME, Manifest
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition
from worksheet_builder.foundation import files
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.translation.translated_structures import languages_with

from ..absent import ABSENT
from ..conftest import USUAL, Run

LIBRARY = ("grief-and-anger", "trusting-myself-again", "where-harm-occurred")
"""The ones to try a thing on: in English and Spanish."""
TAG = ABSENT[0]
"""A language that the library is not in."""
PRACTICE = """\
name: Open Door
logo: logo.png
accent: "#7a3b69"
phone: 000 111 222
country: US
crisis:
  - name: Our own line
    number: 000 999
"""


def made(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def pdf_text(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))


def docx_text(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


@pytest.fixture
def practice(folder: Path) -> Path:
    Image.new("RGB", (60, 40), "#7a3b69").save(folder / "logo.png")
    path = folder / "open-door.yaml"
    path.write_text(PRACTICE, "utf-8")
    return path


def test_all_in_two_languages_are_all_in_english_and_what_is_translated(
    run: Run, folder: Path, small_library: Path
) -> None:
    run("build", "--all", "-l", "en", "-l", "es")
    every = Library.open().worksheets
    begun = {name for name in every if "es" in languages_with(Library.open(), name)}
    assert begun and len(every) == len(list(small_library.glob("worksheets/*/*.yaml")))
    expected = {
        f"{tag}/{name}.{kind}" for tag, names in (("en", every), ("es", begun)) for name in names for kind in USUAL
    }
    assert set(made(folder / "handouts")) == expected
    for path in (folder / "handouts").rglob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-1.7") and pypdfium2.PdfDocument(path)
    for path in (folder / "handouts").rglob("*.docx"):
        assert zipfile.ZipFile(path).testzip() is None


def test_the_practice_is_on_every_handout(run: Run, folder: Path, practice: Path) -> None:
    run("build", *LIBRARY, "-l", "en", "-l", "es", "--practice", practice)
    assert len(made(folder / "handouts")) == len(LIBRARY) * 2 * len(USUAL)
    for path in (folder / "handouts").rglob("*.pdf"):
        text = pdf_text(path)
        assert "Open Door" in text and "000 111 222" in text and "000\u00a0999" in text
        assert pypdfium2.PdfDocument(path)[0].get_size() == (612, 792)
    for path in (folder / "handouts").rglob("*.docx"):
        text = docx_text(path).replace("\u00a0", " ")
        assert "Open Door" in text and "000 111 222" in text and "7A3B69" in text
        assert any(name.startswith("word/media/") for name in zipfile.ZipFile(path).namelist())


def test_only_a_translation_says_that_it_is_not_reviewed(run: Run, folder: Path) -> None:
    run("build", "where-harm-occurred", "-l", "en", "-l", "es", "-f", "pdf")
    library = Library.open()
    document = Composer(library).document(library.worksheets["where-harm-occurred"], "es")
    assert document.header_footer.notice
    notice = "".join(document.header_footer.notice.plain().split())
    assert notice in "".join(pdf_text(folder / "handouts/es/where-harm-occurred.pdf").split())
    assert "not yet been reviewed" not in pdf_text(folder / "handouts/en/where-harm-occurred.pdf")


def test_editions_and_styles_stand_beside_each_other(run: Run, folder: Path) -> None:
    for edition in ("client", "therapist"):
        for style in ("standard", "large-print", "low-ink"):
            run("build", "where-harm-occurred", "-f", "docx", "--edition", edition, "--style", style)
    stem = "en/where-harm-occurred"
    ends = ("", "-large-print", "-low-ink", "-therapist", "-therapist-large-print", "-therapist-low-ink")
    assert made(folder / "handouts") == sorted(f"{stem}{end}.docx" for end in ends)


def test_json_says_what_was_made(run: Run, folder: Path) -> None:
    result = run("build", "where-harm-occurred", "--json", "-o", "out")
    rows = {row["format"]: row for row in json.loads(result.stdout)}
    assert list(rows) == list(USUAL)
    pdf, docx = rows["pdf"], rows["docx"]
    assert len(pdf["notices"]) == 1 and pdf["notices"] == docx["notices"], "without a practice no country is known"
    assert pdf == {
        "worksheet": "where-harm-occurred",
        "language": "en",
        "format": "pdf",
        "edition": "client",
        "style": "standard",
        "path": str(Path("out/en/where-harm-occurred.pdf")),
        "pages": len(pypdfium2.PdfDocument("out/en/where-harm-occurred.pdf")),
        "status": "made",
        "problems": [],
        "notices": pdf["notices"],
    }
    assert docx["pages"] is None


@pytest.fixture
def broken(run: Run, folder: Path) -> Path:
    """A project with a sound worksheet and a broken one."""
    run("new", "sound")
    run("new", "broken")
    path = folder / "worksheets/own/broken.yaml"
    path.write_text(path.read_text("utf-8").replace("minutes: 15", "minutes: 15\nminutes: 20"), "utf-8")
    return path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_worksheet_stops_only_itself(run: Run, folder: Path, broken: Path, jobs: str) -> None:
    result = run("build", "broken", "sound", "trusting-myself-again", "-j", jobs, code=1)
    assert "broken.yaml:11:1: The key ‘minutes’ stands twice" in result.stderr
    assert result.stderr.count("stands twice") == 1
    assert f"{2 * len(USUAL)} handouts made, {len(USUAL)} not made." in result.stderr
    assert {Path(name).stem for name in made(folder / "handouts")} == {"sound", "trusting-myself-again"}


def test_json_says_what_was_refused(run: Run, folder: Path, broken: Path) -> None:
    rows = json.loads(run("build", "broken", "--json", code=1).stdout)
    assert [row["status"] for row in rows] == ["refused"] * len(USUAL)
    assert all(row["problems"][0]["line"] == 11 and row["pages"] is None for row in rows)
    assert not (folder / "handouts").exists()


@pytest.fixture
def polyglot(run: Run, folder: Path, small_library: Path) -> Path:
    """A project with two worksheets, of which only the first is in another language, TAG, beside a few of a library."""
    (folder / "practice.yaml").write_text("name: X\n", "utf-8")
    for name in ("first", "second"):
        run("new", name)
    run("translate", "start", TAG)
    for path in (folder / "locales" / TAG).glob("*.po"):
        if path.stem in ("common", "first"):
            path.write_text(re.sub(r'(msgid (?:.|\n)*?)msgstr ""', spoken, path.read_text("utf-8")), "utf-8")
    return folder


def spoken(match: re.Match[str]) -> str:
    """An entry with the English for its translation."""
    return match[0] if match[1] == 'msgid ""\n' else match[1] + match[1].replace("msgid", "msgstr").rstrip()


def statuses(result: Result) -> dict[tuple[str, str], str]:
    return {(row["worksheet"], row["language"]): row["status"] for row in json.loads(result.stdout)}


def test_all_passes_over_what_a_language_has_nothing_of(run: Run, polyglot: Path, small_library: Path) -> None:
    result = run("build", "--all", "-l", "en", "-l", TAG, "-f", "docx", "--json")
    found = statuses(result)
    assert found["first", TAG] == found["first", "en"] == found["second", "en"] == "made"
    assert {status for (name, tag), status in found.items() if tag == TAG and name != "first"} == {"untranslated"}
    others = len(list(small_library.glob("worksheets/*/*.yaml"))) + 1
    assert f"{TAG}: {others} worksheets are not translated yet and passed over." in result.stderr
    assert made(polyglot / "handouts" / TAG) == ["first.docx"]


def test_all_in_a_pair_passes_over_what_one_of_the_two_has_nothing_of(run: Run, polyglot: Path) -> None:
    found = statuses(run("build", "--all", "--bilingual", TAG, "-f", "docx", "--json"))
    assert found["first", "en"] == "made"
    assert found["second", "en"] == "untranslated"


def test_all_stops_at_a_translation_that_is_begun(run: Run, polyglot: Path) -> None:
    path = polyglot / f"locales/{TAG}/second.po"
    path.write_text(
        path.read_text("utf-8").replace('msgid "Second"\nmsgstr ""', 'msgid "Second"\nmsgstr "Deux"'), "utf-8"
    )
    result = run("build", "--all", "-l", TAG, "-f", "docx", "--json", code=1)
    assert statuses(result)["second", TAG] == "refused"
    assert "strings are not translated yet; this is the first." in result.stderr


def test_a_worksheet_that_is_named_has_to_be_translated(run: Run, polyglot: Path) -> None:
    assert statuses(run("build", "second", "-l", TAG, "--json", code=1)) == {("second", TAG): "refused"}


def test_a_language_that_has_nothing_is_refused(run: Run, folder: Path) -> None:
    result = run("build", "--all", "-l", TAG, "-f", "docx", code=1)
    assert f"Run ‘worksheet-builder translate start {TAG}’." in result.stderr


def test_a_draft_passes_over_nothing(run: Run, polyglot: Path) -> None:
    found = statuses(run("build", "--all", "-l", TAG, "-f", "docx", "--draft", "--json"))
    assert set(found.values()) == {"made"}


def test_a_design_that_there_is_not_is_laid_to_whoever_names_it(run: Run, practice: Path) -> None:
    asked = run("build", "waves", "--design", "bannner", "-f", "docx", code=1).stderr
    assert "‘bannner’, which ‘--design’ names." in asked and "Did you mean ‘banner’?" in asked
    assert "practice.yaml" not in asked


def test_a_body_to_be_drawn_where_there_is_none_is_told(run: Run, folder: Path) -> None:
    said = "‘--body’ changes nothing here"
    words = ("-f", "docx", "--body", "seated")
    assert run("build", "waves", *words).stderr.count(said) == 1
    assert run("pack", "first-sessions", *words).stderr.count(said) == 1
    assert said not in run("build", "waves", "where-i-carry-it", *words).stderr
    assert said not in run("build", "waves", "-f", "docx").stderr
    (folder / "clinics").mkdir()
    for name in ("one", "two"):
        (folder / "clinics" / f"{name}.yaml").write_text("name: Ours\n", "utf-8")
    assert run("build", "waves", *words, "--practices", "clinics").stderr.count(said) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("accent: pink", "‘pink’ is not a colour"),
        ("logo: nowhere.png", "nowhere.png"),
        ("logo: text.png", "The logo is not a PNG, JPEG or WebP picture, nor an SVG drawing."),
        ("logo: cut.png", "The picture of the logo is damaged."),
        ("logo: huge.png", "The logo has "),
        ("design: baroque", "There is no design ‘baroque’."),
    ],
)
def test_a_practice_with_a_fault_makes_nothing(run: Run, folder: Path, words: str, sentence: str) -> None:
    (folder / "text.png").write_text("hello")
    picture = io.BytesIO()
    Image.effect_noise((80, 80), 50).save(picture, "PNG")
    (folder / "cut.png").write_bytes(picture.getvalue()[:2000])
    Image.new("1", (9000, 9000)).save(folder / "huge.png")
    (folder / "practice.yaml").write_text(f"name: X\n{words}\n", "utf-8")
    assert sentence in run("build", "where-harm-occurred", code=1).stderr
    assert not (folder / "handouts").exists()


def test_two_worksheets_of_one_name_are_refused(run: Run, folder: Path) -> None:
    run("new", "mine")
    run("new", "other")
    twin = folder / "elsewhere/mine.yaml"
    twin.parent.mkdir()
    twin.write_bytes((folder / "worksheets/own/mine.yaml").read_bytes())
    assert "would become the same handout" in run("build", "mine", "elsewhere/mine.yaml", code=1).stderr
    assert not (folder / "handouts").exists()


def test_a_file_where_a_folder_is_needed(run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out/en").write_text("mine")
    result = run("build", "where-harm-occurred", "-o", "out", code=1)
    assert "A file stands where a folder is needed." in result.stderr
    assert made(folder) == ["out/en"]


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), SystemExit(143)], ids=repr)
@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_whatever_ends_the_writing_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Any, at: str
) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"old")

    def fail(*_: Any) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fail) if at == "fsync" else monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((Refused, KeyboardInterrupt, SystemExit)):
        files.write_whole(path, b"new")
    monkeypatch.undo()
    assert made(tmp_path) == ["old.pdf"]
    assert path.read_bytes() == b"old"


def test_a_full_disk_is_told_in_a_sentence(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "where-harm-occurred.pdf: The disk is full." in run("build", "where-harm-occurred", code=1).stderr
    assert made(folder) == []


def test_stopping_it_is_told_in_a_sentence(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    assert "Stopped." in run("build", "where-harm-occurred", code=130).stderr
    assert made(folder) == []


def heed_interrupts() -> None:
    """What a shell runs in the background ignores SIGINT, and so would all that it starts (POSIX.1, 2.11)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_ended_leaves_whole_files_only(folder: Path, jobs: str, ends: Any) -> None:
    sheet = Path(Library.open().worksheets["trusting-myself-again"]).read_bytes()
    paths = [folder / "many" / f"sheet-{number}.yaml" for number in range(60)]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_bytes(sheet)
    command = [sys.executable, "-m", "worksheet_builder", "build", "-j", jobs, *map(str, paths)]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, preexec_fn=heed_interrupts
    )
    until = time.monotonic() + 60
    while len(made(folder / "handouts")) < 12 and time.monotonic() < until and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, ends)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + ends, said.decode()
    assert b"Traceback" not in said
    names = made(folder / "handouts")
    assert 0 < len(names) < 60 * len(USUAL)
    assert not [name for name in names if Path(name).suffix[1:] not in USUAL]
    assert all((folder / "handouts" / name).read_bytes()[-6:-1] for name in names)


def digest(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in made(folder)}


def test_the_same_input_makes_the_same_bytes(tmp_path: Path) -> None:
    """Across hash seeds, time zones, locales, folders and numbers of processes."""
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "JOBS": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "JOBS": "3"},
    ]
    found = []
    for number, surrounding in enumerate(surroundings):
        folder = tmp_path / f"at {number}" / "é"
        folder.mkdir(parents=True)
        command = [sys.executable, "-m", "worksheet_builder", "build", *LIBRARY, "--edition", "therapist"]
        command += ["-l", "en", "-l", "es", "-j", surrounding["JOBS"]]
        subprocess.run(command, cwd=folder, env={**os.environ, **surrounding}, check=True, capture_output=True)
        found.append(digest(folder / "handouts"))
    assert found[0] == found[1]
    assert len(found[0]) == len(LIBRARY) * 2 * len(USUAL)


def test_no_handout_tells_where_it_was_made(run: Run, folder: Path, practice: Path) -> None:
    run("new", "mine")
    run("build", "mine", "--practice", practice)
    for name in made(folder / "handouts"):
        data = (folder / "handouts" / name).read_bytes()
        inside = [data]
        if name.endswith(".docx"):
            archive = zipfile.ZipFile(io.BytesIO(data))
            inside += [archive.read(part) for part in archive.namelist()]
        assert not [part for part in inside if str(folder).encode() in part]


def test_the_plan_goes_worksheet_by_worksheet() -> None:
    paths = [Path("a/one.yaml"), Path("b/two.yaml")]
    jobs = plan(paths, ["en", "es"], ["pdf"])
    assert jobs == (
        Job(paths[0], "en", ("pdf",)),
        Job(paths[0], "es", ("pdf",)),
        Job(paths[1], "en", ("pdf",)),
        Job(paths[1], "es", ("pdf",)),
    )


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_results_come_in_the_order_of_the_plan(folder: Path, workers: int | None) -> None:
    library = Library.open()
    jobs = plan([library.worksheets[name] for name in LIBRARY], ["en"], USUAL[::-1])
    workshop = JobRunner(Composer(library, Order(output=folder / "out")), Manifest(folder / "out"))
    results = [(one.worksheet, one.format) for one in build(jobs, workshop, workers)]
    assert results == [(name, kind) for name in LIBRARY for kind in USUAL[::-1]]


def test_the_work_can_be_sent_to_another_process(folder: Path, practice: Path) -> None:
    """Where processes are not forked, as on Windows and macOS, what they do is pickled."""
    library = Library.open()
    order = Order(practice=practice, edition=Edition.THERAPIST, output=folder / "out", overwrite=True)
    composer = Composer(library, order).prepared()
    workshop = JobRunner(composer, Manifest(folder / "out"))
    job = Job(library.worksheets["where-harm-occurred"], "en", tuple(FORMATS))
    here = workshop.make(job)
    there = pickle.loads(pickle.dumps(workshop.make))(pickle.loads(pickle.dumps(job)))
    assert all(made.status is Status.UNCHANGED for made in there), "the same bytes are not written twice"
    assert [replace(made, status=Status.MADE) for made in there] == list(pickle.loads(pickle.dumps(here)))


def test_other_programs_find_the_tags_and_the_fields(run: Run, folder: Path) -> None:
    """Every entry of the catalogue leads straight to its object, as an object stream demands (ISO 32000-1, 7.5.7)."""
    run("build", "where-harm-occurred", "-f", "pdf")
    with pikepdf.open("handouts/en/where-harm-occurred.pdf") as pdf:
        assert isinstance(pdf.Root.StructTreeRoot, pikepdf.Dictionary)
        assert isinstance(pdf.Root.Metadata, pikepdf.Stream)
        assert len(pdf.Root.AcroForm.Fields) > 0


def test_protection_is_asked_for(run: Run, folder: Path) -> None:
    run("build", "where-harm-occurred", "-f", "docx", "--protect")
    with zipfile.ZipFile("handouts/en/where-harm-occurred-protected.docx") as file:
        assert b'w:documentProtection w:edit="forms"' in file.read("word/settings.xml")
    assert "made" in run("build", "where-harm-occurred", "-f", "docx").stderr, "without it, it is another handout"
    with zipfile.ZipFile("handouts/en/where-harm-occurred.docx") as file:
        assert b"documentProtection" not in file.read("word/settings.xml")
