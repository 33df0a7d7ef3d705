"""The form of a practice, made from the types of its file: a new field of those types is in the form at once."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal, Union

from ..definitions.practice import Practice
from ..foundation.colours import Colour
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from ..reading.yaml_writer import Value

SECTIONS = {
    "who": ("name", "strapline", "people", "address", "phone", "email", "website", "country"),
    "looks": (
        "logo_holds_name",
        "logo_height",
        "logo_place",
        "accent",
        "second",
        "ink",
        "tint",
        "design",
        "font",
        "paper",
    ),
    "calls": ("crisis", "emergency"),
    "words": ("header", "footer", "credit", "language", "languages", "require"),
    "phones": ("pages_at", "elsewhere", "embed_font"),
}
"""The fields of a practice in the order of the form; all others come last."""
OTHERWISE = frozenset(("place", "places", "font_files", "logo", "logo_on_dark", "in_"))
"""Fields that are not in the form: files are uploaded, words in other languages are edited in the file, the rest is
not the user's.
"""
_UNIONS = (Union, types.UnionType)
_LONG = frozenset(("footer", "credit", "address", "note"))


@record
class FormField:
    """A field of the form: its dotted name, its kind, its value or values, and its choices."""

    name: str
    kind: str
    """text, long, colour, choice, tick, several, or rows."""
    value: str = ""
    values: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    rows: tuple[tuple[FormField, ...], ...] = ()

    @property
    def word(self) -> str:
        """The key of its label."""
        return self.name.rpartition(".")[2].replace("_", "-")


def form_of(values: Mapping[str, Value], choices: Mapping[str, Sequence[str]]) -> dict[str, tuple[FormField, ...]]:
    """The sections of the form, filled with the values of the file; `choices` are those of some fields, by name."""
    hints = _hints(Practice)
    placed = {name for names in SECTIONS.values() for name in names}
    sections = {**SECTIONS, "more": tuple(it for it in hints if it not in placed | OTHERWISE)}
    return {
        section: tuple(_field(name, hints[name], values.get(name), choices) for name in names if name in hints)
        for section, names in sections.items()
    }


def values_from(
    form: Mapping[str, tuple[FormField, ...]], text: Callable[[str], str], texts: Callable[[str], list[str]]
) -> dict[str, Value | None]:
    """The submitted value of each field, as for the file; None for an empty field."""
    return {it.name: _sent(it, text, texts) for section in form.values() for it in section}


def without_name(name: str) -> Iterator[Problem]:
    """Yield a problem if the name is empty or blank."""
    if not name.strip():
        yield Problem(
            None, "The practice has no name.", "Type the name that clients know it by; it heads every handout."
        )


def _sent(field: FormField, text: Callable[[str], str], texts: Callable[[str], list[str]]) -> Value | None:
    match field.kind:
        case "several":
            return texts(field.name) or None
        case "tick":
            return True if text(field.name) else None
        case "rows":
            rows = [_row(row, text, texts) for row in field.rows]
            return [row for row in rows if row] or None
        case _:
            return text(field.name) or None


def _row(row: tuple[FormField, ...], text: Callable[[str], str], texts: Callable[[str], list[str]]) -> dict[str, Value]:
    sent = {it.name.rpartition(".")[2]: _sent(it, text, texts) for it in row}
    said = {name: value for name, value in sent.items() if value is not None}
    usual = {"by", "whom"}  # a select field always has a value, so alone it does not make a row
    return said if said.keys() - usual else {}


def _field(name: str, hint: Any, value: Value | None, choices: Mapping[str, Sequence[str]]) -> FormField:
    hint, word = _plain(hint), name.rpartition(".")[2]
    inner = _inner(hint)
    if isinstance(inner, type) and is_dataclass(inner):
        found = [it if isinstance(it, Mapping) else {} for it in _listed(value)]
        rows = tuple(tuple(_rows(f"{name}.{at}", inner, it, choices)) for at, it in enumerate([*found, {}]))
        return FormField(name, "rows", rows=rows)
    if inner is not None:
        held = tuple(map(str, _listed(value)))
        known = tuple(choices.get(word, ())) or _members(inner)
        return FormField(name, "several", values=held, choices=tuple(dict.fromkeys((*known, *held))))
    said = value if isinstance(value, str) else ""
    if hint is bool:
        return FormField(name, "tick", "yes" if value is True or said.lower() in ("true", "yes") else "")
    if known := tuple(choices.get(word, ())) or _members(hint):
        return FormField(name, "choice", said, choices=tuple(dict.fromkeys((*known, *filter(None, (said,))))))
    return FormField(name, "colour" if hint is Colour else "long" if word in _LONG else "text", said)


def _listed(value: Value | None) -> Sequence[Value]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _rows(
    name: str, kind: type, held: Mapping[str, Value], choices: Mapping[str, Sequence[str]]
) -> Iterator[FormField]:
    for it, hint in _hints(kind).items():
        yield _field(f"{name}.{it}", hint, held.get(it), choices)


@lru_cache(maxsize=16)
def _hints(kind: type) -> dict[str, Any]:
    known = typing.get_type_hints(kind, include_extras=True)
    return {it.name: known[it.name] for it in fields(kind) if _plain(known[it.name]) is not Place}


def _plain(hint: Any) -> Any:
    """The type without its Annotated metadata, and without None."""
    if typing.get_origin(hint) is Annotated:
        hint = typing.get_args(hint)[0]
    if typing.get_origin(hint) in _UNIONS:
        hint = next(it for it in typing.get_args(hint) if it is not type(None))
    return hint


def _inner(hint: Any) -> Any | None:
    """The type of a tuple's items; None for other types."""
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def _members(hint: Any) -> tuple[str, ...]:
    if typing.get_origin(hint) is Literal:
        return tuple(map(str, typing.get_args(hint)))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple(it.value for it in hint)
    return ()
