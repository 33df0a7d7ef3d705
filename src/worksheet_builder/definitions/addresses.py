"""The parts of a worksheet or pack by address: the parts that a tailoring can change, and which changes each allows.

An address is a path of ids and names of fields, the same as in phrases: ``kinds`` is a block, ``kinds.options`` a list
in it, ``kinds.options.dismissed`` an entry, ``therapist.purpose`` a text. The address of a block of the leaf is its id.
"""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..foundation.phrases import Phrase, phrases_in
from ..foundation.problems import Place
from ..foundation.records import record

_BY_THE_FILE = frozenset(
    "id place places origin review renamed collection audience evidence sheet kind translators drawing drawings".split()
)
"""Fields without an address, since the tool sets them or no tailoring can change them."""


@record
class SheetPart:
    """A part of a worksheet or pack (a block, a list, an entry or a field): its address and its value.

    `optional` says whether the part may be left out. `holder` is the id of the block that it belongs to; empty outside
    of blocks. `home` is the address of the list that contains an entry; empty for a field, whose position is fixed.
    """

    address: str
    value: Any
    optional: bool
    holder: str
    home: str = ""

    @property
    def is_list(self) -> bool:
        """Whether entries can be added to the part: its value is a map of names to words."""
        return isinstance(self.value, Mapping)

    @property
    def is_words(self) -> bool:
        """Whether the part is a single text, or the place of one that is left out (None)."""
        return self.value is None or isinstance(self.value, Phrase)

    @property
    def is_number(self) -> bool:
        """Whether the part is a whole number, such as the number of writing lines."""
        return isinstance(self.value, int) and not isinstance(self.value, bool)

    @property
    def there(self) -> bool:
        """Whether the part has a value now: neither None nor an empty map."""
        return self.value is not None and self.value != {}

    @property
    def words(self) -> str:
        """All words of the part in one line; a number is written in digits."""
        return words_of(self.value)


def words_of(value: object) -> str:
    """All words of a value in one line, as `was` of a change has them; a number is written in digits."""
    if isinstance(value, int):
        return str(value)
    return " / ".join(flat(phrase.text) for phrase in phrases_in(value))


def flat(text: str) -> str:
    """The text in one line with single spaces, for comparing texts."""
    return " ".join(text.split())


def parts_of(sheet: object) -> dict[str, SheetPart]:
    """Every part of a worksheet or pack by its address, also optional ones that are left out."""
    return {part.address: part for part in _fields(sheet, "", "")}


def _fields(holder: Any, prefix: str, block: str) -> Iterator[SheetPart]:
    """The parts for the fields of a dataclass, and for all that the fields contain."""
    kind: type = type(holder)
    for name, optional, takes_words in _shape(kind):
        address = f"{prefix}.{name.rstrip('_')}" if prefix else name.rstrip("_")
        value = getattr(holder, name)
        if isinstance(value, tuple):
            yield from _entries(value, address)
        elif isinstance(value, Mapping):
            yield SheetPart(address, value, optional=optional, holder=block)
            yield from _named(value, address, block)
        elif dataclasses.is_dataclass(value) and not isinstance(value, Phrase | Place):
            yield SheetPart(address, value, optional=optional, holder=block)
            yield from _fields(value, address, block)
        elif takes_words or (isinstance(value, int) and not isinstance(value, bool) and block):
            yield SheetPart(address, value, optional=optional, holder=block)


def _entries(items: tuple[Any, ...], home: str) -> Iterator[SheetPart]:
    """The parts for the blocks of a sheet, or the worksheets of a pack, each with its id as address."""
    for item in items:
        if name := id_of(item):
            yield SheetPart(name, item, optional=True, holder=name, home=home)
            yield from _fields(item, name, name)


def _named(items: Mapping[str, Any], home: str, block: str) -> Iterator[SheetPart]:
    for key, value in items.items():
        yield SheetPart(f"{home}.{key}", value, optional=True, holder=block, home=home)
        if isinstance(value, Mapping):
            yield from _named(value, f"{home}.{key}", block)


def id_of(item: object) -> str:
    """The id of an entry of a list (a block, or a worksheet in a pack); empty for other values."""
    name = getattr(item, "key", None) or getattr(item, "id", None)
    return name if isinstance(name, str) else ""


@lru_cache(maxsize=64)
def _shape(kind: type) -> tuple[tuple[str, bool, bool], ...]:
    """For each field of a dataclass: its name, whether it is optional, and whether its type is a phrase."""
    hints = get_type_hints(kind)
    return tuple(
        (it.name, it.default is not dataclasses.MISSING or _has_factory(it), _takes_words(hints[it.name]))
        for it in dataclasses.fields(kind)
        if it.name not in _BY_THE_FILE
    )


def _has_factory(field: dataclasses.Field[Any]) -> bool:
    return field.default_factory is not dataclasses.MISSING


def _takes_words(hint: Any) -> bool:
    if get_origin(hint) in (Union, types.UnionType):
        return Phrase in get_args(hint)
    return hint is Phrase


def meant(address: str, parts: Mapping[str, SheetPart], renamed: Mapping[str, str] | None = None) -> str:
    """A hint for an unknown address: its new name, the address probably meant, or the addresses that exist."""
    for old, new in (renamed or {}).items():
        if address == old or address.startswith(f"{old}."):
            return f"It is called ‘{new}{address[len(old) :]}’ now."
    there = [name for name, part in parts.items() if part.there]
    if near := difflib.get_close_matches(address, there, n=1, cutoff=0.6):
        return f"Did you mean ‘{near[0]}’?"
    above = address
    while above := above.rpartition(".")[0]:
        if below := [
            name for name in there if name.startswith(f"{above}.") and name.count(".") == above.count(".") + 1
        ]:
            return f"‘{above}’ has: {', '.join(below)}."
    blocks = [name for name, part in parts.items() if part.home and "." not in name]
    return f"‘worksheet-builder show’ prints the addresses; it has: {', '.join(blocks)}."
