"""What checks of translations know of a language: the section `checks` of its file. Languages without one have none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ..project.language_files import language_section


@dataclass(frozen=True, eq=False)
class WordForms:
    """How the words of a language change at their ends, as far as a glossary has to find them."""

    negation: Annotated[str, "What is written together with the word that it negates."] = ""
    unwritten: Annotated[str, "Signs that a text may leave out."] = ""
    joiner: Annotated[str, "A sign inside words that is no letter."] = ""
    article: Annotated[str, "What is written before a word that is meant."] = ""
    joined_before: Annotated[tuple[str, ...], "Words that are written together with any word after them."] = ()
    with_article: Annotated[tuple[str, ...], "The article, alone and with what is written before it."] = ()
    without_article: Annotated[tuple[str, ...], "What is written before a word without the article."] = ()
    endings: Annotated[tuple[str, ...], "What is written on; a star stands for whatever follows in the word."] = ()


@dataclass(frozen=True, slots=True)
class LanguageChecks:
    """What a check asks of one language and of no other."""

    foreign_letters: Annotated[str, "Letters of a neighbouring language, from its keyboard or a machine."] = ""
    space_before_stops: Annotated[bool, "Some stops have a space before them."] = False
    word_forms: WordForms = WordForms()


NOTHING = LanguageChecks()
"""What is known of a language that nobody has described."""


def checks_of(tag: str) -> LanguageChecks:
    """What is known of the language with that BCP 47 tag; raises Refused for a file that cannot be read."""
    return language_section(tag, "checks", NOTHING)
