"""Languages as people call them: by a name, in English or their own words, or by the code of a country."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from .languages import SOURCE_LANGUAGE, Language, UnknownLanguage, inheritance

_CUTOFF = 0.7
"""How alike a misspelt name has to be, from 0 to 1."""


def language_named(word: str, known: Collection[str] = ()) -> str | None:
    """The tag of the language with that name in English or its own words, such as Spanish or español.

    Of several scripts or regions it is the one among `known` that the plain language stands for: Chinese is zh-Hans.
    """
    wanted = word.casefold()
    for tag, names in _names(known):
        if wanted in names:
            return known_tag(tag, known)
    return None


def known_tag(tag: str, known: Collection[str]) -> str:
    """The tag, or where a plain language stands for one of `known` in its script, that one: zh-Hans for zh."""
    if tag in known or "-" in tag:
        return tag
    return next((it for it in inheritance(tag) if it in known and it == f"{tag}-{Language.of(tag).script}"), tag)


def likeliest(word: str, known: Collection[str] = ()) -> str | None:
    """The language that was probably meant by what is no tag: a country, the beginning of a name, a slip."""
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
    """Tags with their names in small letters and the tag itself, those of `known` first."""
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
