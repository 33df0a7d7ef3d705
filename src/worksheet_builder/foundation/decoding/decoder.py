"""Decode YAML nodes into frozen dataclasses; only the types of their fields decide what a file may contain.

Every problem is noted and decoding goes on, so that one run finds them all. The address of a phrase is the path of keys
and ids that leads to it; positions in a list are not part of the address.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, assert_never, cast

import yaml

from ..problems import Place
from ..records import open_record
from . import hints
from .hints import suggestion
from .map_keys import KEY
from .scalar_decoder import LEAVES, ScalarDecoder, Undecodable
from .type_shapes import Keyed, Many, OneOf, Record, Scalar, Words, attribute_of, fields_of, kind_of, shape_of
from .yaml_nodes import place_of

T = TypeVar("T")

__all__ = ["KEY", "Decoder", "Undecodable", "fields_of", "suggestion"]


@open_record
class Decoder(ScalarDecoder):
    """Decodes the nodes of one file; `kinds` has, for each protocol type, the classes to choose from by their kind key.

    `ids` are the places of the ids read so far, to find an id that is given twice.
    """

    kinds: Mapping[Any, Mapping[str, type]] = dataclasses.field(default_factory=dict)
    ids: dict[str, Place] = dataclasses.field(default_factory=dict)

    def decode(self, node: yaml.Node, kind: type[T], path: tuple[str, ...] = ()) -> T:
        """Decode a node into a value of type `kind`; `path` begins the addresses in it. Raises Undecodable."""
        return self._value(node, kind, path)  # type: ignore[no-any-return]

    def dataclass(
        self,
        node: yaml.Node,
        kind: type[T],
        path: tuple[str, ...] = (),
        given: Mapping[str, object] | None = None,
        also: frozenset[str] = frozenset(),
        partial: bool = False,
    ) -> T:
        """Decode a mapping into a dataclass; `given` are fields not read from it, `also` are other keys to accept.

        With `partial` a broken field takes its default, if any, so that the rest can be checked. Raises Undecodable.
        """
        known = fields_of(cast(type, kind))
        values: dict[str, object] = {**(given or {})}
        if "place" in known:
            values.setdefault("place", place_of(node, self.file))
        if "places" in known and shape_of(known["places"][0]) == Keyed(Place) and isinstance(node, yaml.MappingNode):
            values["places"] = {str(key.value): place_of(value, self.file) for key, value in node.value}
        readable = {name for name in known if name not in values}
        seen = {*also}
        meant: set[str | None] = set()
        broken = False
        for key, value in self._items(node, _title(kind)):
            seen.add(key.value)
            if key.value in readable:
                try:
                    values[key.value] = self._value(value, known[key.value][0], (*path, key.value))
                except Undecodable:
                    broken = broken or known[key.value][1] or not partial
            elif key.value not in also:
                self._note(key, f"Unknown key ‘{key.value}’ in {_title(kind)}.", suggestion(key.value, readable))
                meant.add(hints.nearest(key.value, readable))
        missing = [name for name in known if name in readable - seen and known[name][1]]
        for name in [name for name in missing if name not in meant]:
            hint = hints.how_to_add(name, shape_of(known[name][0]))
            self._note(node, f"‘{name}’ is missing in {_title(kind)}.", hint)
        if broken or missing:
            raise Undecodable
        return kind(**{attribute_of(key): value for key, value in values.items()})

    def _value(self, node: yaml.Node, kind: Any, path: tuple[str, ...]) -> Any:
        if kind in self.kinds:
            return self._member(node, kind)
        match shape_of(kind):
            case Many(of):
                return self._sequence(node, of, path)
            case Keyed(of, by):
                return self._mapping(node, of, path, by)
            case Words(words, known):
                return words(self._word(node, known, path))
            case Record(record):
                return self.dataclass(node, record, path)
            case OneOf() as one:
                return self._one_of(node, one, path)
            case Scalar(leaf):
                return LEAVES[leaf](self, node, path)
            case other:
                assert_never(other)

    def _member(self, node: yaml.Node, protocol: Any) -> Any:
        """Decode a member of an open set by its kind key, as in ``- checklist: kinds``, and note what `check` finds."""
        kinds = self.kinds[protocol]
        if not isinstance(node, yaml.MappingNode):
            self._note(node, *hints.for_block(node))
            raise Undecodable
        items = self._items(node, "a block")
        kind, name = next(((key.value, value) for key, value in items if key.value in kinds), (None, None))
        if kind is None or name is None:
            self._note(node, *hints.for_kind([key.value for key, _ in items], kinds))
            raise Undecodable
        ids, unnamed = self._each_id([name])
        identity = "".join(ids)
        if identity in self.ids:
            hint = "Give each block an id of its own: translations and form fields are kept under it."
            line = self.ids[identity].line
            self._note(node, f"The id ‘{identity}’ stands twice; it is also in line {line}.", hint)
        elif identity:
            self.ids[identity] = place_of(node, self.file)
        member: Any = self.dataclass(node, kinds[kind], (identity,), {"id": identity}, also=frozenset([kind]))
        self.problems.extend(member.check())
        if unnamed:
            raise Undecodable
        return member

    def _one_of(self, node: yaml.Node, one: OneOf, path: tuple[str, ...]) -> Any:
        """Decode one of several dataclasses, recognised by the keys that are present."""
        keys = [key.value for key, _ in self._items(node, f"‘{path[-1]}’")]
        kind = one.told(keys)
        if kind is None:
            self._note(node, *hints.for_one_of(keys, [it.told_by[0] for it in one.kinds]))
            raise Undecodable
        return self.dataclass(node, kind, path)

    def _sequence(self, node: yaml.Node, kind: Any, path: tuple[str, ...]) -> tuple[Any, ...]:
        """Decode a list, leaving out wrong entries so that others are checked; raises Undecodable if none is left."""
        if not isinstance(node, yaml.SequenceNode):
            hint = "Start each entry on its own line with ‘- ’, or write them in one line as [first, second]."
            self._note(node, f"‘{path[-1]}’ has to be a list.", hint)
            raise Undecodable
        if len(node.value) > hints.MOST_ENTRIES:
            self._note(node, *hints.for_crowd(path[-1], len(node.value)))
            raise Undecodable
        values, broken = self._each((item, kind, path) for item in node.value)
        if broken and not values:
            raise Undecodable
        return tuple(values)

    def _mapping(self, node: yaml.Node, kind: Any, path: tuple[str, ...], by: Any = str) -> dict[str, Any]:
        items = self._items(node, f"‘{path[-1]}’")
        names, unnamed = self._each_id((key for key, _ in items), by)
        values, broken = self._each((value, kind, (*path, key.value)) for key, value in items)
        if broken or unnamed:
            raise Undecodable
        return dict(zip(names, values, strict=True))

    def _each(self, parts: Iterable[tuple[yaml.Node, Any, tuple[str, ...]]]) -> tuple[list[Any], bool]:
        """The values that could be decoded, and whether any could not."""
        values, broken = [], False
        for node, kind, path in parts:
            try:
                values.append(self._value(node, kind, path))
            except Undecodable:
                broken = True
        return values, broken

    def _each_id(self, keys: Iterable[yaml.Node], by: Any = str) -> tuple[list[str], bool]:
        names, broken = [], False
        for key in keys:
            try:
                names.append(self._name(key, by))
            except Undecodable:
                broken = True
        return names, broken

    def _items(self, node: yaml.Node, what: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        """The keys and values of a mapping, each key once."""
        if not isinstance(node, yaml.MappingNode):
            self._note(node, *hints.for_map(node, f"{what[0].upper()}{what[1:]}"))
            raise Undecodable
        if len(node.value) > hints.MOST_ENTRIES:
            self._note(node, *hints.for_crowd(what, len(node.value)))
            raise Undecodable
        seen: dict[str, yaml.Node] = {}
        items = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._note(key, "A key has to be a single word.", "Write it as ‘key: value’.")
            elif key.value in seen:
                line = seen[key.value].start_mark.line + 1
                hint = "Keep one of them, or give this one another name."
                self._note(key, f"The key ‘{key.value}’ stands twice; it is also in line {line}.", hint)
            else:
                seen[key.value] = key
                items.append((key, value))
        return items


def _title(kind: type) -> str:
    """The name of a class in messages: ‘checklist’ for Checklist."""
    return f"‘{kind_of(kind) or kind.__name__.lower()}’"
