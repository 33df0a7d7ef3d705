"""What the blocks promise beyond their examples."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from worksheet_builder.definitions.blocks import BLOCKS, Block, ComposeContext
from worksheet_builder.document import (
    Answer,
    Document,
    Figure,
    HeaderFooter,
    OutputOptions,
    Posture,
    Table,
    answers,
)
from worksheet_builder.foundation.decoding.type_shapes import fields_of
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase, phrases_in
from worksheet_builder.foundation.problems import Place, Refused
from worksheet_builder.reading.block_examples import Example
from worksheet_builder.reading.loader import read_common

MEETING = """\
  - table: places
    prompt: Where?
    columns: {name: Its name, blank-1: What}
    row_heading: Place
    rows: {blank-1: One, name: Two}
    blank_rows: 2
"""


def blocks_of(yaml: str) -> tuple[Block, ...]:
    return Example("any", "", yaml, "", Path("any.md")).blocks()


def fields(yaml: str) -> list[Answer]:
    sheet = ComposeContext("sheet", read_common())
    nodes = tuple(node for block in blocks_of(yaml) for node in block.compose(sheet))
    words = Phrase("Title", "title", Place("any.md"))
    return list(
        answers(
            Document(
                "sheet",
                words,
                words,
                Language.of("en"),
                nodes,
                HeaderFooter(words, words, words, words),
                OutputOptions(),
            )
        )
    )


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_a_kind_is_a_frozen_dataclass_with_id_and_place(block: type[Block]) -> None:
    assert "__dataclass_fields__" in vars(block)
    assert {"id", "place"} <= fields_of(block).keys()
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(object.__new__(block), "id", "other")  # noqa: B010


def test_no_field_bears_the_name_of_a_kind() -> None:
    kinds = {block.kind for block in BLOCKS}
    assert not [name for block in BLOCKS for name in fields_of(block) if name in kinds]


def test_kinds_are_unique() -> None:
    assert len({block.kind for block in BLOCKS}) == len(BLOCKS)


def test_fields_of_a_table_never_meet_whatever_its_author_calls_them() -> None:
    addresses = [answer.address for answer in fields(MEETING)]
    assert len(addresses) == 2 * 2 + 2 * 3
    assert [address for address, count in Counter(addresses).items() if count > 1] == []


def test_every_field_of_a_table_is_spoken_differently() -> None:
    labels = [answer.label.plain() for answer in fields(MEETING)]
    assert len(set(labels)) == len(labels)


def test_a_table_has_a_cell_for_each_column_in_each_row() -> None:
    (block,) = blocks_of(MEETING)
    table = next(node for node in block.compose(ComposeContext("sheet", read_common())) if isinstance(node, Table))
    assert {len(row) for row in table.rows} == {len(table.header)} == {len(table.widths)}


def test_every_word_of_a_block_comes_from_its_author_or_the_common_words() -> None:
    block = blocks_of(MEETING)[0]
    known = {phrase.address for phrase in (*phrases_in(block), *phrases_in(read_common()))}
    used = {phrase.address for phrase in phrases_in(block.compose(ComposeContext("sheet", read_common())))}
    assert used <= known


@pytest.mark.parametrize(
    ("yaml", "sentence"),
    [
        ("  - starters: a\n    prompt: P\n    beginnings: {}\n", "‘beginnings’ needs at least 1 entry, and has 0."),
        ("  - steps: a\n    prompt: P\n    items: {one: One}\n", "‘items’ needs at least 2 entries, and has 1."),
        ("  - writing: a\n    prompt: P\n    lines: 0\n", "‘lines’ is 0, less than it can be."),
        ("  - writing: a\n    prompt: P\n    lines: 13\n", "‘lines’ is 13, more than it can be."),
        ("  - table: a\n    prompt: P\n    columns: {one: One}\n    blank_rows: 2\n", "The table has 1 columns."),
        (
            "  - body: a\n    prompt: P\n    postures: [none]\n",
            "‘postures’ has to name one at least.",
        ),
        ("  - body: a\n    prompt: P\n    postures: [lying, lying]\n", "‘postures’ names one of them twice."),
    ],
)
def test_a_block_checks_itself(yaml: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        blocks_of(yaml)
    assert [problem.sentence for problem in refused.value.problems] == [sentence]


BODY = "  - body: where\n    prompt: Where?\n"


def captions(yaml: str, body: Posture | None = None) -> list[str]:
    """What stands under the outlines of a body."""
    sheet = ComposeContext("sheet", read_common(), body=body)
    nodes = [node for block in blocks_of(yaml) for node in block.compose(sheet)]
    return [words.plain() for node in nodes if isinstance(node, Figure) for words in node.captions]


def test_a_body_stands_sits_or_lies_as_its_author_says_or_as_one_client_needs_it() -> None:
    assert captions(BODY) == ["Front", "Back"]
    assert captions(f"{BODY}    postures: [lying, seated]\n") == ["Lying down", "Seated"]
    assert captions(f"{BODY}    postures: [standing, lying]\n", Posture.SEATED) == ["Seated"]


def test_where_no_body_is_wanted_there_is_nothing_of_it() -> None:
    sheet = ComposeContext("sheet", read_common(), body=Posture.NONE)
    assert [block.compose(sheet) for block in blocks_of(BODY)] == [()]
