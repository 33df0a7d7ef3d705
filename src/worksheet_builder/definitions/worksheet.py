"""A worksheet as its author wrote it, and the document that it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from ..document import (
    Answer,
    Divider,
    Document,
    Edition,
    Group,
    GroupRole,
    HeaderFooter,
    Heading,
    Lines,
    Listing,
    Node,
    OutputOptions,
    Paragraph,
    Role,
)
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, escape, phrases_in, seal
from ..foundation.problems import Place, Problem
from .blocks.block import Block, ComposeContext
from .common_text import Common, NotesHeadings, Panel, Safety
from .contacts import Help, lines, territory_locale
from .practice import Practice

MOST_BLOCKS, MOST_LETTERS = 60, 60_000
"""Far more than anybody can work through; what is longer is no handout, and would take long to set."""


class Intensity(StrEnum):
    """How much a sheet may stir: it decides the safety text that the sheet carries."""

    PRACTICAL = "practical"
    SETTLING = "settling"
    REFLECTIVE = "reflective"
    ACTIVATING = "activating"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Therapist:
    """The notes to the therapist, printed in the therapist edition only."""

    purpose: Annotated[Phrase, "What the sheet is for, and how it works."]
    strength: Annotated[Phrase, "How strong the evidence is, in words, and what is not known."]
    when: Annotated[Mapping[str, Phrase], "Signs that this is a good moment."]
    not_yet: Annotated[Mapping[str, Phrase], "When not yet."]
    introduce: Annotated[Phrase, "Words to speak when introducing it."]
    pacing: Annotated[Phrase, "How much at a time."]
    too_much: Annotated[Phrase, "What to do when the client feels too much, or nothing."]
    adaptations: Annotated[Mapping[str, Phrase], "Other ways to use it: drawn, spoken, lying down."]
    physical_cautions: Annotated[Mapping[str, Phrase], "What may harm a body that is ill or in pain."]
    culture: Annotated[Phrase, "Notes on culture and language."]
    interpreter: Annotated[Phrase, "What to tell the interpreter before the session."]
    before_leaving: Annotated[Mapping[str, Phrase], "What to check before the client leaves."]


@dataclass(frozen=True, slots=True)
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
        """That these are the words that were read; `sealed` is the seal over those of the sheet."""
        if self.words != sealed:
            sentence = f"The words of this sheet have changed since {self.by} reviewed it."
            hint = f"Once it has been read again, write ‘words: {sealed}’. Without ‘review’ it is the author’s draft."
            yield Problem(self.place, sentence if self.words else "‘review’ does not say which words were read.", hint)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One handout as its author wrote it: `id` is the name of its file, `evidence` are keys of the bibliography."""

    id: str
    place: Place
    title: Annotated[Phrase, "The name of the sheet."]
    summary: Annotated[Phrase, "One or two sentences to the client: what this page is, and why."]
    collection: Annotated[str, "The folder that it stands in."]
    intensity: Annotated[Intensity, "How much it may stir; it decides the safety text."]
    minutes: Annotated[int, "About how long it takes, from 1 to 180."]
    blocks: Annotated[tuple[Block, ...], "What the sheet is made of, in order."]
    therapist: Annotated[Therapist | None, "Notes that only the therapist edition prints."] = None
    evidence: Annotated[tuple[str, ...], "Keys of worksheets/bibliography.yaml."] = ()
    review: Annotated[Review | None, "Who answers for it; without one it is the author’s draft."] = None

    def check(self) -> Iterator[Problem]:
        """What is wrong with the blocks and with the sheet as a whole: no blocks, no time."""
        for block in self.blocks:
            yield from block.check()
        if not self.blocks:
            yield Problem(self.place, "The worksheet has no blocks.", "Add at least one under ‘blocks’.")
        if len(self.blocks) > MOST_BLOCKS:
            yield Problem(self.place, f"The worksheet has {len(self.blocks)} blocks.", f"Keep {MOST_BLOCKS} at most.")
        letters = sum(len(phrase.text) for phrase in phrases_in(self))
        if letters > MOST_LETTERS:
            yield Problem(self.place, f"The worksheet has {letters} letters.", "Make it into several worksheets.")
        if not 1 <= self.minutes <= 180:
            yield Problem(self.place, f"‘minutes’ is {self.minutes}.", "Give a number from 1 to 180.")
        if self.review:
            yield from self.review.check(seal(self))

    def compose(
        self,
        language: Language,
        common: Common,
        practice: Practice,
        references: Mapping[str, Reference],
        output_options: OutputOptions,
        notice: Phrase | None = None,
        known: Help = Help(),  # noqa: B008 - frozen
    ) -> Document:
        """The document in one language: opening, blocks, closing and, in the therapist edition, the notes."""
        sheet = ComposeContext(self.id, common)
        safety: Safety = getattr(common.safety, self.intensity.value)
        nodes: list[Node] = [Heading(1, self.title), Paragraph(self.summary, Role.SUMMARY), self._time(common)]
        nodes += _panel(safety.before)
        nodes += [Group(GroupRole.BLOCK, block.compose(sheet)) for block in self.blocks]
        nodes += _panel(safety.after)
        nodes += _closing(sheet, practice, language, known)
        if output_options.edition is Edition.THERAPIST and self.therapist:
            cited = [references[key] for key in self.evidence if key in references]
            nodes.append(Group(GroupRole.NOTES, tuple(_notes(self.therapist, common, cited, self, practice.country))))
        header_footer = HeaderFooter(common.page, common.logo, common.write_here, common.chosen, notice)
        return Document(self.id, self.title, self.summary, language, tuple(nodes), header_footer, output_options)

    def _time(self, common: Common) -> Paragraph:
        return Paragraph(common.minutes.fill(minutes=self.minutes), Role.META)


def _panel(panel: Panel | None) -> list[Node]:
    if panel is None:
        return []
    listing = Listing(tuple(panel.items.values()))
    return [Group(GroupRole.PANEL, (Paragraph(panel.heading, Role.PANEL_HEADING), listing))]


def _closing(sheet: ComposeContext, practice: Practice, language: Language, known: Help) -> list[Node]:
    """The small print: the practice's own contacts, then the country's; without any, a line to write one on."""
    closing = sheet.common.closing
    nodes: list[Node] = [Divider(), *(Paragraph(text, Role.FINE) for text in (closing.page, closing.symptoms))]
    contacts = lines(practice.crisis, known, closing, language, practice.country)
    nodes.append(Paragraph(closing.contacts if contacts else closing.crisis, Role.FINE))
    urgent = (closing.emergency.fill(number=known.emergency),) if known.emergency else ()
    if contacts or urgent:
        nodes.append(Listing((*contacts, *urgent)))
    if not contacts:
        form = Lines(1, lead=closing.crisis_line)
        nodes.append(Answer(sheet.field("_crisis"), closing.crisis_line, form))
    return [Group(GroupRole.BLOCK, tuple(nodes))]


def _notes(notes: Therapist, common: Common, cited: list[Reference], sheet: Worksheet, country: str) -> Iterator[Node]:
    headings = common.notes
    yield Heading(2, headings.title)
    yield Paragraph(_review_status(headings, sheet.review, country), Role.HINT)
    for name in Therapist.__dataclass_fields__:
        yield Heading(3, getattr(headings, name))
        value = getattr(notes, name)
        if isinstance(value, Phrase):
            yield from (Paragraph(part) for part in value.paragraphs())
        else:
            yield Listing(tuple(value.values()))
    if cited:
        yield Heading(3, headings.references)
        yield from (
            Paragraph(Phrase(escape(str(reference)), "references", sheet.place, "en"), Role.REFERENCE)
            for reference in cited
        )


def _review_status(headings: NotesHeadings, review: Review | None, country: str) -> Phrase:
    """Whether the sheet is a draft, or who has reviewed it and when."""
    if review is None:
        return headings.draft
    day = _day(review.on, headings.reviewed, country)
    return headings.reviewed.fill(by=review.by, registration=review.registration, date=day)


def _day(day: date, words: Phrase, country: str) -> Phrase:
    """The day as the words’ languages write it in the country."""
    language = Language.of(words.language)
    parallel = _day(day, words.parallel, country) if words.parallel else None
    return replace(words, text=escape(language.day(day, territory_locale(language, country))), parallel=parallel)
