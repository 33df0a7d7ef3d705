"""Checks of characters: of the right script and language, visible, and in a font."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ...fonts.coverage import uncovered
from ...fonts.families import package_for, stack
from ...text.unicode_data import ONE_SCRIPT, bidi_class, script_of
from .checked_string import OBJECT, CheckedString, Remark, letters, named

_ALIKE = frozenset(("Latn", "Cyrl", "Grek"))
"""Scripts with letters that look the same. These tables are by script, as they hold for every language in it."""
_JOINERS, _ZERO_SPACE, _WORD_JOINER = "\u200c\u200d", "\u200b", "\u2060"
_JOINING = frozenset("Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh".split())
_WITHOUT_SPACES = frozenset("Thai Laoo Khmr Mymr".split())
_TURNS, _ISOLATES, _OVERRIDES = "\u200e\u200f\u061c", "\u2066\u2067\u2068\u2069", "\u202a\u202b\u202c\u202d\u202e"
_PRINTED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u08e2")
"""Format characters that are visible: Arabic number signs."""
_FILLERS = frozenset("\u034f\u115f\u1160\u3164\uffa0\u2028\u2029")
_GARBLED = re.compile("\ufffd|[ÂÃÐÑØÙ][\u0080-\u00bf–—‘’“”„†‡•…‰‹›€™ŠšŽžŒœŸƒˆ˜]|â€")


def script(line: CheckedString) -> Iterator[Remark]:
    """Check for letters of a foreign script, except Latin, and for words in two scripts whose letters look alike."""
    own = ONE_SCRIPT.get(line.language.script, line.language.script)
    allowed = {None, own, "Latn", *(("Hang", "Hani") if own == "Kore" else ())}
    for word in letters(line.own):
        scripts = {script_of(char) for char in word}
        if strange := scripts - allowed:
            odd = next(char for char in word if script_of(char) in strange)
            yield Remark(f"‘{word}’ has a letter of another script: {named(odd)}.", "Type the word again.")
            return
        if len(scripts & _ALIKE) > 1:
            odd = next(char for char in word if script_of(char) not in (own, None))
            yield Remark(f"‘{word}’ mixes letters that look alike: {named(odd)}.", "Type the word again.")
            return


def neighbours(line: CheckedString) -> Iterator[Remark]:
    """Check for letters of a neighbouring language."""
    found = [char for char in line.own if char in line.facts.checks.foreign_letters]
    if found:
        name = line.language.english_name
        yield Remark(f"{named(found[0])} is not a letter of {name}.", "Type the word again.")


def invisible(line: CheckedString) -> Iterator[Remark]:
    """Check for invisible characters that neither the script nor mixed directions need, and for unpaired isolates."""
    for char in dict.fromkeys(line.words):
        if _is_invisible(char) and not _needed(char, line):
            yield Remark(f"An invisible character stands here: {named(char)}.", "Delete it, or type the text again.")
    depth = 0
    for char in line.words:
        depth += 1 if char in _ISOLATES[:3] else -1 if char == _ISOLATES[3] else 0
        if depth < 0:
            break
    if depth:
        yield Remark("A direction is begun and not ended, or ended and not begun.", "Pair each isolate with U+2069.")


def _is_invisible(char: str) -> bool:
    if char == "\n" or char in _PRINTED:
        return False
    return char in _FILLERS or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn")


def _needed(char: str, line: CheckedString) -> bool:
    own = line.language.script
    if char in _JOINERS:
        return own in _JOINING or (char == "\u200d" and any(unicodedata.category(it) == "So" for it in line.words))
    if char in _TURNS + _ISOLATES:
        return line.language.rtl or _two_ways(line.words)
    if char in _OVERRIDES:
        return False
    return char == _WORD_JOINER or (char == _ZERO_SPACE and own in _WITHOUT_SPACES)


def _two_ways(text: str) -> bool:
    strong = {bidi_class(char) for char in text if char not in _TURNS}
    return "L" in strong and bool(strong & {"R", "AL"})


def garbled(line: CheckedString) -> Iterator[Remark]:
    """Check for letters that were lost or read in a wrong encoding."""
    found = _GARBLED.search(line.words)
    if found and found[0] not in line.english:
        yield Remark(f"‘{found[0]}’ looks like letters that were read in a wrong encoding.", "Type the text again.")


def glyphs(line: CheckedString) -> Iterator[Remark]:
    """Check that a font has every character; a font that can be installed is reported once, for the whole language."""
    for char in () if package_for(line.language.script) else uncovered(_seen(line), stack(line.language).regular):
        if not package_for(char):
            yield Remark(f"No font has {named(char)}.", "Write it with another character.")


def packages(lines: Iterable[CheckedString]) -> dict[str, CheckedString]:
    """The font packages that a language lacks, each with the first string that needs it."""
    found: dict[str, CheckedString] = {}
    for line in lines:
        for wanted in (line.language.script, *uncovered(_seen(line), stack(line.language).regular)):
            if package := package_for(wanted):
                found.setdefault(package, line)
    return found


def _seen(line: CheckedString) -> str:
    return line.own.replace(OBJECT, "")
