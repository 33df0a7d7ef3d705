"""Numbers in words, as each language spells them (ICU, MessageFormat with the format `spellout`)."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=512)
def spelled(number: int, language: str) -> str:
    """The number in words, such as ‘ten’; `language` is a BCP 47 tag."""
    from icu4py.messageformat import MessageFormat

    return str(MessageFormat("{number, spellout}", language).format({"number": number}))
