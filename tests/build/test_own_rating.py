"""A sheet with a question of its own before and after: it stands in place of the shared one, with its two ends."""

from __future__ import annotations

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Answer, Document, Paragraph, Role, Scale, Ticks, walk
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.extraction import extract

LIBRARY = Library.open()
OWN, SHARED, IN_WORDS = "a-baby-who-died", "what-my-anger-protects", "easy-what-happened-to-me"


def composed(name: str) -> Document:
    return Composer(LIBRARY, Order()).document(LIBRARY.worksheets[name], "en")


def asked(name: str) -> list[tuple[str, str, str]]:
    """The question and the two ends of each row of numbers from 0 to 10 around the blocks."""
    return [
        (node.label.plain(), node.form.low.plain(), node.form.high.plain())
        for node in walk(composed(name).nodes)
        if isinstance(node, Answer) and isinstance(node.form, Scale) and node.address.endswith(("._before", "._after"))
    ]


def test_it_asks_its_own_question_and_the_second_stays_as_on_all_sheets() -> None:
    own, words = read_worksheet(LIBRARY.worksheets[OWN]).rating, read_common().rating
    assert own
    ends = (own.low.plain(), own.high.plain())
    assert asked(OWN) == [(own.before.plain(), *ends), (words.after.plain(), *ends)]
    assert own.before.plain() != words.before.plain()


def test_another_sheet_asks_what_all_ask() -> None:
    words = read_common().rating
    assert [question for question, _, _ in asked(SHARED)] == [words.before.plain(), words.after.plain()]


def hints(name: str) -> list[str]:
    """What stands beside the question before, and beside the one after."""
    words = read_common().rating
    own = read_worksheet(LIBRARY.worksheets[name]).rating or words
    questions = (own.before.plain(), words.after.plain())
    prompts = [it for it in walk(composed(name).nodes) if isinstance(it, Paragraph) and it.role is Role.PROMPT]
    return [it.after.plain() for it in prompts if it.after and it.text.plain() in questions]


def test_a_high_number_says_what_to_do_before_and_after() -> None:
    words = read_common().rating
    own = read_worksheet(LIBRARY.worksheets[OWN]).rating
    assert own and own.higher
    assert hints(SHARED) == [words.wait.plain(), words.higher.plain()]
    assert hints(OWN) == [words.wait.plain(), own.higher.plain()]


def test_three_words_stand_in_place_of_numbers() -> None:
    own = read_worksheet(LIBRARY.worksheets[IN_WORDS]).rating
    assert own and own.between and own.higher
    said = [own.low.plain(), own.between.plain(), own.high.plain()]
    answers = [it for it in walk(composed(IN_WORDS).nodes) if isinstance(it, Answer)]
    forms = [it.form for it in answers if it.address.endswith(("._before", "._after"))]
    assert [isinstance(it, Ticks) and not it.many and [one.text.plain() for one in it.options] for it in forms] == [
        said
    ] * 2
    assert hints(IN_WORDS) == [read_common().mark_one.plain(), own.higher.plain()]


def test_its_words_are_translated_by_address() -> None:
    addresses = [it.address for it in extract(read_worksheet(LIBRARY.worksheets[OWN]))]
    expected = ["rating.before", "rating.low", "rating.high", "rating.higher"]
    assert [it for it in addresses if it.startswith("rating.")] == expected
