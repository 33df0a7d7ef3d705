"""Languages that the library is not in, so that a test may begin them; one that is added is no longer among them."""

from __future__ import annotations

from worksheet_builder.foundation.languages import Language
from worksheet_builder.project.library import Library

_CANDIDATES = ("mt", "eu", "lb", "fo", "gd", "rm", "ca", "is", "fi", "pl")
_PRESENT = frozenset(Library.open().languages)
ABSENT = tuple(tag for tag in _CANDIDATES if tag not in _PRESENT)
"""Their tags, all written in Latin letters from left to right."""


def english_name(tag: str) -> str:
    """What a language is called in English."""
    return Language.of(tag).english_name


def unused_name(names: tuple[str, ...]) -> str:
    """A name that is not among those, and is longer than the longest."""
    return f"{max(names, key=len)}-of-ours"
