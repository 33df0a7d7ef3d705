"""What a field of a block says of itself holds: how many, how few, and what it is if it is left out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_type_hints

import pytest

from worksheet_builder.definitions.blocks import BLOCKS, Block
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.reading.block_examples import folder, read_example

WORDS = {"One": 1, "Two": 2, "two": 2, "four": 4, "five": 5, "seven": 7}
RANGE = re.compile(r"(?P<least>\d+|One|Two) to (?P<most>\d+|four|five|seven)|[Uu]p to (?P<up>four|five|seven)|The two ")
USUAL = re.compile(r"(\d+) if left out")


@cache
def blocks_of(kind: str) -> tuple[Block, ...]:
    return read_example(folder() / f"{kind}.md").blocks()


def described() -> Iterator[tuple[type[Block], str, str]]:
    for block in BLOCKS:
        for name, hint in get_type_hints(block, include_extras=True).items():
            yield from ((block, name, said) for said in getattr(hint, "__metadata__", ()) if isinstance(said, str))


def limits() -> Iterator[tuple[type[Block], str, int, int]]:
    for block, name, said in described():
        if found := RANGE.search(said):
            few, many = found["least"] or ("0" if found["up"] else "two"), found["most"] or found["up"] or "two"
            yield block, name, WORDS.get(few) or int(few), WORDS.get(many) or int(many)


def problems(block: type[Block], name: str, count: int) -> list[str]:
    """What is said of this field where the last block of the example has so many."""
    made: Any = blocks_of(block.kind)[-1]
    value: Any = count
    if isinstance(held := getattr(made, name), Mapping):
        more = {f"more-{at}": Phrase("More", f"more-{at}", Place("any.md")) for at in range(count)}
        value = dict([*held.items(), *more.items()][:count])
    told = (it.sentence for it in dataclasses.replace(made, **{name: value}).check())
    return [it for it in told if f"‘{name}’" in it or f"has {count} {name}" in it]


LIMITS = [pytest.param(*it, id=f"{it[0].kind}-{it[1]}") for it in limits()]


@pytest.mark.parametrize(("block", "name", "least", "most"), LIMITS)
def test_a_field_takes_as_many_as_it_says_and_no_more(block: type[Block], name: str, least: int, most: int) -> None:
    assert not problems(block, name, least) and not problems(block, name, most)
    assert problems(block, name, most + 1)
    assert problems(block, name, least - 1) or (least == 0 and name in {"beginnings", "fields", "points", "rows"})


def test_most_fields_say_how_many_they_take() -> None:
    assert len(LIMITS) >= 35


def test_a_number_that_is_left_out_is_what_its_field_says() -> None:
    said = {(block, name): int(found[1]) for block, name, it in described() if (found := USUAL.search(it))}
    defaults = {(block, it.name): it.default for block in BLOCKS for it in dataclasses.fields(block)}
    assert said == {key: defaults[key] for key in said}
    assert len(said) > 15


def test_a_letter_without_beginnings_has_up_to_sixteen_lines() -> None:
    (letter,) = (it for it in blocks_of("letter") if it.kind == "letter")
    free: Any = dataclasses.replace(letter, beginnings={})  # type: ignore[type-var]
    assert [len([*dataclasses.replace(free, lines=lines).check()]) for lines in (0, 1, 16, 17)] == [1, 0, 0, 1]
