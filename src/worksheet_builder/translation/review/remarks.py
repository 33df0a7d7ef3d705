"""What reviewers write where a better translation belongs, and do not mean as one: “ok”, “-”, “?”, “no change”."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from ...foundation.languages import SOURCE_LANGUAGE
from ...project.language_files import described_languages, language_section
from .reply import Reply, alike, shown

_MANY = 3
"""Words of English from which on a remark in the language itself is no translation of them."""
_LONG, _SHARE = 40, 0.12
"""Characters of English of which a translation has at least that share; signs that are words count for more."""
_OKAY = re.compile(r"(?:ok|okay|okej|oki|o\.k\.|ок|окей)(?=$|[\s,.;:!–—-])")


def without_remarks(reply: Reply, english: str, as_sent: bool) -> Reply:
    """The reply with what is no translation as its comment; `as_sent`: nobody wrote over the words that went out."""
    remarks = [it for it in (reply.better, "" if as_sent else reply.shown) if it and is_remark(it, english)]
    if not remarks:
        return reply
    better = "" if reply.better in remarks else reply.better
    shown_words = "" if not as_sent and reply.shown in remarks else reply.shown
    comment = "\n".join(filter(None, (reply.comment, *remarks)))
    return replace(reply, better=better, shown=shown_words, comment=comment)


def is_remark(words: str, english: str) -> bool:
    """Whether words are about the translation of an English text, and none."""
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
    """The remarks in the words of a language; in English, those to whoever sent the file."""
    return frozenset(language_section(tag, "remarks", (), tuple[str, ...]))


def _bare(text: str) -> str:
    """The words in small letters, without signs around them."""
    return re.sub(r"^[^\w]+|[^\w]+$", "", " ".join(shown(text).replace("’", "'").split()).casefold())


def _weight(text: str) -> float:
    """The length of a text, where a sign for a word counts as three letters."""
    return sum(3.0 if unicodedata.east_asian_width(it) in "WF" else 1.0 for it in text)
