"""Fields have names of their own, and no field is both a field and what others hang under."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any, cast

import pytest

from worksheet_builder.definitions.blocks import Block
from worksheet_builder.definitions.blocks.block import ComposeContext
from worksheet_builder.definitions.blocks.checklist import Checklist
from worksheet_builder.definitions.leaf import LeafPage, Reader
from worksheet_builder.document import Answer, Document, HeaderFooter, Lines, Node, Option, Scale, Ticks, answers
from worksheet_builder.document.field_names import field_names
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.reading.block_examples import Example, examples
from worksheet_builder.reading.loader import read_common

PLACE = Place("sheet.yaml", 1, 1)
WORDS = Phrase("Words", "words", PLACE)
CONTEXT = ComposeContext("sheet", read_common())
UNLUCKY = ("other", "other-text", "choice", "word", "name", "ticks", "lines", "number", "0", "1", "10")
"""Ids that an author may choose, each like what the tool names its own fields with."""


def names(nodes: tuple[Node, ...], *, grouped: bool) -> list[str]:
    common = CONTEXT.common
    around = HeaderFooter(common.page, common.logo, common.write_here, common.chosen)
    document = Document("sheet", WORDS, WORDS, Language.of("en"), nodes, around)
    groups = [[*field_names(answer, grouped=grouped)] for answer in answers(document)]
    return [name for group in groups for name in (dict.fromkeys(group) if grouped else group)]


def unlucky(block: Block) -> Block:
    """The block with every id in it one of those."""
    changed: dict[str, Any] = {"id": "other"}
    for name in cast(Any, block).__dataclass_fields__:
        held = getattr(block, name)
        if isinstance(held, dict) and held and all(isinstance(part, Phrase) for part in held.values()):
            changed[name] = dict(zip(UNLUCKY, held.values(), strict=False))
    if "example" in changed:
        changed["example"] = {}
    return cast(Block, replace(cast(Any, block), **changed))


def assert_apart(found: list[str]) -> None:
    assert len(set(found)) == len(found)
    assert not [pair for pair in itertools.permutations(found, 2) if pair[1].startswith(f"{pair[0]}.")]


@pytest.mark.parametrize("grouped", [True, False])
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.kind)
def test_no_id_of_an_author_meets_another_name(example: Example, grouped: bool) -> None:
    for block in example.blocks():
        for made in (block, unlucky(block)):
            assert_apart(names(made.compose(CONTEXT), grouped=grouped))


@pytest.mark.parametrize("grouped", [True, False])
def test_an_option_called_other_is_not_the_box_for_something_else(grouped: bool) -> None:
    options = dict.fromkeys(("other", "other-text"), WORDS)
    nodes = Checklist("kinds", PLACE, WORDS, options, other=True).compose(CONTEXT)
    found = names(nodes, grouped=grouped)
    assert found == ["sheet.kinds.other", "sheet.kinds.other-text", "sheet.kinds._other", "sheet.kinds._other-text"]


@pytest.mark.parametrize("grouped", [True, False])
def test_a_word_in_place_of_a_number_is_not_under_the_numbers(grouped: bool) -> None:
    scale = Answer("sheet.now", WORDS, Scale(0, 2, word=WORDS))
    numbers = ["sheet.now._choice"] if grouped else ["sheet.now.0", "sheet.now.1", "sheet.now.2"]
    assert names((scale,), grouped=grouped) == [*numbers, "sheet.now._word"]


def test_blocks_of_a_leaf_may_be_called_as_blocks_of_the_sheet() -> None:
    block = Checklist("kinds", PLACE, WORDS, dict.fromkeys(("a", "b"), WORDS))
    leaf = LeafPage(place=PLACE, title=WORDS, for_=Reader.STAFF, blocks=(block, replace(block, id="name")))
    nodes = (*block.compose(CONTEXT), leaf.compose(CONTEXT, None))
    assert_apart(names(nodes, grouped=False))


def test_the_rings_of_an_answer_share_a_name_where_a_format_knows_groups() -> None:
    choice = Answer("sheet.how", WORDS, Ticks((Option("a", WORDS), Option("b", WORDS)), many=False, other=WORDS))
    grouped = [*field_names(choice, grouped=True)]
    assert grouped == ["sheet.how._choice"] * 3 + ["sheet.how._other-text"]
    assert [*field_names(Answer("sheet.line", WORDS, Lines(1)), grouped=True)] == ["sheet.line"]
