"""What a well-formed definition becomes: strings stay strings, phrases know their address and their place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from worksheet_builder.definitions.blocks.checklist import Checklist
from worksheet_builder.definitions.blocks.writing import Writing
from worksheet_builder.definitions.worksheet import Intensity, Worksheet
from worksheet_builder.foundation.decoding import yaml_nodes
from worksheet_builder.foundation.phrases import Phrase, phrases_in
from worksheet_builder.foundation.problems import Place, Refused
from worksheet_builder.reading.loader import parse_worksheet, read_worksheet

SHEET = """\
# A remark.
title: Yes
summary: "A text with a colon: and a # sign."
collection: preparing-for-care
intensity: practical      # a remark after a word
minutes: 10               # and after a number
evidence: [hall-2017]
blocks:
  - checklist: answers
    question: Which answer would you give?
    options:
      no: No
      yes: on
      null: ~
      1: 2020-01-01
      later: 0x1F
    other: yes
  - lines: 4
    prompt: >-
      The kind may stand
      anywhere in its block.

      A blank line starts a new paragraph.
    writing: kind-last
"""
PATH = Path("folder/first-visit.yaml")


@pytest.fixture
def worksheet() -> Worksheet:
    return parse_worksheet(SHEET, PATH)


def test_the_id_is_the_name_of_the_file(worksheet: Worksheet) -> None:
    assert worksheet.id == "first-visit"


def test_words_that_yaml_would_turn_into_something_else_stay_words(worksheet: Worksheet) -> None:
    checklist = worksheet.blocks[0]
    assert isinstance(checklist, Checklist)
    assert {key: text.text for key, text in checklist.options.items()} == {
        "no": "No",
        "yes": "on",
        "null": "~",
        "1": "2020-01-01",
        "later": "0x1F",
    }
    assert worksheet.title.text == "Yes"


def test_fields_that_are_no_text_become_what_they_are(worksheet: Worksheet) -> None:
    checklist, writing = worksheet.blocks
    assert isinstance(checklist, Checklist) and isinstance(writing, Writing)
    assert (worksheet.minutes, worksheet.intensity, worksheet.evidence) == (10, Intensity.PRACTICAL, ("hall-2017",))
    assert checklist.other is True
    assert writing.lines == 4


def test_the_address_of_a_phrase_is_made_of_ids_and_field_names(worksheet: Worksheet) -> None:
    assert [phrase.address for phrase in phrases_in(worksheet)] == [
        "title",
        "summary",
        "answers.question",
        "answers.options.no",
        "answers.options.yes",
        "answers.options.null",
        "answers.options.1",
        "answers.options.later",
        "kind-last.prompt",
    ]


def test_a_phrase_knows_where_it_stands(worksheet: Worksheet) -> None:
    assert worksheet.title.place == Place(str(PATH), 2, 8)
    assert worksheet.blocks[0].place == Place(str(PATH), 9, 5)


def test_a_blank_line_in_a_folded_text_parts_paragraphs(worksheet: Worksheet) -> None:
    writing = worksheet.blocks[1]
    assert isinstance(writing, Writing)
    assert [part.text for part in writing.prompt.paragraphs()] == [
        "The kind may stand anywhere in its block.",
        "A blank line starts a new paragraph.",
    ]


def test_a_mark_at_the_front_of_the_file_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "first-visit.yaml"
    path.write_text(SHEET, encoding="utf-8-sig")
    assert read_worksheet(path).title.text == "Yes"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_alike(end: str) -> None:
    def texts(worksheet: Worksheet) -> list[str]:
        return [phrase.text for phrase in phrases_in(worksheet)]

    read = parse_worksheet(SHEET.replace("\n", end), PATH)
    assert texts(read) == texts(parse_worksheet(SHEET, PATH))
    assert read.blocks[0].place.line == 9


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no such file"):
        read_worksheet(tmp_path / "first-visit.yaml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "first-visit.yaml"
    path.write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(Refused, match="larger than a megabyte"):
        read_worksheet(path)


@pytest.mark.parametrize("parser", [yaml_nodes._LOADER, yaml.SafeLoader], ids=lambda it: it.__name__)
@pytest.mark.parametrize(
    ("before", "line", "column"),
    [
        ("title: ", 1, 8),
        ("title: “Grüße”, ça va, žluťoučký kůň\nsummary: ", 2, 10),
        ("title: Привіт\nsummary: مرحبا ", 2, 16),
        ("title: 安静\r\nsummary: शांति\r\ncollection: 😀", 3, 14),
        ("title: Été\rsummary: é", 2, 11),
        ("title: a: slip\nsummary: ", 2, 10),
        ("title: a: slip\n" + "# a long remark – ένα σχόλιο\n" * 2_000, 2_002, 1),
    ],
)
def test_a_control_character_is_told_where_it_stands(
    before: str, line: int, column: int, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted in characters, in every script, and also after a slip that a parser would stumble over first."""
    monkeypatch.setattr(yaml_nodes, "_LOADER", parser)
    with pytest.raises(Refused) as refused:
        parse_worksheet(f"{before}\x01more\nminutes: 5\nblocks: []\n", PATH)
    (problem,) = refused.value.problems
    assert problem.sentence == "An invisible control character stands here."
    assert problem.place == Place(str(PATH), line, column)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_of_another_encoding_is_told_where_it_stands(mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / "first-visit.yaml"
    path.write_bytes(mark + "title: “Grüße”\r\nsummary: мова ".encode() + b"caf\xe9\n")
    with pytest.raises(Refused) as refused:
        read_worksheet(path)
    assert refused.value.problems[0].place == Place(str(path), 2, 18)


def survives(text: str) -> None:
    """Nothing but Refused is ever raised, and each problem says what to do."""
    try:
        worksheet = parse_worksheet(text, PATH)
    except Refused as refused:
        assert refused.problems
        assert all(problem.sentence and problem.hint for problem in refused.problems)
        lines = len(text.splitlines()) + 1
        assert all(problem.place and problem.place.line <= lines for problem in refused.problems)
    else:
        assert isinstance(worksheet.title, Phrase)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:-#'\"[]{}*&!|>%@` \n\t\\,?…é", max_size=60))
def test_whatever_is_typed_gives_problems_and_no_fault(text: str) -> None:
    survives(text)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SHEET)), st.integers(0, 30), st.text(alphabet=":-#'\"[]{}*&!|> \n\t\\x", max_size=4))
def test_a_slip_anywhere_in_a_good_file_gives_problems_and_no_fault(at: int, cut: int, typed: str) -> None:
    survives(SHEET[:at] + typed + SHEET[at + cut :])
