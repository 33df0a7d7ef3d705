"""Edit the text of a tailoring file for commands; all that is not changed stays as it was typed, comments too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml

from ..definitions.addresses import parts_of
from ..definitions.pack import Pack
from ..definitions.tailoring import AnyChange, Drop, PackTailoring, Reword, Tailoring
from ..definitions.tailoring_application import moved_under
from ..definitions.tailoring_origin import Movement
from ..definitions.worksheet import Worksheet
from ..foundation.decoding.yaml_nodes import root_of
from ..foundation.phrases import seal
from ..foundation.records import record
from . import yaml_writer
from .yaml_writer import Value, scalar

_HEADS = ("title", "message", "summary", "why", "keep", "therapist")
_SETTINGS = ("minutes", "intensity")
_TARGETS = ("reword", "drop", "move")


def begun(base: Worksheet | Pack, schema: str) -> str:
    """The text of a new tailoring file without changes; `schema` is the path of its JSON Schema."""
    what = "pack" if isinstance(base, Pack) else "worksheet"
    return (
        f"# yaml-language-server: $schema={schema}\n"
        f"# The {what} ‘{base.id}’ with changes of your own. Only what is changed stands here; the rest, and its\n"
        f"# translations, come from ‘{base.id}’. ‘worksheet-builder show {base.id}’ prints the addresses.\n"
        f"based_on: {base.id}\n"
        f"seal: {scalar(seal(base))}\n"
    )


def with_change(text: str, base: Worksheet | Pack, change: Mapping[str, Value]) -> str:
    """The text with one more change, which replaces an earlier one of the same kind at the same address."""
    root = root_of(text, "")
    reworded = change.get("reword")
    if reworded in _SETTINGS:
        made = yaml_writer.with_entry(text, root, str(reworded), change["to"])
        return _with_safety(made, change)
    if reworded in _HEADS and isinstance(base, Worksheet if reworded != "therapist" else Pack):
        return yaml_writer.with_entry(text, root, str(reworded), _noted(base, str(reworded), change))
    address = str(next((change[kind] for kind in _TARGETS if kind in change), ""))
    if "move" not in change and (found := _added_at(root, address)):
        return _with_added(text, root, found, change)
    kinds = ("move",) if "move" in change else ("reword", "drop")
    if (at := _number_of(root, kinds, address)) is not None:
        text = yaml_writer.without_item(text, root, "changes", at)
        root = root_of(text, "")
    return yaml_writer.with_item(text, root, "changes", {**change, **_was(base, change)})


def _added_at(root: yaml.Node, address: str) -> tuple[int, str] | None:
    """For a part that a change adds: the index of this change, and the key of the part in it; None for other parts."""
    for at, item in enumerate(_items(root)):
        held = yaml_writer.value_of(item)
        added = held.get("add") if isinstance(held, Mapping) else None
        if not isinstance(held, Mapping) or not isinstance(added, Mapping):
            continue
        home, key = address.rpartition(".")[::2]
        if "into" in held and home == held["into"] and key in added:
            return at, key
        name = next(iter(added.values()), "")
        if "into" not in held and address.partition(".")[0] == name:
            return at, address.partition(".")[2]
    return None


def _with_added(text: str, root: yaml.Node, found: tuple[int, str], change: Mapping[str, Value]) -> str:
    """The text with an added part reworded or removed again; `found` is the result of `_added_at`."""
    at, key = found
    held = yaml_writer.value_of(_items(root)[at])
    added = held["add"] if isinstance(held, Mapping) else {}
    if not isinstance(held, Mapping) or not isinstance(added, Mapping):
        return text
    if "drop" in change:
        rest = {name: value for name, value in added.items() if name != key} if key else {}
        if not rest:
            return yaml_writer.without_item(text, root, "changes", at)
    else:
        rest = {**added, key: change["to"]}
    return yaml_writer.with_changed_item(text, root, "changes", at, {**held, "add": rest})


def _with_safety(text: str, change: Mapping[str, Value]) -> str:
    return yaml_writer.with_entry(text, root_of(text, ""), "safety", True) if "safety" in change else text


def _noted(base: Worksheet | Pack, address: str, change: Mapping[str, Value]) -> dict[str, Value]:
    """A change of a part at the head of a sheet, as a map, with the words that it was made for (`was`)."""
    rest = {key: value for key, value in change.items() if key != "reword"}
    return {**rest, **_was(base, {"reword": address})}


def _was(base: Worksheet | Pack, change: Mapping[str, Value]) -> dict[str, Value]:
    address = change.get("reword") or change.get("drop")
    part = parts_of(base).get(str(address)) if address else None
    return {"was": part.words} if part and part.words else {}


def _number_of(root: yaml.Node, kinds: Sequence[str], address: str) -> int | None:
    """The index of the change of one of the kinds at an address; None if there is none."""
    for at, item in enumerate(_items(root)):
        held = yaml_writer.value_of(item)
        if isinstance(held, Mapping) and any(held.get(kind) == address for kind in kinds):
            return at
    return None


def _items(root: yaml.Node) -> list[yaml.Node]:
    found = yaml_writer.entry(root, "changes")
    return list(found[1].value) if found and isinstance(found[1], yaml.SequenceNode) else []


@record
class Outdated:
    """A change to review, since the base sheet has changed: the words it was made for, the words now, and its own.

    `now` is None if the address does not exist any more; `renamed` is its new address, if the base sheet names one.
    """

    address: str
    was: str
    now: str | None
    own: str
    needed: bool = True
    """False if the base sheet now has the words of the change."""
    renamed: str = ""


def outdated(base: Worksheet | Pack, tailoring: Tailoring | PackTailoring) -> tuple[Outdated, ...]:
    """The changes to words of the base sheet that have changed since, or do not exist any more."""
    return tuple(found for change in tailoring.every if (found := _outdated(base, change)))


def _outdated(base: Worksheet | Pack, change: AnyChange) -> Outdated | None:
    if not isinstance(change, Reword | Drop):
        return None
    address, own = (change.reword, change.to.text) if isinstance(change, Reword) else (change.drop, "")
    if address not in parts_of(base):
        return Outdated(address, change.was, None, own, renamed=_new_name(base, address))
    moved = moved_under(base, change)
    if moved is None:
        return None
    return Outdated(address, moved.was, moved.now, own, moved.movement is not Movement.SAME)


def _new_name(base: Worksheet | Pack, address: str) -> str:
    renamed: Mapping[str, str] = getattr(base, "renamed", {})
    found = (new + address[len(old) :] for old, new in renamed.items() if f"{address}.".startswith(f"{old}."))
    return next((name for name in found if name in parts_of(base)), "")


def accepted(text: str, base: Worksheet | Pack, found: Outdated) -> str:
    """The text after a change is accepted: with the current words as `was` and the new address, or without it."""
    root = root_of(text, "")
    if found.needed and (found.now is not None or found.renamed):
        address = found.renamed or found.address
        words = {"was": parts_of(base)[address].words}
        for name, value in {**({"address": found.renamed} if found.renamed else {}), **words}.items():
            text = _set(text, found.address if name == "address" else address, name, value)
        return text
    if yaml_writer.entry(root, found.address):
        return yaml_writer.without_entry(text, root, found.address)
    at = _number_of(root, ("reword", "drop"), found.address)
    return text if at is None else yaml_writer.without_item(text, root, "changes", at)


def sealed(text: str, base: Worksheet | Pack, tailoring: Tailoring | PackTailoring) -> str:
    """The text with the current hash (`seal`) of the base sheet, and `was` added to each change that lacks it."""
    for change in tailoring.every:
        if isinstance(change, Reword | Drop) and not change.was:
            address = change.reword if isinstance(change, Reword) else change.drop
            part = parts_of(base).get(address)
            text = _set(text, address, "was", part.words) if part and part.words else text
    return yaml_writer.with_entry(text, root_of(text, ""), "seal", seal(base))


def _set(text: str, address: str, name: str, value: str) -> str:
    """The text with a key of the change at an address set to a value; the name ‘address’ sets the address itself."""
    root = root_of(text, "")
    node = next(_changes_at(root, address), None)
    if node is None:
        return text
    if name == "address":
        kind = next(kind for kind in _TARGETS if yaml_writer.entry(node, kind))
        return yaml_writer.with_value(text, node, kind, value)
    return yaml_writer.with_value(text, node, name, value)


def _changes_at(root: yaml.Node, address: str) -> Iterator[yaml.Node]:
    if address in _HEADS and (head := yaml_writer.entry(root, address)):
        yield head[1]
    for item in _items(root):
        held = yaml_writer.value_of(item)
        if isinstance(held, Mapping) and address in (held.get("reword"), held.get("drop")):
            yield item
