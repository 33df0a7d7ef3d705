"""Keys that an author writes: addresses of parts and tags of languages are taken, and nothing that is like them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from worksheet_builder.foundation.decoding.decoder import Decoder, Undecodable
from worksheet_builder.foundation.decoding.map_keys import NAMES
from worksheet_builder.foundation.decoding.yaml_nodes import root_of
from worksheet_builder.foundation.languages import Tag
from worksheet_builder.foundation.phrases import Address

TAKEN: Mapping[Any, list[str]] = {
    Address: ["kinds", "kinds.question", "kinds.options.not-asked", "_more-room", "a_b.2"],
    Tag: ["es", "uk", "zh-Hans", "pt-BR"],
}
NOT_TAKEN: Mapping[Any, list[str]] = {
    Address: ["Kinds", "kinds question", "kinds.", ".kinds", "kinds..question", "-kinds", "__kinds"],
    Tag: ["Spanish", "es_ES", "e", "xx-Nope"],
}


def decoded(kind: Any, key: str) -> tuple[Any, list[str]]:
    """What a map with this key becomes, and the sentences and hints of its problems."""
    decoder = Decoder("any.yaml")
    root = root_of(f"{json.dumps(key)}: Words\n", decoder.file)
    try:
        found = decoder.decode(root, Mapping[kind, str], ("map",))  # type: ignore[type-abstract]
    except Undecodable:
        found = None
    return found, [word for it in decoder.problems for word in (it.sentence, it.hint)]


@pytest.mark.parametrize("kind", NAMES, ids=lambda it: it.__name__)
def test_a_key_of_its_kind_is_taken_and_no_other_and_the_schema_says_the_same(kind: Any) -> None:
    for key in TAKEN[kind]:
        assert decoded(kind, key) == ({key: "Words"}, [])
        assert re.search(NAMES[kind].pattern, key)
    for key in NOT_TAKEN[kind]:
        assert decoded(kind, key) == (None, [f"‘{key}’ cannot stand here.", NAMES[kind].hint])
    assert kind is Tag or not any(re.search(NAMES[kind].pattern, key) for key in NOT_TAKEN[kind])
