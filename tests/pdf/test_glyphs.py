"""Glyphs are drawn where HarfBuzz put them, and their codes say the letters that were shaped, in every script."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.pdf.embedded_fonts import to_unicode
from worksheet_builder.pdf.face_glyphs import glyph_widths, known_glyphs
from worksheet_builder.pdf.font_subset import has_curves, subset_truetype
from worksheet_builder.pdf.glyph_paths import glyph_path
from worksheet_builder.pdf.letter_codes import (
    CodedGlyph,
    _lettered,
    _operand,
    is_own_code,
    left_over,
    operand,
    own_characters,
    units,
)
from worksheet_builder.pdf.named_cff import named_cff
from worksheet_builder.pdf.truetype import CompositeGlyph, with_composites
from worksheet_builder.text import Shaped, TextStyle, Typesetter, open_face

from .samples import SPECIMENS, every_script, said

AWKWARD = {
    "ar": "ضَّ لا إليّ الآن ١٢",
    "fa": "می‌روم دربارهٔ",
    "vi": "Thi\u0323 Ngo\u0323c đu\u031bo\u031b\u0323c",
    "hi": "क्षत्रिय स्त्री किं",
    "ko": "\u1112\u1161\u11ab\u1100\u1173\u11af \ud55c\u302e",
    "ja": "か\u3099 葛\U000e0100",
    "en": "Haft\u00adpflicht 1\ufe0f\u20e3 a\u00a0b e\u0301",
}


def shaped(text: str, tag: str) -> list[Shaped]:
    return list(Typesetter(Language.of(tag)).line(said(text, tag), TextStyle(12)).parts)


def wanted(word: Shaped) -> list[tuple[int, int, int]]:
    """Each glyph with its place from the start of the word, in font units."""
    pen, found = 0, []
    for glyph, advance, (dx, dy) in zip(
        word.glyphs, word.advances, word.offsets or ((0, 0),) * len(word.glyphs), strict=True
    ):
        found.append((glyph, pen + dx, dy))
        pen += advance
    return sorted(found)


def check_places(word: Shaped) -> None:
    drawn = [(glyph, x + right, up) for unit, x in units(word) for glyph, right, up in unit.parts]
    assert sorted(drawn + left_over(word)) == wanted(word)


def check_letters(word: Shaped) -> None:
    texts = [unit.text for unit, _ in units(word)]
    if word.rtl:
        texts = [text[::-1] for text in reversed(texts)]
    assert "".join(texts) == word.text.replace("\u00ad", "")


@every_script
def test_every_glyph_is_in_its_place(tag: str) -> None:
    for word in shaped(SPECIMENS[tag], tag):
        check_places(word)


@every_script
def test_the_codes_of_a_word_are_its_letters(tag: str) -> None:
    for word in shaped(SPECIMENS[tag], tag):
        check_letters(word)


@pytest.mark.parametrize(("tag", "text"), AWKWARD.items())
def test_marks_joiners_and_letters_of_several_parts(tag: str, text: str) -> None:
    for word in shaped(text, tag):
        check_places(word)
        check_letters(word)


@every_script
def test_the_pen_comes_to_each_code(tag: str) -> None:
    """The moves of an operand lead to the place of each unit, in thousandths of an em, and at last to the end."""
    for word in shaped(SPECIMENS[tag], tag):
        scale, pen, found = 1000 / word.face.upem, 0.0, []
        placed = iter(units(word))
        shown = operand(word)
        for part in [shown] if isinstance(shown, str) else shown:
            if isinstance(part, CodedGlyph):
                found.append((pen, next(placed)))
                pen += round(part.advance * scale)
                continue
            for codes, number in re.findall(r"<([0-9a-f]+)>|(-?\d+)", part):
                pen -= int(number or 0)
                for at in range(0, len(codes), 4):
                    unit = next(placed)
                    assert is_own_code(word.face, unit.unit)
                    assert chr(int(codes[at : at + 4], 16)) == unit.unit.text
                    found.append((pen, unit))
                    pen += round(unit.unit.advance * scale)
        assert next(placed, None) is None
        assert all(at == pytest.approx(unit.x * scale, abs=1.0) for at, unit in found)
        assert pen == pytest.approx(word.advance * scale, abs=1.0)


def test_a_composite_glyph_covers_its_parts() -> None:
    (word,) = shaped("ضَّ", "ar")
    parts = units(word)[-1].unit.parts
    made = subset_truetype(word.face, frozenset(word.glyphs))
    moved = tuple((made.glyphs[glyph], x, y) for glyph, x, y in parts)
    font = hb.Font(hb.Face(with_composites(made.data, [CompositeGlyph(moved, 700), CompositeGlyph((), 0)])))
    boxes = [(font.get_glyph_extents(glyph), x, y) for glyph, x, y in moved]
    whole = font.get_glyph_extents(made.count)
    assert len(parts) > 1
    assert whole.x_bearing == min(box.x_bearing + x for box, x, _ in boxes)
    assert whole.y_bearing == max(box.y_bearing + y for box, _, y in boxes)
    assert font.get_glyph_h_advance(made.count) == 700
    assert (font.get_glyph_h_advance(made.count + 1), font.get_glyph_extents(made.count + 1).width) == (0, 0)


def test_a_font_of_cff_outlines_draws_what_no_code_can() -> None:
    """A syllable with a tone mark of old Korean: the code draws one, the other is filled as an outline."""
    (word,) = shaped("\ud55c\u302e", "ko")
    assert not has_curves(word.face)
    assert [unit.text for unit, _ in units(word)] == ["\ud55c\u302e"]
    assert len(left_over(word)) == len(word.glyphs) - 1 > 0


class Cubics(BasePen):
    """The outline of a glyph as another program draws it: each quadratic curve as the cubic one that is the same."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.steps: list[str] = []

    def _moveTo(self, to: tuple[float, float]) -> None:
        self._step("m", to)

    def _lineTo(self, to: tuple[float, float]) -> None:
        self._step("l", to)

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self._step("c", *points)

    def _closePath(self) -> None:
        self.steps.append("h")

    def _step(self, operator: str, *points: tuple[float, float]) -> None:
        self.steps.append(" ".join([*(f"{value:.0f}" for point in points for value in point), operator]))


@pytest.mark.parametrize("letter", "OgSe")
def test_a_curved_letter_is_drawn_as_its_font_says(letter: str) -> None:
    (part,) = shaped(letter, "en")
    font = TTFont(part.face.file.path, fontNumber=part.face.file.index)
    glyphs = font.getGlyphSet(location={"wght": part.face.file.weight} if "fvar" in font else None)
    pen = Cubics(glyphs)
    glyphs[font.getGlyphName(part.glyphs[0])].draw(pen)
    drawn = (" ".join(pen.steps), glyph_path(part.face, part.glyphs[0]))
    numbers = [[float(number) for number in re.findall(r"-?\d+", steps)] for steps in drawn]
    assert len(numbers[0]) == len(numbers[1])
    assert max(abs(one - other) for one, other in zip(*numbers, strict=True)) <= 1


@pytest.mark.parametrize("family", ["noto-sans", "open-sans", "literata"])
def test_a_font_with_named_glyphs_holds_the_outlines_and_widths_of_its_face(family: str) -> None:
    """Read by another program; names that every reader knows, and some that the font has to bring."""
    face = open_face(stack(Language.of("cs"), family).regular[0])
    letters = {"a": "a", "ccaron": "č", "Ncaron": "Ň", "Euro": "€", "thorn": "þ", "emdash": "—"}
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(named_cff(face, letters)), None)
    assert fonts[0].charset == [".notdef", *letters]
    for name, char in letters.items():
        pen, glyph, scale = Cubics(None), known_glyphs(face)[char], 1000 / face.upem
        outline = fonts[0].CharStrings[name]
        outline.draw(pen)
        assert outline.width == glyph_widths(face)[glyph]
        wanted = [float(it) * scale for it in re.findall(r"-?\d+", glyph_path(face, glyph))]
        found = [float(it) for it in re.findall(r"-?\d+", " ".join(pen.steps))]
        assert found == pytest.approx(wanted, abs=1.0)
        box, extents = fonts[0].FontBBox, face.font.get_glyph_extents(glyph)
        assert box[1] - 1 <= (extents.y_bearing + extents.height) * scale <= extents.y_bearing * scale <= box[3] + 1


def test_a_table_of_letters_comes_in_parts_of_a_hundred() -> None:
    table = to_unicode({code: chr(code) for code in range(0x4E00, 0x4E00 + 250)}).decode()
    assert re.findall(r"(\d+) beginbfchar", table) == ["100", "100", "50"]


@pytest.mark.parametrize("text", ["AVATAR", "To.", "rest", "Wörter,", "1/2"])
@pytest.mark.parametrize("tag", ["en", "ja"])
def test_single_letters_are_coded_the_quick_way_as_the_long_way_does(text: str, tag: str) -> None:
    word = shaped(text, tag)[0]
    assert _lettered(word) == _operand(word)
    assert own_characters(word) == "".join(unit.text for unit, _ in units(word) if is_own_code(word.face, unit))
