"""Itemisation: cuts a text into runs of one script (UAX #24), one direction (UAX #9), one weight and one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ..foundation.records import record
from .bidi import levels, reset_whitespace
from .unicode_data import BRACKETS, CLOSING, ONE_SCRIPT, bidi_class, script_of

_SHAPING_SCRIPT = {"Kore": "Hang", "Aran": "Arab", **ONE_SCRIPT}
_IDEOGRAPHIC = frozenset(("Hani", "Hang", "Bopo"))
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_TO_RIGHT = re.compile(
    r"(?:https?://|www\.)[!-~]*[0-9A-Za-z/=#]"
    r"|[0-9A-Za-z][\w.+-]*@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+"
    r"|(?:[0-9A-Za-z-]+\.)+[A-Za-z]{2,}/[!-~]*[0-9A-Za-z/=#]"
    r"|(?<![\w.,])(?:\+[ \u00a0]?)?(?:\(\d++\)|\d++)(?:[ \u00a0\u202f./-]?(?:\(\d++\)|\d++))+(?!\w)"
    r"|(?<![\w.,])\+\d+(?!\w)"
)
_RANGE = re.compile(r"\d{1,4}[-/.]\d{1,4}")
_CITED = re.compile(r"\((?![0٠۰])\d{4}\)[ \u00a0]\d{1,4}")
"""A year in brackets and the number after it, as in “(2021) 44 trials”."""
_PHONE_DIGITS = 5


@record
class StyledPart:
    """A part of a paragraph in one weight and language; `language` is None for that of the paragraph.

    `start` and `end` are indexes in the text; `script` and `rtl` are those of the part's language.
    """

    start: int
    end: int
    strong: bool
    language: str | None
    script: str
    rtl: bool


@record
class Run:
    """A part of the text that is shaped in one call: one script (ISO 15924), embedding level, weight and language."""

    start: int
    end: int
    script: str
    level: int
    strong: bool
    language: str | None


def shaping_script(script: str) -> str:
    """The ISO 15924 script to give to HarfBuzz for the script of a language."""
    return _SHAPING_SCRIPT.get(script, script)


def scripts(text: str, default: str) -> list[str]:
    """The script of each character; one that scripts share takes the script of its neighbour.

    A closing bracket takes the script of its opening bracket. ASCII digits and signs among East Asian letters count as
    Latin, since they are narrow and come from the Latin font. `default` is for a text of shared characters only.
    """
    own = [script_of(char) for char in text]
    current = next((script for script in own if script), default)
    pending: list[tuple[str, str]] = []
    found = []
    for char, script in zip(text, own, strict=True):
        if script is not None:
            current = script
        elif char in BRACKETS:
            pending.append((BRACKETS[char], current))
        elif char in CLOSING:
            while pending:
                closer, opened_in = pending.pop()
                if closer == char:
                    current = opened_in
                    break
        found.append("Latn" if script is None and current in _IDEOGRAPHIC and "!" <= char <= "~" else current)
    return found


def embedding(text: str, parts: Sequence[StyledPart], rtl: bool) -> list[int] | None:
    """The embedding level of each character, or None if all are left to right.

    Telephone numbers, addresses and parts in a language of the other direction are isolated, so that the text around
    them does not reorder them.
    """
    if not rtl and not _RIGHT_TO_LEFT.search(text) and not any(part.rtl for part in parts):
        return None
    isolates = sorted(_isolates(text, parts, rtl), key=lambda isolate: (isolate[0], -isolate[1]))
    chars, classes, origins = _with_isolates(text, isolates)
    base, found = levels(chars, rtl, classes)
    own = [found[i] for i in origins]
    reset_whitespace([classes[i] for i in origins], own, base)
    return own


def _isolates(text: str, parts: Sequence[StyledPart], rtl: bool) -> Iterator[tuple[int, int, bool]]:
    foreign = [(part.start, part.end, part.rtl) for part in parts if part.language and part.rtl != rtl]
    yield from foreign
    for start, end in unbroken(text):
        if all(_nested(start, end, isolate) for isolate in foreign):
            yield start, end, False


def unbroken(text: str) -> list[tuple[int, int]]:
    """The start and end of each telephone number and address in a text: they are left to right and stay on one line."""
    return [match.span() for match in _LEFT_TO_RIGHT.finditer(text) if _stays_together(match[0])]


def _stays_together(text: str) -> bool:
    """Whether a match is an address or a telephone number, and not a range or a year with the number after it."""
    if any(char.isalpha() for char in text) or text.startswith("+"):
        return True
    return sum(map(str.isdigit, text)) >= _PHONE_DIGITS and not (_RANGE.fullmatch(text) or _CITED.fullmatch(text))


def _nested(start: int, end: int, isolate: tuple[int, int, bool]) -> bool:
    first, last, _ = isolate
    return end <= first or last <= start or (first <= start and end <= last)


def _with_isolates(text: str, isolates: Sequence[tuple[int, int, bool]]) -> tuple[list[str], list[str], list[int]]:
    """The characters and bidi classes with isolate controls inserted, and the new index of each character."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    for start, end, rtl in isolates:
        opening.setdefault(start, []).append("RLI" if rtl else "LRI")
        closing[end] = closing.get(end, 0) + 1
    own = [*map(bidi_class, text)]
    chars: list[str] = []
    classes: list[str] = []
    origins: list[int] = []
    done = 0
    for at in sorted({*opening, *closing, len(text)}):
        origins += range(len(chars), len(chars) + at - done)
        added = ["PDI"] * closing.get(at, 0) + opening.get(at, [])
        chars += [*text[done:at], *[""] * len(added)]
        classes += own[done:at] + added
        done = at
    return chars, classes, origins


def runs(text: str, parts: Sequence[StyledPart], found: Sequence[int] | None) -> Iterator[Run]:
    """Yield the runs of a text in order, cut wherever part, script or level (`found`) change."""
    by_char = _scripts_by_language(text, parts)
    for part in parts:
        start = part.start
        for i in range(part.start + 1, part.end + 1):
            if i == part.end or by_char[i] != by_char[start] or (found and found[i] != found[start]):
                yield Run(start, i, by_char[start], found[start] if found else 0, part.strong, part.language)
                start = i


def _scripts_by_language(text: str, parts: Sequence[StyledPart]) -> list[str]:
    """The script of each character; a shared character takes the script of a neighbour in its own language only."""
    own = "".join(text[part.start : part.end] for part in parts if not part.language)
    of_own = iter(scripts(own, next((part.script for part in parts if not part.language), "")))
    found: list[str] = []
    for part in parts:
        if part.language:
            found += scripts(text[part.start : part.end], part.script)
        else:
            found += islice(of_own, part.end - part.start)
    return found
