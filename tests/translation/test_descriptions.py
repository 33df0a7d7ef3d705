"""What a translator is told about a string."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from worksheet_builder.definitions.translator_notes import TranslatorNote
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place, Refused
from worksheet_builder.reading.loader import read_common
from worksheet_builder.translation.extraction import extract, portable

from .sheets import Question


@dataclass(frozen=True)
class Page:
    """A sheet with blocks, and with notes of its author to translators."""

    title: Phrase
    blocks: tuple[Question, ...]
    translators: tuple[TranslatorNote, ...] = ()


def phrase(text: str, address: str, line: int = 1) -> Phrase:
    return Phrase(text, address, Place("/home/ann/work/worksheets/rest/quiet.yaml", line, 1))


def told(page: object) -> dict[str, tuple[str, ...]]:
    return {want.address: want.extracted for want in extract(page)}


def page(text: str = "How loud?", **notes: str) -> Page:
    block = Question("noise", phrase(text, "noise.question", 3), phrase("Quiet", "noise.low", 2))
    told_of = tuple(TranslatorNote(Place("quiet.yaml"), f"noise.{key}", said) for key, said in notes.items())
    return Page(phrase("A *quiet* place", "title"), (block,), told_of)


def test_where_it_stands_who_reads_it_how_long_it_may_be_and_what_was_meant() -> None:
    assert told(page(question="Asked of\nthe room.")) == {
        "title": (
            "A quiet place · title",
            "Read by the client.",
            "Put the stars around the same words as in the English.",
        ),
        "noise.low": (
            "A quiet place · question ‘noise’: low",
            "Read by the client.",
            "At most 12 characters.",
        ),
        "noise.question": (
            "A quiet place · question ‘noise’: question",
            "Read by the client.",
            "Meant: Asked of",
            "Meant: the room.",
        ),
    }


def test_the_order_is_that_of_the_file() -> None:
    assert [want.address for want in extract(page())] == ["title", "noise.low", "noise.question"]


def test_the_reference_is_the_same_on_every_machine() -> None:
    assert {want.references for want in extract(page())} == {("worksheets/rest/quiet.yaml",)}
    assert portable(Place(r"C:\Users\Ann\worksheets\my rest\quiet.yaml")) == "\u2068worksheets/my rest/quiet.yaml\u2069"
    assert portable(Place("/usr/lib/python/common.yaml")) == "common.yaml"


@pytest.mark.parametrize(
    ("text", "line", "braces"),
    [
        ("About {minutes} minutes.", "Keep {minutes}.", True),
        ("{question} {number}", "Keep {number}, {question}.", True),
        ("The [raison d’être]{fr} of {page}.", "Keep []{fr}, {page}.", False),
        (r"A \{brace\} and a {slot}.", "Keep {slot}.", False),
    ],
)
def test_slots_and_marks_are_to_be_kept(text: str, line: str, braces: bool) -> None:
    want = next(want for want in extract(page(text)) if want.address == "noise.question")
    assert line in want.extracted
    assert want.flags() == (("python-brace-format",) if braces else ())


def test_one_address_for_two_texts_is_refused() -> None:
    twice = Page(phrase("One", "same", 1), (Question("b", phrase("Two", "same", 2), phrase("Three", "b.low", 3)),))
    with pytest.raises(Refused) as refused:
        extract(twice)
    assert str(refused.value).endswith("quiet.yaml:2:1: ‘same’ is the address of two texts; the other is in line 1.")


def test_the_common_words_say_who_reads_them() -> None:
    common = told(read_common())
    assert common["closing.page"][:2] == ("On every worksheet · closing: page", "Read by the client.")
    assert common["notes.too_much"][:2] == ("On every worksheet · notes: too much", "Read by the therapist.")


BUTTONS = {
    "phone": "call stop more leave clear undo",
    "phone.view": "one whole back next leaf all",
    "phone.draw": "begin done back clear words",
    "phone.copy": "heading page text paper share",
    "phone.keep": "switch",
    "phone.site": "list",
}


def test_words_with_little_room_on_a_phone_say_how_much() -> None:
    """The title stands in a tab, all others on buttons."""
    rooms = {want.address: want.characters for want in extract(read_common()) if want.address.startswith("phone.")}
    buttons = {f"{group}.{name}" for group, names in BUTTONS.items() for name in names.split()}
    assert {address: room for address, room in rooms.items() if room} == {
        "phone.title": 20,
        **dict.fromkeys(buttons, 28),
    }


def test_words_of_a_phone_that_are_heard_and_not_seen_say_so() -> None:
    common = told(read_common())
    heard = {address.removeprefix("phone.") for address, said in common.items() if "Read by a screen reader." in said}
    assert heard >= {"tools", "call_number", "text_number", "site.code"}
    assert not heard & {"title", "call", "no_script", "site.policy"}
