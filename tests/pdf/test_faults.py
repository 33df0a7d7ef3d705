"""What cannot be written is refused with a plain sentence and its place; there is no file then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder import pdf
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Paragraph
from worksheet_builder.fonts.families import Family, stack
from worksheet_builder.fonts.own_family import own
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.problems import Place, Problem, Refused
from worksheet_builder.project.library import Library

from .opened import objects
from .samples import PLAIN, SAMPLES, said

LATIN = Path(stack(Language.of("en")).regular[0].path)
HEBREW = Path(stack(Language.of("he")).regular[0].path)


def only(caught: pytest.ExceptionInfo[Refused]) -> Problem:
    (problem,) = caught.value.problems
    return problem


def test_a_character_that_no_font_has() -> None:
    sample = SAMPLES["english"][0]
    phrase = replace(said("A sign \U00012000 from Uruk"), place=Place("sheet.yaml", 7, 5))
    with pytest.raises(Refused) as caught:
        pdf.write(replace(sample, nodes=(*sample.nodes, Paragraph(phrase))), PLAIN)
    assert str(only(caught)) == "sheet.yaml:7:5: No font has the character \U00012000 (U+12000 CUNEIFORM SIGN A)."
    assert only(caught).hint == "Use another character for it."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "The font file {} cannot be opened."),
        (b"", "{} cannot be used as a font: it is broken, or another kind of file."),
        (b"not a font", "{} cannot be used as a font: it is broken, or another kind of file."),
        (LATIN.read_bytes()[:3000], "{} cannot be used as a font: {why}"),
    ],
)
def test_a_font_file_that_is_none(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    path = tmp_path / "letters.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        own(path)
    assert only(caught).sentence.startswith(sentence.format(path, why=""))
    assert only(caught).hint


def test_a_font_without_the_script_is_helped_out() -> None:
    """A practice's Hebrew font in an English sheet: the letters that it lacks come from Noto Sans."""
    data = pdf.write(SAMPLES["english"][0], branded(own(HEBREW)))
    assert b"NotoSans" in _names(data)


def test_a_font_of_the_practice_is_used() -> None:
    assert b"NotoSans-400" in _names(pdf.write(SAMPLES["english"][0], branded(own(LATIN))))


def branded(font: Family) -> Brand:
    """The plain brand in letters of its own."""
    return replace(PLAIN, font=font)


def _names(data: bytes) -> bytes:
    return b" ".join(str(entry.BaseFont).encode() for entry in objects(data) if "/BaseFont" in entry)


@pytest.mark.parametrize(
    ("practice", "files", "place", "sentence"),
    [
        (
            "logo: logo.png",
            {"logo.png": b"words"},
            "logo.png",
            "The logo is not a PNG, JPEG or WebP picture, nor an SVG drawing.",
        ),
        (
            "font_files:\n  regular: own.ttf",
            {"own.ttf": b"words"},
            "practice.yaml",
            "own.ttf cannot be used as a font: it is broken, or another kind of file.",
        ),
        ("font_files:\n  regular: gone.ttf", {}, "practice.yaml", "There is no file ‘gone.ttf’."),
    ],
)
def test_the_files_of_a_practice(
    run: Any, folder: Path, practice: str, files: dict[str, bytes], place: str, sentence: str
) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "practice.yaml").write_text(f"name: A\n{practice}\n", "utf-8")
    told = run("build", "where-harm-occurred", "-f", "pdf", "--practice", "practice.yaml", code=1)
    assert told.stderr.startswith(place)
    assert sentence in told.stderr
    assert not list(folder.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("title: Trusting", "title: \U00012000 Trusting", "No font has the character \U00012000"),
        ("lines: 2", "lines: 60", "‘lines’ is 60, more than it can be."),
    ],
)
def test_a_worksheet_that_cannot_be_printed(run: Any, folder: Path, was: str, now: str, sentence: str) -> None:
    original = Library.open().worksheets["trusting-myself-again"].read_text("utf-8")
    assert was in original
    (folder / "mine.yaml").write_text(original.replace(was, now, 1), "utf-8")
    told = run("build", "mine.yaml", "-f", "pdf", code=1)
    assert sentence in told.stderr
    assert told.stderr.startswith("mine.yaml:")
    assert not list(folder.rglob("*.pdf"))
