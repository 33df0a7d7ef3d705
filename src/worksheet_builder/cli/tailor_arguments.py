"""Converts the options of `tailor` into the changes that are written into a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..foundation.problems import Problem, Refused
from ..foundation.records import record

if TYPE_CHECKING:
    from ..definitions.pack import Pack
    from ..definitions.worksheet import Worksheet
    from ..reading.yaml_writer import Value

_THINGS, _WHERE = ("--move", "--add"), ("--after", "--into")


@record
class PlacedPart:
    """Something to move or add, and where it goes."""

    option: str
    what: str
    after: str = ""
    into: str = ""
    first: bool = False

    @property
    def where(self) -> dict[str, Value]:
        """The place as in a tailoring file."""
        said: dict[str, Value] = {"into": self.into, "after": self.after, "first": self.first}
        return {name: value for name, value in said.items() if value}


def placed_in(args: Sequence[str]) -> tuple[PlacedPart, ...]:
    """The parts to move or add in command-line order, each with the options of place next to it."""
    found: list[PlacedPart] = []
    early: dict[str, str | bool] = {}
    for option, value in _options(args):
        if option in _THINGS:
            found.append(replace(PlacedPart(option, value), **early))  # type: ignore[arg-type]
            early = {}
            continue
        name = option.removeprefix("--")
        said: str | bool = True if option == "--first" else value
        if found and not getattr(found[-1], name):
            found[-1] = replace(found[-1], **{name: said})  # type: ignore[arg-type]
        else:
            early[name] = said
    return tuple(found)


def _options(args: Sequence[str]) -> Iterator[tuple[str, str]]:
    rest = iter(args)
    for word in rest:
        option, given, value = word.partition("=")
        if word == "--first":
            yield word, ""
        elif option in _THINGS + _WHERE:
            yield option, value if given else next(rest, "")


@record
class Asked:
    """All changes that one call of `tailor` asks for."""

    drops: Sequence[str] = ()
    rewords: Sequence[str] = ()
    placed: Sequence[PlacedPart] = ()
    even_safety: bool = False

    def changes(self, base: Worksheet | Pack) -> Iterator[Mapping[str, Value]]:
        """Yield the changes as in a tailoring file; raises Refused or a usage error."""
        safety: dict[str, Value] = {"safety": True} if self.even_safety else {}
        for address in self.drops:
            yield {"drop": address, **(safety if is_panel(base, address) else {})}
        for words in self.rewords:
            address, given, text = words.partition("=")
            if not given or not address.strip() or not text.strip():
                raise click.UsageError(f"‘--reword {words}’: write ADDRESS=TEXT, in quotation marks.")
            lowers = safety if address == "intensity" else {}
            yield {"reword": address.strip(), "to": text.strip(), **lowers}
        for it in self.placed:
            if it.option == "--move":
                yield {"move": it.what, **it.where}
            else:
                yield from ({"add": part, **it.where} for part in _added(it.what))


def is_panel(base: Worksheet | Pack, address: str) -> bool:
    """Whether the part at an address is a safety block (`rest`, `note`)."""
    from ..definitions.addresses import parts_of
    from ..definitions.tailoring_changes import keeps_safe

    part = parts_of(base).get(address)
    return part is not None and keeps_safe(part)


def _added(given: str) -> list[Value]:
    """The content of a file, or of a text such as ‘name: words’: a block, a list of blocks, or named entries."""
    from ..foundation.decoding.yaml_nodes import root_of, text_of
    from ..reading.yaml_writer import value_of

    path = Path(given)
    inline = ": " in given
    if inline or path.suffix in (".yaml", ".yml", ".txt") or path.exists():
        value = value_of(root_of(given, "--add") if inline else root_of(text_of(path), str(path)))
        parts = value if isinstance(value, list) else [value]
        if parts and all(isinstance(part, Mapping) for part in parts):
            return list(parts)
    hint = "Name a file that holds a block or ‘name: text’, or write it here: --add 'snow: It snowed.'"
    raise Refused([Problem(None, f"‘{given}’ is nothing that can be added.", hint)])
