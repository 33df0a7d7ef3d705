"""The JSON Schema of a kind of file, made from the types that decode it, so that an editor can complete and check.

Draft 7, the version that the YAML language server supports in full.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, assert_never

from ..definitions.worksheet import Worksheet
from ..foundation.colours import Colour
from ..foundation.decoding.map_keys import KEY, NAMES
from ..foundation.decoding.type_shapes import (
    Keyed,
    Many,
    OneOf,
    Record,
    Scalar,
    Words,
    fields_of,
    kind_of,
    sayings_of,
    shape_of,
)
from ..foundation.phrases import Phrase
from .loader import KINDS

_Schema = dict[str, Any]

_ID = f"^{KEY.pattern}$"
_TEXT: _Schema = {"type": "string", "pattern": r"\S"}
_SCALARS: Mapping[Any, _Schema] = {
    Phrase: _TEXT,
    str: _TEXT,
    Path: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Colour: {"type": "string", "pattern": "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"},
}
_BY_THE_FILE = frozenset({"id", "place", "origin"})
"""Fields that the tool sets when it reads the file, so that no author writes them."""


def text(kind: type = Worksheet) -> str:
    """The schema of a worksheet, a pack, or a tailoring of one, as JSON text; the same types give the same text."""
    return json.dumps(of_file(kind), ensure_ascii=False, indent=2) + "\n"


def worksheet() -> _Schema:
    """The schema of a worksheet."""
    return of_file(Worksheet)


def of_file(kind: type) -> _Schema:
    """The schema of a kind of file, given the type that it is decoded to."""
    definitions: dict[str, _Schema] = {}
    root = _record(kind, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind.__name__,
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, _Schema]) -> _Schema:
    """The schema of a type; the types that it refers to are added to `definitions`."""
    if kind in KINDS:
        return {"anyOf": [_refer(member, definitions) for member in KINDS[kind].values()]}
    match shape_of(kind):
        case Scalar(of):
            return {**_SCALARS[of]}
        case Words(words, known):
            said = {} if words is str else {"description": inspect.getdoc(words)}
            return {"type": "string", **said, "enum": list(known)}
        case Many(of):
            return {"type": "array", "items": _of(of, definitions)}
        case Keyed(of, by):
            names = {"pattern": NAMES[by].pattern if by in NAMES else _ID}
            return {"type": "object", "propertyNames": names, "additionalProperties": _of(of, definitions)}
        case OneOf(kinds):
            return {"anyOf": [_refer(member, definitions) for member in kinds]}
        case Record(record):
            return _refer(record, definitions)
        case other:
            assert_never(other)


def _refer(kind: type, definitions: dict[str, _Schema]) -> _Schema:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _record(kind, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _record(kind: type, definitions: dict[str, _Schema]) -> _Schema:
    """The schema of a dataclass, as an object; that of a block begins with the key of its kind."""
    fields = {name: field for name, field in fields_of(kind).items() if name not in _BY_THE_FILE}
    sayings = sayings_of(kind)
    lead = _kind_key(kind)
    said = {name: {"description": sayings[name]} if name in sayings else {} for name in fields}
    return {
        "type": "object",
        "description": inspect.getdoc(kind),
        "required": [*lead, *(name for name, (_, needed) in fields.items() if needed)],
        "additionalProperties": False,
        "properties": {**lead, **{name: {**said[name], **_of(fields[name][0], definitions)} for name in fields}},
    }


def _kind_key(kind: type) -> dict[str, _Schema]:
    name = kind_of(kind)
    return {name: {"type": "string", "description": inspect.getdoc(kind), "pattern": _ID}} if name else {}
