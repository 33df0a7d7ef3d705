"""Whether a translation has a word, exactly or inflected.

Only letters are compared, so that simple rules work for every kind of language. `stands` finds a word to avoid only
where it is certain; `has_form` finds a word to use wherever it is possible, since a word not found leads to a remark.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from ...foundation.languages import Language
from ..word_rules import WordForms
from .checked_string import letters
from .english_terms import REMARK

_UNSPACED = frozenset("Hans Hant Hani Jpan Thai Laoo Khmr Mymr".split())
_PREFIXED = frozenset(("Arab", "Hebr"))
"""Scripts of languages whose words get both prefixes and endings."""
_ACCENTED = frozenset(("Latn", "Cyrl", "Grek"))
"""Scripts in which the accent of a vowel may change with the form of the word (Czech ublížit, ubližuje)."""
# By script, so that the rules also work for a language that has no file.
_STEM = 0.5
"""The share of a word that its endings do not change; at least three letters."""
_DIVIDES = re.compile("[;؛；]")
_TATWEEL = "ـ"


def words_of(said: str) -> list[str]:
    """The words of a glossary entry, which semicolons of any script separate, without the remarks in brackets."""
    return [word for part in _DIVIDES.split(REMARK.sub(" ", said)) if (word := " ".join(part.split()))]


def stands(word: str, text: str, language: Language, forms: WordForms) -> bool:
    """Whether the word is in the text; with ``*`` at its end, in any form."""
    stem = word.rstrip("*")
    if language.script in _UNSPACED:
        return stem in text
    return _word_pattern(stem, word.endswith("*"), forms).search(text) is not None


@lru_cache(maxsize=1024)
def _word_pattern(stem: str, any_form: bool, forms: WordForms) -> re.Pattern[str]:
    """The pattern of the stem as a whole word, with what the language writes together with it.

    Signs that a text may leave out, such as vowel signs, are optional, unless the glossary writes them: there they
    distinguish words, and have to be in the text.
    """
    inside, signs = rf"[\w{re.escape(forms.joiner)}]", f"[{re.escape(forms.unwritten)}]"
    rest = stem.removeprefix(forms.article)
    leads = forms.with_article if rest != stem else (*forms.with_article, *forms.without_article, "")
    before = f"(?<!{inside}){_one_of(forms.joined_before, forms)}?(?:{'|'.join(_written(it, forms) for it in leads)})"
    end = f"(?:{'|'.join(_ending(it, inside) for it in forms.endings)})?(?!{inside})"
    end += f"(?!{signs})" if forms.unwritten else ""
    return re.compile(before + _written(rest, forms) + ("" if any_form else end), re.IGNORECASE)


def _one_of(words: tuple[str, ...], forms: WordForms) -> str:
    return f"(?:{'|'.join(_written(word, forms) for word in words)})"


def _written(word: str, forms: WordForms) -> str:
    """The pattern of the word, with signs that may be left out allowed after each letter."""
    signs = f"[{re.escape(forms.unwritten)}]*" if forms.unwritten else ""
    return "".join(re.escape(char) + signs for char in word)


def _ending(ending: str, inside: str) -> str:
    return re.escape(ending.rstrip("*")) + (f"{inside}*" if ending.endswith("*") else "")


def has_form(term: str, text: str, language: Language, forms: WordForms) -> bool:
    """Whether the text has all words of the term in any form; in languages with prefixes, even inside a word."""
    script = language.script
    if script in _UNSPACED:
        return term in text
    said = [_bare(word, language, forms) for word in letters(text)]
    stems = [_stem(_bare(part, language, forms)) for part in letters(term)]
    if script in _PREFIXED:
        return all(any(stem in word for word in said) for stem in stems)
    if forms.negation:
        said += [word.removeprefix(forms.negation) for word in said]
    return all(any(word.startswith(stem) for word in said) for stem in stems)


def _bare(word: str, language: Language, forms: WordForms) -> str:
    """The word in lower case, without what other forms may lack: accents, vowel signs, the article."""
    if language.script not in _PREFIXED | _ACCENTED:
        return word.lower()
    plain = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char.isalpha() and char != _TATWEEL)
    return plain.removeprefix(forms.article) if len(plain) > 4 else plain


def _stem(word: str) -> str:
    return word[: max(3, math.ceil(len(word) * _STEM))]
