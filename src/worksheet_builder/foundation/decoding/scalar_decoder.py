"""Decode YAML scalars into the values of a definition: texts, phrases, numbers, dates, colours, paths."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..colours import Colour
from ..files import missing, outside
from ..phrases import Phrase
from ..problems import Problem, refuse_flood
from ..records import open_record
from ..text_safety import unsafe_text
from . import hints
from .hints import suggestion
from .map_keys import KEY, NAMES
from .yaml_nodes import place_of, remark_after

_TRUE, _FALSE = ("true", "yes"), ("false", "no")


class Undecodable(Exception):
    """Raised for a node that could not be decoded; its problem has already been noted."""


@open_record
class ScalarDecoder:
    """Decodes the scalars of one file; for a wrong one it adds to `problems` and raises Undecodable.

    `lines` are the lines of the file, to detect a text that is cut off at ‘#’.
    """

    file: str
    problems: list[Problem] = dataclasses.field(default_factory=list)
    lines: tuple[str, ...] = ()

    def _id(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not KEY.fullmatch(node.value) or len(node.value) > 80:
            shown = node.value if isinstance(node, yaml.ScalarNode) else "…"
            hint = f"Use small letters, digits and hyphens, such as ‘{hints.suggested_id(shown)}’."
            self._note(node, f"‘{shown}’ cannot be an id, the short name by which a part is known.", hint)
            raise Undecodable
        return str(node.value)

    def _name(self, node: yaml.Node, by: Any) -> str:
        """A key that the author chooses: an id, unless its type says that it is an address or the tag of a language."""
        if by not in NAMES:
            return self._id(node)
        shown = node.value if isinstance(node, yaml.ScalarNode) else "…"
        if not NAMES[by].fits(shown):
            self._note(node, f"‘{shown}’ cannot stand here.", NAMES[by].hint)
            raise Undecodable
        return str(shown)

    def _text(self, node: yaml.Node, path: tuple[str, ...]) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._note(node, f"‘{path[-1]}’ has to be text.", hints.for_text(node))
            raise Undecodable
        text = str(node.value).strip()
        if unfit := hints.for_words(path[-1], text, remark_after(node, self.lines)) or unsafe_text(text):
            self._note(node, *unfit)
            raise Undecodable
        return text

    def _phrase(self, node: yaml.Node, path: tuple[str, ...]) -> Phrase:
        return Phrase(self._text(node, path), ".".join(path), place_of(node, self.file))

    def _plain(self, node: yaml.Node, path: tuple[str, ...]) -> str:
        """The text of a value other than a phrase; a YAML comment may follow it."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        return self._text(node, path)

    def _whole(self, node: yaml.Node, path: tuple[str, ...]) -> int:
        text = self._plain(node, path)
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            self._note(node, *hints.for_whole(path[-1], text))
            raise Undecodable
        return int(text)

    def _number(self, node: yaml.Node, path: tuple[str, ...]) -> float:
        text = self._plain(node, path)
        if not re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", text):
            self._note(node, f"‘{path[-1]}’ has to be a number, not ‘{text}’.", "Write it like 12 or 1.5.")
            raise Undecodable
        return float(text)

    def _truth(self, node: yaml.Node, path: tuple[str, ...]) -> bool:
        text = self._plain(node, path).lower()
        if text not in _TRUE + _FALSE:
            self._note(node, f"‘{path[-1]}’ has to be true or false, not ‘{text}’.", "Write true or false.")
            raise Undecodable
        return text in _TRUE

    def _word(self, node: yaml.Node, known: tuple[str, ...], path: tuple[str, ...]) -> str:
        text = self._plain(node, path)
        if text not in known:
            self._note(node, f"‘{path[-1]}’ cannot be ‘{text}’.", suggestion(text, known))
            raise Undecodable
        return text

    def _colour(self, node: yaml.Node, path: tuple[str, ...]) -> Colour:
        try:
            return Colour.parse(text := self._text(node, path))
        except ValueError as error:
            self._note(node, f"‘{text}’ is not a colour.", 'Write it as in "#2f6670", in quotation marks.')
            raise Undecodable from error

    def _date(self, node: yaml.Node, path: tuple[str, ...]) -> date:
        try:
            return date.fromisoformat(text := self._plain(node, path))
        except ValueError as error:
            self._note(node, f"‘{path[-1]}’ has to be a date, not ‘{text}’.", "Write it like 2026-01-31.")
            raise Undecodable from error

    def _path(self, node: yaml.Node, path: tuple[str, ...]) -> Path:
        """The path of an existing file in the folder of the file being read, or below."""
        named = Path(self._text(node, path))
        if unfit := outside(named) or missing(Path(self.file).parent / named):
            self._note(node, *unfit)
            raise Undecodable
        return Path(self.file).parent / named

    def _note(self, node: yaml.Node, sentence: str, hint: str) -> None:
        refuse_flood(self.problems)
        self.problems.append(Problem(place_of(node, self.file), sentence, hint))


LEAVES: dict[Any, Callable[[Any, yaml.Node, tuple[str, ...]], Any]] = {
    Phrase: ScalarDecoder._phrase,
    str: ScalarDecoder._text,
    int: ScalarDecoder._whole,
    float: ScalarDecoder._number,
    bool: ScalarDecoder._truth,
    Colour: ScalarDecoder._colour,
    Path: ScalarDecoder._path,
    date: ScalarDecoder._date,
}
"""The method that decodes a scalar, by the type of its value."""
