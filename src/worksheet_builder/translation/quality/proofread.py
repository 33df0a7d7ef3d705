"""The table of checks, and the catalogues of a language held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...foundation.problems import Place, Problem
from ..catalogue import Catalogue
from ..extraction import extract
from ..glossary import Glossary
from ..language_facts import Facts
from ..po_file import PoEntry
from . import markup_checks, punctuation_checks, script_checks, term_checks
from .checked_string import Check, CheckedString, Remark

CHECKS: Mapping[str, Check] = {
    "marks": markup_checks.kept_marks,
    "numbers": markup_checks.numbers,
    "brackets": punctuation_checks.brackets,
    "quotation-marks": punctuation_checks.quotation_marks,
    "spaces": punctuation_checks.spaces,
    "script": script_checks.script,
    "letters": script_checks.neighbours,
    "invisible": script_checks.invisible,
    "garbled": script_checks.garbled,
    "glyphs": script_checks.glyphs,
    "english": term_checks.leftover_english,
    "length": term_checks.length,
    "avoid": term_checks.avoided,
}
"""What has to be put right, by name."""

ADVICE: Mapping[str, Check] = {
    "more-numbers": markup_checks.more_numbers,
    "digits": markup_checks.digits,
    "paragraphs": markup_checks.paragraphs,
    "ending": punctuation_checks.ending,
    "same": term_checks.same_as_english,
    "terms": term_checks.prescribed,
    "words": term_checks.avoided_elsewhere,
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
    lines = [
        pair for catalogue, structure in catalogues for pair in _checked_strings(catalogue, structure, facts, glossary)
    ]
    problems = [problem for line, fine in lines for problem in _problems_of(line, CHECKS, fine)]
    advice = [problem for line, fine in lines for problem in _problems_of(line, ADVICE, fine)]
    problems += (
        _without_fonts(line, package) for package, line in script_checks.packages(it for it, _ in lines).items()
    )
    return Proofs(tuple(problems), (*advice, *_differing(lines)))


def remarks_on(line: CheckedString, fine: frozenset[str] = frozenset()) -> Iterator[Remark]:
    """What the checks say of one string by itself, what has to be put right first."""
    for _, remark in (*_remarks(line, CHECKS, fine), *_remarks(line, ADVICE, fine)):
        yield remark


def _without_fonts(line: CheckedString, package: str) -> Problem:
    """One problem for all strings of a language whose letters are not installed."""
    sentence = f"The letters of {line.language.english_name} are in no font that is installed."
    return Problem(Place(line.place.file), sentence, f"Install the fonts: pip install '{package}'.")


def _checked_strings(
    catalogue: Catalogue, structure: object, facts: Facts, glossary: Glossary
) -> Iterator[tuple[CheckedString, frozenset[str]]]:
    for want in extract(structure):
        entry = catalogue.entry(want.address, want.english)
        if entry and entry.english == want.english and entry.state.printable:
            place = Place(str(catalogue.path), entry.line, 1)
            language = catalogue.language
            yield (
                CheckedString(
                    want.address, want.english, entry.words, place, language, facts, glossary, want.characters
                ),
                fine_in(entry),
            )


def fine_in(entry: PoEntry) -> frozenset[str]:
    """The checks that somebody has said do not apply here."""
    found = (match[1] for comment in entry.comments if (match := _FINE.match(comment)))
    return frozenset(re.split(r"[\s,]+", " ".join(found)))


def _problems_of(line: CheckedString, checks: Mapping[str, Check], fine: frozenset[str]) -> Iterator[Problem]:
    for name, remark in _remarks(line, checks, fine):
        yield Problem(line.place, f"‘{line.address}’: {remark.sentence}", _hint(remark.hint, name))


def _remarks(line: CheckedString, checks: Mapping[str, Check], fine: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    """What the checks say, each remark with the name of its check."""
    for name, check in checks.items():
        if name not in fine:
            yield from ((name, remark) for remark in check(line))


def _hint(hint: str, name: str) -> str:
    return f"{hint} If it is right as it is, say so in a comment: ‘# fine: {name}’."


def _differing(lines: Iterable[tuple[CheckedString, frozenset[str]]]) -> Iterator[Problem]:
    """The same English in other words than the first time."""
    first: dict[str, CheckedString] = {}
    for line, fine in lines:
        earlier = first.setdefault(line.english, line)
        if earlier.words.casefold() != line.words.casefold() and _TWICE not in fine:
            sentence = f"‘{line.address}’: the same English is “{earlier.words}” in {earlier.place}."
            yield Problem(line.place, sentence, _hint("Use the same words, if they mean the same.", _TWICE))
