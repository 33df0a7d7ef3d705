"""E-mail, web, DOI and telephone addresses in running text, and the URIs that they link to."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>https?://[^\s<>]*[\w/#=])"
    r"|(?P<host>(?<![\w@./-])(?:www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>]*[\w/#=])?|[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*\.[a-z]{2,}/[^\s<>]*[\w/#=]))"
    r"|(?P<doi>(?<![\w/.])10\.\d{4,9}/[^\s<>]*\w)"
    r"|(?P<phone>(?<![\w.,/–-])(?:\(\d{1,5}\)|\+?\d)(?:[\u00a0\u202f -]?(?:\(0\)|\d))+(?![\w/–]|[.,]\d))"
)
_DIGITS = 6
"""A number with fewer digits is not taken for a telephone number."""
_COUNTED = re.compile(r"\(?(?:19|20)\d\d\b|(?!116)[1-9]\d{0,2}(?:[\u00a0\u202f ]\d{3})+$")
"""Digits that are no telephone number: a year at the start, or a number in groups of three digits."""


_SIGN = re.compile(r"[@/\d]")
"""A character that every address contains, except a host name that begins with www."""


def addresses(text: str) -> Iterable[re.Match[str]]:
    """Find the addresses in a text; a text without `@`, `/`, digit or `www.` is skipped at once, for speed."""
    return _ADDRESS.finditer(text) if _SIGN.search(text) or "www." in text else ()


def target_of(match: re.Match[str]) -> str:
    """The URI that a match links to (mailto, http, https or tel); empty if a number is no telephone number."""
    said = match[0]
    match match.lastgroup:
        case "mail":
            return f"mailto:{said}"
        case "web":
            return said
        case "host":
            return f"https://{said}"
        case "doi":
            return f"https://doi.org/{said}"
        case _:
            digits = re.sub(r"\D", "", said)
            is_number = len(digits) >= _DIGITS and not _COUNTED.match(said)
            return f"tel:{'+' if said[0] == '+' else ''}{digits}" if is_number else ""
