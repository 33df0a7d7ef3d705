"""Every kind of block has one example, which reads, and becomes what its file shows.

`pytest --accept` writes the outlines anew; read the difference before keeping it.
"""

from __future__ import annotations

import pytest

from worksheet_builder.definitions.blocks import BLOCKS, Block
from worksheet_builder.reading.block_examples import examples, folder, read_example


def test_every_kind_has_an_example_and_no_other_exists() -> None:
    assert {path.name for path in folder().iterdir()} == {f"{block.kind}.md" for block in BLOCKS}


def test_the_examples_stand_in_the_order_of_the_blocks() -> None:
    assert [example.kind for example in examples()] == [block.kind for block in BLOCKS]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_an_example_becomes_what_its_file_shows(block: type[Block], accept: bool) -> None:
    example = read_example(folder() / f"{block.kind}.md")
    if accept:
        before = f"```text\n{example.outline}```"
        text = example.path.read_text(encoding="utf-8")
        example.path.write_text(text.replace(before, f"```text\n{example.drawn()}```"), encoding="utf-8")
        example = read_example(example.path)
    assert example.outline == example.drawn()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_an_example_shows_its_own_kind_and_can_be_copied_under_blocks(block: type[Block]) -> None:
    example = read_example(folder() / f"{block.kind}.md")
    assert {type(found) for found in example.blocks()} == {block}
    assert example.yaml.startswith(f"  - {block.kind}: ")
    assert 2 <= example.prose.count(".") <= 6
