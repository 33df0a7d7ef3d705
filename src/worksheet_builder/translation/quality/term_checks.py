"""Checks of words: none left in English, none to avoid, those of the glossary, and none too long for their room."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...foundation.phrases import Phrase
from ...foundation.problems import Place
from ..glossary import Term
from .checked_string import CheckedString, Remark, letters, own_words
from .english_terms import REMARK
from .word_forms import has_form, stands, words_of

_RUN = 3
"""The fewest words in a row that two languages do not share by chance."""
ABOUT_WORDS = frozenset(("therapist.interpreter",))
"""Addresses of notes that say which words not to use, and so contain them."""
_TO_CLIENTS = frozenset(("(to the client)", "(on the client's page)", "（对来访者）"))
"""Remarks in brackets that the tool understands: avoid the word only in texts for clients."""
QUOTED = re.compile("«[^»]*»|“[^”]*”|„[^“”]*[“”]|‘[^’]*’|「[^」]*」|『[^』]*』|”[^“]*“")
"""Quoted words, which notes to a therapist mention but do not use; the last pair is that of Urdu, where ” opens."""


def leftover_english(line: CheckedString) -> Iterator[Remark]:
    """Check for three English words in a row (two, if the script is not Latin), except names with capitals."""
    length = _RUN if line.language.script == "Latn" else _RUN - 1
    english, words = letters(own_words(line.english)), letters(line.own)
    runs = {tuple(map(str.lower, run)) for run in _runs(english, length)}
    for run in _runs(words, length):
        if tuple(map(str.lower, run)) in runs and not all(word[0].isupper() for word in run):
            yield Remark(f"“{' '.join(run)}” is still English.", "Translate it; mark a name in English as [Name]{en}.")
            return


def _runs(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    yield from (words[at : at + length] for at in range(len(words) - length + 1))


def same_as_english(line: CheckedString) -> Iterator[Remark]:
    """Check that the translation differs from the English."""
    words = tuple(word for word in letters(line.own) if len(word) > 1)
    if words and words == letters(own_words(line.english)) and not any(leftover_english(line)):
        yield Remark("The translation is the same as the English.", "Check that it is a word of the language.")


def length(line: CheckedString) -> Iterator[Remark]:
    """Check that the words fit into little room; wide characters (East Asian) count twice."""
    if not line.most:
        return
    room, wide = max(line.most, _width(line.english)), _width(line.words)
    if wide > room:
        yield Remark(f"It is {wide} characters long, and there is room for {room}.", "Find shorter words.")


def _width(text: str) -> int:
    plain = Phrase(text, "", Place("")).plain()
    return sum(_columns(char) for char in plain)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def avoided(line: CheckedString) -> Iterator[Remark]:
    """Check for words that the glossary asks to avoid for a term of the English."""
    for english, term in line.glossary.terms.items():
        if english in line.terms:
            yield from _to_avoid(english, term, line)


def _to_avoid(english: str, term: Term, line: CheckedString) -> Iterator[Remark]:
    if line.address in ABOUT_WORDS:
        return
    text = QUOTED.sub("", line.own) if line.for_therapist else line.own
    for word, reason in for_reader(term, line):
        if stands(word, text, line.language, line.facts.checks.word_forms):
            instead = " or ".join(f"‘{it}’" for it in _given(term, line))
            hint = f"The reason: {reason.removesuffix('.')}." + (f" Say {instead}." if instead else "")
            yield Remark(f"The glossary asks to avoid ‘{word}’ for ‘{english}’.", hint)


def for_reader(term: Term, line: CheckedString) -> Iterator[tuple[str, str]]:
    """The words to avoid for this reader, with their reasons; words with any other remark are left to people."""
    for word, reason in term.avoid.items():
        remark = REMARK.search(word)
        if remark is None or (line.to_client and remark[0] in _TO_CLIENTS):
            yield REMARK.sub("", word).strip(), reason


def prescribed(line: CheckedString) -> Iterator[Remark]:
    """Check that for each glossary term of the English the translation has one of its words, in any form."""
    forms = line.facts.checks.word_forms
    for english, term in line.glossary.terms.items():
        if english in line.terms and _is_asked(term, line):
            known = words_of(term.lay) + words_of(term.professional)
            if known and not any(has_form(word, line.own, line.language, forms) for word in known):
                wanted = " or ".join(f"‘{word}’" for word in _given(term, line))
                yield Remark(f"The glossary says {wanted} for ‘{english}’.", "Use it, if it fits here.")


def _is_asked(term: Term, line: CheckedString) -> bool:
    """Whether the term has to be said to this reader."""
    return term.optional == "never" or (term.optional == "in-notes" and line.to_client)


def _given(term: Term, line: CheckedString) -> list[str]:
    """The words of the term for this reader: professional for a therapist, lay for a client; else the other ones."""
    first, other = (term.professional, term.lay) if line.for_therapist else (term.lay, term.professional)
    return words_of(first) or words_of(other)
