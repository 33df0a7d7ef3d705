"""The notes to the therapist: one page to read before a session, then further information."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Annotated

from ..document import Group, GroupRole, Heading, Listing, Node, Paragraph, Role
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, escape
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from .common_text import Check, NotesWords, Threshold
from .contacts import territory_locale

MOST_RULES = 3
"""The most entries of `pacing`, and of `before_leaving`, so that the first page can be read in a minute."""
_MORE = ("strength", "when", "culture", "interpreter", "adaptations", "physical_cautions")
"""The fields that are printed after the first page, in order."""


@record
class Reference:
    """A source in the bibliography, with what it says in our words and where it was checked."""

    authors: str
    year: int
    title: str
    source: str
    kind: str
    says: str
    checked: str
    doi: str = ""
    url: str = ""

    def __str__(self) -> str:
        link = f" https://doi.org/{self.doi}" if self.doi else f" {self.url}" if self.url else ""
        return f"{self.authors} ({self.year}). {self.title}. {self.source}.{link}"


@record(kw_only=True)
class Therapist:
    """The notes to the therapist, printed in the therapist edition only; all down to `before_leaving` on one page."""

    place: Place
    purpose: Annotated[Phrase, "What the sheet is for, in two lines."]
    thresholds: Annotated[tuple[Threshold, ...], "Reasons to wait that are worded alike on all sheets, by name."] = ()
    not_yet: Annotated[Mapping[str, Phrase], "The sheet’s own reasons to wait, each with its label in *strong*."] = (
        field(default_factory=dict)
    )
    introduce: Annotated[Phrase, "Words to speak when introducing it."]
    pacing: Annotated[Mapping[str, Phrase], "How much at a time: three rules at most."]
    too_much: Annotated[Phrase, "What to do when the client feels too much."]
    too_little: Annotated[Phrase, "What to do when the client feels little or nothing."]
    checks: Annotated[tuple[Check, ...], "What to see to before leaving, worded alike on all sheets, by name."] = ()
    before_leaving: Annotated[Mapping[str, Phrase], "The sheet’s own points before leaving: three at most."] = field(
        default_factory=dict
    )
    strength: Annotated[Phrase, "How strong the evidence is, in words, and what is not known."]
    when: Annotated[Mapping[str, Phrase], "Signs that this is a good moment."] = field(default_factory=dict)
    culture: Annotated[Phrase | None, "Notes on culture and language."] = None
    interpreter: Annotated[Phrase | None, "What to tell the interpreter before the session."] = None
    adaptations: Annotated[Mapping[str, Phrase], "Other ways to use it: drawn, spoken, lying down."] = field(
        default_factory=dict
    )
    physical_cautions: Annotated[Mapping[str, Phrase], "What may harm a body that is ill or in pain."] = field(
        default_factory=dict
    )

    def check(self) -> Iterator[Problem]:
        """Problems: too many entries of `pacing` or `before_leaving`, and names that occur twice."""
        for name in ("pacing", "before_leaving"):
            if (count := len(getattr(self, name))) > MOST_RULES:
                sentence = f"‘{name}’ has {count} entries; a page at a glance has room for {MOST_RULES}."
                yield Problem(self.place, sentence, f"Leave {count - MOST_RULES} out, or say them under ‘strength’.")
        for name in ("thresholds", "checks"):
            names = getattr(self, name)
            if len(set(names)) < len(names):
                yield Problem(self.place, f"A name stands twice under ‘{name}’.", "Keep one of the two.")

    def compose(
        self,
        words: NotesWords,
        cited: Sequence[Reference],
        review: Review | None,
        country: str,
        numbers: tuple[Phrase, ...] = (),
        based_on: str = "",
    ) -> tuple[Group, Group]:
        """Two groups, each on a new page: what to read before a session, and more about the sheet.

        `numbers` are lines on the sources of contacts' numbers; `based_on` is the id of the base of a tailored sheet.
        """
        standing = [_standing(words, review, country)]
        standing += [words.tailored.fill(sheet=based_on)] if based_on else []
        glance: tuple[Node, ...] = (Heading(2, words.title), *(Paragraph(text, Role.HINT) for text in standing))
        more = (*self._more(words), *_numbers(words, numbers), *_sources(words, cited, self.place))
        return (
            Group(GroupRole.NOTES, (*glance, *self._glance(words))),
            Group(GroupRole.NOTES, (Heading(2, words.more), *more)),
        )

    def _glance(self, words: NotesWords) -> Iterator[Node]:
        standard = tuple(words.thresholds[name] for name in self.thresholds)
        checks = tuple(words.checks[name] for name in self.checks)
        yield from _said(words.purpose, self.purpose)
        yield from _listed(words.not_yet, (*standard, *self.not_yet.values()))
        yield _aloud(words.introduce, self.introduce)
        yield from _listed(words.pacing, tuple(self.pacing.values()))
        yield from _said(words.too_much, self.too_much)
        yield from _said(words.too_little, self.too_little)
        yield from _listed(words.before_leaving, (*checks, *self.before_leaving.values()))

    def _more(self, words: NotesWords) -> Iterator[Node]:
        for name in _MORE:
            heading, value = getattr(words, name), getattr(self, name)
            if isinstance(value, Phrase):
                yield from _said(heading, value)
            elif value:
                yield from _listed(heading, tuple(value.values()))


@record
class Review:
    """That a registered clinician has read the sheet as it stands and answers for it.

    It speaks for the words that were read: when one of them changes, it has to be given again, or taken out.
    """

    place: Place
    by: Annotated[str, "The name of the clinician, as it is to be printed."]
    registration: Annotated[str, "The register and the number in it."]
    on: Annotated[date, "The day, as in 2026-01-31."]
    words: Annotated[str, "A seal over the words that were read; ‘check’ tells what it is."] = ""

    def check(self, sealed: str) -> Iterator[Problem]:
        """A problem if the words have changed since the review; `sealed` is the current hash (seal) of the words."""
        if self.words != sealed:
            sentence = f"The words of this sheet have changed since {self.by} reviewed it."
            hint = f"Once it has been read again, write ‘words: {sealed}’. Without ‘review’ it is the author’s draft."
            yield Problem(self.place, sentence if self.words else "‘review’ does not say which words were read.", hint)


def _said(heading: Phrase, text: Phrase) -> Iterator[Node]:
    yield Heading(3, heading)
    yield from (Paragraph(part) for part in text.paragraphs())


def _listed(heading: Phrase, items: tuple[Phrase, ...]) -> Iterator[Node]:
    if items:
        yield Heading(3, heading)
        yield Listing(items)


def _aloud(heading: Phrase, text: Phrase) -> Group:
    """A panel of words to say aloud, set apart from the rest of the notes."""
    parts = (Paragraph(part) for part in text.paragraphs())
    return Group(GroupRole.PANEL, (Paragraph(heading, Role.PANEL_HEADING), *parts))


def _numbers(words: NotesWords, numbers: tuple[Phrase, ...]) -> Iterator[Node]:
    """The sources of the country's numbers, and the request to call each number once."""
    if numbers:
        yield Heading(3, words.numbers)
        yield Paragraph(words.numbers_ring)
        yield Listing(numbers)


def _sources(words: NotesWords, cited: Sequence[Reference], place: Place) -> Iterator[Node]:
    if cited:
        yield Heading(3, words.references)
    for reference in cited:
        yield Paragraph(Phrase(escape(str(reference)), "references", place), Role.REFERENCE)


def _standing(words: NotesWords, review: Review | None, country: str) -> Phrase:
    """Whether the sheet is a draft, or who has reviewed it and when."""
    if review is None:
        return words.draft
    day = _day(review.on, words.reviewed, country)
    return words.reviewed.fill(by=review.by, registration=review.registration, date=day)


def _day(day: date, words: Phrase, country: str) -> Phrase:
    """The day as it is written in the country, in the language of `words` and in that of its parallel text."""
    language = Language.of(words.language)
    parallel = _day(day, words.parallel, country) if words.parallel else None
    return replace(words, text=escape(language.day(day, territory_locale(language, country))), parallel=parallel)
