"""Checks of punctuation: brackets, quotation marks, spaces, the sign at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.unicode_data import BRACKETS, CLOSING
from .checked_string import CheckedString, Remark, own_words

_QUOTES = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』〝〞")
_APOSTROPHES = frozenset("'’ʼ")
_SPACES = " \t\u00a0\u2009\u202f"
_DOUBLED = re.compile(f"[{_SPACES}]{{2,}}")
_BEFORE_STOP = re.compile(rf"(?<=\w)[{_SPACES}]+(?=[.,;:!?،؛؟۔।。，](?:\s|$))")
_ENDS = {"?": "?؟？;", ":": ":：", "…": "…"}


def brackets(line: CheckedString) -> Iterator[Remark]:
    """Check that each bracket has its partner, unless the English has a single bracket too."""
    alone = _unpaired(line.own)
    if alone and not _unpaired(own_words(line.english)):
        yield Remark(f"The bracket ‘{alone}’ has no other half.", "Add the other bracket, or take this one out.")


def _unpaired(text: str) -> str:
    """A bracket without its partner; empty if there is none."""
    opened: list[str] = []
    for char in text:
        if char in BRACKETS:
            opened.append(char)
        elif char in CLOSING and (not opened or BRACKETS[opened.pop()] != char):
            return char
    return opened[-1] if opened else ""


def quotation_marks(line: CheckedString) -> Iterator[Remark]:
    """Check that quotation marks are those of `language.yaml`, in pairs; without these, only that none is straight."""
    known = line.facts.quotation_marks
    used = list(_quotes(line.own, known))
    wrong = [char for char in used if char not in known] if known else [char for char in used if char == '"']
    name = line.language.english_name
    if wrong:
        use = " and ".join(f"{left}…{right}" for left, right in _pairs(known)) or "those of the language"
        hint = f"Use {use}; ‘quotation_marks’ in language.yaml names them."
        yield Remark(f"‘{wrong[0]}’ is not a quotation mark of {name}.", hint)
    elif known and (alone := _half(used, dict(_pairs(known)))):
        yield Remark(f"The quotation mark ‘{alone}’ has no other half.", "Add the other one, or take this one out.")


def _pairs(known: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(known[::2], known[1::2], strict=True))


def _quotes(text: str, known: tuple[str, ...]) -> Iterator[str]:
    """The quotation marks in order, without apostrophes."""
    closers, open_single = set(known[1::2]), False
    for at, char in enumerate(text):
        if char not in _QUOTES:
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        closes = char in closers and open_single and not after.isalnum()
        if char in _APOSTROPHES and (before.isalnum() or after.isdigit()) and not closes:
            continue
        open_single = char in ("‘", "‚", "’") and not closes
        yield char


def _half(used: list[str], closed_by: dict[str, str]) -> str:
    opened: list[str] = []
    for char in used:
        if opened and closed_by[opened[-1]] == char:
            opened.pop()
        elif char in closed_by:
            opened.append(char)
        else:
            return char
    return opened[-1] if opened else ""


def spaces(line: CheckedString) -> Iterator[Remark]:
    """Check for two spaces together, for a space at the ends that the English lacks, and for a space before a stop."""
    if _DOUBLED.search(line.words):
        yield Remark("Two spaces stand together.", "Take one of them out.")
    if any(line.words[at].isspace() and not line.english[at].isspace() for at in (0, -1)):
        yield Remark("A space or line break stands at the beginning or the end.", "Take it out.")
    if not line.facts.checks.space_before_stops and _BEFORE_STOP.search(line.own):
        yield Remark("A space stands before a stop.", "Take it out.")


def ending(line: CheckedString) -> Iterator[Remark]:
    """Check that a text ends with a question mark, a colon or an ellipsis where the English does."""
    sign = line.english.rstrip()[-1:]
    if sign in _ENDS and line.words.rstrip("”’»“」』)）*").rstrip()[-1:] not in _ENDS[sign]:
        yield Remark(f"The English ends with ‘{sign}’, the translation does not.", "Check that it means the same.")
