"""Every kind of block has one example, which reads, and becomes what its file shows.

`pytest --accept` writes the outlines anew; read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.definitions.blocks import BLOCKS, Block
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.reading.block_examples import Example, examples, folder, read_example


def test_every_kind_has_an_example_and_no_other_exists() -> None:
    assert {path.name for path in folder().iterdir()} == {f"{block.kind}.md" for block in BLOCKS}


def test_the_examples_stand_in_the_order_of_the_blocks() -> None:
    assert [example.kind for example in examples()] == [block.kind for block in BLOCKS]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_an_example_becomes_what_its_file_shows(block: type[Block], accept: bool) -> None:
    example = read_example(folder() / f"{block.kind}.md")
    if accept:
        example = outlined_anew(example)
    assert example.outline == example.drawn(), "run ‘pytest --accept tests/reading’"


def outlined_anew(example: Example) -> Example:
    """The example after the outline of what it becomes was written into its file."""
    before = example.path.read_text("utf-8").partition("```text\n")[0].rstrip("\n")
    example.path.write_text(f"{before}\n\n```text\n{example.drawn()}```\n", "utf-8", newline="\n")
    return read_example(example.path)


@pytest.mark.parametrize("begun", ["\n", "\n\n```text\n```\n", "\n\n```text\nan older outline\n```\n"])
def test_an_example_needs_no_outline_before_it_is_accepted(begun: str, tmp_path: Path) -> None:
    whole = (folder() / "note.md").read_text("utf-8")
    path = tmp_path / "note.md"
    path.write_text(whole.partition("\n\n```text\n")[0] + begun, "utf-8")
    assert read_example(path).outline != read_example(path).drawn()
    outlined_anew(read_example(path))
    assert path.read_text("utf-8") == whole


def test_an_example_without_yaml_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("A note.\n\n```text\nblock\n```\n", "utf-8")
    with pytest.raises(Refused, match="and then a ```yaml part"):
        read_example(tmp_path / "note.md")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_an_example_shows_its_own_kind_and_can_be_copied_under_blocks(block: type[Block]) -> None:
    example = read_example(folder() / f"{block.kind}.md")
    assert {type(found) for found in example.blocks()} == {block}
    assert example.yaml.startswith(f"  - {block.kind}: ")
    assert 2 <= example.prose.count(".") <= 6
