"""Write values as YAML text, and edit YAML text without a change to the rest.

An edit replaces the text between two places of the file; comments and the order of lines stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import yaml

Value = str | bool | Mapping[str, "Value"] | Sequence["Value"]

_PLAIN = re.compile(r"[A-Za-z0-9(¿¡][^:#{}\[\]\n\t\"'&*!|>%@`\\]*")
_MEANT = frozenset("true false yes no null on off y n ~".split())


def scalar(text: str) -> str:
    """The text as a YAML scalar on one line: in quotation marks, unless it is only plain words."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _MEANT:
        return text
    return json.dumps(text, ensure_ascii=False)


def written(value: Value, indent: int = 0) -> str:
    """The value as YAML lines, each with its line break, indented by a number of spaces."""
    pad = " " * indent
    if isinstance(value, str | bool):
        return f"{pad}{_single(value)}\n"
    if isinstance(value, Mapping):
        return "".join(f"{pad}{_key(key)}:{_beside(it, indent)}" for key, it in value.items())
    return "".join(f"{pad}- {written(it, indent + 2).lstrip(' ')}" for it in value)


def _single(value: str | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return scalar(value)


def _key(key: str) -> str:
    """A key as YAML: in quotation marks, unless it has only letters, digits, `_`, `.` and `-`."""
    return key if re.fullmatch(r"[A-Za-z0-9_.-]+", key) else json.dumps(key, ensure_ascii=False)


def _beside(value: Value, indent: int) -> str:
    """The text after the colon of a key: a scalar in the same line, or the lines below."""
    if isinstance(value, str | bool):
        return f" {_single(value)}\n"
    if not value:
        return " {}\n" if isinstance(value, Mapping) else " []\n"
    return "\n" + written(value, indent + 2)


def value_of(node: yaml.Node) -> Value:
    """The value of a YAML node: maps, lists, and every scalar as its text."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): value_of(it) for key, it in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(it) for it in node.value]
    return str(node.value)


def entry(root: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The key node and the value node under a name in a map; None if there are none."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next(((key, value) for key, value in pairs if key.value == name), None)


def with_item(text: str, root: yaml.Node, name: str, value: Value) -> str:
    """The text with one more item at the end of the list under a key; the key is added if it is missing."""
    found = entry(root, name)
    if found is None:
        return f"{_ended(text)}{name}:\n{written([value], 2)}"
    key, node = found
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        items: list[Value] = [*map(value_of, node.value), value] if isinstance(node, yaml.SequenceNode) else [value]
        return _between(text, key.start_mark.line, _last_line(text, node), f"{name}:\n{written(items, 2)}")
    at = _last_line(text, node) if node.value else node.start_mark.line
    column = node.value[0].start_mark.column - 2 if node.value else 2
    return _between(text, at, at, written([value], max(column, 0)))


def with_entry(text: str, root: yaml.Node, name: str, value: Value) -> str:
    """The text with a key at the top level set to a value; a new key is put before ‘changes’, or at the end."""
    lines = f"{name}:{_beside(value, 0)}"
    found = entry(root, name)
    if found is None:
        changes = entry(root, "changes")
        at = changes[0].start_mark.line if changes else len(text.splitlines())
        return _between(_ended(text), at, at, lines)
    key, node = found
    return _between(text, key.start_mark.line, _last_line(text, node), lines)


def without_entry(text: str, root: yaml.Node, name: str) -> str:
    """The text without a key at the top level; unchanged if it has no such key."""
    found = entry(root, name)
    return _between(text, found[0].start_mark.line, _last_line(text, found[1]), "") if found else text


def without_item(text: str, root: yaml.Node, name: str, at: int) -> str:
    """The text without the item at an index of the list under a key; without the key if no item is left."""
    found = entry(root, name)
    if found is None:
        return text
    key, node = found
    if not isinstance(node, yaml.SequenceNode):
        return text
    if len(node.value) == 1:
        return without_entry(text, root, name)
    if node.flow_style:
        items = [value_of(it) for number, it in enumerate(node.value) if number != at]
        return _between(text, key.start_mark.line, _last_line(text, node), f"{name}:\n{written(items, 2)}")
    item = node.value[at]
    return _between(text, item.start_mark.line, _last_line(text, item), "")


def with_changed_item(text: str, root: yaml.Node, name: str, at: int, value: Value) -> str:
    """The text with the item at an index of the list under a key replaced."""
    found = entry(root, name)
    if found is None or not isinstance(found[1], yaml.SequenceNode):
        return text
    key, node = found
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        items = [value if number == at else value_of(it) for number, it in enumerate(node.value)]
        return _between(text, key.start_mark.line, _last_line(text, node), f"{name}:\n{written(items, 2)}")
    item = node.value[at]
    lines = written([value], max(item.start_mark.column - 2, 0))
    return _between(text, item.start_mark.line, _last_line(text, item), lines)


def with_value(text: str, node: yaml.Node, name: str, value: str) -> str:
    """The text with a key of the map `node`, at any level of the file, set to a text."""
    found = entry(node, name)
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        line, column = node.start_mark.line, node.start_mark.column
        held = {**{str(key.value): value_of(it) for key, it in node.value}, name: value}
        inside = f"{{{', '.join(f'{key}: {json.dumps(it, ensure_ascii=False)}' for key, it in held.items())}}}"
        return _spliced(text, (line, column), (node.end_mark.line, node.end_mark.column), inside)
    if found is None:
        at = _last_line(text, node)
        return _between(text, at, at, f"{' ' * node.start_mark.column}{name}: {scalar(value)}\n")
    key, old = found
    lines = f"{' ' * key.start_mark.column}{name}: {scalar(value)}\n"
    if text.splitlines()[key.start_mark.line][: key.start_mark.column].strip():
        lines = text.splitlines()[key.start_mark.line][: key.start_mark.column] + lines.lstrip(" ")
    return _between(text, key.start_mark.line, _last_line(text, old), lines)


def _last_line(text: str, node: yaml.Node) -> int:
    """The number of the line after a node, counted from 0; empty lines and comments after it are not part of it."""
    lines = text.splitlines()
    end = min(_end(node), len(lines))
    while end - 1 > node.start_mark.line and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _end(node: yaml.Node) -> int:
    """The number of the line after a node by the marks of the parser, counted from 0.

    For a map or list without brackets, the last node in it decides: the parser's mark is where the next node begins.
    """
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    folded = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    mark: yaml.Mark = node.end_mark
    return mark.line if folded or not mark.column else mark.line + 1


def _between(text: str, start: int, end: int, lines: str) -> str:
    """The text with the lines from number `start` to before number `end`, counted from 0, replaced."""
    whole = _ended(text).splitlines(keepends=True)
    return "".join(whole[:start]) + lines + "".join(whole[end:])


def _spliced(text: str, start: tuple[int, int], end: tuple[int, int], words: str) -> str:
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: start[0]]) + lines[start[0]][: start[1]]
    after = lines[end[0]][end[1] :] + "".join(lines[end[0] + 1 :])
    return before + words + after


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
