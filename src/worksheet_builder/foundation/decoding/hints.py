"""Hints that tell an author how to correct a mistake in a definition without further help."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import assert_never

import yaml

from .type_shapes import Keyed, Many, OneOf, Record, Scalar, Shape, Words, fields_of

MOST_ENTRIES = 500
_TWO_STARS = re.compile(r"(?<!\\)\*\*")
_LOOKALIKES = str.maketrans("OoIl", "0011")


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown word: the most similar known word, or all known words in their order (a set is sorted)."""
    known = sorted(known) if isinstance(known, set | frozenset) else list(known)
    if near := nearest(word, known):
        return f"Did you mean ‘{near}’?"
    return f"Choose from: {', '.join(known)}." if known else "Leave it out."


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The most similar known word; None if none is similar."""
    return next(iter(difflib.get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)), None)


def suggested_id(text: str) -> str:
    """A valid id made from the first words of a text, or an example if no character can be kept."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:5]) or "first-visit"


def how_to_add(name: str, shape: Shape) -> str:
    """A hint for a key that is missing."""
    match shape:
        case Scalar():
            return f"Add a line ‘{name}: …’."
        case Words(_, known):
            return f"Add a line ‘{name}: …’ with one of: {', '.join(known)}."
        case Keyed():
            return f"Add a line ‘{name}:’ and under it, indented, one line ‘name: text’ for each entry."
        case Many():
            return f"Add a line ‘{name}:’ and under it, indented, one line with ‘- ’ for each entry."
        case Record() | OneOf():
            return f"Add a line ‘{name}:’ and its own lines under it, indented."
        case _:
            assert_never(shape)


def for_text(node: yaml.Node) -> str:
    """A hint for a list or a map where text belongs."""
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return "A text that begins with [ or { has to stand in quotation marks."
    return "Put the words straight after the colon; in quotation marks if they hold a colon, or begin with a hyphen."


def for_map(node: yaml.Node, what: str) -> tuple[str, str]:
    """A sentence and a hint for a list or a text where a map belongs."""
    if isinstance(node, yaml.SequenceNode):
        return f"{what} is a list, but each entry needs a name.", "Write ‘some-name: text’ in place of ‘- text’."
    hint = "Write a name, a colon and a space before each text, as in ‘some-name: text’."
    return f"{what} has to be a set of ‘name: text’ lines.", hint


def for_block(node: yaml.Node) -> tuple[str, str]:
    """A sentence and a hint for a block that is a text or a list."""
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        return "The block is empty.", "Take the hyphen out, or write a block after it."
    sentence = "A block begins with its kind, a colon and a name of its own."
    return sentence, "Write it as in ‘- note: pause’, with its other lines under it."


def for_kind(keys: list[str], kinds: Mapping[str, type]) -> tuple[str, str]:
    """A sentence and a hint for a block whose kind is left out or unknown."""
    first = next(iter(keys), "")
    if not first or any(first in fields_of(kind) for kind in kinds.values()):
        hint = f"Begin it with its kind and a name, as in ‘- note: pause’. Kinds are: {', '.join(kinds)}."
        return "The block does not say what kind it is.", hint
    return f"‘{first}’ is not a kind of block.", suggestion(first, kinds)


def for_one_of(keys: list[str], known: Iterable[str]) -> tuple[str, str]:
    """A sentence and a hint for a map whose keys do not show which of several types it is."""
    kinds = list(dict.fromkeys(known))
    near = next((f"‘{key}’: did you mean ‘{found}’?" for key in keys if (found := nearest(key, kinds))), "")
    return "This does not say what it does.", near or f"Begin it with one of: {', '.join(kinds)}."


def for_words(name: str, text: str, cut: bool) -> tuple[str, str] | None:
    """The sentence and the hint for a text that is empty, is cut off at ‘#’ (`cut`), or has two stars; else None."""
    if cut and text:
        hint = "Put the text in quotation marks, or the remark on a line of its own."
        return f"The text of ‘{name}’ ends at ‘#’; the rest would be left out.", hint
    if cut:
        return f"‘{name}’ is empty: what begins with ‘#’ is left out.", f'Put it in quotation marks: {name}: "#…".'
    if _TWO_STARS.search(text):
        hint = "Write *words* with one star on each side, or \\\\*\\\\* for stars that are printed."
        return f"‘{name}’ has two stars together, which do not make words stand out.", hint
    return None if text else (f"‘{name}’ is empty.", "Write the text; if none is needed, take the line out.")


def for_crowd(name: str, count: int) -> tuple[str, str]:
    """The sentence and the hint for a list or a map with more than MOST_ENTRIES entries."""
    return f"‘{name.strip('‘’')}’ has {count} entries.", f"Keep {MOST_ENTRIES} at most."


def for_whole(name: str, text: str) -> tuple[str, str]:
    """The sentence and the hint for a text that is no whole number, but may look like one (O for 0)."""
    digits = text.translate(_LOOKALIKES)
    hint = f"Did you mean {digits}, in digits only?" if digits.isdecimal() else "Write digits only, such as 4."
    return f"‘{name}’ has to be a whole number, not ‘{text}’.", hint
