"""Checks by the glossary: words related to one to avoid, words that sister languages avoid, words kept for one term."""

from __future__ import annotations

from collections.abc import Iterator

from .checked_string import CheckedString, Remark
from .term_checks import ABOUT_WORDS, for_reader
from .word_families import holds_family
from .word_forms import has_form, stands, words_of


def family(line: CheckedString) -> Iterator[Remark]:
    """Check for words of the same family as a word to avoid, in texts for clients whose English has the term."""
    forms = line.facts.checks.word_forms
    if not line.to_client:
        return
    for english, term in line.glossary.terms.items():
        if english not in line.terms or line.address in ABOUT_WORDS:
            continue
        known = {*words_of(term.lay), *words_of(term.professional)}
        for word, reason in for_reader(term, line):
            bare = word.rstrip("*")
            if stands(word, line.own, line.language, forms) or bare in known:
                continue
            if holds_family(bare, line.own, line.language, forms):
                sentence = f"A word of the family of ‘{bare}’ stands here, which the glossary avoids for ‘{english}’."
                yield Remark(sentence, f"The reason: {reason.removesuffix('.')}.")


def sisters(line: CheckedString) -> Iterator[Remark]:
    """Check for words that a sister language avoids for a term of the English, if this glossary avoids none for it."""
    for tag, glossary in line.sisters.items():
        there = line.terms_of(glossary)
        for english, term in glossary.terms.items():
            own = line.glossary.terms.get(english)
            if english not in there or (own and own.avoid):
                continue
            for word, reason in for_reader(term, line):
                if stands(word, line.own, line.language, line.facts.checks.word_forms):
                    sentence = f"The glossary of ‘{tag}’ asks to avoid ‘{word}’ for ‘{english}’."
                    hint = f"The reason there: {reason.removesuffix('.')}. Say so in this glossary too, or why not."
                    yield Remark(sentence, hint)


def backwards(line: CheckedString) -> Iterator[Remark]:
    """Check that a word kept for one term (`only_for_this`) is used only where the English has the term."""
    forms = line.facts.checks.word_forms
    for english, term in line.glossary.terms.items():
        if not term.only_for_this or english in line.terms:
            continue
        for word in words_of(term.professional) + words_of(term.lay):
            if has_form(word, line.own, line.language, forms):
                yield Remark(f"‘{word}’ is kept for ‘{english}’, which the English does not say.", "Use another word.")
                break
