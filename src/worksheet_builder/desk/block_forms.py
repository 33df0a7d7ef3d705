"""Blocks that can be added on the desk: a plain form for each, made from the type of the block."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from ..definitions.blocks import BLOCKS, Block
from ..foundation.phrases import Phrase
from ..foundation.records import record
from ..reading.block_examples import Example, folder, read_example
from ..reading.yaml_writer import Value
from .typed_ids import id_from

KINDS = (
    "prose",
    "section",
    "note",
    "writing",
    "starters",
    "checklist",
    "choice",
    "scale",
    "table",
    "rest",
)
"""The kinds of block that a form with texts, lists and numbers can describe completely."""
_MOST_WORDS = 4
"""The number of words of a text that its id is made from."""
LABELS = {
    "prompt": "question",
    "question": "question",
    "hint": "hint",
    "title": "heading",
    "heading": "heading",
    "row_heading": "heading",
    "options": "options",
    "columns": "columns",
    "rows": "rows",
    "example": "example",
    "lines": "lines",
    "blank_rows": "blank-rows",
    "low": "low",
    "high": "high",
}
"""The key of a field's label by the field's name; other fields are labelled by their kind (`_HELD`)."""
_LEFT_TO_USUAL = ("id", "place", "new_page", "example", "lowest", "highest")
"""Fields that are not in the form and keep their default."""
_HELD = {"words": "text", "number": "number", "list": "entries"}


@record
class BlockField:
    """A field of the form: words, a number, or a list with an entry on each line."""

    name: str
    kind: str
    needed: bool
    usual: str = ""
    """The default of a number."""
    value: str = ""

    @property
    def label(self) -> str:
        """The key of its label."""
        return label_of(self.name, self.kind)


def label_of(name: str, kind: str) -> str:
    """The key of a field's label, by the field's name or else by its kind."""
    return LABELS.get(name, _HELD[kind])


@lru_cache(maxsize=32)
def example_of(kind: str) -> Example:
    """The example of a kind of block, read from its file."""
    return read_example(folder() / f"{kind}.md")


@lru_cache(maxsize=32)
def form_of_block(kind: str) -> tuple[BlockField, ...]:
    """The fields of a kind of block; numbers as they are in its example."""
    block = next(it for it in BLOCKS if it.kind == kind)
    return tuple(_fields(block, example_of(kind).blocks()[-1]))


def _fields(block: type[Block], shown: Block) -> Iterator[BlockField]:
    hints = get_type_hints(block)
    for it in fields(block):  # type: ignore[arg-type]
        needed = it.default is MISSING and it.default_factory is MISSING
        kind = "" if it.name in _LEFT_TO_USUAL else _kind(hints[it.name])
        if kind == "number":
            yield BlockField(it.name, kind, True, str(it.default), str(getattr(shown, it.name)))
        elif kind:
            yield BlockField(it.name, kind, needed)


def _kind(hint: Any) -> str:
    """The kind of a form field for a type: words, number or list; empty if no form field fits."""
    if hint is int:
        return "number"
    if get_origin(hint) is Mapping or get_origin(hint) is dict:
        return "list" if get_args(hint) == (str, Phrase) else ""
    return "words" if hint is Phrase or Phrase in get_args(hint) else ""


def block_from(kind: str, said: Callable[[str], str], taken: Collection[str]) -> tuple[str, dict[str, Value]]:
    """Make a block from what was typed into its form: its id, and its fields as in a YAML file."""
    form = form_of_block(kind)
    words = next((text for it in form if it.kind == "words" and it.needed and (text := said(it.name))), kind)
    name = name_from(words, kind, taken)
    made: dict[str, Value] = {kind: name}
    for it in form:
        text = said(it.name)
        if it.kind == "list" and text:
            made[it.name] = entries_from(text)
        elif text and text != it.usual:
            made[it.name] = text
    return name, made


def entries_from(text: str) -> dict[str, Value]:
    """Make a list from the lines of a text: each line is an entry, with an id made from its words."""
    made: dict[str, Value] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        made[name_from(line, "entry", made)] = line
    return made


def name_from(text: str, otherwise: str, taken: Collection[str]) -> str:
    """An id from the first words of a text, or from another word where it has no Latin letters; none that is taken."""
    stem = id_from(text.replace("'", ""), _MOST_WORDS) or otherwise
    names = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(it for it in names if it not in taken)
