"""`build --bilingual`: what is made, under which name, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.jobs import Job, plan
from worksheet_builder.build.order import Order
from worksheet_builder.document import words
from worksheet_builder.project.library import Library

from ..absent import ABSENT, english_name
from ..conftest import USUAL, Run
from .samples import arabic_project

SHEET = "where-harm-occurred"
OTHER, THIRD = ABSENT[:2]


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("[!.]*.*") if path.is_file())


def test_nothing_overwrites_the_sheet_in_one_language(run: Run, folder: Path) -> None:
    for choices in ((), ("-l", "es"), ("--bilingual", "es"), ("-l", "es", "--bilingual", "en", "--style", "low-ink")):
        run("build", SHEET, "-f", "docx", *choices)
    names = (f"en/{SHEET}", f"en/{SHEET}-en-es", f"es/{SHEET}", f"es/{SHEET}-es-en-low-ink")
    assert made(folder / "handouts") == sorted(f"{name}.docx" for name in names)


def test_json_tells_the_second_language(run: Run) -> None:
    (one,) = json.loads(run("build", SHEET, "-f", "pdf", "--bilingual", "es", "--json").stdout)
    assert (one["language"], one["bilingual"], Path(one["path"]).name) == ("en", "es", f"{SHEET}-en-es.pdf")
    (alone,) = json.loads(run("build", SHEET, "-f", "pdf", "--json").stdout)
    assert "bilingual" not in alone


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--bilingual", "en"), 2, "‘en’ cannot stand beside itself; give --bilingual another language than -l."),
        (("-l", "es", "-l", "en", "--bilingual", "es"), 2, "‘es’ cannot stand beside itself"),
        (("--bilingual", "xx"), 2, "Invalid value for '--bilingual'"),
        (("--bilingual", OTHER), 1, f"There is no {english_name(OTHER)} translation of ‘{SHEET}’."),
        (("-l", OTHER, "--bilingual", THIRD), 1, f"There is no {english_name(OTHER)} translation of ‘{SHEET}’."),
    ],
)
def test_what_cannot_be_made(run: Run, folder: Path, words: tuple[str, ...], code: int, sentence: str) -> None:
    assert sentence in run("build", SHEET, *words, code=code).stderr
    assert made(folder) == []


def test_the_notice_stands_there_if_either_language_is_not_reviewed(folder: Path) -> None:
    library = Library.open()
    for tag, other in (("en", "es"), ("es", "en")):
        notice = Composer(library).document(library.worksheets[SHEET], tag, other).header_footer.notice
        assert notice and notice.parallel and (notice.language, notice.parallel.language) == (tag, other)


def test_right_to_left_beside_left_to_right(run: Run, folder: Path) -> None:
    arabic_project(folder, SHEET)
    run("build", SHEET, "-l", "ar", "--bilingual", "es")
    run("build", SHEET, "--bilingual", "ar")
    assert len(made(folder / "handouts")) == 2 * len(USUAL)
    with pypdfium2.PdfDocument(folder / f"handouts/ar/{SHEET}-ar-es.pdf") as pdf:
        assert pdf.get_metadata_dict()["Title"]


def test_a_practice_contact_is_said_in_both(run: Run, folder: Path) -> None:
    practice = "name: Open Door\ncountry: US\ncrisis:\n  - {name: Our line, number: '000 999', always: true}\n"
    (folder / "practice.yaml").write_text(practice, "utf-8")
    library = Library.open(folder)
    document = Composer(library, Order(practice=folder / "practice.yaml")).document(
        library.worksheets[SHEET], "en", "es"
    )
    lines = [phrase.plain() for phrase in words(document) if phrase.plain().startswith("Our line · ")]
    assert lines == ["Our line · day and night", "Our line · día y noche"]


def test_the_plan_knows_the_second_language() -> None:
    assert plan([Path("a/one.yaml")], ["en"], ["pdf"], "es") == (Job(Path("a/one.yaml"), "en", ("pdf",), "es"),)
