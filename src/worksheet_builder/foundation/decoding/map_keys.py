"""The kinds of keys that a map can have: ids that an author chooses, addresses of parts, or tags of languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..languages import Language, Tag, UnknownLanguage
from ..phrases import Address
from ..records import record

KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
"""An id: small letters and digits, with hyphens or underscores between them."""


@record
class KeyKind:
    """A kind of key other than ids: a function that tests a text, the pattern for the JSON Schema, and a hint."""

    fits: Callable[[str], bool]
    pattern: str
    hint: str


def _is_address(text: str) -> bool:
    return all(KEY.fullmatch(part.removeprefix("_")) for part in text.split("."))


def _is_tag(text: str) -> bool:
    try:
        return Language.of(text).tag == text
    except UnknownLanguage:
        return False


NAMES: Mapping[Any, KeyKind] = {
    Address: KeyKind(
        _is_address,
        rf"^_?{KEY.pattern}(?:\._?{KEY.pattern})*$",
        "Write an address, such as ‘kinds.question’; ‘worksheet-builder show’ prints them.",
    ),
    Tag: KeyKind(
        _is_tag, "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "Write the tag of a language, such as es, uk or zh-Hans."
    ),
}
"""The kinds of keys by the type that a definition gives them; keys of all other types are ids."""
