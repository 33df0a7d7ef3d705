"""Glyphs are drawn where HarfBuzz put them, and their codes say the letters that were shaped, in every script."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.misc.transform import Scale, Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from worksheet_builder.fonts.faces import Face
from worksheet_builder.fonts.families import FontFile, stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.pdf.embedded_fonts import _Used, to_unicode
from worksheet_builder.pdf.face_glyphs import glyph_widths, known_glyphs
from worksheet_builder.pdf.font_subset import has_curves, lettered, subset_cff, subset_truetype
from worksheet_builder.pdf.glyph_paths import glyph_path
from worksheet_builder.pdf.letter_codes import (
    CodedGlyph,
    _empty_glyph,
    _lettered,
    _operand,
    is_own_code,
    left_over,
    operand,
    own_characters,
    units,
)
from worksheet_builder.pdf.named_cff import named_cff
from worksheet_builder.pdf.truetype import CompositeGlyph, with_composites, with_letters
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


OUTLINES: dict[str, list[int | str]] = {
    "across": [30, "hmoveto", 10, 20, "rlineto", "endchar"],
    "across with its width": [-50, 200, "hmoveto", 10, 20, "rlineto", "endchar"],
    "up": [-700, "vmoveto", 10, 20, "rlineto", "endchar"],
    "up with its width": [100, 2000, "vmoveto", 10, 20, "rlineto", "endchar"],
    "both": [3, 4, "rmoveto", 1, 2, "rlineto", "endchar"],
    "hinted": [10, 20, "hstem", 30, "vmoveto", 1, 2, "rlineto", "endchar"],
    "in a routine": [-107, "callgsubr", 1, 2, "rlineto", "endchar"],
    "blank": ["endchar"],
}
"""The operators of glyphs, by the way of their first move."""
ROUTINE = [30, "vmoveto", "return"]
"""What several glyphs may begin with."""


def test_a_font_of_cff_outlines_is_cut_down_to_glyphs_that_begin_with_a_move_both_ways(tmp_path: Path) -> None:
    """They are drawn as before, without hints, and as wide; a width that stands before the move is not taken for it."""
    names = [".notdef", *OUTLINES]
    programs = {".notdef": ["endchar"], **OUTLINES}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("a") + at: name for at, name in enumerate(OUTLINES)})
    charstrings = {name: T2CharString(program=[*program]) for name, program in programs.items()}
    builder.setupCFF("Small", {}, charstrings, {"defaultWidthX": 500, "nominalWidthX": 600})
    builder.font["CFF "].cff.GlobalSubrs.append(T2CharString(program=ROUTINE))
    saved(builder, names, {}, tmp_path / "small.otf")
    made = subset_cff(Face(FontFile(str(tmp_path / "small.otf"))), frozenset(range(1, len(names))))
    assert (made.count, made.glyphs) == (len(names), {at: at for at in range(len(names))})
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(made.data), None)
    before, after = TTFont(tmp_path / "small.otf")["CFF "].cff[0].CharStrings, fonts[0].CharStrings
    for name, new in zip(names, fonts[0].charset, strict=True):
        assert drawn(after[new]) == drawn(before[name])
        assert [it for it in after[new].program if isinstance(it, str)][:1] == (
            ["endchar"] if name in (".notdef", "blank") else ["rmoveto"]
        )


def drawn(outline: T2CharString) -> tuple[list[str], float]:
    """The steps of an outline and its width, as another program reads them."""
    pen = Cubics(None)
    outline.draw(pen)
    return pen.steps, outline.width


def saved(builder: FontBuilder, names: list[str], advances: dict[str, int], path: Path, ascent: int = 800) -> None:
    """The font with the tables that every font has; an advance is 500 unless it is given."""
    builder.setupHorizontalMetrics({name: (advances.get(name, 500), 0) for name in names})
    builder.setupHorizontalHeader(ascent=ascent, descent=-200)
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.mark.parametrize(
    ("advances", "inked", "found"),
    [
        ((0, 0, 0), "", "\u200b"),
        ((300, 0, 0), "", "\u200c"),
        ((0, 0, 0), "\u200b", "\u200c"),
        ((300, 0, 0), "\u200c", "\u200d"),
        ((300, 300, 300), "", None),
        ((0, 0, 0), "\u200b\u200c\u200d", None),
    ],
)
def test_a_blank_is_a_glyph_with_neither_width_nor_ink(
    tmp_path: Path, advances: tuple[int, ...], inked: str, found: str | None
) -> None:
    signs = ("\u200b", "\u200c", "\u200d")
    names = [".notdef", *(f"uni{ord(sign):04X}" for sign in signs)]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(sign): name for sign, name in zip(signs, names[1:], strict=True)})
    pens = {name: TTGlyphPen(None) for name in names}
    for sign in inked:
        pen = pens[f"uni{ord(sign):04X}"]
        pen.moveTo((0, 0)), pen.lineTo((0, 100)), pen.lineTo((100, 0)), pen.closePath()
    builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    saved(builder, names, dict(zip(names[1:], advances, strict=True)), tmp_path / "blanks.ttf")
    face = Face(FontFile(str(tmp_path / "blanks.ttf")))
    assert _empty_glyph(face) == (known_glyphs(face)[found] if found else None)


def test_codes_beside_those_of_words_are_of_signs_that_no_text_has() -> None:
    """Of control characters, of private use, of halves of a pair, and then those that the face lacks; none twice.

    What is drawn and said alike has the same.
    """
    used = _Used(open_face(stack(Language.of("en")).regular[0]), "F1")
    units = [CodedGlyph((), 0, str(number)) for number in range(9000)]
    spare = [*range(0x01, 0x20), *range(0x7F, 0xA0), *range(0xE000, 0xF900), *range(0xD800, 0xE000)]
    codes = [used.code(unit) for unit in units]
    assert codes[: len(spare)] == spare
    assert not any(used.face.covers(chr(code)) for code in codes[len(spare) :])
    assert len({*codes}) == len(codes)
    assert [used.code(unit) for unit in units] == codes


def test_a_table_of_letters_comes_in_parts_of_a_hundred() -> None:
    table = to_unicode({code: chr(code) for code in range(0x4E00, 0x4E00 + 250)}).decode()
    assert re.findall(r"(\d+) beginbfchar", table) == ["100", "100", "50"]


@pytest.mark.parametrize("text", ["AVATAR", "To.", "rest", "Wörter,", "1/2"])
@pytest.mark.parametrize("tag", ["en", "ja"])
def test_single_letters_are_coded_the_quick_way_as_the_long_way_does(text: str, tag: str) -> None:
    word = shaped(text, tag)[0]
    assert _lettered(word) == _operand(word)
    assert own_characters(word) == "".join(unit.text for unit, _ in units(word) if is_own_code(word.face, unit))


@pytest.mark.parametrize("family", ["noto-sans", "open-sans"])
def test_widths_are_in_thousandths_of_an_em_however_many_units_it_has(family: str) -> None:
    face = open_face(stack(Language.of("en"), family).regular[0])
    drawn = TTFont(face.file.path, fontNumber=face.file.index)["hmtx"]["space"][0]
    assert glyph_widths(face)[known_glyphs(face)[" "]] == round(drawn * 1000 / face.upem)


def test_a_file_of_letters_says_its_map_to_programs_that_ask_for_unicode_and_to_those_of_windows() -> None:
    """The map of format 12 under both: platform 0 with encoding 4, platform 3 with encoding 10 (OpenType, cmap)."""
    face = open_face(stack(Language.of("el")).regular[0])
    letters = {ord(char): known_glyphs(face)[char] for char in "αβγ"}
    made = subset_truetype(face, frozenset(letters.values()))
    data = with_letters([(made.data, {code: made.glyphs[glyph] for code, glyph in letters.items()})])
    maps = TTFont(BytesIO(data), lazy=True)["cmap"].tables
    assert [(it.platformID, it.platEncID, it.format) for it in maps] == [(0, 4, 12), (3, 10, 12)]
    assert all([*it.cmap] == [*letters] for it in maps)


PLACED = {
    "near": Transform(dx=5, dy=-7),
    "far": Transform(dx=300, dy=-400),
    "smaller": Scale(0.5).translate(20, 30),
    "narrower": Scale(0.5, 1.5).translate(300, 0),
    "turned": Transform(0.5, 0.25, -0.25, 0.5, 300, 400),
}
"""The ways in which a letter places another that it is made of, each of another length in the file (OpenType, glyf)."""


def test_letters_made_of_others_in_a_file_of_letters_are_drawn_as_before(tmp_path: Path) -> None:
    """In whatever way each part is placed, whichever comes next, and whether or not it is a letter itself."""
    first, *rest = PLACED.values()
    made_of = {name: [placed] for name, placed in PLACED.items()} | {"all": [first, *rest], "again": [*rest, first]}
    names = [".notdef", "part", "dot", *made_of]
    letters = {0x41 + at: names.index(name) for at, name in enumerate(("dot", *made_of))}
    pens = {name: TTGlyphPen({"part": None, "dot": None}) for name in names}
    for name, high in (("part", 100), ("dot", 50)):
        pens[name].moveTo((0, 0)), pens[name].lineTo((0, high)), pens[name].lineTo((70, 0)), pens[name].closePath()
    for name, places in made_of.items():
        for at, placed in enumerate(places):
            pens[name].addComponent(("part", "dot")[at % 2], placed)
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({code: names[glyph] for code, glyph in letters.items()})
    builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    saved(builder, names, {}, tmp_path / "parts.ttf")
    before = (tmp_path / "parts.ttf").read_bytes()
    old, new = (hb.Font(hb.Face(data)) for data in (before, with_letters([(before, letters)])))
    for code, glyph in letters.items():
        pens_of = RecordingPen(), RecordingPen()
        old.draw_glyph_with_pen(glyph, pens_of[0]), new.draw_glyph_with_pen(code, pens_of[1])
        assert pens_of[0].value == pens_of[1].value != []


@pytest.mark.parametrize(("ascent", "smaller"), [(800, False), (2800, True)])
def test_a_very_high_font_is_embedded_as_small_as_it_is_set(tmp_path: Path, ascent: int, smaller: bool) -> None:
    """As Nastaliq is: its em has more units, and its outlines are as they were."""
    pen, names = TTGlyphPen(None), [".notdef", "ain"]
    pen.moveTo((0, 0)), pen.lineTo((0, 300)), pen.lineTo((400, 0)), pen.closePath()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("ع"): "ain"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "ain": pen.glyph()})
    saved(builder, names, {}, tmp_path / "high.ttf", ascent)
    face = Face(FontFile(str(tmp_path / "high.ttf")))
    assert (face.share < 1.0) is (face.upem > 1000) is smaller
    for data in (subset_truetype(face, frozenset({1})).data, lettered(face, "ع")):
        font = TTFont(BytesIO(data), lazy=True)
        assert (font["head"].unitsPerEm, font["head"].xMin, font["head"].xMax) == (face.upem, 0, 400)
        assert [*font["glyf"][font.getGlyphName(1)].coordinates] == [(0, 0), (0, 300), (400, 0)]
