"""Languages of regions, names for languages, and a language begun for clients only, told through the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from worksheet_builder.foundation.languages import Language
from worksheet_builder.project import language_files
from worksheet_builder.translation.language_facts import Facts
from worksheet_builder.translation.pseudo_language import said

from ..absent import ABSENT
from ..conftest import Run

TAG = ABSENT[0]


@pytest.fixture
def project(run: Run, folder: Path) -> Path:
    """A project without anything of its own."""
    run("init", "--name", "Open Door")
    return folder


@pytest.mark.parametrize("tag", ["es-MX", "zh-CN", "ar-EG", "fa-AF", "hi-IN"])
def test_a_region_has_the_words_of_its_language(run: Run, project: Path, tag: str) -> None:
    run("build", "waves", "-l", tag, "-f", "html")
    assert f'lang="{tag}"' in (project / f"handouts/{tag}/waves.html").read_text("utf-8")


def test_its_own_digits_stand_on_the_page(run: Run, project: Path) -> None:
    plain, regional = (run("show", "where-harm-occurred", "-l", tag).stdout for tag in ("ar", "ar-EG"))
    assert "26 شخصًا" in plain
    assert "٢٦ شخصًا" in regional and "26 شخصًا" not in regional


def test_another_script_is_not_taken_for_it(run: Run, project: Path) -> None:
    assert (
        "There is no Chinese (Traditional, Taiwan) translation" in run("build", "waves", "-l", "zh-TW", code=1).stderr
    )


@pytest.mark.parametrize(("word", "tag"), [("zh", "zh-Hans"), ("Spanish", "es"), ("español", "es")])
def test_a_language_is_understood_by_its_name(run: Run, project: Path, word: str, tag: str) -> None:
    run("build", "waves", "-l", word, "-f", "html")
    assert (project / f"handouts/{tag}/waves.html").is_file()


@pytest.mark.parametrize(("word", "tag"), [("sp", "es"), ("ua", "uk")])
def test_a_slip_is_answered_with_what_there_is(run: Run, project: Path, word: str, tag: str) -> None:
    told = run("build", "waves", "-l", word, code=2).stderr
    assert f"Did you mean ‘{tag}’?" in told
    assert "There are: ar (Arabic), " in told


def fill(path: Path) -> None:
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = said(entry.msgid)
    file.save()


def begun_for_clients(run: Run, project: Path) -> Path:
    run("translate", "start", TAG, "waves", "--for", "client")
    folder = project / "locales" / TAG
    for path in folder.glob("*.po"):
        fill(path)
    return folder


@pytest.mark.usefixtures("small_library")
def test_a_language_can_be_begun_for_clients(run: Run, project: Path) -> None:
    folder = begun_for_clients(run, project)
    text = (folder / "waves.po").read_text("utf-8") + (folder / "common.po").read_text("utf-8")
    assert 'msgctxt "therapist' not in text and 'msgctxt "notes.' not in text and 'msgctxt "closing.' in text
    run("translate", "update", TAG)
    assert 'msgctxt "therapist' not in (folder / "waves.po").read_text("utf-8")
    assert "are not translated yet" not in run("translate", "check", TAG, code=None).stderr


@pytest.mark.usefixtures("small_library")
def test_notes_that_nobody_translated_block_no_page_of_a_client(run: Run, project: Path) -> None:
    begun_for_clients(run, project)
    run("build", "waves", "-l", TAG, "-f", "docx")
    assert run("build", "waves", "-l", TAG, "-f", "docx", "--edition", "therapist", code=1).stderr


@pytest.mark.usefixtures("small_library")
def test_the_notes_are_asked_for_later(run: Run, project: Path) -> None:
    folder = begun_for_clients(run, project)
    run("translate", "update", TAG, "--for", "everyone")
    text = (folder / "waves.po").read_text("utf-8")
    assert 'msgctxt "therapist.' in text and "X-For" not in text


@pytest.mark.usefixtures("small_library")
def test_status_has_a_line_for_each_language_and_sheets_for_one(run: Run, project: Path) -> None:
    begun_for_clients(run, project)
    lines = run("translate", "status").stdout.splitlines()
    assert lines[0].split()[:3] == ["LANGUAGE", "NAME", "FOR"]
    assert [line.split()[0] for line in lines[1:]] == sorted({line.split()[0] for line in lines[1:]})
    assert "waves" not in "".join(lines)
    one = run("translate", "status", TAG).stdout
    assert "1 of " in one.splitlines()[1] and "\n" in one and "  waves " in one
    assert "  waves " in run("translate", "status", "--sheets").stdout


def test_a_language_begun_hides_nothing_that_the_library_knows_of_it(run: Run, project: Path) -> None:
    run("new", "my-sheet")
    run("translate", "start", "es", "my-sheet")
    facts = Facts.read(project / "locales/es/language.yaml", Language.of("es"))
    assert facts.quotation_marks == ("«", "»", "“", "”")


@pytest.fixture
def uncached() -> Iterator[None]:
    """What is known of languages is read anew, before and after."""
    language_files.language_files.cache_clear()
    yield
    language_files.language_files.cache_clear()


@pytest.mark.usefixtures("uncached")
def test_a_checkout_takes_over_what_the_package_says_of_a_language(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    described = project / f"data/languages/{TAG}.yaml"
    described.parent.mkdir(parents=True)
    described.write_text("# What is known.\nremarks: [tajjeb]\n", "utf-8")
    monkeypatch.setattr(language_files, "built_in_folder", lambda: project)
    monkeypatch.setattr(language_files, "package_file", lambda name: project / name)
    run("new", "my-sheet")
    run("translate", "start", TAG, "my-sheet")
    assert not described.exists()
    language_files.language_files.cache_clear()
    facts = Facts.read(project / f"locales/{TAG}/language.yaml", Language.of(TAG))
    assert facts.remarks == ("tajjeb",)
