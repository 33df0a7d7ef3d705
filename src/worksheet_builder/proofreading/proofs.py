"""The table of checks, and the catalogues of a language held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogues import Catalogue, Facts, Glossary, extract
from ..catalogues.po import Entry
from ..problems import Place, Problem
from . import letters, marks, signs, terms
from .line import Check, Line

CHECKS: Mapping[str, Check] = {
    "marks": marks.kept_marks,
    "numbers": marks.numbers,
    "brackets": signs.brackets,
    "quotation-marks": signs.quotation_marks,
    "spaces": signs.spaces,
    "script": letters.script,
    "letters": letters.neighbours,
    "invisible": letters.invisible,
    "garbled": letters.garbled,
    "glyphs": letters.glyphs,
    "english": terms.leftover_english,
    "length": terms.length,
    "avoid": terms.avoided,
}
"""What has to be put right, by name."""

ADVICE: Mapping[str, Check] = {
    "more-numbers": marks.more_numbers,
    "digits": marks.digits,
    "paragraphs": marks.paragraphs,
    "ending": signs.ending,
    "same": terms.same_as_english,
    "terms": terms.prescribed,
    "words": terms.avoided_elsewhere,
}
"""What is worth another look."""

_TWICE = "differs"
"""The check across all strings: one English, two translations."""
_FINE = re.compile(r"#\s*fine:\s*(.+)")


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was found in the catalogues of a language."""

    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


def proofread(catalogues: Iterable[tuple[Catalogue, object]], facts: Facts, glossary: Glossary) -> Proofs:
    """Read every current translation, each catalogue with the structure that it translates."""
    lines = [pair for catalogue, structure in catalogues for pair in _lines(catalogue, structure, facts, glossary)]
    problems = [problem for line, fine in lines for problem in _told(line, CHECKS, fine)]
    advice = [problem for line, fine in lines for problem in _told(line, ADVICE, fine)]
    return Proofs(tuple(problems), (*advice, *_differing(lines)))


def _lines(
    catalogue: Catalogue, structure: object, facts: Facts, glossary: Glossary
) -> Iterator[tuple[Line, frozenset[str]]]:
    for want in extract(structure):
        entry = catalogue.entry(want.address, want.english)
        if entry and entry.english == want.english and entry.state.printable:
            place = Place(str(catalogue.path), entry.line, 1)
            language = catalogue.language
            yield (
                Line(want.address, want.english, entry.words, place, language, facts, glossary, want.characters),
                _fine(entry),
            )


def _fine(entry: Entry) -> frozenset[str]:
    """The checks that somebody has said do not apply here."""
    found = (match[1] for comment in entry.comments if (match := _FINE.match(comment)))
    return frozenset(re.split(r"[\s,]+", " ".join(found)))


def _told(line: Line, checks: Mapping[str, Check], fine: frozenset[str]) -> Iterator[Problem]:
    for name, check in checks.items():
        if name not in fine:
            for remark in check(line):
                yield Problem(line.place, f"‘{line.address}’: {remark.sentence}", _hint(remark.hint, name))


def _hint(hint: str, name: str) -> str:
    return f"{hint} If it is right as it is, say so in a comment: ‘# fine: {name}’."


def _differing(lines: Iterable[tuple[Line, frozenset[str]]]) -> Iterator[Problem]:
    """The same English in other words than the first time."""
    first: dict[str, Line] = {}
    for line, fine in lines:
        earlier = first.setdefault(line.english, line)
        if earlier.words.casefold() != line.words.casefold() and _TWICE not in fine:
            sentence = f"‘{line.address}’: the same English is “{earlier.words}” in {earlier.place}."
            yield Problem(line.place, sentence, _hint("Use the same words, if they mean the same.", _TWICE))
