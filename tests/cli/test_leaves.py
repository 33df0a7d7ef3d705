"""The page for other people by itself, and handouts without examples: what they are named, and what they hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2

from worksheet_builder.project.package_files import built_in_folder

from ..conftest import Run

FULL = """\
name: Riverside Practice
strapline: Psychological therapy
footer: Bring this to therapy
phone: 020 7946 0000
country: GB
crisis:
- {name: Our crisis line, number: 020 7946 0001}
"""


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_a_leaf_is_one_page_of_its_own(run: Run, folder: Path) -> None:
    (folder / "practice.yaml").write_text(FULL, "utf-8")
    run("build", "my-care-preferences", "-f", "pdf", "--leaf", "-o", "out")
    (only,) = pages(folder / "out/en/my-care-preferences-leaf.pdf")
    assert "My name, and what I like to be called:" in only
    assert not any(word in only.lower() for word in ("riverside", "therap", "crisis", "7946", "116", "999", "page 1"))


def test_no_part_of_its_word_file_says_whose_it_is(run: Run, folder: Path) -> None:
    (folder / "practice.yaml").write_text(FULL, "utf-8")
    run("build", "my-care-preferences", "-f", "docx", "--leaf", "-o", "out")
    with zipfile.ZipFile(folder / "out/en/my-care-preferences-leaf.docx") as archive:
        everything = b" ".join(map(archive.read, archive.namelist())).decode("utf-8", "ignore").lower()
    assert not any(word in everything for word in ("riverside", "therap", "crisis", "7946"))


def test_it_is_the_last_page_of_the_handout_with_nothing_around_it(run: Run, folder: Path) -> None:
    (folder / "practice.yaml").write_text(FULL, "utf-8")
    run("build", "my-care-preferences", "-f", "pdf", "-o", "out")
    *before, last = pages(folder / "out/en/my-care-preferences.pdf")
    assert all("Riverside" in page for page in before)
    assert "The last part is for staff." in before[0]
    run("build", "my-care-preferences", "-f", "pdf", "--leaf", "-o", "out")
    assert pages(folder / "out/en/my-care-preferences-leaf.pdf")[0].split() == last.split()


def test_a_sheet_without_one_says_so(run: Run) -> None:
    told = run("build", "waves", "-f", "pdf", "--leaf", code=1).stderr
    assert "The worksheet ‘waves’ has no leaf for other people." in told


def test_all_leaves_are_those_there_are(run: Run, folder: Path) -> None:
    run("build", "--all", "-f", "docx", "--leaf", "-o", "out")
    sheets = Path(built_in_folder(), "worksheets").glob("*/*.yaml")
    with_a_leaf = {f"{path.stem}-leaf.docx" for path in sheets if "\nleaf:" in path.read_text("utf-8")}
    assert {path.name for path in folder.glob("out/en/*")} == with_a_leaf != set()


def test_a_leaf_has_no_notes(run: Run) -> None:
    assert "leave --edition out" in run("build", "waves", "--leaf", "--edition", "therapist", code=2).stderr


def test_examples_are_left_out_when_asked(run: Run, folder: Path) -> None:
    run("build", "words-for-hard-moments", "-f", "pdf", "-o", "out")
    run("build", "words-for-hard-moments", "-f", "pdf", "-o", "out", "--no-examples")
    with_, without = (
        " ".join(pages(folder / f"out/en/words-for-hard-moments{end}.pdf")) for end in ("", "-no-examples")
    )
    assert "For example:" in with_
    assert "For example:" not in without
