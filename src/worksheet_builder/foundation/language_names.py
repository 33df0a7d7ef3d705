"""Find the tag of a language from what people type: a name in English or in the language itself, or a country code."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from .languages import SOURCE_LANGUAGE, Language, UnknownLanguage, inheritance

_CUTOFF = 0.7
"""The minimum similarity of a misspelt name to a known one, from 0 to 1 (difflib)."""


def language_named(word: str, known: Collection[str]) -> str | None:
    """The tag of a language from its tag or its name, in English or in itself (Spanish, español); None if unknown.

    A name without a script gives the tag among `known` with the usual script: Chinese gives zh-Hans.
    """
    wanted = word.casefold()
    for tag, names in _names(known):
        if wanted in names:
            return known_tag(tag, known)
    return None


def known_tag(tag: str, known: Collection[str]) -> str:
    """The tag among `known` with the usual script for a tag without one (zh-Hans for zh), else the tag unchanged."""
    if tag in known or "-" in tag:
        return tag
    return next((it for it in inheritance(tag) if it in known and it == f"{tag}-{Language.of(tag).script}"), tag)


def likeliest(word: str, known: Collection[str]) -> str | None:
    """The tag that was probably meant by a country code, the beginning of a name, or a misspelt name; else None."""
    from babel.core import get_global

    small = word.casefold()
    country = get_global("likely_subtags").get(f"und_{small.upper()}")
    if country:
        return known_tag(country.split("_")[0], known)
    names = {name: tag for tag, found in _names(known) for name in reversed(found)}
    begins = [tag for name, tag in names.items() if len(small) > 1 and name.startswith(small)]
    if len({tag.split("-")[0] for tag in begins}) == 1 or any(tag in known for tag in begins):
        return known_tag(next((tag for tag in begins if tag in known), begins[0].split("-")[0]), known)
    near = difflib.get_close_matches(small, names, n=1, cutoff=_CUTOFF)
    return known_tag(names[near[0]], known) if near else None


def _names(known: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each tag with the names of its language and the tag itself, all case-folded; the tags of `known` first."""
    from babel import Locale, UnknownLocaleError

    english = Locale(SOURCE_LANGUAGE).languages
    for tag in dict.fromkeys((*known, *(code.replace("_", "-") for code in sorted(english)))):
        names = [english.get(tag.replace("-", "_"), "")]
        try:
            own = Locale.parse(tag, sep="-")
            names.append(own.languages.get(own.language, ""))
            language = Language.of(tag)
            names += [language.name, language.english_name]
        except (UnknownLocaleError, UnknownLanguage, ValueError):
            continue
        yield tag, tuple(dict.fromkeys(name.casefold() for name in names if name)) + (tag.casefold(),)
