"""Words: none left in English, none that hurts, those of the glossary, and no more than there is room for."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator

from ..catalogues import Term
from ..phrases import Phrase
from ..problems import Place
from .line import Line, Remark, letters, own_words

_RUN = 3
"""Words in a row that two languages do not share by chance."""
_UNSPACED = frozenset("Hans Hant Hani Jpan Thai Laoo Khmr Mymr".split())
_PREFIXED = frozenset(("Arab", "Hebr"))
_STEM = 0.6
"""The part of a word that its endings leave alone, at least three letters."""
_ABOUT_WORDS = frozenset(("therapist.interpreter",))
"""Notes that say which words not to use."""
_QUOTED = re.compile("[«“„‘「『][^»”“’」』]*[»”“’」』]")
"""Words that notes to a therapist speak of and do not use."""
_REMARK = re.compile(r"\([^)]*\)")


def leftover_english(line: Line) -> Iterator[Remark]:
    """No three words in a row are still those of the English; in another script two, if they are not a name."""
    length = _RUN if line.language.script == "Latn" else _RUN - 1
    english, words = letters(own_words(line.english)), letters(line.own)
    runs = {tuple(map(str.lower, run)) for run in _runs(english, length)}
    for run in _runs(words, length):
        if tuple(map(str.lower, run)) in runs and not all(word[0].isupper() for word in run):
            yield Remark(f"“{' '.join(run)}” is still English.", "Translate it; mark a name in English as [Name]{en}.")
            return


def _runs(words: list[str], length: int) -> Iterator[list[str]]:
    yield from (words[at : at + length] for at in range(len(words) - length + 1))


def same_as_english(line: Line) -> Iterator[Remark]:
    """The translation is not the English itself."""
    words = letters(line.own)
    if words and words == letters(own_words(line.english)) and not any(leftover_english(line)):
        yield Remark("The translation is the same as the English.", "Check that it is a word of the language.")


def length(line: Line) -> Iterator[Remark]:
    """The words fit where there is little room; wide characters count twice."""
    room, wide = max(line.most, _width(line.english)), _width(line.words)
    if line.most and wide > room:
        yield Remark(f"It is {wide} characters long, and there is room for {room}.", "Find shorter words.")


def _width(text: str) -> int:
    plain = Phrase(text, "", Place("")).plain()
    return sum(_columns(char) for char in plain)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def avoided(line: Line) -> Iterator[Remark]:
    """None of the words that the glossary asks to avoid for a term that the English has."""
    for english, term in line.glossary.terms.items():
        if _is_said(english, line.english):
            yield from _to_avoid(english, term, line)


def avoided_elsewhere(line: Line) -> Iterator[Remark]:
    """Nor does a client meet such a word where the English has no such term."""
    for english, term in line.glossary.terms.items():
        if not line.for_therapist and not _is_said(english, line.english):
            yield from _to_avoid(english, term, line)


def _to_avoid(english: str, term: Term, line: Line) -> Iterator[Remark]:
    if line.address in _ABOUT_WORDS:
        return
    text = _QUOTED.sub("", line.own) if line.for_therapist else line.own
    for word, reason in term.avoid.items():
        if _stands(word, text, line.language.script):
            instead = " or ".join(f"‘{it}’" for it in _given(term, line))
            hint = f"The reason: {reason.removesuffix('.')}." + (f" Say {instead}." if instead else "")
            yield Remark(f"The glossary asks to avoid ‘{word}’ for ‘{english}’.", hint)


def prescribed(line: Line) -> Iterator[Remark]:
    """Where the English has a term of the glossary, the translation has one of its words, in some form."""
    for english, term in line.glossary.terms.items():
        if _is_said(english, line.english) and (known := _words(term.lay) + _words(term.professional)):
            if not any(_has_form(word, line) for word in known):
                wanted = " or ".join(f"‘{word}’" for word in _given(term, line))
                yield Remark(f"The glossary says {wanted} for ‘{english}’.", "Use it, if it fits here.")


def _given(term: Term, line: Line) -> list[str]:
    """The words for this reader."""
    first, other = (term.professional, term.lay) if line.for_therapist else (term.lay, term.professional)
    return _words(first) or _words(other)


def _words(said: str) -> list[str]:
    """What an entry of the glossary offers: semicolons divide, brackets hold remarks."""
    return [word for part in _REMARK.sub("", said).split(";") if (word := part.strip())]


def _is_said(english: str, text: str) -> bool:
    """Whether an English text has the term, in the singular or plural, or as a verb in any form."""
    plain = _REMARK.sub("", english).replace("-", " ").strip().removeprefix("to ")
    ending = "(?:e?s|e?d|ing)?"
    return re.search(rf"(?<!\w){re.escape(plain.removesuffix('e'))}e?{ending}(?!\w)", text, re.IGNORECASE) is not None


def _stands(word: str, text: str, script: str) -> bool:
    """Whether the word stands in the text; with ``*`` at its end in any form."""
    stem = word.rstrip("*")
    if script in _UNSPACED:
        return stem in text
    end = "" if word.endswith("*") else r"(?!\w)"
    return re.search(rf"(?<!\w){re.escape(stem)}{end}", text, re.IGNORECASE) is not None


def _has_form(term: str, line: Line) -> bool:
    """Whether the text has the words of the term in some form; where words grow at both ends, anywhere in a word."""
    script = line.language.script
    if script in _UNSPACED:
        return term in line.own
    said = [_bare(word, script) for word in letters(line.own)]
    stems = [_stem(_bare(part, script)) for part in letters(term)]
    if script in _PREFIXED:
        return all(any(stem in word for word in said) for stem in stems)
    return all(any(word.startswith(stem) for word in said) for stem in stems)


def _bare(word: str, script: str) -> str:
    """The word in small letters; without the vowel signs and the article of Arabic and Hebrew."""
    if script not in _PREFIXED:
        return word.lower()
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if char.isalpha() and char != "ـ")
    return plain.removeprefix("ال") if len(plain) > 4 else plain


def _stem(word: str) -> str:
    return word[: max(3, math.ceil(len(word) * _STEM))]
