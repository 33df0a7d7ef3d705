"""What a file or a stream does wrong without a word in other programs: told in a sentence, before anything is made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from worksheet_builder.checks.library_check import check_paths, check_practice
from worksheet_builder.fonts import families
from worksheet_builder.foundation.clock import today
from worksheet_builder.project.library import Library, Shelf

ROOT = Path(__file__).resolve().parents[2]
SHEET = """title: A hard visit
summary: For looking back.
why: It may help.
collection: own
intensity: settling
minutes: 10
evidence: []
blocks:
  - note: pause
    text: {text}
therapist:
  when: For anyone.
"""


def told(folder: Path, text: str, name: str = "my-sheet.yaml") -> list[str]:
    """The sentences about a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return [problem.sentence for problem in check_paths(Library.open(), [path]).problems]


def test_letters_that_no_font_has_are_told_by_check(tmp_path: Path) -> None:
    assert "No font has the character 𓀀 (U+13000)." in told(tmp_path, "name: The 𓀀 practice\n", "practice.yaml")
    assert not told(tmp_path, "name: Praxis Übergang · عيادة\n", "practice.yaml")


def test_letters_of_a_worksheet_are_told_at_their_line(tmp_path: Path) -> None:
    (source,) = ROOT.glob("worksheets/*/waves.yaml")
    path = tmp_path / "waves.yaml"
    path.write_text(source.read_text("utf-8").replace("title: ", "title: 𓀀 ", 1), "utf-8")
    found = check_paths(Library.open(), [path]).problems
    assert [it.sentence for it in found if "font" in it.sentence] == ["No font has the character 𓀀 (U+13000)."]
    assert [it.place.line for it in found if it.place and "font" in it.sentence] == [2]


def test_fonts_that_are_not_installed_are_told_in_one_line(few_sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = families._folder
    caches = (families._noto, families._noto_file, families._family)
    monkeypatch.setattr(families, "_folder", lambda package: None if package.endswith("cjk") else folder(package))
    library = Library((Shelf(few_sheets),))
    found = [
        it
        for it in check_paths(library, [few_sheets / "locales/zh-Hans"]).problems
        if "font" in f"{it.sentence} {it.hint}"
    ]
    for cache in caches:
        cache.cache_clear()
    assert [(it.sentence, it.hint) for it in found] == [
        (
            "The letters of Chinese (Simplified) are in no font that is installed.",
            "Install the fonts: pip install 'worksheet-builder[cjk]'.",
        )
    ]


def test_a_font_without_a_bold_is_told(tmp_path: Path) -> None:
    from reportlab import __file__ as reportlab

    (tmp_path / "Vera.ttf").write_bytes(Path(reportlab).with_name("fonts").joinpath("Vera.ttf").read_bytes())
    path = tmp_path / "practice.yaml"
    path.write_text("name: X\nfont_files:\n  regular: Vera.ttf\n", "utf-8")
    advice = [it.sentence for it in check_practice(Library.open(), path, today()).advice]
    assert [it for it in advice if "bold" in it] == [
        "The font Bitstream Vera Sans comes without a bold, so headings and strong words look like the others."
    ]


def test_a_font_that_is_only_to_be_printed_is_told(tmp_path: Path) -> None:
    from reportlab import __file__ as reportlab

    data = bytearray(Path(reportlab).with_name("fonts").joinpath("Vera.ttf").read_bytes())
    directory = next(at for at in range(12, 400, 16) if data[at : at + 4] == b"OS/2")
    table = int.from_bytes(data[directory + 8 : directory + 12], "big")
    data[table + 8 : table + 10] = b"\0\4"
    (tmp_path / "Vera.ttf").write_bytes(data)
    path = tmp_path / "practice.yaml"
    path.write_text("name: X\nfont_files:\n  regular: Vera.ttf\n  bold: Vera.ttf\n", "utf-8")
    advice = [it.sentence for it in check_practice(Library.open(), path, today()).advice]
    assert (
        "The maker of the font Bitstream Vera Sans allows documents to be read and printed, not to be filled in."
        in advice
    )


def test_two_stars_are_told(tmp_path: Path) -> None:
    assert "‘summary’ has two stars together, which do not make words stand out." in told(
        tmp_path, SHEET.format(text="x").replace("For looking", "For **looking**")
    )


FOREIGN = ("__Bold__", "<b>", "</strong>", "<br/>", '<a href="x">', "&nbsp;", "&#8217;", "[here](https://example.org)")


def advised(folder: Path, words: str) -> list[str]:
    """What is advised on a sheet of the library whose title has these words."""
    (source,) = ROOT.glob("worksheets/*/waves.yaml")
    text = source.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    path = folder / "waves.yaml"
    path.write_text(text.replace(title, f"title: '{words}'", 1), "utf-8")
    return [it.sentence for it in check_paths(Library.open(), [path]).advice]


@pytest.mark.parametrize("mark", FOREIGN)
def test_marks_of_other_kinds_of_text_are_told(tmp_path: Path, mark: str) -> None:
    assert f"‘{mark}’ means nothing here and is printed as it stands." in advised(tmp_path, f"For {mark} now")


@pytest.mark.parametrize(
    "words", ["Name: ____", "a < b and c > d", "R&D; tea", "[ ] (not yet)", "snake__case__x", "_so_"]
)
def test_words_that_only_look_like_marks_are_left_alone(tmp_path: Path, words: str) -> None:
    assert not [sentence for sentence in advised(tmp_path, words) if "printed as it stands" in sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            SHEET.format(text="x").replace("    text", "\u00a0\u00a0\u00a0\u00a0text"),
            "This line is indented with no-break",
        ),
        (SHEET.format(text="x").replace("summary: ", "\u2003summary: "), "This line is indented with no-break"),
        (SHEET.format(text="x").replace("title: ", "title:\u00a0"), "After this colon stands a no-break space."),
    ],
)
def test_spaces_that_only_look_like_some_are_told(tmp_path: Path, text: str, sentence: str) -> None:
    (found,) = told(tmp_path, text)
    assert found.startswith(sentence)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize("arguments", [["list"], ["schema"], ["check", "--json", "worksheets"]])
def test_a_full_disk_ends_in_a_sentence(arguments: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "worksheet_builder", *arguments]
        ended = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == (
        "What was to be shown could not be written: No space left on device. Check where the output goes."
    )
    assert "Traceback" not in ended.stderr
