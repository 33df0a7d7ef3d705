"""Find Markdown and HTML markup in texts: it has no meaning here and is printed as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..foundation.phrases import phrases_in
from ..foundation.problems import Problem

_STARS = "Write *words* with one star on each side to make them stand out."
_MARKS = {
    re.compile(r"(?<![\w_])__[^\W_](?:[^_\n]*[^\s_])?__(?![\w_])"): _STARS,
    re.compile(r"</?(?:b|i|u|em|strong)(?:\s[^<>]*)?/?>", re.IGNORECASE): _STARS,
    re.compile(r"</?(?:br|p|div|span|a|ul|ol|li|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE): "Take the tag out.",
    re.compile(r"&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});", re.IGNORECASE): "Write the letter itself.",
    re.compile(r"\[[^\[\]]*\]\((?:https?:|mailto:|tel:)[^()\s]*\)"): "Write the address itself, such as ‘example.org’.",
}
"""The pattern of each kind of markup, and its hint."""


def foreign_marks(value: object) -> Iterator[Problem]:
    """Yield advice for each text of a definition with such markup: one problem for each kind, at its first match."""
    for phrase in phrases_in(value):
        for pattern, hint in _MARKS.items():
            if found := pattern.search(phrase.text):
                yield Problem(phrase.place, f"‘{found[0]}’ means nothing here and is printed as it stands.", hint)
