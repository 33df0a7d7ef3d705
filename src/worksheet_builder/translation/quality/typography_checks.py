"""Checks of typography: signs of the script, spaces, decimal mark, repeated words, nested quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from .checked_string import CheckedString, Remark, letters

_UNSPACED = "\u3400-\u9fff\uf900-\ufaff"
"""Han letters (Unicode blocks), whose punctuation has full width and no spaces around it."""
_ARABIC = "\u0620-\u064a\u066e-\u06d3"
_DEVANAGARI = "\u0900-\u0963\u0970-\u097f"
# By script, since all its languages share the rule: after its letters and brackets, its own signs are used.
_OWN_SIGNS: Mapping[str, tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]] = {
    "Arab": ((re.compile(rf"(?<=[{_ARABIC}\u064b-\u0652»)])[,;?]"), {",": "،", ";": "؛", "?": "؟"}),),
    "Deva": ((re.compile(rf"(?<=[{_DEVANAGARI}])(?:[.](?![.\w])|\|)"), {".": "।", "|": "।"}),),
    **dict.fromkeys(
        ("Hans", "Hant", "Jpan"),
        (
            (
                re.compile(rf"(?<=[{_UNSPACED}”）])[,.:;?!](?![\d.])|[(](?=[{_UNSPACED}])|(?<=[{_UNSPACED}])[)]"),
                {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"},
            ),
        ),
    ),
}
_LOOSE = re.compile(rf"(?<=[{_UNSPACED}，。：；？！、]) +(?=[{_UNSPACED}，。：；？！、])")
_STRETCHED = re.compile(rf"[{_ARABIC}]\u0640+[{_ARABIC}]")
_PART = re.compile(r"\.(?:beginnings|example)\.")
"""Addresses of texts that are only a part of a sentence."""
_NUMBER = re.compile(r"(?<![\w.,٫:/–-])(\d+)([.,٫])(\d+)(?![\w.,:/–-]*\d)")


def own_signs(line: CheckedString) -> Iterator[Remark]:
    """Check that stops, commas and brackets beside letters are the script's own, and no word is stretched (U+0640)."""
    for pattern, signs in _OWN_SIGNS.get(line.language.script, ()):
        if found := pattern.search(line.own):
            name = line.language.english_name
            yield Remark(f"‘{found[0]}’ is not a sign of {name}.", f"Write ‘{signs[found[0]]}’.")
    if _STRETCHED.search(line.own):
        yield Remark("A stroke stretches a word (U+0640).", "Take it out; the tool sets the lines.")


def own_spaces(line: CheckedString) -> Iterator[Remark]:
    """Check for spaces between letters of a script that is written without spaces."""
    if line.language.script in ("Hans", "Hant", "Jpan") and _LOOSE.search(line.own):
        yield Remark("A space stands between two letters.", "Take it out.")


def opening_marks(line: CheckedString) -> Iterator[Remark]:
    """Check that each opening question or exclamation mark has its closing mark, in languages that use both."""
    marks = line.facts.checks.opening_marks
    if _PART.search(line.address):
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        opened, closed = line.own.count(opening), line.own.count(closing)
        if opened != closed:
            lacks, other = (opening, closing) if opened < closed else (closing, opening)
            yield Remark(f"A ‘{other}’ stands without its ‘{lacks}’.", f"Write {opening}…{closing}.")


def decimal_mark(line: CheckedString) -> Iterator[Remark]:
    """Check that decimals have the decimal mark of the language (CLDR), except in words marked as English."""
    mark = line.language.decimal_mark
    for found in _NUMBER.finditer(line.own):
        grouped = len(found[3]) == 3 and found[1] != "0"
        if found[2] != mark and not grouped and re.search(rf"{_latin(found[1])}[.]{_latin(found[3])}", line.english):
            yield Remark(f"‘{found[0]}’ has another decimal mark than the language.", f"Write ‘{mark}’.")
            return


def _latin(digits: str) -> str:
    return "".join(str(int(char)) for char in digits)


def doubled_words(line: CheckedString) -> Iterator[Remark]:
    """Check for a word twice in a row, unless the language doubles the word or the English has one doubled too."""
    allowed = {word.casefold() for word in line.facts.checks.may_double}
    for before, after in _neighbours(line.own):
        if before == after and before not in allowed and not any(a == b for a, b in _neighbours(line.english)):
            yield Remark(f"‘{after}’ stands twice.", "Take one of them out.")
            return


def _neighbours(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of words with only a space between them, in lower case."""
    parts = text.replace("\u00a0", " ").split(" ")
    for before, after in pairwise(parts):
        first, second = letters(before), letters(after)
        if len(first) == 1 and second and before.endswith(first[0]) and after.startswith(second[0]):
            yield first[0].casefold(), second[0].casefold()


def quotation_order(line: CheckedString) -> Iterator[Remark]:
    """Check that the inner pair of quotation marks is used only inside the outer pair."""
    known = line.facts.quotation_marks
    if len(known) < 4:
        return
    outer, inner = known[:2], known[2:]
    depth = 0
    for at, char in enumerate(line.own):
        if char == outer[0]:
            depth += 1
        elif char == outer[1] and depth:
            depth -= 1
        elif char == inner[0] and not depth and inner[1] in line.own[at + 1 :]:
            hint = f"Write {outer[0]}…{outer[1]}; the inner pair stands within them."
            yield Remark(f"The inner quotation mark ‘{char}’ stands outside of the outer ones.", hint)
            return
