"""What holds for any text: nothing is lost, nothing overflows, nothing depends on what was set before."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.text import Line, TextStyle, Typesetter
from worksheet_builder.text.line_breaking import graphemes
from worksheet_builder.text.paragraphs import paragraph_shaper
from worksheet_builder.text.shaped_paragraph import ShapedParagraph

WORDS = st.sampled_from(
    "rest water window, (chair) well-being Nguyễn Fenster “sit” don’t 116 0800 +44 50% e\u0301 x\u0308\u0323 ofﬁce "
    "نافذة الماء، اِسترِح کرسی לשבת כיסא(ים) ١٢٣ खिड़की কুর্সি หน้าต่าง បង្អួច 窓のそば 水。 창가 መስኮት "
    "👩‍👩‍👧 🇬🇧 \u200f \u202eabc\u202c \u2067 \u2069 a\u00adb \u00a0 \t — … *rest* [ماء]{ar} [water]{en} [水]{ja} "
    "{name} https://example.org/a/b help@example.org \ue000 Selbstfürsorgegespräch".split(" ")
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "  ", "\u3000", "\n"])), max_size=12).map(
    lambda words: "".join(word + space for word, space in words)
)
STARRED = st.lists(
    st.tuples(
        st.sampled_from("rest water, well-being “sit” 8 wait… AVATAR don’t".split(" ")),
        st.sampled_from([" ", "* ", " *", "*", "  "]),
    ),
    max_size=8,
).map(lambda words: "*" + "".join(word + space for word, space in words))
CHAOS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30)
TAGS = st.sampled_from(["en", "ar", "he", "ja", "th", "hi", "ko", "de"])
STYLES = st.builds(TextStyle, st.sampled_from([9.0, 11.5, 18.0]), st.booleans(), st.booleans())
WIDTHS = st.integers(20, 500).map(float)
quietly = settings(max_examples=200, deadline=None, derandomize=True)


def made(text: str, tag: str) -> Phrase:
    return Phrase(text, "a.text", Place("a.yaml", 1, 1), tag)


def set_in_lines(text: str, tag: str, style: TextStyle, width: float, indent: float = 0.0) -> tuple[Line, ...]:
    return Typesetter(Language.of(tag)).lines(made(text, tag), style, width, indent)


@quietly
@given(TEXTS | CHAOS, TAGS, STYLES, WIDTHS)
def test_the_lines_hold_the_text_and_each_character_is_in_one_piece(
    text: str, tag: str, style: Any, width: Any
) -> None:
    lines = set_in_lines(text, tag, style, width)
    assert "".join(line.text for line in lines) == made(text, tag).plain()
    for line in lines:
        assert "".join(piece.shaped.text for piece in line.pieces) == line.text


@quietly
@given(TEXTS | CHAOS, TAGS, STYLES, WIDTHS, st.sampled_from([0.0, 10.0]))
def test_no_line_is_wider_than_it_may_be_unless_one_letter_is(
    text: str, tag: str, style: Any, width: Any, indent: Any
) -> None:
    for number, line in enumerate(set_in_lines(text, tag, style, width, indent)):
        room = width if number else width - indent
        assert line.width <= room + 1e-4 or len(graphemes(line.text.strip("\u00ad \t\n\u3000"))) <= 1


@quietly
@given(TEXTS, TAGS, STYLES, WIDTHS)
def test_the_pieces_of_a_line_lie_side_by_side(text: str, tag: str, style: Any, width: Any) -> None:
    for line in set_in_lines(text, tag, style, width):
        pieces = sorted(
            (piece.x, piece.x + piece.shaped.advance / piece.shaped.face.upem * style.size) for piece in line.pieces
        )
        drawn = [place for place in pieces if place[1] - place[0] > 1e-6]
        assert all(abs(left[1] - right[0]) < 1e-4 for left, right in pairwise(drawn))


@quietly
@given(TEXTS | CHAOS, TAGS, STYLES, WIDTHS)
def test_a_text_is_set_the_same_way_twice(text: str, tag: str, style: Any, width: Any) -> None:
    def told() -> list[Any]:
        return [
            (line.text, line.width, [(piece.x, piece.shaped.glyphs, piece.language) for piece in line.pieces])
            for line in set_in_lines(text, tag, style, width)
        ]

    first = told()
    paragraph_shaper.cache_clear()
    assert told() == first


@quietly
@given(TEXTS, TAGS, STYLES)
def test_the_unbroken_line_is_as_wide_as_it_says(text: str, tag: str, style: Any) -> None:
    setter, phrase = Typesetter(Language.of(tag)), made(text, tag)
    line = setter.line(phrase, style)
    assert line.text == phrase.plain()
    assert line.width == setter.width(phrase, style)


@quietly
@given(STARRED, st.booleans())
def test_strong_words_among_others_are_shaped_the_quick_way_as_the_long_way_does(text: str, strong: bool) -> None:
    shaper = paragraph_shaper(Language.of("en"), "noto-sans")

    def told(made: ShapedParagraph) -> list[Any]:
        shaped = [(part.face, part.text, part.glyphs, part.advances) for part in made.parts]
        return [shaped, made.edges, [*made.stops], made.measures, made.levels, made.languages]

    quick = shaper._quick(text, strong)
    assert quick is None or told(quick) == told(shaper._full(text, strong, False))


def test_words_of_two_looks_go_the_quick_way() -> None:
    shaper = paragraph_shaper(Language.of("en"), "noto-sans")
    for text in ("*And now?* Mark one.", "*And now? *Mark one.", "Say *no* aloud", "*no*"):
        assert shaper._quick(text, False), text
