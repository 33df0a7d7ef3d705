"""How hard an English text is to read: its sentences, its words, the syllables in them, and the SMOG grade.

SMOG: G. H. McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading, 12(8), 639–646. It was
made for 30 sentences; a shorter text is reckoned up to that number, as its author did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import sqrt

_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”»)\]]*\s+")
_CLOSED = re.compile(r"[.!?…][’”»)\]]*$")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'\-‑][^\W\d_]+)*")
_LONG = 3
"""The syllables from which on SMOG counts a word."""

_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_PARTED = re.compile(
    r"ia(?!n?tion|l(?:ly|ty)?$)|iet|io(?!us|n)|iu|[^cgstx]ious|eo(?!us|n)|ua(?!l|rd|ge)|(?<!q)ual(?:ly)?$|(?<!q)ue[lnt]|"
    r"[aeou]ing$|iest|ier$|real(?!ly)|reali|react|reass|creat|[^aeiou]ism$|ying|dia|via[^r]|sci(?=en)|uici|oerc|[ao]yal|oyer"
)
"""Letters side by side that are spoken as two syllables."""
_SILENT = re.compile(
    r"(?<=[^aeiouy])e[sd]?$|(?<=[gq])ues?$|(?<=[aeiou][^aeiouyl])e(?=ly$|ful|less|ment|ness$)|(?<=dg)e(?=ment)|"
    r"(?<=[aeiou][^aeiouy])e(?=work|line|self|book|times)|(?<=[aou]r)e(?=fore)"
)
_SPOKEN = re.compile(
    r"[^aeiouylr]le[sd]?$|[td]ed$|(?:[sxz]|ch|sh|[cg])es$|[^aeiou]re$|^(?:the|be|he|me|we|she)$|[^aeiouy]les$"
)
_KNOWN = {
    "anxiety": 4, "anyone": 3, "area": 3, "areas": 3, "being": 2, "beforehand": 3, "business": 2, "diagnosis": 4,
    "different": 3, "elsewhere": 2, "evening": 2, "every": 2, "everyday": 3, "everyone": 3, "everything": 3,
    "idea": 3, "interest": 3, "interesting": 4, "maybe": 2, "people": 2, "recipe": 3, "safety": 2, "several": 3,
    "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "whatever": 3, "whenever": 3, "wherever": 3,
    "whoever": 3,
}  # fmt: skip
"""Words that the rules miscount, which these sheets use."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line break ends one."""
    lines = (line.strip() for line in text.split("\n"))
    return tuple(part for line in lines for part in _SENTENCE_END.split(line) if _WORD.search(part))


def is_closed(sentence: str) -> bool:
    """Whether it ends with a full stop, a question mark or the like: labels and headings do not."""
    return _CLOSED.search(sentence) is not None


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text; one with a hyphen is one word."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has, by its letters."""
    return max(1, sum(_syllables_of(part) for part in re.split(r"[-‑]", word.lower()) if part))


def _syllables_of(word: str) -> int:
    word = re.sub(r"[’'](?:s|t|d|m|ll|re|ve)?$", "", word)
    if word in _KNOWN:
        return _KNOWN[word]
    count = len(_VOWELS.findall(word)) + len(_PARTED.findall(word))
    if _SILENT.search(word) and not _SPOKEN.search(word):
        count -= 1
    return max(1, count)


def smog(texts: Iterable[str]) -> float:
    """The SMOG grade, the years of school that a reader needs; 0 without a sentence.

    Labels and headings are no sentences, but their long words count: of the ways to reckon it, the strictest.
    """
    found = [sentence for text in texts for sentence in sentences(text)]
    closed = sum(1 for sentence in found if is_closed(sentence))
    long = sum(1 for sentence in found for _ in long_words(sentence))
    return 3.1291 + 1.0430 * sqrt(long * 30 / closed) if closed else 0.0


def long_words(text: str) -> Iterator[str]:
    """The words of three syllables or more."""
    return (word for word in words(text) if not word[0].isdigit() and syllables(word) >= _LONG)
