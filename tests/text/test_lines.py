"""What a phrase looks like in lines: one test for each rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from worksheet_builder.fonts import families
from worksheet_builder.fonts.families import stack
from worksheet_builder.fonts.own_family import own
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place, Problem
from worksheet_builder.text import Line, TextStyle, Typesetter, fast_words
from worksheet_builder.text.runs import scripts
from worksheet_builder.text.shaping import _IGNORABLE, Shaper

from .conftest import Rows

BODY = TextStyle(10)
FOLDER = families._folder


def typesetter(tag: str = "en", family: str = "noto-sans") -> Typesetter:
    return Typesetter(Language.of(tag), family)


def seen(line: Line) -> str:
    """The pieces as they stand on the paper from left to right."""
    return "".join(piece.shaped.text for piece in sorted(line.pieces, key=lambda piece: piece.x))


def end(line: Line, at: int = -1) -> float:
    piece = line.pieces[at]
    return piece.x + piece.shaped.advance / piece.shaped.face.upem * BODY.size


def test_words_follow_one_another_and_the_space_at_the_end_hangs(phrase: Callable[..., Phrase]) -> None:
    first, second = typesetter().lines(phrase("Rest by the window."), BODY, 60)
    assert (first.text, second.text) == ("Rest by the ", "window.")
    assert [piece.shaped.text for piece in first.pieces] == ["Rest ", "by ", "the", " "]
    assert first.pieces[0].x == 0
    assert first.width == pytest.approx(end(first, -2))
    assert first.width <= 60 < first.width + 38


def test_a_plain_word_gives_its_text_back_glyph_by_glyph(phrase: Callable[..., Phrase]) -> None:
    (piece,) = typesetter().line(phrase("office"), BODY).pieces
    assert piece.shaped.simple
    assert piece.shaped.clusters == (0, 1, 2, 3, 4, 5)
    assert len(set(piece.shaped.glyphs)) == 5


def test_a_word_is_shaped_once(phrase: Callable[..., Phrase]) -> None:
    first = typesetter().line(phrase("water and water and tea"), BODY)
    again = typesetter().line(phrase("drink water first"), TextStyle(20))
    assert first.pieces[0].shaped is first.pieces[2].shaped is again.pieces[1].shaped


def test_the_first_line_begins_at_its_indent(phrase: Callable[..., Phrase]) -> None:
    lines = typesetter().lines(phrase("Rest by the window a while."), BODY, 90, first_indent=30)
    assert [line.pieces[0].x for line in lines] == [30, 0]
    assert lines[0].width <= 60


def test_a_right_to_left_line_stands_at_the_right_and_its_indent_too(phrase: Callable[..., Phrase]) -> None:
    text = phrase("اشرب قليلًا من الماء واسترح ثم اجلس بجانب النافذة", "ar")
    lines = typesetter("ar").lines(text, BODY, 120, first_indent=30)
    assert len(lines) > 1
    for line, right in zip(lines, (90, 120, 120), strict=False):
        assert end(line, 0) == pytest.approx(right)
        assert min(piece.x for piece in line.pieces if piece.shaped.text.strip()) == pytest.approx(right - line.width)


def test_the_space_at_the_end_of_a_right_to_left_line_hangs_at_its_left(phrase: Callable[..., Phrase]) -> None:
    first, *_ = typesetter("he").lines(phrase("שבו על הכיסא ליד החלון", "he"), BODY, 60)
    assert first.pieces[-1].shaped.text == " "
    assert first.pieces[-1].x < 60 - first.width


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Ask for اشرب قليلا من الماء واسترح ثم اجلس بجانب النافذة or rest."),
        ("en", "שבו על הכיסא ליד החלון and rest by the window for a while"),
        ("ar", "اسأل عن Healthwatch England in your own town today في مدينتك"),
    ],
)
@pytest.mark.parametrize("width", range(50, 130, 10))
def test_the_space_at_the_end_hangs_outside_whichever_way_the_last_word_runs(
    phrase: Callable[..., Phrase], tag: str, text: str, width: int
) -> None:
    """UAX #9, L1: else a space behind a word that runs against its line would stand inside, and shift the line."""
    for line in typesetter(tag).lines(phrase(text, tag), BODY, width):
        seen = [at for at, piece in enumerate(line.pieces) if piece.shaped.text.strip()]
        left, right = min(line.pieces[at].x for at in seen), max(end(line, at) for at in seen)
        assert (left if tag == "en" else right) == pytest.approx(0 if tag == "en" else width)
        assert right - left == pytest.approx(line.width)


def test_an_unbroken_right_to_left_line_begins_at_zero(phrase: Callable[..., Phrase]) -> None:
    text = phrase("שבו על הכיסא", "he")
    line = typesetter("he").line(text, BODY)
    assert min(piece.x for piece in line.pieces) == pytest.approx(0)
    assert line.width == typesetter("he").width(text, BODY)


@pytest.mark.parametrize(
    "number",
    [
        "+44 20 7946 0018",
        "116 123",
        "0800 111",
        "(02) 555-1234",
        "+49",
        "help@example.org",
        "https://example.org/help/",
    ],
)
@pytest.mark.parametrize("text", ["اتصل على {} اليوم", "התקשרו אל {} היום", "(ראו {})."])
def test_numbers_and_addresses_are_not_reordered(phrase: Callable[..., Phrase], text: str, number: str) -> None:
    tag = "ar" if "اتصل" in text else "he"
    assert number in seen(typesetter(tag).line(phrase(text.format(number), tag), BODY))


def test_the_ends_of_a_range_are_reordered(phrase: Callable[..., Phrase]) -> None:
    assert "17–9" in seen(typesetter("he").line(phrase("בין 9–17 בלבד", "he"), BODY))


@pytest.mark.parametrize("kept", ["0800 111 222", "www.example.org/a-long-path", "help-line@example.org"])
def test_numbers_and_addresses_stay_on_one_line(phrase: Callable[..., Phrase], kept: str) -> None:
    for width in range(150, 230, 7):
        texts = [line.text for line in typesetter().lines(phrase(f"Call or write to {kept} today"), BODY, width)]
        assert any(kept in text for text in texts)


def test_a_long_row_of_digits_is_told_apart_at_once(phrase: Callable[..., Phrase]) -> None:
    line = typesetter("he").line(phrase("1" * 400 + "א" + "a." * 200, "he"), BODY)
    assert "1" * 400 in seen(line)


def test_an_address_wider_than_the_line_is_broken_where_it_can_be(phrase: Callable[..., Phrase]) -> None:
    texts = [line.text for line in typesetter().lines(phrase("www.example.org/help/rest"), BODY, 95)]
    assert texts == ["www.example.org/", "help/rest"]


def test_a_part_in_another_language_keeps_its_direction_and_says_its_language(phrase: Callable[..., Phrase]) -> None:
    line = typesetter().line(phrase("Say [שלום (חבר) 5]{he}, please"), BODY)
    assert {piece.language for piece in line.pieces if piece.shaped.text in ("שלום", "חבר", "5")} == {"he"}
    order = seen(line)
    assert order.startswith("Say ") and order.endswith(", please")
    assert order.index("5") < order.index("חבר") < order.index("שלום")


def test_a_part_in_the_language_of_the_phrase_says_nothing(phrase: Callable[..., Phrase]) -> None:
    assert {piece.language for piece in typesetter().line(phrase("[Rest]{en} now"), BODY).pieces} == {None}


def test_marks_beside_a_part_in_another_language_keep_the_look_of_their_own(
    phrase: Callable[..., Phrase], specimen: Any
) -> None:
    specimen("ja")
    line = typesetter().line(phrase("[水]{ja} — “water”"), BODY)
    assert {piece.shaped.face for piece in line.pieces[1:]} == {
        typesetter().line(phrase("a"), BODY).pieces[0].shaped.face
    }


def test_a_strong_part_is_set_in_the_strong_weight(phrase: Callable[..., Phrase]) -> None:
    line = typesetter().line(phrase("Please *rest* now"), BODY)
    assert [(part.text, part.face.file.weight) for part in line.parts] == [
        ("Please ", 400), ("rest", 600), (" ", 400), ("now", 400),
    ]  # fmt: skip


def test_a_strong_style_sets_everything_strong(phrase: Callable[..., Phrase]) -> None:
    pieces = typesetter().line(phrase("Please *rest* now"), TextStyle(10, strong=True)).pieces
    assert all(piece.shaped.face.file.weight == 600 for piece in pieces)


def test_an_unfilled_slot_is_printed_with_its_braces(phrase: Callable[..., Phrase]) -> None:
    assert typesetter().line(phrase("Call {practice}"), BODY).text == "Call {practice}"


def test_a_phrase_is_set_in_its_own_language(phrase: Callable[..., Phrase]) -> None:
    setter = typesetter("en")
    (line,) = setter.lines(phrase("שלום", "he"), BODY, 100)
    assert end(line) == pytest.approx(100)
    assert line.pieces[0].shaped.rtl


def test_a_character_that_no_font_has_is_a_problem_once_for_a_phrase(phrase: Callable[..., Phrase]) -> None:
    setter = typesetter()
    for _ in range(2):
        setter.lines(phrase("A \ue000 and \ue000 and 𓀀"), BODY, 50)
    setter.line(phrase("A \ue000"), BODY)
    assert setter.problems == [
        Problem(
            Place("sheet.yaml", 3, 9),
            "No font has the character \ue000 (U+E000 without a name).",
            "Use another character for it.",
        ),
        Problem(
            Place("sheet.yaml", 3, 9),
            "No font has the character 𓀀 (U+13000 EGYPTIAN HIEROGLYPH A001).",
            "Use another character for it.",
        ),
    ]


def test_characters_that_a_package_would_bring_are_one_problem(
    phrase: Callable[..., Phrase], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(families, "_folder", lambda package: None if package.endswith("cjk") else FOLDER(package))
    japanese = Language.of("ja")
    setter = Typesetter(japanese, stack(japanese, "lexend"))
    setter.lines(phrase("窓のそばの椅子", "ja"), BODY, 100)
    assert [(problem.sentence, problem.hint) for problem in setter.problems] == [
        (
            "No font has the character 窓 (U+7A93 CJK UNIFIED IDEOGRAPH-7A93).",
            "Install its font with: pip install 'worksheet-builder[cjk]'",
        )
    ]


def test_invisible_characters_draw_nothing_and_are_no_problem(phrase: Callable[..., Phrase]) -> None:
    setter = typesetter()
    invisible = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2069\ufeff\u00ad"
    line = setter.line(phrase(f"re{invisible}st"), BODY)
    assert not setter.problems
    assert sum(len(piece.shaped.glyphs) for piece in line.pieces) == 4
    assert line.width == pytest.approx(setter.width(phrase("rest"), BODY))
    assert line.text == f"re{invisible}st"


def test_letters_come_from_the_first_font_that_has_them(phrase: Callable[..., Phrase]) -> None:
    line = typesetter("ar", "lexend").line(phrase("ماء water", "ar"), BODY)
    assert [piece.shaped.face.file.path.rpartition("/")[2][:10] for piece in line.pieces] == [
        "NotoSansAr", "NotoSansAr", "Lexend[wgh",
    ]  # fmt: skip


def test_a_letter_and_its_marks_come_from_one_font(phrase: Callable[..., Phrase]) -> None:
    line = typesetter("en", "atkinson-hyperlegible").line(phrase("Nguyê\u0323n"), BODY)
    assert [piece.shaped.text for piece in line.pieces] == ["Nguy", "ê\u0323", "n"]


@pytest.mark.parametrize(
    ("tag", "text", "halves"),
    [
        ("zh-Hans", "您说“停”。", "”"),
        ("zh-Hans", "（是）：“否”，好。", "）”"),
        ("zh-Hans", "好。您，我", ""),
        ("zh-Hant", "「停」。好。」", "」"),
        ("zh-TW", "好。」", ""),
        ("ja", "「水。」と", "。"),
    ],
)
def test_marks_in_a_row_lose_the_blank_between_them(
    phrase: Callable[..., Phrase], specimen: Any, tag: str, text: str, halves: str
) -> None:
    specimen("zh-Hant" if tag == "zh-TW" else tag)
    (line,) = typesetter(tag).lines(phrase(text, tag), BODY, 1000)
    seen = [(char, advance) for part in line.parts for char, advance in zip(part.text, part.advances, strict=True)]
    assert "".join(char for char, advance in seen if advance == 500) == halves


@pytest.mark.parametrize(
    ("tag", "text", "held"),
    [
        ("cs", "Jdu k lékaři a v ordinaci s někým u okna.", ["k lékaři", "a v ordinaci", "s někým", "u okna"]),
        ("cs", "Jdu *k lékaři* (v noci, 12. 5.) a z domu.", ["k lékaři", "(v noci", "a z domu"]),
        ("uk", "Я був у лікаря і в лікарні о третій.", ["Я був", "у лікаря", "і в лікарні", "о третій"]),
        ("pl", "Idę z kimś w nocy.", ["z kimś", "w nocy"]),
    ],
)
def test_a_word_of_one_letter_stands_with_the_next_one(
    phrase: Callable[..., Phrase], tag: str, text: str, held: list[str]
) -> None:
    for width in range(45, 200, 5):
        lines = [line.text for line in typesetter(tag).lines(phrase(text, tag), BODY, width)]
        for words in held:
            assert any(words in line for line in lines) or width < 70, (width, lines)


@pytest.mark.parametrize(
    "text", ["Ce s-a rupt într-o zi, uitați-vă *și lăsați-mă* acum.", "N-am — „într-un” (s-o) ani."]
)
def test_a_hyphen_beside_a_short_word_ends_no_line_in_romanian(phrase: Callable[..., Phrase], text: str) -> None:
    for width in range(50, 200, 5):
        assert not any(line.text.endswith("-") for line in typesetter("ro").lines(phrase(text, "ro"), BODY, width))


def test_a_hyphen_between_long_words_may_end_a_line_there(phrase: Callable[..., Phrase]) -> None:
    lines = typesetter("ro").lines(phrase("evaluarea medico-legală", "ro"), BODY, 90)
    assert [line.text for line in lines] == ["evaluarea medico-", "legală"]


def test_other_languages_may_end_a_line_with_it(phrase: Callable[..., Phrase]) -> None:
    lines = typesetter().lines(phrase("I was a patient in a room with a chair."), BODY, 60)
    assert lines[0].text == "I was a "


def test_a_no_break_space_holds_words_together(phrase: Callable[..., Phrase]) -> None:
    texts = [line.text for line in typesetter().lines(phrase("rest for 10\u00a0minutes"), BODY, 80)]
    assert texts == ["rest for ", "10\u00a0minutes"]


def test_a_word_wider_than_the_line_is_broken_between_letters(phrase: Callable[..., Phrase]) -> None:
    lines = typesetter("de").lines(phrase("Selbstfu\u0308rsorge", "de"), BODY, 30)
    assert "".join(line.text for line in lines) == "Selbstfu\u0308rsorge"
    assert all(line.width <= 30 for line in lines)
    assert not any(line.text.startswith("\u0308") for line in lines)


@pytest.mark.parametrize("balance", [False, True], ids=["running", "balanced"])
@pytest.mark.parametrize("word", ["Selbstfürsorge", "www.example.org/help/rest/now"])
@pytest.mark.parametrize("after", ["ruht", "*ruht*", "[מים]{he}"])
def test_a_word_wider_than_the_line_is_broken_alike_whatever_follows(
    phrase: Callable[..., Phrase], after: str, word: str, balance: bool
) -> None:
    """The space behind it takes no room, not even where what follows has another look or language."""
    setter, style = typesetter("de"), TextStyle(10, balance=balance)
    for width in range(15, 75):
        alone, followed = (setter.lines(phrase(it, "de"), style, width) for it in (word, f"{word} {after}"))
        pieces = [line.text for line in alone]
        assert [line.text.split()[0] for line in followed[: len(pieces)]] == pieces


def test_letters_keep_their_joins_where_a_word_is_broken_between_letters(phrase: Callable[..., Phrase]) -> None:
    word = "يستريحونيستريحون"
    lines = typesetter("ar").lines(phrase(word, "ar"), BODY, 40)
    assert len(lines) == 2
    assert all(len(line.pieces) == 1 for line in lines)


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line(phrase: Callable[..., Phrase]) -> None:
    setter = typesetter("de")
    first, second = setter.lines(phrase("Selbst\u00adfürsorge", "de"), BODY, 60)
    assert (first.text, second.text) == ("Selbst\u00ad", "fürsorge")
    assert len(first.pieces[-1].shaped.glyphs) == len("Selbst-")
    assert first.width == pytest.approx(setter.width(phrase("Selbst-", "de"), BODY))
    assert not first.pieces[-1].shaped.simple


def test_a_line_ends_at_a_line_feed(phrase: Callable[..., Phrase]) -> None:
    assert [line.text for line in typesetter().lines(phrase("Rest.\nBreathe."), BODY, 300)] == ["Rest.\n", "Breathe."]


def test_a_balanced_heading_has_lines_of_like_length(phrase: Callable[..., Phrase]) -> None:
    text = phrase("A chair by the window and a glass of water for you")
    plain = typesetter().lines(text, TextStyle(10), 180)
    even = typesetter().lines(text, TextStyle(10, balance=True), 180)
    assert len(plain) == len(even) == 2
    assert abs(even[0].width - even[1].width) < abs(plain[0].width - plain[1].width)


def test_empty_text_has_no_lines(phrase: Callable[..., Phrase]) -> None:
    assert typesetter().lines(phrase(""), BODY, 100) == ()
    assert typesetter().line(phrase(""), BODY) == Line((), (), 0.0)


def test_height_is_that_of_the_face_of_the_language() -> None:
    latin, arabic = typesetter("en").height(BODY), typesetter("ar").height(BODY)
    assert latin == pytest.approx((10.69, -2.93))
    assert arabic[0] > latin[0]
    assert arabic[1] < latin[1]


def test_a_typesetter_takes_a_stack_and_a_family_of_ones_own(phrase: Callable[..., Phrase]) -> None:
    english = Language.of("en")
    atkinson = stack(english, "atkinson-hyperlegible")
    for chosen in (atkinson, own(atkinson.regular[0].path)):
        line = Typesetter(english, chosen).line(phrase("Rest [שלום]{he}"), BODY)
        assert "Atkinson" in line.pieces[0].shaped.face.file.path
        assert "Hebrew" in line.pieces[-1].shaped.face.file.path


def test_a_tag_that_means_nothing_does_not_lose_its_words(phrase: Callable[..., Phrase]) -> None:
    assert typesetter().line(phrase("Rest [now]{xx-Nope}"), BODY).text == "Rest now"


def test_no_glyph_is_missed_for_what_unicode_says_can_be_passed_over(rows: Rows) -> None:
    """Default_Ignorable_Code_Point, and the two line separators."""
    ignorable = {0x2028, 0x2029}
    for row, _ in rows("DerivedCoreProperties.txt"):
        codes, named = (part.strip() for part in row.split(";")[:2])
        if named == "Default_Ignorable_Code_Point":
            first, _, last = codes.partition("..")
            ignorable.update(range(int(first, 16), int(last or first, 16) + 1))
    assert {ord(char) for char in _IGNORABLE} == ignorable


@pytest.mark.parametrize(
    ("text", "scripts_of_it"),
    [
        ("第3章", ["Hani", "Latn", "Hani"]),
        ("한(2)", ["Hang", "Latn", "Latn", "Latn"]),
        ("第３", ["Hani", "Hani"]),
        ("я3", ["Cyrl", "Cyrl"]),
    ],
)
def test_narrow_digits_and_signs_among_letters_of_east_asia_are_latin(text: str, scripts_of_it: list[str]) -> None:
    assert scripts(text, "Latn") == scripts_of_it


def test_no_more_plain_words_are_kept_than_a_language_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_words, "WORDS_KEPT", 3)
    english = Language.of("en")
    words = fast_words.PlainWords(Shaper(stack(english).regular, "Latn", "en", False), "Latn", " ")
    kept = [len(words) for word in ("one", "two", "three", "four", "one") if words[word]]
    assert kept == [1, 2, 3, 1, 2]


@pytest.mark.parametrize(
    ("width", "tail", "expected"),
    [
        (180, 0, ["Would you like some tea? Mark any ", "that fit."]),
        (180, 18, ["Would you like some tea? ", "Mark any that fit."]),
        (300, 18, ["Would you like some tea? Mark any that fit."]),
        (90, 18, ["Would you like ", "some tea? Mark ", "any that fit."]),
    ],
)
def test_how_to_answer_is_not_parted_where_it_fits_half_a_line(
    phrase: Callable[..., Phrase], width: float, tail: int, expected: list[str]
) -> None:
    lines = typesetter().lines(phrase("*Would you like some tea?* Mark any that fit."), BODY, width, tail=tail)
    assert [line.text for line in lines] == expected


def test_a_long_answer_to_how_leaves_no_short_line_at_its_end(phrase: Callable[..., Phrase]) -> None:
    said = "*And now?* If this number is eight or more, or higher than the first, tell someone today."
    usual, even = (typesetter().lines(phrase(said), BODY, 360, tail=tail) for tail in (0, 78))
    assert [line.text for line in usual][1] == "someone today."
    assert len(even) == 2 and even[1].width > 120
