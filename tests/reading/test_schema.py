"""The JSON Schema: committed as it is generated, true of what is good, and not of what is broken."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from worksheet_builder.definitions.blocks import BLOCKS
from worksheet_builder.reading import json_schema
from worksheet_builder.reading.block_examples import Example, examples

from ..conftest import Golden

FOLDER = Path(__file__).parents[2] / "worksheets"
SCHEMA = FOLDER / "worksheet.schema.json"
BROKEN = Path(__file__).parent / "broken"
VALIDATOR = Draft7Validator(json.loads(json_schema.text()))

OUT_OF_REACH = {
    "duplicate-block-id",
    "duplicate-key",
    "duplicate-option-id",
    "number-out-of-range",
    "rating-on-a-practical-sheet",
    "scale-upside-down",
    "table-with-too-many-columns",
    "table-without-row-heading",
    "table-without-rows",
    "too-few-options",
    "too-many-options",
    "unfilled-place",
    "Wrong Name",
}
"""What a schema cannot see, or what the blocks check by themselves."""


class Core(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, and so as an editor does: only true, false, null and numbers are no text."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=Core)


def test_the_committed_schema_is_the_generated_one(golden: Golden) -> None:
    golden(json_schema.text(), SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(json_schema.worksheet())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_a_worksheet_is_valid(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(loaded(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.kind)
def test_an_example_is_valid(example: Example) -> None:
    sheet = {
        "title": "An example",
        "summary": "A sheet with one kind of block.",
        "collection": "examples",
        "intensity": "practical",
        "minutes": 5,
        "blocks": loaded(example.yaml),
    }
    assert [error.message for error in VALIDATOR.iter_errors(sheet)] == []


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_definition_is_not_valid_unless_it_is_out_of_reach(path: Path) -> None:
    try:
        sheet = loaded(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return
    assert VALIDATOR.is_valid(sheet) == (path.stem in OUT_OF_REACH)


def test_every_kind_of_block_is_described_with_its_fields() -> None:
    definitions = json_schema.worksheet()["definitions"]
    for block in BLOCKS:
        described = definitions[block.__name__]
        assert described["required"][0] == block.kind
        assert all("description" in field for field in described["properties"].values()), block.kind
