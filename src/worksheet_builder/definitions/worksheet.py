"""A worksheet as its author wrote it, and the document that it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from itertools import takewhile
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
    Node,
    OutputOptions,
    Paragraph,
    Rights,
    Role,
)
from ..foundation.languages import Language
from ..foundation.palette import PLAIN, Stock
from ..foundation.phrases import Address, Phrase, phrases_in, run_on, seal
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from .blocks.block import Block, ComposeContext
from .blocks.picture import illustration_problems
from .closing import Safekeeping
from .collections import opening_drawing, stock_of, title_mark
from .common_text import Common, OwnRating
from .country_contacts import Help, origins
from .intensity import Intensity
from .leaf import LeafPage, Reader
from .notes import Reference, Review, Therapist
from .practice import Practice
from .practice_languages import in_language
from .safety_text import Carried
from .tailoring_origin import SheetOrigin
from .translator_notes import TranslatorNote, note_problems

__all__ = ["Audience", "Intensity", "LeafPage", "Reference", "Review", "TextSource", "Therapist", "Worksheet"]

MOST_BLOCKS, MOST_LETTERS = 60, 60_000
"""The most blocks and characters: far more than anybody can work through; more would take long to lay out."""
_PAGE_OF_LINES = 18
"""Lines that fit on one page under their heading, also in large print."""


_STIRRING = (Intensity.REFLECTIVE, Intensity.ACTIVATING)


class Audience(StrEnum):
    """Who reads a sheet; one for therapists has no safety text, no closing and no time."""

    CLIENT = "client"
    THERAPIST = "therapist"


@record
class TextSource:
    """The source of the words of a sheet: its name, and the name and the web address of its licence."""

    name: str
    licence: str
    address: str


@record(kw_only=True)
class Worksheet:
    """One handout as its author wrote it: `id` is the name of its file, `evidence` are keys of the bibliography."""

    id: str
    place: Place
    title: Annotated[Phrase, "The name of the sheet."]
    message: Annotated[Phrase | None, "The one sentence that carries the sheet."] = None
    summary: Annotated[Phrase, "One or two sentences to the client: what this page is, and what to do with it."]
    why: Annotated[Phrase | None, "Why it may help, and what is not known."] = None
    collection: Annotated[str, "The folder that it stands in."]
    audience: Annotated[Audience, "Who reads it; the client, if left out."] = Audience.CLIENT
    intensity: Annotated[Intensity, "How much it may stir; it decides the safety text."]
    easy_read: Annotated[
        bool, "Whether it is in easy read: large type, one idea to a sentence, each with a drawing."
    ] = False
    rating: Annotated[
        OwnRating | None, "What a sheet that stirs asks before and after in place of the shared question."
    ] = None
    minutes: Annotated[int, "About how long it takes, from 1 to 180; not for a sheet to therapists."] = 0
    drawing: Annotated[
        str | None, "The drawing that it opens with, where there is room; that of its collection, if left out."
    ] = None
    blocks: Annotated[tuple[Block, ...], "What the sheet is made of, in order."]
    keep: Annotated[Phrase | None, "One line to take away."] = None
    leaf: Annotated[LeafPage | None, "A page for other people, with nothing private on it."] = None
    therapist: Annotated[Therapist | None, "Notes that only the therapist edition prints."] = None
    evidence: Annotated[tuple[str, ...], "Keys of worksheets/bibliography.yaml."] = ()
    review: Annotated[Review | None, "Who answers for it; without one it is the author’s draft."] = None
    translators: Annotated[tuple[TranslatorNote, ...], "Notes to those who translate it, each as ‘- at: …’."] = ()
    renamed: Annotated[Mapping[Address, str], "Addresses that have changed, each as ‘old: new’."] = field(
        default_factory=dict
    )
    origin: SheetOrigin | None = None

    def check(self) -> Iterator[Problem]:
        """Problems of the blocks and of the sheet as a whole, such as no blocks, or no time in minutes."""
        for block in self.blocks:
            yield from block.check()
        for part in (self.leaf, self.therapist):
            if part:
                yield from part.check()
        if not self.blocks:
            yield Problem(self.place, "The worksheet has no blocks.", "Add at least one under ‘blocks’.")
        if len(self.blocks) > MOST_BLOCKS:
            yield Problem(self.place, f"The worksheet has {len(self.blocks)} blocks.", f"Keep {MOST_BLOCKS} at most.")
        letters = sum(len(phrase.text) for phrase in phrases_in(self))
        if letters > MOST_LETTERS:
            yield Problem(self.place, f"The worksheet has {letters} letters.", "Make it into several worksheets.")
        yield from self._minutes()
        yield from self._rating()
        yield from illustration_problems(self.place, self.drawing)
        yield from note_problems(self.translators, self)
        if self.review:
            yield from self.review.check(seal(self))

    def _minutes(self) -> Iterator[Problem]:
        if self.audience is Audience.CLIENT and not 1 <= self.minutes <= 180:
            yield Problem(self.place, f"‘minutes’ is {self.minutes}.", "Give a number from 1 to 180.")

    def _rating(self) -> Iterator[Problem]:
        if self.rating and not self._stirs:
            hint = "Take ‘rating’ away, or make the sheet reflective or activating."
            yield Problem(self.rating.before.place, "This sheet asks for no number before and after.", hint)

    def compose(
        self,
        language: Language,
        common: Common,
        practice: Practice,
        references: Mapping[str, Reference],
        output_options: OutputOptions,
        notice: Phrase | None = None,
        known: Help = Help(),  # noqa: B008 - frozen
        source: TextSource | None = None,
        bound: bool = False,
    ) -> Document:
        """The document in one language: opening, blocks, closing, leaf and, in the therapist edition, the notes.

        With `output_options.leaf` it is the leaf alone. `source` is None if the source of the words is not known.
        A `bound` sheet is part of a pack, whose cover has the safety text that all its sheets share.
        """
        sheet = ComposeContext(self.id, common, output_options.examples, output_options.pictures, output_options.body)
        credit = common.credit.fill(source=source.name, licence=source.licence) if source else None
        leaf = [self.leaf.compose(sheet, credit)] if self.leaf else []
        around = replace(self._safekeeping(sheet, practice, known, language), bound=bound)
        title, summary, practice = self.title, self.summary, in_language(practice, language)
        nodes: list[Node] = [*leaf]
        if output_options.leaf and self.leaf:
            title, practice = self.leaf.title, practice.unnamed()
            summary = self.leaf.intro or title
        else:
            own = self._small_print(common, credit, practice.credit)
            body = self._for_client(sheet, around, own) if self._is_for_client else self._for_therapist(sheet, own)
            nodes = [*body, *_more_room(sheet, output_options), *leaf]
            if output_options.edition is Edition.THERAPIST:
                nodes += self._notes(common, practice, references, known, language)
        typed = common.typed_in(language, output_options, self.easy_read)
        said = (common.page, common.logo, common.write_here, common.chosen, *typed)
        first, lines = around.contact.number if around.contact else "", practice.lines(title)
        header_footer = HeaderFooter(*said, notice, common.closing.text, first, common.phone, lines)
        made = Document(self.id, title, summary, language, tuple(nodes), header_footer, output_options)
        rights = Rights(credit.plain(), source.address) if source and credit else None
        return replace(made, rights=rights, easy_read=self.easy_read, stock=self._stock(output_options))

    def _notes(
        self,
        common: Common,
        practice: Practice,
        references: Mapping[str, Reference],
        known: Help,
        language: Language,
    ) -> Iterator[Node]:
        """The notes to the therapist, if the sheet has them."""
        if not self.therapist:
            return
        cited = [references[key] for key in self.evidence if key in references]
        numbers = origins(known, common.notes, language)
        based_on = self.origin.based_on if self._adapted(common) and self.origin else ""
        yield from self.therapist.compose(common.notes, cited, self.review, practice.country, numbers, based_on)

    def _stock(self, output_options: OutputOptions) -> Stock:
        """The background colours of its collection; a leaf alone does not show them."""
        return PLAIN if output_options.leaf else stock_of(self.collection)

    def _small_print(self, common: Common, credit: Phrase | None, own: Phrase | None) -> tuple[Phrase, ...]:
        """The sentences about the sheet itself: easy read, source of its words, adaptation, the practice's credit."""
        easy = common.easy_read if self.easy_read else None
        return tuple(it for it in (easy, credit, self._adapted(common), own) if it)

    def _adapted(self, common: Common) -> Phrase | None:
        """The sentence that the sheet was adapted, which the licence of its words requires; None if it was not."""
        return common.adapted if self.origin and self.origin.adapted else None

    @property
    def _is_for_client(self) -> bool:
        return self.audience is Audience.CLIENT

    @property
    def _stirs(self) -> bool:
        return self._is_for_client and self.intensity in _STIRRING

    def _safekeeping(self, sheet: ComposeContext, practice: Practice, known: Help, language: Language) -> Safekeeping:
        carried: Carried = getattr(sheet.common.safety.carried, self.intensity.value)
        shown = self.leaf is not None
        own = in_language(practice, language).crisis
        country, stirs, easy = practice.country, self._stirs, self.easy_read
        return Safekeeping(sheet, carried, own, known, language, country, stirs, shown, easy, self.rating)

    def kept_safe(self, common: Common, practice: Practice, known: Help, language: Language) -> Safekeeping:
        """The safety text of this sheet, for the cover of a pack that contains it."""
        return self._safekeeping(ComposeContext(self.id, common, examples=False), practice, known, language)

    def _for_client(self, sheet: ComposeContext, around: Safekeeping, credit: tuple[Phrase, ...]) -> list[Node]:
        """The nodes for a client, with all safety text; `note` blocks at the beginning come before the first rating.

        They say what cannot wait, so that a client who stops there because of a high number has read them.
        """
        first = tuple(takewhile(lambda block: block.kind == "note", self.blocks))
        return [
            *self._opening(sheet),
            *around.before(),
            *self._composed(sheet, first),
            *around.asked(),
            *self._composed(sheet, self.blocks[len(first) :]),
            *self._kept(sheet.common),
            *around.after(),
            around.closing(credit),
        ]

    def _for_therapist(self, sheet: ComposeContext, credit: tuple[Phrase, ...]) -> list[Node]:
        """The nodes for a therapist, without safety text: opening, blocks, and the source of the words."""
        small = tuple(Paragraph(text, Role.FINE) for text in credit)
        end: list[Node] = [Group(GroupRole.BLOCK, (Divider(), *small))] if small else []
        return [*self._opening(sheet), *self._composed(sheet, self.blocks), *self._kept(sheet.common), *end]

    def _opening(self, sheet: ComposeContext) -> Iterator[Node]:
        """Title, message and summary; then why the sheet may help, how long it takes, and whom the leaf is for."""
        common = sheet.common
        mark = title_mark(self.collection, self.drawing) if sheet.pictures else None
        drawing = opening_drawing(self.collection, self.drawing) if sheet.pictures else None
        message = (Paragraph(self.message, Role.MESSAGE),) if self.message else ()
        said = (Heading(1, self.title, mark=mark), *message, Paragraph(self.summary, Role.SUMMARY))
        yield Group(GroupRole.OPENING, said, drawing)
        if self.why:
            yield Paragraph(run_on(common.why, self.why, like=self.why))
        if self._is_for_client:
            yield Paragraph(common.minutes.fill(minutes=self.minutes), Role.META)
        if self.leaf:
            for_staff = self.leaf.for_ is Reader.STAFF
            yield Paragraph(common.leaf.for_staff if for_staff else common.leaf.for_family, Role.META)

    def _composed(self, sheet: ComposeContext, blocks: Sequence[Block]) -> Iterator[Node]:
        composed = ((block.compose(sheet), block.new_page) for block in blocks)
        return (Group(GroupRole.BLOCK, nodes, new_page=begins) for nodes, begins in composed if nodes)

    def _kept(self, common: Common) -> Iterator[Node]:
        """The line to remember, if the sheet has one."""
        if self.keep:
            yield Group(GroupRole.BLOCK, (Paragraph(run_on(common.keep, self.keep, like=self.keep), Role.TAKE_AWAY),))


def _more_room(sheet: ComposeContext, output_options: OutputOptions) -> Iterator[Node]:
    """A page of writing lines for answers that did not fit their fields, if the options ask for it."""
    if not output_options.more_room:
        return
    words = sheet.common.more_room
    lines = Answer(sheet.field("_more-room"), words.heading, Lines(_PAGE_OF_LINES))
    yield Group(GroupRole.BLOCK, (Heading(2, words.heading), Paragraph(words.text), lines), new_page=True)
