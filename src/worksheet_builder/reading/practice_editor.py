"""Edit the text of a practice file; comments, order and all that is not changed stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..foundation.decoding.yaml_nodes import root_of
from .yaml_writer import Value, entry, value_of, with_entry, without_entry, written


def values_in(text: str, file: str) -> dict[str, Value]:
    """The values in the text of a practice file, by field name, as written; raises Refused if the text is not YAML."""
    value = value_of(root_of(text, file)) if text.strip() else {}
    return dict(value) if isinstance(value, Mapping) else {}


def with_fields(text: str, file: str, fields: Mapping[str, Value | None]) -> str:
    """The text with fields set, or removed if the value is None or empty; raises Refused if the text is not YAML.

    A new field replaces the comment in the file that shows how to write it.
    """
    for name, value in fields.items():
        if not text.strip():
            text = _begun(text, name, value) if value else text
            continue
        root = root_of(text, file)
        if value in (None, "", [], {}):
            text = without_entry(text, root, name)
        else:
            stands = entry(root, name) is not None
            text = with_entry(text, root, name, value) if stands else _begun(text, name, value)
    return text


def _begun(text: str, name: str, value: Value) -> str:
    """The text with a new field, in place of the comment that shows it, or else at the end."""
    lines = text.splitlines(keepends=True)
    new = written({name: value})
    shown = re.compile(rf"# {re.escape(name)}:(\s|$)")
    at = next((number for number, line in enumerate(lines) if shown.match(line)), None)
    if at is None:
        return "".join(lines) + ("" if not text or text.endswith("\n") else "\n") + new
    end = at + 1
    while end < len(lines) and re.match(r"#  +\S", lines[end]):
        end += 1
    return "".join(lines[:at]) + new + "".join(lines[end:])
