"""What the checks of translations know of a language: the section `checks` of its file; nothing if there is none."""

from __future__ import annotations

from typing import Annotated, Literal

from ..foundation.records import record
from ..project.language_files import language_section


@record(slots=False, eq=False)
class WordForms:
    """How the words of a language change at their ends, so that words of the glossary are found in a text."""

    negation: Annotated[str, "What is written together with the word that it negates."] = ""
    unwritten: Annotated[str, "Signs that a text may leave out."] = ""
    joiner: Annotated[str, "A sign inside words that is no letter."] = ""
    article: Annotated[str, "What is written before a word that is meant."] = ""
    joined_before: Annotated[tuple[str, ...], "Words that are written together with any word after them."] = ()
    with_article: Annotated[tuple[str, ...], "The article, alone and with what is written before it."] = ()
    without_article: Annotated[tuple[str, ...], "What is written before a word without the article."] = ()
    endings: Annotated[tuple[str, ...], "What is written on; a star stands for whatever follows in the word."] = ()
    family_endings: Annotated[
        tuple[str, ...], "Endings that the words of one family change, where no stemmer knows the language."
    ] = ()


@record
class WordPattern:
    """A wording that a reviewer would correct, as a regular expression, and the reason."""

    found: Annotated[str, "What is found, in capitals or not."]
    why: Annotated[str, "What is wrong with it, as in ‘is a police order’."]
    say: Annotated[str, "What to say instead."] = ""
    english: Annotated[str, "Only where the English has this."] = ""
    not_at: Annotated[str, "Not at these addresses."] = ""
    not_in: Annotated[tuple[str, ...], "Not in these sheets."] = ()
    reader: Annotated[Literal["client", "everyone"], "Who must not meet it."] = "client"


@record
class LanguageChecks:
    """The facts of one language that the checks need."""

    foreign_letters: Annotated[str, "Letters of a neighbouring language, from its keyboard or a machine."] = ""
    space_before_stops: Annotated[bool, "Some stops have a space before them."] = False
    opening_marks: Annotated[str, "Signs that open a question or a cry, each with the one that closes it."] = ""
    length: Annotated[float, "How long a translation usually is, for one letter of English."] = 0.0
    list_words: Annotated[tuple[str, ...], "Words that divide the members of a list, such as ‘or’."] = ()
    may_double: Annotated[tuple[str, ...], "Words that stand twice in a row with a meaning."] = ()
    stop_words: Annotated[tuple[str, ...], "What a client says for ‘stop’, the same on every page."] = ()
    yes_or_no: Annotated[tuple[str, ...], "How a question begins or ends that yes or no answers."] = ()
    cannot_go_on: Annotated[tuple[str, ...], "Words after which nobody can go on writing."] = ()
    sisters: Annotated[tuple[str, ...], "Languages whose words to avoid may be avoided here too."] = ()
    forms: Annotated[tuple[WordPattern, ...], "Forms of address and gender that are kept from a reader."] = ()
    written: Annotated[tuple[WordPattern, ...], "What the language does not write so."] = ()
    false_friends: Annotated[tuple[WordPattern, ...], "Phrases that mean something else than they seem."] = ()
    word_forms: WordForms = WordForms()


NOTHING = LanguageChecks()
"""The facts of a language without a section `checks`."""


def checks_of(tag: str) -> LanguageChecks:
    """The section `checks` of the language with that BCP 47 tag, or NOTHING; raises Refused for an unreadable file."""
    return language_section(tag, "checks", NOTHING)
