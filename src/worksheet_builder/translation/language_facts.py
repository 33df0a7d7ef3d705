"""`language.yaml` of a language: its names, its quotation marks, and a copy of what CLDR says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Literal

from ..foundation.decoding.decoder import Decoder, Undecodable
from ..foundation.decoding.yaml_nodes import root_of, text_of
from ..foundation.language_names import language_named, likeliest
from ..foundation.languages import PSEUDO, SOURCE_LANGUAGE, Language, UnknownLanguage
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.language_files import language_section
from ..project.line_rules import LineRules, line_rules_of
from .review_words import ReviewWords, review_words_of
from .word_rules import NOTHING, LanguageChecks, checks_of

_PAIRS = (0, 2, 4)
"""How many quotation marks can be given: none, one pair, the outer and the inner pair."""


@record
class Facts:
    """The contents of `language.yaml`.

    `name` and `english_name` are the names of the language in a review; `quotation_marks` are the outer and the inner
    pair, if given. `writing` has the rules for lines on a page, `checks` those for translations, `remarks` the usual
    remarks of reviewers, `review` the texts of a review file. The other fields are copies of CLDR, which handouts
    follow; a difference from CLDR is a problem.
    """

    language: str
    name: str
    english_name: str
    direction: Literal["left-to-right", "right-to-left"]
    script: str
    digits: str
    quotation_marks: tuple[str, ...] = ()
    writing: LineRules | None = None
    checks: LanguageChecks = NOTHING
    remarks: tuple[str, ...] = ()
    review: ReviewWords | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, language: Language) -> Facts:
        """The facts of a language from CLDR; `digits` is its numbering system. Babel has no quotation marks."""
        direction: Literal["left-to-right", "right-to-left"] = "right-to-left" if language.rtl else "left-to-right"
        digits = language.locale.default_numbering_system
        names = language.name, language.english_name
        return cls(language.tag, *names, direction, language.script, digits)._completed()

    @classmethod
    def read(cls, path: Path, language: Language) -> Facts:
        """Read the file, or take CLDR's facts if there is none; raises Refused for facts that contradict CLDR."""
        if not path.is_file():
            return cls.of(language)
        text = text_of(path)
        decoder = Decoder(str(path), lines=tuple(text.splitlines()))
        try:
            facts = decoder.dataclass(root_of(text, str(path)), cls)
        except Undecodable:
            raise Refused(decoder.problems) from None
        refuse_if((*decoder.problems, *facts._faults(language), *facts._unread()))
        return facts._completed()

    def _completed(self) -> Facts:
        """Add `checks` and `quotation_marks` of the built-in language if the file has none, so none are lost."""
        unsaid: dict[str, Any] = {} if "checks" in self.places else {"checks": checks_of(self.language)}
        if "quotation_marks" not in self.places:
            unsaid["quotation_marks"] = language_section(self.language, "quotation_marks", (), tuple[str, ...])
        return replace(self, **unsaid)

    def naming(self, language: Language) -> Language:
        """The language with the names that the file gives it."""
        return replace(language, name=self.name, english_name=self.english_name)

    def _faults(self, language: Language) -> Iterator[Problem]:
        """A Problem for each fact that contradicts the language or CLDR, and for unpaired quotation marks."""
        if self.language != language.tag:
            sentence = f"The file speaks of ‘{self.language}’, but lies in the folder of ‘{language.tag}’."
            yield Problem(self.places.get("language"), sentence, f"Write ‘language: {language.tag}’.")
        known = Facts.of(language)
        for name in ("direction", "script", "digits"):
            said, true = getattr(self, name), getattr(known, name)
            if said != true:
                sentence = f"‘{name}’ is ‘{said}’, but handouts in ‘{language.tag}’ are made with ‘{true}’."
                yield Problem(self.places.get(name), sentence, f"Write ‘{true}’, or choose another tag for the folder.")
        if len(self.quotation_marks) not in _PAIRS or any(len(mark) != 1 for mark in self.quotation_marks):
            hint = "Give the outer pair and then the inner pair, such as [«, », “, ”], each in quotation marks."
            yield Problem(self.places.get("quotation_marks"), "‘quotation_marks’ are not one or two pairs.", hint)

    def _unread(self) -> Iterator[Problem]:
        """A Problem for each section that differs from the built-in language: all handouts use the built-in one."""
        in_effect = {
            "writing": line_rules_of(self.language),
            "review": review_words_of(self.language),
            "remarks": language_section(self.language, "remarks", (), tuple[str, ...]),
        }
        for name, true in in_effect.items():
            if name in self.places and getattr(self, name) != true:
                sentence = f"‘{name}’ has no effect here: it is read from the languages that come with the tool."
                yield Problem(self.places[name], sentence, "Take it out, or add it to the language there.")

    def to_yaml(self) -> str:
        """The text of the file, for people to read and complete."""
        return (
            f"# Handouts in {self.english_name} follow Unicode CLDR; ‘check’ tells where these lines differ from it.\n"
            f"language: {self.language}\n"
            f"direction: {self.direction}\n"
            f"script: {self.script}\n"
            f"digits: {self.digits}\n"
            f"# What a review calls the language, in its own words and in English; correct what is wrong.\n"
            f'name: "{self.name}"\n'
            f'english_name: "{self.english_name}"\n'
            f"# What CLDR does not tell: the quotation marks, the outer and then the inner pair, opening and closing.\n"
            f'# quotation_marks: ["“", "”", "‘", "’"]\n'
        )


def language_of(tag: str, known: Collection[str] = ()) -> Language:
    """The language to translate into; raises Refused for English, a pseudo-language and an unknown tag.

    For an unknown tag the hint is the most similar tag, one of the `known` languages before others.
    """
    if tag == SOURCE_LANGUAGE:
        raise Refused([Problem(None, "English is the language that the worksheets are written in.", "Name another.")])
    if tag in PSEUDO:
        hint = f"‘worksheet-builder build -l {tag}’ makes handouts in it."
        raise Refused([Problem(None, f"‘{tag}’ is made by the tool; there is nothing to translate.", hint)])
    try:
        return Language.of(tag)
    except UnknownLanguage:
        near = language_named(tag, known) or likeliest(tag, known)
        hint = f"Did you mean ‘{near}’?" if near else "Give a tag such as es, uk or zh-Hans."
        raise Refused([Problem(None, f"‘{tag}’ is not the tag of a language that CLDR knows.", hint)]) from None
