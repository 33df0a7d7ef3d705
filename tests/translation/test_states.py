"""The state of an entry, told from its words, its flags and its mark."""

from __future__ import annotations

import pytest

from worksheet_builder.translation.po_file import PoFile
from worksheet_builder.translation.po_parser import parse
from worksheet_builder.translation.states import State, lowest

from .sheets import catalogue, sheet, wanted

ENTRY = 'msgctxt "a"\nmsgid "It hurts."\nmsgstr "Duele."\n'
REVIEWED = "# state: reviewed by Ana Ruiz on 2026-11-22"


def file(text: str) -> PoFile:
    return parse(text.encode(), "sleep.po")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", State.MISSING),
        (ENTRY.replace("Duele.", ""), State.MISSING),
        (ENTRY.replace("Duele.", " \\n"), State.MISSING),
        (ENTRY.replace("msg", "#~ msg"), State.MISSING),
        (f"#, fuzzy\n{ENTRY}".replace("Duele.", ""), State.MISSING),
        (f"#, fuzzy\n{ENTRY}", State.STALE),
        (f"{REVIEWED}\n#, no-wrap, fuzzy\n{ENTRY}", State.STALE),
        (ENTRY.replace("It hurts.", "It hurts a lot."), State.STALE),
        (f"# state: draft\n{ENTRY}", State.DRAFT),
        (f"# state: draft [00000000]\n{ENTRY}", State.TRANSLATED),
        (ENTRY, State.TRANSLATED),
        (f"# A remark about the state: good.\n{ENTRY}", State.TRANSLATED),
        (f"# state: stale, was reviewed by Ana Ruiz on 2026-11-22\n{ENTRY}", State.TRANSLATED),
        (f"{REVIEWED} [00000000]\n{ENTRY}", State.TRANSLATED),
        (f"# Seen twice.\n#   state: reviewed by Ana on the bus on 2026-11-22  \n{ENTRY}", State.REVIEWED),
        (ENTRY.replace("It hurts.", "It hurt.") + ENTRY.replace("Duele", "Me duele"), State.TRANSLATED),
    ],
)
def test_the_state_of_a_string(text: str, state: State) -> None:
    (unit,) = catalogue(file(text)).units(sheet({"a": "It hurts."}))
    assert unit.state is state
    assert (unit.problem(catalogue(file(text)).language) is None) is state.printable


def test_the_lowest_state_is_that_of_the_sheet() -> None:
    assert list(State) == [State.MISSING, State.STALE, State.DRAFT, State.TRANSLATED, State.REVIEWED]
    assert lowest([State.REVIEWED, State.STALE, State.TRANSLATED]) is State.STALE
    assert lowest([]) is State.REVIEWED


def test_what_has_no_words_is_neither_extracted_nor_marked() -> None:
    translated = catalogue(file("")).translate(sheet({"a": "", "b": " \n"}))
    assert translated.units == ()
    assert translated.value == sheet({"a": "", "b": " \n"})
    assert wanted({"a": "", "b": " \n"}) == ()


def test_a_draft_marks_each_paragraph_that_stays_english() -> None:
    translated = catalogue(file("")).translate(sheet({"a": "One.\n\nTwo."}), draft=True)
    assert [part.text for part in translated.value.texts["a"].paragraphs()] == ["[EN] One.", "[EN] Two."]
    assert translated.value.texts["a"].language == "en"


@pytest.mark.parametrize(
    ("text", "sentence", "line"),
    [
        ("", "‘a’ is not in Spanish yet: “It hurts.”.", 0),
        (ENTRY.replace("Duele.", ""), "‘a’ is not in Spanish yet: “It hurts.”.", 3),
        (f"#, fuzzy\n{ENTRY}", "The translation of ‘a’ is flagged as needing work: “It hurts.”.", 4),
        (
            f'#, fuzzy\n#| msgctxt "a"\n#| msgid "It hurt."\n{ENTRY}',
            "The English of ‘a’ was “It hurt.” when it was translated; now it is “It hurts.”.",
            6,
        ),
        (
            ENTRY.replace("hurts", "hurt"),
            "The English of ‘a’ was “It hurt.” when it was translated; now it is “It hurts.”.",
            3,
        ),
        (
            ENTRY.replace("It hurts.", "It  hurts."),
            "The English of ‘a’ has changed since it was translated.",
            3,
        ),
    ],
)
def test_what_may_not_be_printed_is_said(text: str, sentence: str, line: int) -> None:
    (problem,) = catalogue(file(text)).translate(sheet({"a": "It hurts."})).problems
    assert problem.sentence == sentence
    assert problem.place
    assert (problem.place.file, problem.place.line) == ("locales/es/sleep.po", line)
    assert "‘build --draft’" in problem.hint
