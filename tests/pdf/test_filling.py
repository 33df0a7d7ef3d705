"""A client fills a sheet in their own script: what is typed is kept, can be drawn, and stands on the lines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unicodedata import category

import pikepdf
import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops

from worksheet_builder import pdf
from worksheet_builder.foundation.languages import Language
from worksheet_builder.pdf.form_fonts import NAMES

from .filling import fill, pictures, shown_in, unicode_map, visible, widgets, written_by_its_own_font
from .opened import instructions, opened
from .samples import CJK, PLAIN, SAMPLES, SPECIMENS, every_script, specimen, specimen_file, written

RectangleOp = tuple[float, float, float, float]
SCALE = 3.0
LATIN = "Anna, 24 May: 3 – €5"
"""What is typed between other letters: a name, a date, an amount."""


@every_script
def test_what_is_typed_is_kept(tag: str) -> None:
    typed = {
        widget.name: f"{SPECIMENS[tag]} {at}" for at, widget in enumerate(widgets(specimen_file(tag))) if widget.is_text
    }
    filled = fill(specimen_file(tag), typed.__getitem__)
    assert {widget.name: widget.value for widget in widgets(filled) if widget.is_text} == typed


@every_script
def test_the_font_of_a_field_draws_the_letters_of_the_language(tag: str) -> None:
    """Those of East Asia, and those that run to the left, are the viewer's own; there the Latin ones are looked at."""
    letters = (
        LATIN
        if tag in CJK or Language.of(tag).rtl
        else "".join(char for char in SPECIMENS[tag] if category(char)[0] in "LM")
    )
    drawn = written_by_its_own_font(specimen_file(tag), letters)
    before, after = pictures(specimen_file(tag)), pictures(drawn)
    fields = [widget for widget in widgets(drawn) if widget.is_text]
    assert fields
    for widget in fields:
        assert _ink(before[widget.page], after[widget.page], widget.box, 1.5) > 20, widget.name


@pytest.mark.parametrize("tag", ["en", "vi"])
def test_long_answers_are_kept_whole(tag: str) -> None:
    long = "\n".join(f"{SPECIMENS[tag]} {line}" for line in range(60))
    (kept,) = (
        widget.value for widget in widgets(fill(specimen_file(tag), lambda _: long)) if widget.name == "every-node.know"
    )
    assert kept.replace("\r\n", "\n").replace("\r", "\n") == long


def test_typed_lines_stand_on_the_ruled_lines() -> None:
    """The feet of the letters are a few points above each rule, so that the same page serves pen and keyboard."""
    data = written("english")
    name = "every-node.know"
    before, after = pictures(data, SCALE), pictures(fill(data, lambda _: "H\nH\nH\nH"), SCALE)
    (field,) = (widget for widget in widgets(data) if widget.name == name)
    feet = _feet(_difference(before[field.page], after[field.page], field.box, SCALE))
    rules = _rules(before[field.page], field.box, SCALE)
    assert len(feet) == 4
    for foot, rule in zip(feet, rules, strict=False):
        assert 1.5 <= (rule - foot) / SCALE <= 4.5


def _cut(picture: Image.Image, box: RectangleOp, scale: float) -> Image.Image:
    left, bottom, right, top = (value * scale for value in box)
    return picture.crop((int(left), int(picture.height - top), int(right), int(picture.height - bottom)))


def _difference(before: Image.Image, after: Image.Image, box: RectangleOp, scale: float) -> Image.Image:
    return ImageChops.difference(_cut(before, box, scale), _cut(after, box, scale))


def _ink(before: Image.Image, after: Image.Image, box: RectangleOp, scale: float) -> int:
    return sum(_difference(before, after, box, scale).histogram()[64:])


def _feet(picture: Image.Image) -> list[int]:
    """The lowest row of each run of rows that have ink."""
    inked = [max(picture.crop((0, y, picture.width, y + 1)).tobytes()) > 96 for y in range(picture.height)]
    return [y for y, (here, below) in enumerate(zip(inked, [*inked[1:], False], strict=True)) if here and not below]


def _rules(before: Image.Image, box: RectangleOp, scale: float) -> list[int]:
    """The first row of each rule that goes through the whole field."""
    area = _cut(before, box, scale)
    dark = [max(area.crop((9, y, area.width - 9, y + 1)).tobytes()) < 200 for y in range(area.height)]
    return [y for y, (above, here) in enumerate(zip([False, *dark], dark, strict=False)) if here and not above]


@pytest.mark.parametrize(
    ("tag", "letters"),
    {
        "es": "ÁÉÍÑÓÚÜáéíñóúü¿¡",
        "de": "ÄÖÜßäöü„“",
        "pl": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
        "cs": "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽáčďéěíňóřšťúůýž",
        "lt": "ĄČĘĖĮŠŲŪŽąčęėįšųūž",
        "tr": "ÇĞİÖŞÜçğıöşü",
        "ro": "ĂÂÎȘȚăâîșț",
        "cy": "ŴŶŵŷẀẁẄẅ",
        "mt": "ĊĠĦŻċġħż",
        "vi": "ĂẰẲẴẮẶÂẦẨẪẤẬĐÊỀỂỄẾỆÔỒỔỖỐỘƠỜỞỠỚỢƯỪỬỮỨỰỶỸỴ",
        "yo": "ẸỌṢǸŃẹọṣǹń",
        "ha": "ƁƊƘƴɓɗƙ",
        "ru": "ЁЖЩЪЫЭёжщъыэ",
        "uk": "ЄІЇҐєіїґ",
        "kk": "ӘҒҚҢӨҰҮҺәғқңөұүһ",
        "el": "ΆΈΉΊΌΎΏΐΰς",
        "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي٠١٢٣٤٥٦٧٨٩،؛؟",
        "fa": "پچژکگی۰۱۲۳۴۵۶۷۸۹",
        "ur": "ٹڈڑںھہےۓ",
        "hi": "अआइईउऊऋएऐओऔकखगघङक्षत्रज्ञ०१२३४५६७८९।",
        "th": "กขฃคฅฆงจฉ๐๑๒๓๔๕๖๗๘๙฿",
        "km": "កខគឃង០១២៣៤៥៦៧៨៩។",
        "ti": "ሀሐመሠረሰሸቀበተኀነአከወዐዘየደገጠጸፀፈ፡።",
        "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "hy": "ԱԲԳԴԵԶԷԸԹԺԻԼԽաբգդեզէըթ",
    }.items(),
)
def test_the_exemplar_letters_of_a_language_can_be_typed(tag: str, letters: str) -> None:
    """Every letter of the alphabet has a code in the fonts of the fields (CLDR, exemplarCharacters), and Latin too.

    Where text runs to the left the fonts have Latin letters only: programs draw others with fonts of their own.
    """
    language = Language.of(tag)
    with opened(pdf.write(replace(specimen("en"), language=language), PLAIN)) as file:
        fonts = file.Root.AcroForm.DR.Font
        for name in NAMES.values():
            assert language.rtl or shown_in(fonts[f"/{name}"], letters)
            assert shown_in(fonts[f"/{name}"], LATIN)


@every_script
def test_codes_are_glyphs_and_numbers_of_unicode(tag: str) -> None:
    """Programs that write in a field take a code for the character, or for the glyph: here they are the same."""
    with opened(specimen_file(tag)) as file:
        fonts = [file.Root.AcroForm.DR.Font[f"/{name}"] for name in NAMES.values()]
        for font in (font for font in fonts if font.Subtype == "/Type0"):
            below = font.DescendantFonts[0]
            assert below.CIDToGIDMap == "/Identity"
            letters = hb.Font(hb.Face(below.FontDescriptor.FontFile2.read_bytes()))
            for code, text in unicode_map(font).items():
                assert chr(code) == text
                assert letters.get_nominal_glyph(code) == code
                assert font_width(below, code) == pytest.approx(
                    letters.get_glyph_h_advance(code) * 1000 / letters.scale[0], abs=1
                )


def font_width(font: Any, code: int) -> int:
    """The width of a code as the file says it."""
    runs = list(font.W)
    for first, widths in zip(runs[::2], runs[1::2], strict=True):
        if int(first) <= code < int(first) + len(widths):
            return int(widths[code - int(first)])
    raise KeyError(code)


@pytest.mark.parametrize("tag", ["en", "cs", "ru", "el", "hi", "th", "am", "ka", "vi"])
def test_chrome_draws_what_is_typed_with_the_letters_of_the_file(tag: str) -> None:
    """PDFium takes letters beyond Windows-1252 from the computer, unless the font is called as one of signs is."""
    data = pdf.write(replace(specimen("en"), language=Language.of(tag)), PLAIN)
    typed = f"{SPECIMENS.get(tag, '')} Dvořák (GP)? “yes” – 12/05, a@b.org"
    with opened(fill(data, lambda _: typed)) as file:
        shown = [op for field in text_fields(file) for op in instructions(field.AP.N)]
    used = {str(operands[0]) for operands, operator in shown if str(operator) == "Tf"}
    assert used <= {f"/{name}" for name in NAMES.values()}


def test_no_two_fields_have_one_picture() -> None:
    """A program that fills a form writes the answer into the picture of its field."""
    with opened(written("english")) as file:
        looks = [field.AP.N.objgen for field in text_fields(file)]
    assert len(looks) == len(set(looks)) > 3


def test_buttons_say_how_they_are_drawn_anew() -> None:
    with opened(written("english")) as file:
        signs = file.Root.AcroForm.DR.Font["/ZaDb"]
        buttons = [entry for entry in file.objects if isinstance(entry, pikepdf.Dictionary) and "/AS" in entry]
        assert signs.BaseFont == "/ZapfDingbats"
        assert {str(button.MK.CA) for button in buttons} == {"8", "l"}
        for button in buttons:
            assert str(button.get("/DA") or button.Parent.get("/DA")).startswith("/ZaDb 0 Tf")


LONG = ("They did not listen when I said that it hurt, and nobody asked what I wanted. " * 13)[:1000]


@pytest.mark.parametrize("tag", ["en", "hi", "uk"])
def test_a_long_answer_is_seen_whole(tag: str) -> None:
    """A thousand characters are drawn within a field of a few lines, in print too, in type of four points or more."""
    data = pdf.write(replace(SAMPLES["english"][0], language=Language.of(tag)), PLAIN)
    assert visible(fill(data, lambda _: LONG))["every-node.know"] >= 1000


def text_fields(file: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """The text fields of a file, each with its widget."""
    return [entry for entry in file.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/FT") == "/Tx"]
