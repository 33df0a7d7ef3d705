"""`practice.yaml`: every field that can be wrong is told in a sentence, with its place and what to do."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from worksheet_builder.checks.library_check import check_practice
from worksheet_builder.definitions.practice_remarks import remarks_on
from worksheet_builder.document import Paper
from worksheet_builder.fonts.families import FAMILIES, stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_practice

from ...conftest import Run

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs/example-practice/practice.yaml"
TODAY = date(2026, 11, 23)


def told(folder: Path, text: str) -> list[str]:
    path = folder / "practice.yaml"
    path.write_text(text, "utf-8")
    checked = check_practice(Library.open(folder), path, TODAY)
    lines = [problem.place.line if problem.place else 0 for problem in checked.problems]
    return [f"{line}: {it.sentence} | {it.hint}" for line, it in zip(lines, checked.problems, strict=True)]


def test_the_example_uses_every_part_and_is_sound() -> None:
    checked = check_practice(Library.open(EXAMPLE.parent), EXAMPLE, TODAY)
    assert not checked.problems
    assert all(told.sentence.startswith("Crisis contacts, United Kingdom: ") for told in checked.advice)
    practice = read_practice(EXAMPLE)
    assert practice.languages == ("en", "es")
    assert practice.sheet_of_paper() is Paper.A4
    assert practice.people[0].registration


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("country: UK\n", "1: ‘UK’ is not a country code. | Did you mean GB, United Kingdom?"),
        ("country: gb\n", "1: ‘gb’ is not a country code. | Did you mean GB, United Kingdom?"),
        ("country: Spain\n", "1: ‘Spain’ is not a country code. | Did you mean ES, Spain?"),
        ("country: XX\n", "1: ‘XX’ is not a country code. | Use two capitals, such as GB or US."),
        ("name: X\nlanguages: [en, xx]\n", "2: ‘xx’ is not a language. | Use a tag such as en, es or pt-BR."),
        ("languages: [en, en]\n", "1: A language stands twice. | Keep one of the two."),
        ("languages: en\n", "1: ‘languages’ has to be a list. | "),
        ("email: us at example\n", "1: ‘us at example’ is not an e-mail address. | Write it like us@example.org."),
        ("website: our site\n", "1: ‘our site’ is not a web address. | Write it like example.org."),
        ("phone: none\n", "1: ‘none’ is not a telephone number. | Write digits and spaces."),
        ("require: perfect\n", "1: ‘require’ cannot be ‘perfect’. | Choose from: draft, translated, reviewed."),
        (f"header: {'word ' * 10}\n", "1: ‘header’ has 49 characters; there is room for 48. | "),
        ("name: X\nfont: comic\n", "2: The font family comic is not installed. | "),
        ("font: lexnd\n", "1: The font family lexnd is not installed. | Did you mean ‘lexend’?"),
        ("font_files: {regular: none.ttf}\n", "1: There is no file ‘none.ttf’. | "),
        ("font_files: {bold: text.ttf}\n", "1: ‘regular’ is missing in ‘fontfiles’. | "),
        ("name: X\nfont_files: {regular: text.ttf}\n", "2: "),
        ("people: [{title: doctor}]\n", "1: ‘name’ is missing in ‘person’. | Add a line ‘name: …’."),
        ("crisis: [{name: A, number: soon}]\n", "1: ‘soon’ is not a telephone number. | Write digits and spaces."),
        ('crisis: [{name: A, number: "1", hours: [{opens: "9", closes: "17:00"}]}]\n', "1: ‘9’ is not a time. | "),
        ('crisis: [{name: A, number: "1", hours: [{days: [mo], opens: "09:00", closes: "17:00"}]}]\n', "1: ‘days’ "),
        ('crisis:\n- {name: A, number: "1"}\n- {name: B, number: "1"}\n', "3: The number 1 stands twice. | "),
        ("name: X\nlogo_height: 50\n", "2: ‘logo_height’ is 50. | Give millimetres from 6 to 30."),
        ("logo_place: top\n", "1: ‘logo_place’ cannot be ‘top’. | Choose from: left, right, above, centre."),
        ("name: X\nlogo_holds_name: true\n", "2: With ‘logo_holds_name’ there has to be a ‘logo’. | Add one."),
        (
            "design: clera\n",
            "1: There is no design ‘clera’. | Did you mean ‘clear’? Choose from: banner, book, clear, letter.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "text.ttf").write_text("not a font")
    found = told(tmp_path, text)
    assert len(found) == 1 and found[0].startswith(sentence), found


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_that_is_promised_is_there(tmp_path: Path, family: str) -> None:
    assert not told(tmp_path, f"name: X\nfont: {family}\n")
    assert len(FAMILIES) >= 4


def test_letters_of_its_own_are_taken(tmp_path: Path) -> None:
    regular = Path(stack(Language.of("en"), "atkinson-hyperlegible").regular[0].path)
    (tmp_path / "ours.ttf").write_bytes(regular.read_bytes())
    assert not told(tmp_path, "name: X\nfont_files: {regular: ours.ttf}\n")
    letters = read_practice(tmp_path / "practice.yaml").letters()
    assert stack(Language.of("en"), letters).name == "Atkinson Hyperlegible"


def test_a_font_without_the_letters_of_a_language_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "practice.yaml"
    path.write_text("name: X\nfont: atkinson-hyperlegible\nlanguages: [en, ar]\n", "utf-8")
    (problem,) = remarks_on(read_practice(path), ("en", "es", "ar"))
    assert problem.sentence == "The font atkinson-hyperlegible does not have the letters of Arabic."
    assert (problem.place.line, problem.place.column) == (2, 7)
    assert problem.hint.startswith("Arabic is set in Noto Sans Arabic.")
    assert problem in check_practice(Library.open(tmp_path), path, TODAY).advice


def test_no_font_of_its_own_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "practice.yaml"
    path.write_text("name: X\n", "utf-8")
    assert not [*remarks_on(read_practice(path), ("ar", "hi", "uk"))]


def test_what_is_missing_and_what_is_old_is_advice(tmp_path: Path) -> None:
    path = tmp_path / "practice.yaml"
    path.write_text("name: X\ncountry: MX\n", "utf-8")
    checked = check_practice(Library.open(tmp_path), path, TODAY)
    sentences = [problem.sentence for problem in checked.advice]
    assert not checked.problems
    assert "Handouts carry no logo." in sentences
    assert sentences[-1].startswith(
        "Crisis contacts, Mexico: printed, to be checked: Línea de la Vida 800 911 2000 (source of 2025-12-24)"
    )


def test_a_picture_with_few_dots_is_told(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "practice.yaml"
    path.write_text("name: X\nlogo: logo.png\nlogo_height: 26\n", "utf-8")
    for high, told in ((40, True), (400, False)):
        Image.new("RGB", (high, high)).save(tmp_path / "logo.png")
        advice = check_practice(Library.open(tmp_path), path, TODAY).advice
        assert any(f"{high} dots high, which looks coarse at 26 mm" in it.sentence for it in advice) is told


def svg(inside: str, box: str = 'viewBox="0 0 40 20"', head: str = "") -> str:
    xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" {xlink} {box}>{inside}</svg>'


USES = '<g id="a"><path d="M0 0h1"/></g>' + "".join(
    f'<g id="{b}"><use href="#{a}"/><use href="#{a}"/></g>' for a, b in zip("abcdefghijk", "bcdefghijkl", strict=False)
)


@pytest.mark.parametrize(
    ("drawing", "sentence"),
    [
        (svg("<script>alert(1)</script>"), "The drawing holds a script."),
        (svg('<rect width="1" height="1" onclick="x()"/>'), "The drawing holds a script."),
        (svg('<image href="https://example.org/a.png"/>'), "The drawing holds a picture of another kind."),
        (svg('<use xlink:href="https://example.org/a.svg#b"/>'), "The drawing refers to something outside itself."),
        (svg('<use href="file:///etc/passwd"/>'), "The drawing refers to something outside itself."),
        (svg('<rect fill="url(https://example.org/a)"/>'), "The drawing refers to something outside itself."),
        (svg("<style>@import 'https://example.org/a.css';</style>"), "The drawing refers to something outside itself."),
        (svg('<text x="0" y="9">Name</text>'), "The drawing holds letters that need a font."),
        (svg("<foreignObject/>"), "The drawing holds a piece of a web page."),
        (svg("<animate/>"), "The drawing uses ‘animate’, which a printed logo cannot."),
        (svg("&x;", head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "The drawing holds shorthands"),
        (svg("<g>"), "The drawing is damaged."),
        (svg("", box=""), "The drawing does not say a size that a logo can have."),
        (svg("", box='viewBox="0 0 1 400"'), "The drawing does not say a size that a logo can have."),
        (svg("<g>" * 70 + "</g>" * 70), "The drawing is far too large for a logo."),
        (svg(USES), "The drawing repeats its parts too often."),
        ("<html/>", "The logo is called an SVG drawing, but it is a web page."),
        (svg(" " * 1_000_001), "The drawing is larger than a megabyte."),
    ],
)
def test_a_drawing_that_could_do_harm_is_refused(tmp_path: Path, drawing: str, sentence: str) -> None:
    (tmp_path / "logo.svg").write_text(drawing, "utf-8")
    (found,) = told(tmp_path, "name: X\nlogo: logo.svg\n")
    assert found.split(": ", 1)[1].startswith(sentence)
    assert " | " in found and not found.endswith(" | ")


def test_a_drawing_keeps_what_draws_and_nothing_of_its_maker(tmp_path: Path) -> None:
    from worksheet_builder.definitions.logo import read_logo

    drawn = '<path d="M0 0H40V20H0Z" fill="#123456"/>'
    maker = "<metadata>Zacharias</metadata><title>Zacharias</title><!-- Zacharias -->"
    path = tmp_path / "logo.svg"
    path.write_text(svg(maker + drawn, head='<?xml version="1.0"?>'), "utf-8")
    logo = read_logo(path)
    assert logo.vector and b"Zacharias" not in logo.vector and b'fill="#123456"' in logo.vector
    with Image.open(io.BytesIO(logo.data)) as picture:
        assert picture.height >= 300 and abs(picture.width - 2 * picture.height) <= 1
        assert picture.convert("RGB").getpixel((5, 5)) == (0x12, 0x34, 0x56)


def test_a_large_picture_is_made_as_small_as_paper_can_show(tmp_path: Path) -> None:
    from worksheet_builder.definitions.logo import read_logo

    small, large = tmp_path / "small.png", tmp_path / "large.png"
    Image.new("RGB", (600, 300), "#345678").save(small)
    Image.new("RGBA", (6000, 3000), "#34567880").save(large)
    assert read_logo(small).data == small.read_bytes()
    with Image.open(io.BytesIO(read_logo(large).data)) as picture:
        assert picture.height < 400 and picture.mode == "RGBA"


def test_both_logos_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(svg("<script/>"), "utf-8")
    (tmp_path / "b.png").write_bytes(b"GIF89a")
    found = told(tmp_path, "name: X\nlogo: a.svg\nlogo_on_dark: b.png\n")
    assert len(found) == 2


def test_nothing_is_written_for_a_practice_with_a_fault(run: Run, folder: Path) -> None:
    (folder / "practice.yaml").write_text("country: UK\n", "utf-8")
    assert "Did you mean GB" in run("practice", "preview", code=1).stderr
    assert "Did you mean GB" in run("practice", "check", code=1).stderr
    assert [path.name for path in folder.iterdir()] == ["practice.yaml"]


def test_without_a_practice_there_is_nothing_to_check(run: Run) -> None:
    assert "There is no practice.yaml here." in run("practice", "check", code=1).stderr


def test_what_init_writes_is_sound_when_every_line_is_used(run: Run, folder: Path) -> None:
    run("init", "--name", "Ours", "--country", "GB")
    run("practice", "check")
    text = (folder / "practice.yaml").read_text("utf-8")
    keys = "strapline accent ink tint header footer address phone people languages crisis in".split()
    for line in text.splitlines():
        if any(line.startswith(f"# {key}:") for key in keys) or line.startswith(("#   ", "#     ", "#       ")):
            text = text.replace(line, line[2:])
    text = text.replace("  regular: our-letters-regular.ttf\n", "").replace("  bold: our-letters-bold.ttf\n", "")
    (folder / "practice.yaml").write_text(text, "utf-8")
    run("practice", "check")
    assert read_practice(folder / "practice.yaml").people


def test_a_broken_practice_raises_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "practice.yaml").write_text("country: UK\nemail: x\nfont: y\n", "utf-8")
    with pytest.raises(Refused) as refused:
        read_practice(tmp_path / "practice.yaml")
    assert [problem.place.line for problem in refused.value.problems if problem.place] == [1, 2, 3]
