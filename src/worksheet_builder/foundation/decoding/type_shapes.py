"""Sort the types of fields into a few shapes, from which both the decoder and the JSON Schema are derived."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import lru_cache
from keyword import iskeyword
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from ..colours import Colour
from ..phrases import Phrase
from ..problems import Place
from ..records import record


@record
class Scalar:
    """A single value: a phrase, a text, a number, true or false, a colour, a path."""

    kind: Any


@record
class Words:
    """One of a few fixed words; `kind` is the StrEnum that they belong to, or str."""

    kind: type[str]
    known: tuple[str, ...]


@record
class Many:
    """A list of one type."""

    of: Any


@record
class Keyed:
    """A map from names that the author chooses to one type; `by` is the type of the names: str (id), Tag or Address."""

    of: Any
    by: Any = str


@record
class Record:
    """A map with fixed keys: a dataclass."""

    kind: Any


@record
class OneOf:
    """One of several dataclasses, recognised by its keys: the first whose `told_by` keys are all present."""

    kinds: tuple[Any, ...]

    def told(self, keys: Collection[str]) -> Any:
        """The first of the dataclasses whose `told_by` keys are all among `keys`, or None."""
        return next((kind for kind in self.kinds if set(kind.told_by) <= set(keys)), None)


Shape = Scalar | Words | Many | Keyed | Record | OneOf


def shape_of(kind: Any) -> Shape:
    """The shape of a type; an optional type has the shape of the type without None."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        first, *others = (part for part in get_args(kind) if part is not types.NoneType)
        return OneOf((first, *others)) if others else shape_of(first)
    if origin is tuple:
        return Many(get_args(kind)[0])
    if origin is Literal:
        return Words(str, get_args(kind))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Keyed(get_args(kind)[1], get_args(kind)[0])
    if isinstance(kind, NewType):
        return shape_of(kind.__supertype__)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Words(kind, tuple(member.value for member in kind))
    if dataclasses.is_dataclass(kind) and kind not in (Phrase, Colour, Place):
        return Record(kind)
    return Scalar(kind)


@lru_cache(maxsize=256)
def fields_of(kind: type) -> dict[str, tuple[Any, bool]]:
    """For each key of a dataclass: its type, and whether the key is required; the key of a field `for_` is ‘for’."""
    hints = get_type_hints(kind)
    return {
        field.name.rstrip("_"): (
            hints[field.name],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
    }


def attribute_of(key: str) -> str:
    """The name of the field of a key: a Python keyword gets an underscore at its end."""
    return f"{key}_" if iskeyword(key) else key


def kind_of(kind: type) -> str | None:
    """The key by which a block or another member of an open set is recognised, such as ‘checklist’; else None."""
    key = getattr(kind, "kind", None)
    return key if isinstance(key, str) else None


@lru_cache(maxsize=256)
def sayings_of(kind: type) -> dict[str, str]:
    """The description of each field for authors, by its key: the text in its ``Annotated[type, "text"]``."""
    hints = get_type_hints(kind, include_extras=True)
    return {name.rstrip("_"): hint.__metadata__[0] for name, hint in hints.items() if hasattr(hint, "__metadata__")}
