"""Letters on sloping lines (Nastaliq), which no Python package brings: where they are found, and pages set in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.practice import Practice
from worksheet_builder.definitions.practice_remarks import remarks_on
from worksheet_builder.fonts import families
from worksheet_builder.fonts.faces import Face, letters_of
from worksheet_builder.fonts.families import FontFile, stack
from worksheet_builder.fonts.installed import _files, folders, installed
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library

from ..conftest import FONTS_HERE
from ..library.fit import PRACTICES
from ..library.sheets import ROOT
from ..programs import ALL

URDU = Language.of("ur")
SHEETS = sorted(path.stem for path in (ROOT / "locales" / "ur").glob("*.po") if path.stem != "common")


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    """What was found before counts neither here nor afterwards."""
    _files.cache_clear()
    families._nastaliq.cache_clear()
    yield
    _files.cache_clear()
    families._nastaliq.cache_clear()


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders of fonts, looked into in this order."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    monkeypatch.setenv("WORKSHEET_BUILDER_FONTS", os.pathsep.join(map(str, (first, second, tmp_path / "absent"))))
    return first, second


def system_font() -> Path:
    """The font where this system keeps it, or another that a test names; skips, or fails where no test may be skipped.

    The folders are those of the system, which the tests leave out of account elsewhere.
    """
    kept = os.environ.pop("WORKSHEET_BUILDER_FONTS")
    if FONTS_HERE != "those of the system":
        os.environ["WORKSHEET_BUILDER_FONTS"] = FONTS_HERE
    try:
        found = installed("NotoNastaliqUrdu-Regular.ttf", "NotoNastaliqUrdu[wght].ttf", "NotoNastaliq.ttc")
    finally:
        os.environ["WORKSHEET_BUILDER_FONTS"] = kept
        _files.cache_clear()
    if found is None:
        sentence = "Noto Nastaliq Urdu is not installed, so that pages in it are not tested here."
        pytest.fail(sentence) if os.environ.get(ALL) else pytest.skip(sentence)
    assert found
    return found


def test_a_font_is_found_by_the_name_of_its_file_and_the_first_folder_counts(own_folders: tuple[Path, Path]) -> None:
    first, second = own_folders
    deep = first / "truetype" / "noto"
    deep.mkdir(parents=True)
    for path in (deep / "One.ttf", second / "One.ttf", second / "Two.otf", second / "Three.txt"):
        path.touch()
    assert installed("One.ttf") == deep / "One.ttf"
    assert installed("Absent.ttf", "Two.otf") == second / "Two.otf"
    assert installed("Three.txt") is None


def test_folders_are_those_that_are_named_or_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHEET_BUILDER_FONTS", "")
    assert folders() == ()
    monkeypatch.delenv("WORKSHEET_BUILDER_FONTS")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
    assert folders()[-2:] == (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert Path("/System/Library/Fonts") in folders()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", "C:/Windows")
    assert Path("C:/Windows/Fonts") in folders()


def test_without_the_font_urdu_stands_in_upright_letters_and_that_is_told(own_folders: tuple[Path, Path]) -> None:
    assert stack(URDU).name == "Noto Sans Arabic"
    assert letters_of(URDU, "noto-sans") == "Arab"
    told = [problem.sentence for problem in remarks_on(Practice(Place("practice.yaml")), ["ur", "fa"])]
    assert told == ["Urdu is set in upright letters: Noto Nastaliq Urdu is not on this computer."]


def test_its_letters_are_as_large_as_those_of_others_and_stand_on_sloping_lines() -> None:
    upright = Face(stack(Language.of("fa")).regular[0])
    sloping = Face(FontFile(str(system_font())))
    assert (upright.sloped, sloping.sloped) == (False, True)
    heights = []
    for face in (upright, sloping):
        extents = face.font.get_glyph_extents(face.font.get_nominal_glyph(ord("ا")) or 0)
        assert extents
        heights.append(extents.y_bearing / face.upem)
    assert heights[1] == pytest.approx(heights[0], abs=0.03)
    assert sloping.ascent - sloping.descent == pytest.approx(2.05, abs=0.01)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sheet that Urdu has, set in the font for the practice with most to say, by a process of its own."""
    fonts, folder = system_font().parent, tmp_path_factory.mktemp("urdu")
    long = next(path for path in PRACTICES if path.stem == "long")
    order = ("build", *SHEETS, "--language", "ur", "--draft", "--practice", str(long), "--output", str(folder))
    environ = os.environ | {"WORKSHEET_BUILDER_FONTS": str(fonts)}
    command = (sys.executable, "-m", "worksheet_builder", *order)
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return folder / "ur"


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_takes_no_more_pages_than_in_english(pages: Path, name: str) -> None:
    document = pypdfium2.PdfDocument(pages / f"{name}.pdf")
    leaf = name in {
        path.stem for path in (ROOT / "worksheets").glob("*/*.yaml") if "\nleaf:" in path.read_text("utf-8")
    }
    assert len(document) <= (3 if leaf else 2)


def test_a_font_that_is_installed_later_is_seen(tmp_path: Path) -> None:
    """What was made without it is made again with it, and then no more."""
    command = (sys.executable, "-m", "worksheet_builder", "build", "waves", "-l", "ur", "--draft", "-f", "pdf")
    said = []
    for fonts in ("", str(system_font().parent), str(system_font().parent)):
        environ = os.environ | {"WORKSHEET_BUILDER_FONTS": fonts}
        done = subprocess.run(
            (*command, "-o", str(tmp_path)), cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        said.append("1 handout made" in done.stdout + done.stderr)
    assert said == [True, True, False]


def test_what_is_set_is_found_and_read(pages: Path) -> None:
    """Words of the page in the order of reading, in the letters of the font."""
    text = "".join(pypdfium2.PdfDocument(pages / "waves.pdf")[0].get_textpage().get_text_range().split())
    library = Library.open()
    title = Composer(library, Order(draft=True)).document(library.worksheets["waves"], "ur").title
    assert "".join(title.plain().split()) in text
    with pikepdf.open(pages / "waves.pdf") as file:
        fonts = {str(it.BaseFont) for it in file.objects if isinstance(it, pikepdf.Dictionary) and "/BaseFont" in it}
    assert any("NotoNastaliq" in font for font in fonts)
