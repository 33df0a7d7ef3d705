"""What is true of a language as such, for its folder: CLDR's word through Babel, for its translators to correct."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from ..languages import Language, UnknownLanguage
from ..problems import Problem, Refused

SOURCE = "en"
"""The language that worksheets are written in."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The contents of `language.yaml`; `quotation_marks` are the outer and the inner pair, where somebody gave them."""

    language: str
    name: str
    english_name: str
    direction: str
    script: str
    digits: str
    quotation_marks: tuple[str, ...] = ()

    @classmethod
    def of(cls, language: Language) -> Facts:
        """CLDR's facts, with `digits` as the name of the numbering system; Babel's CLDR has no quotation marks."""
        direction = "right-to-left" if language.rtl else "left-to-right"
        digits = language.locale.default_numbering_system
        return cls(language.tag, language.name, language.english_name, direction, language.script, digits)

    def to_yaml(self) -> str:
        """The file, to be read and corrected by people."""
        return (
            f"# What is true of {self.english_name}, from Unicode CLDR. Correct what is wrong.\n"
            f"language: {self.language}\n"
            f'name: "{self.name}"\n'
            f'english_name: "{self.english_name}"\n'
            f"direction: {self.direction}\n"
            f"script: {self.script}\n"
            f"digits: {self.digits}\n"
            f"# The quotation marks of the language, the outer and then the inner pair, each opening and closing:\n"
            f'# quotation_marks: ["“", "”", "‘", "’"]\n'
        )


def language_of(tag: str) -> Language:
    """The language to translate into; raises Refused with the likeliest tag for an unknown one, and for English."""
    if tag == SOURCE:
        raise Refused([Problem(None, "English is the language that the worksheets are written in.", "Name another.")])
    try:
        return Language.of(tag)
    except UnknownLanguage:
        near = difflib.get_close_matches(tag.lower(), dict.fromkeys(_known_words()), n=1, cutoff=0.7)
        hint = f"Did you mean ‘{_tag_for(near[0])}’?" if near else "Give a tag such as es, uk or zh-Hans."
        raise Refused([Problem(None, f"‘{tag}’ is not the tag of a language that CLDR knows.", hint)]) from None


def _known_words() -> Iterator[str]:
    """Tags, and names in English and in the language itself, in small letters."""
    for tag, names in _names():
        yield tag.lower()
        yield from names


def _tag_for(word: str) -> str:
    return next(tag for tag, names in _names() if word == tag.lower() or word in names)


def _names() -> Iterator[tuple[str, tuple[str, ...]]]:
    from babel import Locale
    from babel.localedata import locale_identifiers

    english = Locale("en")
    for identifier in sorted(locale_identifiers()):
        locale = Locale.parse(identifier)
        name = english.languages.get(locale.language, "")
        plain = identifier == locale.language
        yield identifier.replace("_", "-"), (name.lower(),) if plain and name else ()
