"""Words for people: marks are parsed, kept, filled and escaped; one walk finds and changes every phrase."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from worksheet_builder.foundation.phrases import (
    Phrase,
    Span,
    escape,
    marks,
    parse,
    phrases_in,
    rephrase,
    run_on,
)
from worksheet_builder.foundation.problems import Place

PLACE = Place("a.yaml", 1, 1)
MARKED = st.text(alphabet="ab *\\[]{}éش\n", max_size=40)


def phrase(text: str, address: str = "title") -> Phrase:
    return Phrase(text, address, PLACE)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("Plain words.", (Span("Plain words."),)),
        ("You *decide* here.", (Span("You "), Span("decide", strong=True), Span(" here."))),
        ("*All of it*", (Span("All of it", strong=True),)),
        ("5 * 3", (Span("5 * 3"),)),
        ("*a* and *", (Span("a", strong=True), Span(" and *"))),
        ("About {minutes} minutes.", (Span("About "), Span("minutes", slot="minutes"), Span(" minutes."))),
        ("*{page}*", (Span("page", strong=True, slot="page"),)),
        ("Say [por favor]{es} first.", (Span("Say "), Span("por favor", language="es"), Span(" first."))),
        ("[عسر]{ar-Latn}", (Span("عسر", language="ar-Latn"),)),
        (r"\*not strong\*", (Span("*not strong*"),)),
        (r"\{page\} and \[x\]", (Span("{page} and [x]"),)),
        (r"a\\b", (Span("a\\b"),)),
        ("[words] in brackets", (Span("[words] in brackets"),)),
        ("{Not a slot}", (Span("{Not a slot}"),)),
    ],
)
def test_a_text_is_cut_at_its_marks(text: str, spans: tuple[Span, ...]) -> None:
    assert parse(text) == spans


@given(st.text(max_size=60))
def test_an_escaped_text_is_printed_as_it_is(text: str) -> None:
    assert "".join(span.text for span in parse(escape(text))) == text
    assert all(span == Span(span.text) for span in parse(escape(text)))


@given(MARKED)
def test_an_escaped_text_has_no_marks(text: str) -> None:
    assert marks(escape(text)) == ()


@given(MARKED)
def test_parsing_loses_nothing_but_marks(text: str) -> None:
    printed = "".join(span.text for span in parse(text))
    assert set(printed) <= set(text)
    assert [letter for letter in printed if letter in "abéش \n"] == [letter for letter in text if letter in "abéش \n"]


@given(MARKED)
def test_no_span_is_empty_unless_a_part_in_another_language_is(text: str) -> None:
    assert all(span.text or span.language for span in parse(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("none", ()),
        ("*a* {page} [b]{fr} {pages}", ("*", "*", "[]{fr}", "{page}", "{pages}")),
        ("{pages} *a* [x]{fr} {page}", ("*", "*", "[]{fr}", "{page}", "{pages}")),
        (r"\*a\* \{page\}", ()),
    ],
)
def test_marks_are_what_a_translation_has_to_keep_in_any_order(text: str, found: tuple[str, ...]) -> None:
    assert tuple(sorted(marks(text))) == tuple(sorted(found))


def test_a_slot_is_filled_and_the_others_stay() -> None:
    assert phrase("Page {page} of {pages}").fill(page="2").plain() == "Page 2 of {pages}"


@given(MARKED)
@example("*a*")
@example("[b]{fr}")
@example("{practice}")
@example("\\\\*")
@example("]{fr}")
def test_marks_in_a_value_are_printed_and_not_read(value: str) -> None:
    assert phrase("Logo of {practice}").fill(practice=value).plain() == f"Logo of {value}"


@given(MARKED)
def test_filling_nothing_changes_nothing(text: str) -> None:
    assert phrase(text).fill() == phrase(text)


def test_plain_is_what_a_reader_hears() -> None:
    assert phrase("You *decide*, [ojalá]{es}.").plain() == "You decide, ojalá."


def test_paragraphs_keep_address_and_place() -> None:
    first, second = phrase("One.\n\nTwo.\n").paragraphs()
    assert (first.text, second.text) == ("One.", "Two.")
    assert {first.address, second.address} == {"title"}


@dataclass(frozen=True)
class Leaf:
    text: Phrase
    code: str
    place: Place = PLACE


@dataclass(frozen=True)
class Tree:
    title: Phrase
    leaves: tuple[Leaf, ...]
    named: Mapping[str, Phrase]
    hint: Phrase | None = None
    other: Phrase | None = None


TREES = st.builds(
    Tree,
    st.builds(phrase, MARKED),
    st.lists(st.builds(Leaf, st.builds(phrase, MARKED), st.text(max_size=3)), max_size=3).map(tuple),
    st.dictionaries(st.text(alphabet="abc", min_size=1, max_size=2), st.builds(phrase, MARKED), max_size=3),
    st.none() | st.builds(phrase, MARKED),
)


@given(TREES)
def test_rephrasing_with_no_change_gives_the_same(tree: Tree) -> None:
    assert rephrase(tree, lambda found: found) == tree


@given(TREES)
def test_what_is_found_is_what_is_changed(tree: Tree) -> None:
    changed = rephrase(tree, lambda found: dataclasses.replace(found, text=found.text + "!"))
    assert [found.text + "!" for found in phrases_in(tree)] == [found.text for found in phrases_in(changed)]
    assert [leaf.code for leaf in changed.leaves] == [leaf.code for leaf in tree.leaves]


def test_phrases_are_found_in_the_order_of_fields_items_and_keys() -> None:
    tree = Tree(phrase("1"), (Leaf(phrase("2"), "x"),), {"b": phrase("3"), "a": phrase("4")}, phrase("5"))
    assert [found.text for found in phrases_in(tree)] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("When we talk", "*When we talk.* Mark any."),
        ("What is it like?", "*What is it like?* Mark any."),
        ("For example:", "*For example:* Mark any."),
        ("She said ‘no.’", "*She said ‘no.’* Mark any."),
        ("In bed (at home)", "*In bed (at home).* Mark any."),
        ("我的名字", "*我的名字。*Mark any."),
        ("बात करते समय", "*बात करते समय।* Mark any."),
        ("عند الحديث", "*عند الحديث.* Mark any."),
        ("เมื่อเราคุยกัน", "*เมื่อเราคุยกัน* Mark any."),
    ],
)
def test_strong_words_that_others_follow_end_as_a_sentence_does(first: str, found: str) -> None:
    said = phrase(first)
    assert run_on(said, phrase("Mark any."), like=said).text == found
