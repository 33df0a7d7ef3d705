"""Recognise remarks that reviewers write in place of a better translation: “ok”, “-”, “?”, “no change”."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from ...foundation.languages import SOURCE_LANGUAGE
from ...project.language_files import described_languages, language_section
from .reply import Reply, alike, shown

_MANY = 3
"""If the English has so many words or more, a usual remark of any language is not a translation of it."""
_LONG, _SHARE = 40, 0.12
"""For English of at least 40 characters, words with less than 0.12 of its length are a remark; see `_weight`."""
_OKAY = re.compile(r"(?:ok|okay|okej|oki|o\.k\.|ок|окей)(?=$|[\s,.;:!–—-])")


def without_remarks(reply: Reply, english: str, as_sent: bool) -> Reply:
    """The reply with remarks moved from its words to its comment; `as_sent`: the column of words is unchanged."""
    remarks = [it for it in (reply.better, "" if as_sent else reply.shown) if it and is_remark(it, english)]
    if not remarks:
        return reply
    better = "" if reply.better in remarks else reply.better
    shown_words = "" if not as_sent and reply.shown in remarks else reply.shown
    comment = "\n".join(filter(None, (reply.comment, *remarks)))
    return replace(reply, better=better, shown=shown_words, comment=comment)


def is_remark(words: str, english: str) -> bool:
    """Whether words are a remark about the translation of an English text, and not a translation."""
    said, source = _bare(words), _bare(english)
    if said == source or alike(words, english):
        return False
    if not said:
        return bool(source)
    if said in _remarks(SOURCE_LANGUAGE) or (_OKAY.match(said) and not _OKAY.match(source)):
        return True
    if len(source.split()) >= _MANY and any(said in _remarks(tag) for tag in described_languages()):
        return True
    return len(source) >= _LONG and _weight(said) < _SHARE * len(source)


@lru_cache(maxsize=64)
def _remarks(tag: str) -> frozenset[str]:
    """The usual remarks of reviewers in a language, from its language file."""
    return frozenset(language_section(tag, "remarks", (), tuple[str, ...]))


def _bare(text: str) -> str:
    """The words in lower case, without punctuation at both ends."""
    return re.sub(r"^[^\w]+|[^\w]+$", "", " ".join(shown(text).replace("’", "'").split()).casefold())


def _weight(text: str) -> float:
    """The length of a text in letters, where a wide (East Asian) character counts as three."""
    return sum(3.0 if unicodedata.east_asian_width(it) in "WF" else 1.0 for it in text)
