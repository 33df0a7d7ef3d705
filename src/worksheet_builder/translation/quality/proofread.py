"""The table of all checks, and the functions that apply them to strings and catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..catalogue import Catalogue
from ..extraction import extract
from ..glossary import Glossary
from ..language_facts import Facts
from ..po_file import PoEntry
from . import (
    content_checks,
    glossary_checks,
    markup_checks,
    punctuation_checks,
    reader_checks,
    script_checks,
    term_checks,
    typography_checks,
)
from .checked_string import Check, CheckedString, Remark
from .fine_comments import faults_in, fine_in

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
    "signs": typography_checks.own_signs,
    "opening": typography_checks.opening_marks,
    "written": reader_checks.written,
    "forms": reader_checks.forms,
    "stop-word": reader_checks.stop_word,
    "false-friends": reader_checks.false_friends,
    "twice": typography_checks.doubled_words,
    "beginnings": content_checks.beginnings,
}
"""Checks for what has to be corrected, by name."""

ADVICE: Mapping[str, Check] = {
    "more-numbers": markup_checks.more_numbers,
    "digits": markup_checks.digits,
    "paragraphs": markup_checks.paragraphs,
    "ending": punctuation_checks.ending,
    "same": term_checks.same_as_english,
    "terms": term_checks.prescribed,
    "family": glossary_checks.family,
    "sisters": glossary_checks.sisters,
    "backwards": glossary_checks.backwards,
    "loose": typography_checks.own_spaces,
    "decimals": typography_checks.decimal_mark,
    "quotation-order": typography_checks.quotation_order,
    "alternatives": content_checks.alternatives,
    "sentences": content_checks.lost_sentences,
    "how-much": content_checks.scale_question,
}
"""Checks for what a person should look at again, by name."""

TWICE = "differs"
"""The name of the check over all strings: one English text with two translations."""
_NAMES = frozenset((*CHECKS, *ADVICE, TWICE))
_SENTENCE = 4
"""The fewest English words of a sentence; a shorter text is a label, whose translation may depend on the context."""


@record
class Proofs:
    """What was found in the catalogues of a language."""

    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


def proofread(
    catalogues: Iterable[tuple[Catalogue, object]],
    facts: Facts,
    glossary: Glossary,
    sisters: Mapping[str, Glossary] | None = None,
) -> Proofs:
    """Check every current translation; each catalogue is given with the structure that it translates.

    `sisters` are the glossaries of closely related languages by their tags.
    """
    lines = [
        pair
        for catalogue, structure in catalogues
        for pair in _checked_strings(catalogue, structure, facts, glossary, sisters or {})
    ]
    problems = [problem for line, entry in lines for problem in _problems_of(line, CHECKS, entry)]
    advice = [problem for line, entry in lines for problem in _problems_of(line, ADVICE, entry)]
    advice += [it for line, entry in lines for it in faults_in(entry, line.place, _NAMES)]
    problems += (
        _without_fonts(line, package) for package, line in script_checks.packages(it for it, _ in lines).items()
    )
    return Proofs(tuple(problems), (*advice, *_differing(lines)))


def remarks_on(line: CheckedString, fine: frozenset[str] = frozenset()) -> Iterator[Remark]:
    """The remarks of the checks on one string alone, corrections before advice; checks named in `fine` are left out."""
    for _, remark in (*_remarks(line, CHECKS, fine), *_remarks(line, ADVICE, fine)):
        yield remark


def _without_fonts(line: CheckedString, package: str) -> Problem:
    """One Problem for all strings of a language whose letters are in no installed font."""
    sentence = f"The letters of {line.language.english_name} are in no font that is installed."
    return Problem(Place(line.place.file), sentence, f"Install the fonts: pip install '{package}'.")


def _checked_strings(
    catalogue: Catalogue, structure: object, facts: Facts, glossary: Glossary, sisters: Mapping[str, Glossary]
) -> Iterator[tuple[CheckedString, PoEntry]]:
    easy = bool(getattr(structure, "easy_read", False))
    for want in extract(structure):
        entry = catalogue.entry(want.address, want.english)
        if entry and entry.english == want.english and entry.state.printable:
            place = Place(str(catalogue.path), entry.line, 1)
            line = CheckedString(
                want.address,
                want.english,
                entry.words,
                place,
                catalogue.language,
                facts,
                glossary,
                want.characters,
                sisters,
                easy,
            )
            yield line, entry


def _problems_of(line: CheckedString, checks: Mapping[str, Check], entry: PoEntry) -> Iterator[Problem]:
    for name, remark in _remarks(line, checks, fine_in(entry)):
        yield Problem(line.place, f"‘{line.address}’: {remark.sentence}", _hint(remark.hint, name))


def _remarks(line: CheckedString, checks: Mapping[str, Check], fine: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    """The remarks of the checks, each with the name of its check; checks named in `fine` are left out."""
    for name, check in checks.items():
        if name not in fine:
            yield from ((name, remark) for remark in check(line))


def _hint(hint: str, name: str) -> str:
    return f"{hint} If it is right as it is, say so in a comment: ‘# fine: {name} (why)’."


def _differing(lines: Iterable[tuple[CheckedString, PoEntry]]) -> Iterator[Problem]:
    """A Problem for each English sentence with another translation than at first; easy read counts by itself."""
    first: dict[tuple[str, bool], CheckedString] = {}
    for line, entry in lines:
        earlier = first.setdefault((line.english, line.easy), line)
        if len(line.english.split()) < _SENTENCE or TWICE in fine_in(entry):
            continue
        if _bare(earlier.words) != _bare(line.words):
            sentence = f"‘{line.address}’: the same English is “{earlier.words}” in {earlier.place}."
            yield Problem(line.place, sentence, _hint("Use the same words, if they mean the same.", TWICE))


def _bare(words: str) -> str:
    """The words in lower case, with single spaces and without a stop or colon at the end."""
    return " ".join(words.casefold().split()).rstrip(".:。：।")
