"""YAML nodes into frozen dataclasses: the types are the only table of what may be written.

Every problem is noted and decoding goes on, so that one run finds them all. Phrases get their address from the path of
keys and ids that leads to them; a list has no place in an address.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, assert_never, cast

import yaml

from .colours import Colour
from .hints import for_block, for_kind, for_map, for_text, how_to_add, nearest, suggested_id, suggestion
from .nodes import place_of, remark_after
from .phrases import Phrase
from .problems import Place, Problem
from .shapes import Keyed, Leaf, Many, Record, Words, fields_of, kind_of, shape_of

KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_TRUE, _FALSE = ("true", "yes"), ("false", "no")
_LOOKALIKES = str.maketrans("OoIl", "0011")

T = TypeVar("T")

__all__ = ["KEY", "Decoder", "Unreadable", "fields_of", "suggestion"]


class Unreadable(Exception):
    """What stands here could not be decoded; its problem is already noted."""


@dataclasses.dataclass(slots=True)
class Decoder:
    """Decodes the nodes of one file. `kinds` are the open set: for a protocol type, the classes by their kind.

    `lines` is the file as it was typed, to notice where a text was cut short by ‘#’.
    """

    file: str
    language: str = "en"
    kinds: Mapping[Any, Mapping[str, type]] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    lines: tuple[str, ...] = ()
    ids: dict[str, Place] = dataclasses.field(default_factory=dict)

    def decode(self, node: yaml.Node, kind: type[T], path: tuple[str, ...] = ()) -> T:
        """The value of the type that the node holds, as far as it can be made; raises Unreadable when it cannot."""
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
        """A dataclass from a mapping; `given` fields are not read from it, `also` are keys that mean something else.

        With `partial` a field that is broken takes its default, if it has one, so that the rest can be checked.
        """
        known = fields_of(cast(type, kind))
        values: dict[str, object] = {**(given or {})}
        if "place" in known:
            values.setdefault("place", place_of(node, self.file))
        readable = {name for name in known if name not in values}
        seen = {*also}
        meant: set[str | None] = set()
        broken = False
        for key, value in self._items(node, _title(kind)):
            seen.add(key.value)
            if key.value in readable:
                try:
                    values[key.value] = self._value(value, known[key.value][0], (*path, key.value))
                except Unreadable:
                    broken = broken or known[key.value][1] or not partial
            elif key.value not in also:
                self._note(key, f"Unknown key ‘{key.value}’ in {_title(kind)}.", suggestion(key.value, readable))
                meant.add(nearest(key.value, readable))
        missing = [name for name in known if name in readable - seen and known[name][1]]
        for name in [name for name in missing if name not in meant]:
            self._note(node, f"‘{name}’ is missing in {_title(kind)}.", how_to_add(name, shape_of(known[name][0])))
        if broken or missing:
            raise Unreadable
        return kind(**values)

    def _value(self, node: yaml.Node, kind: Any, path: tuple[str, ...]) -> Any:
        if kind in self.kinds:
            return self._member(node, kind)
        match shape_of(kind):
            case Many(of):
                return self._sequence(node, of, path)
            case Keyed(of):
                return self._mapping(node, of, path)
            case Words(words, known):
                return words(self._word(node, known, path))
            case Record(record):
                return self.dataclass(node, record, path)
            case Leaf(leaf):
                return _LEAVES[leaf](self, node, path)
            case other:
                assert_never(other)

    def _member(self, node: yaml.Node, protocol: Any) -> Any:
        """One of an open set, told by its key: ``- checklist: kinds``; it is checked as soon as it is read."""
        kinds = self.kinds[protocol]
        if not isinstance(node, yaml.MappingNode):
            self._note(node, *for_block(node))
            raise Unreadable
        items = self._items(node, "a block")
        kind, name = next(((key.value, value) for key, value in items if key.value in kinds), (None, None))
        if kind is None or name is None:
            self._note(node, *for_kind([key.value for key, _ in items], kinds))
            raise Unreadable
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
            raise Unreadable
        return member

    def _sequence(self, node: yaml.Node, kind: Any, path: tuple[str, ...]) -> tuple[Any, ...]:
        """What can be read of a list; the rest is noted, and what is read is still compared with each other."""
        if not isinstance(node, yaml.SequenceNode):
            hint = "Start each entry on its own line with ‘- ’, or write them in one line as [first, second]."
            self._note(node, f"‘{path[-1]}’ has to be a list.", hint)
            raise Unreadable
        values, broken = self._each((item, kind, path) for item in node.value)
        if broken and not values:
            raise Unreadable
        return tuple(values)

    def _mapping(self, node: yaml.Node, kind: Any, path: tuple[str, ...]) -> dict[str, Any]:
        items = self._items(node, f"‘{path[-1]}’")
        names, unnamed = self._each_id(key for key, _ in items)
        values, broken = self._each((value, kind, (*path, key.value)) for key, value in items)
        if broken or unnamed:
            raise Unreadable
        return dict(zip(names, values, strict=True))

    def _each(self, parts: Iterable[tuple[yaml.Node, Any, tuple[str, ...]]]) -> tuple[list[Any], bool]:
        """All that can be decoded, and whether something could not."""
        values, broken = [], False
        for node, kind, path in parts:
            try:
                values.append(self._value(node, kind, path))
            except Unreadable:
                broken = True
        return values, broken

    def _each_id(self, keys: Iterable[yaml.Node]) -> tuple[list[str], bool]:
        names, broken = [], False
        for key in keys:
            try:
                names.append(self._id(key))
            except Unreadable:
                broken = True
        return names, broken

    def _items(self, node: yaml.Node, what: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        """The keys and values of a mapping, each key once."""
        if not isinstance(node, yaml.MappingNode):
            self._note(node, *for_map(node, f"{what[0].upper()}{what[1:]}"))
            raise Unreadable
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

    def _id(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not KEY.fullmatch(node.value):
            shown = node.value if isinstance(node, yaml.ScalarNode) else "…"
            hint = f"Use small letters, digits and hyphens, such as ‘{suggested_id(shown)}’."
            self._note(node, f"‘{shown}’ cannot be an id, the short name by which a part is known.", hint)
            raise Unreadable
        return str(node.value)

    def _text(self, node: yaml.Node, path: tuple[str, ...]) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._note(node, f"‘{path[-1]}’ has to be text.", for_text(node))
            raise Unreadable
        text = str(node.value).strip()
        cut = remark_after(node, self.lines)
        if cut and text:
            hint = "Put the text in quotation marks, or the remark on a line of its own."
            self._note(node, f"The text of ‘{path[-1]}’ ends at ‘#’; the rest would be left out.", hint)
        elif cut:
            hint = f'Put it in quotation marks: {path[-1]}: "#…".'
            self._note(node, f"‘{path[-1]}’ is empty: what begins with ‘#’ is left out.", hint)
        elif not text:
            self._note(node, f"‘{path[-1]}’ is empty.", "Write the text; if none is needed, take the line out.")
        if cut or not text:
            raise Unreadable
        return text

    def _phrase(self, node: yaml.Node, path: tuple[str, ...]) -> Phrase:
        return Phrase(self._text(node, path), ".".join(path), place_of(node, self.file), self.language)

    def _plain(self, node: yaml.Node, path: tuple[str, ...]) -> str:
        """A value that is no running text, after which a remark may stand."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        return self._text(node, path)

    def _whole(self, node: yaml.Node, path: tuple[str, ...]) -> int:
        text = self._plain(node, path)
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            digits = text.translate(_LOOKALIKES)
            hint = f"Did you mean {digits}, in digits only?" if digits.isdecimal() else "Write digits only, such as 4."
            self._note(node, f"‘{path[-1]}’ has to be a whole number, not ‘{text}’.", hint)
            raise Unreadable
        return int(text)

    def _number(self, node: yaml.Node, path: tuple[str, ...]) -> float:
        text = self._plain(node, path)
        if not re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", text):
            self._note(node, f"‘{path[-1]}’ has to be a number, not ‘{text}’.", "Write it like 12 or 1.5.")
            raise Unreadable
        return float(text)

    def _truth(self, node: yaml.Node, path: tuple[str, ...]) -> bool:
        text = self._plain(node, path).lower()
        if text not in _TRUE + _FALSE:
            self._note(node, f"‘{path[-1]}’ has to be true or false, not ‘{text}’.", "Write true or false.")
            raise Unreadable
        return text in _TRUE

    def _word(self, node: yaml.Node, known: tuple[str, ...], path: tuple[str, ...]) -> str:
        text = self._plain(node, path)
        if text not in known:
            self._note(node, f"‘{path[-1]}’ cannot be ‘{text}’.", suggestion(text, known))
            raise Unreadable
        return text

    def _colour(self, node: yaml.Node, path: tuple[str, ...]) -> Colour:
        text = self._text(node, path)
        try:
            return Colour.parse(text)
        except ValueError as error:
            self._note(node, f"‘{text}’ is not a colour.", 'Write it as in "#2f6670", in quotation marks.')
            raise Unreadable from error

    def _path(self, node: yaml.Node, path: tuple[str, ...]) -> Path:
        """A file beside the one being read."""
        found = Path(self.file).parent / self._text(node, path)
        if not found.is_file():
            self._note(node, f"There is no file ‘{node.value}’.", "Give the path from the folder of this file.")
            raise Unreadable
        return found

    def _note(self, node: yaml.Node, sentence: str, hint: str) -> None:
        self.problems.append(Problem(place_of(node, self.file), sentence, hint))


_LEAVES: dict[Any, Callable[[Decoder, yaml.Node, tuple[str, ...]], Any]] = {
    Phrase: Decoder._phrase,
    str: Decoder._text,
    int: Decoder._whole,
    float: Decoder._number,
    bool: Decoder._truth,
    Colour: Decoder._colour,
    Path: Decoder._path,
}


def _title(kind: type) -> str:
    """What a reader calls the thing: ‘checklist’ for Checklist."""
    return f"‘{kind_of(kind) or kind.__name__.lower()}’"
