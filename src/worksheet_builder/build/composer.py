"""Compose the documents of one order; practice, common words and references are read and translated only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from ..definitions.closing import Safekeeping
from ..definitions.common_text import Common
from ..definitions.country_contacts import Help
from ..definitions.logo import logos
from ..definitions.pack import Pack
from ..definitions.phone_link import with_code
from ..definitions.practice import Brand, Practice
from ..definitions.tailoring_application import for_client
from ..definitions.worksheet import Audience, Intensity, Reference, TextSource, Worksheet
from ..document import Document, Edition, OutputOptions
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, phrases_in
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.library import COMMON, Library
from ..reading.loader import read_common, read_contacts, read_design, read_practice
from ..reading.tailoring_loader import grounds, read_sheet, read_whole_pack
from .begun_answers import begun
from .handout_languages import InLanguage, in_language, notice_or_refusal, problems_of
from .named_parts import own_designs, unknown_design, unknown_sheets
from .order import Order
from .references import read_references, unknown_references
from .shared_parts import SharedParts
from .used_words import marks_in, on_paper
from .word_source import identifier_of

NOTHING: frozenset[str] = frozenset()
SOURCE = TextSource(
    "worksheet-builder",
    "CC BY 4.0 (creativecommons.org/licenses/by/4.0)",
    "https://creativecommons.org/licenses/by/4.0/",
)
"""The name, licence and web address printed for worksheets that come with the tool."""

T = TypeVar("T")


@record(slots=False)
class Composer:
    """Composes worksheets and packs into documents, with the options of an order."""

    library: Library
    order: Order = field(default_factory=Order)
    given: Practice | None = None
    """A practice to use instead of the one in the file of the order, such as one that is not saved yet."""
    shared: SharedParts | None = field(default=None, repr=False, compare=False)
    """A cache shared with the composers of other practices; None if there is none."""
    _worksheets: dict[Path, Worksheet] = field(default_factory=dict, repr=False, compare=False)
    _commons: dict[tuple[str, ...], InLanguage[Common]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages that the order is for; raises Refused for a practice that cannot be read."""
        return self.order.tags(self.practice.languages)

    @property
    def all_tags(self) -> tuple[str, ...]:
        """The languages of the order, and the second language of bilingual handouts if there is one."""
        return (*self.tags, self.order.beside) if self.order.beside else self.tags

    def prepared(self) -> Composer:
        """Read all that the documents share, so that faults show before any is made; gives itself, raises Refused."""
        refuse_if(problem for found in (self._faults("brand"), self._faults("references")) for problem in found)
        return self

    @cached_property
    def practice(self) -> Practice:
        """The practice of the order, or one without a name, with the design that the order names; raises Refused."""
        file = self.order.practice
        read = self.given or (read_practice(file) if file else Practice(Place("practice.yaml")))
        return replace(read, design=self.order.design) if self.order.design else read

    @cached_property
    def brand(self) -> Brand:
        """The practice with its design, palette and logo; raises Refused."""
        designs = own_designs(self.library, self.order.practice)
        refuse_if(unknown_design(self.practice, designs, asked=bool(self.order.design)))
        design = read_design(self.practice.design, designs)
        practice = self.practice.unnamed() if self.order.leaf else self.practice
        return Brand.of(practice, design, self.order.style, *logos(practice))

    def help_in(self, language: str) -> Help:
        """The current contacts for a crisis in the practice's country; none if the order has no practice or day."""
        if self.order.practice is None or self.order.today is None:
            return Help()
        known = read_contacts().help_in(self.practice.country, language, self.order.today)
        own = self.practice.emergency
        return replace(known, emergency=own, origins=known.origins[: len(known.contacts)]) if own else known

    def notice(self, languages: Iterable[str]) -> Problem | None:
        """A Problem that tells which contacts for a crisis the pages lack; None if they lack nothing.

        Pages for other people (leaf) name no contacts, so they lack none.
        """
        if self.order.leaf:
            return None
        if self.order.practice is None:
            act = "Begin one with ‘worksheet-builder init’, or name it with ‘--practice’."
            sentence = "Crisis contacts: without a practice no country is known, and the pages name no number."
            return Problem(None, f"{sentence} {act}")
        if self.order.today is None:
            return None
        return read_contacts().notice(self.practice.country, languages, self.order.today, self.practice.emergency)

    @cached_property
    def output_options(self) -> OutputOptions:
        """The choices that every document of the order is made with."""
        return self.order.output_options(self.practice.sheet_of_paper())

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """All references by key, read only for the therapist edition, which prints them; else empty; raises Refused."""
        read = self.shared.references if self.shared else read_references
        return read(self.library) if self.order.edition is Edition.THERAPIST else {}

    def document(self, path: Path, language: str, beside: str | None = None) -> Document:
        """Compose the worksheet as a document in the language, with `beside` as its second language; raises Refused.

        If the practice states where its web pages are, the document has a QR code with the address of its page.
        """
        return self._coded(self._sheet(path, language, beside))

    def _coded(self, document: Document) -> Document:
        words = document.header_footer.phone
        return with_code(document, self.practice.pages_at, words.site) if words else document

    def _sheet(self, path: Path, language: str, beside: str | None = None, bound: str = "") -> Document:
        """The document of a worksheet; `bound` is its id within a pack, empty outside of a pack."""
        worksheet = self._worksheet(path)
        refuse_if(self._without_leaf(worksheet))
        if self.order.edition is Edition.THERAPIST:
            refuse_if(unknown_references(worksheet, self.references))
        else:
            worksheet = replace(worksheet, therapist=None)
        tags = (language, beside) if beside else (language,)
        sheet, shared = self._both(tags, worksheet.id, worksheet)
        source = SOURCE if self._is_of_the_library(path) else None
        if bound:
            sheet = replace(sheet, value=replace(sheet.value, id=bound), marked=replace(sheet.marked, id=bound))
        composed = partial(self._composed, tags, source=source, bound=bool(bound))
        marks = on_paper(composed(sheet.marked, shared.marked)) if shared.strings else NOTHING
        notice = notice_or_refusal(marks, self._not_reviewed(shared), sheet, shared)
        made = self._with_tools(composed(sheet.value, shared.value, notice=notice), tags)
        anchors = frozenset(it.address for it in phrases_in(worksheet))
        made = replace(made, identifier=identifier_of(self._worksheet(path), tags, self.order), anchors=anchors)
        return self._for_client(made, path, tags) if self.order.client else made

    def _for_client(self, made: Document, path: Path, tags: tuple[str, ...]) -> Document:
        """The document with the client's answers; its title and summary as a file are the general sheet's."""
        general = replace(self, order=replace(self.order, client=None), _worksheets={}).document(path, tags[0])
        made = replace(made, own_title=general.title, summary=general.summary, identifier="", anchors=frozenset())
        return begun(made, {**self.order.client.begin} if self.order.client else {})

    def _is_of_the_library(self, path: Path) -> bool:
        """Whether a worksheet, or one that it is based on, comes with the tool."""
        return any(map(self.library.is_built_in, (path, *grounds(self.library, path))))

    def _with_tools(self, document: Document, tags: tuple[str, ...]) -> Document:
        """The document without the words of phone pages, if any of these words may not be printed."""
        if not any(self.lacking_tools(tags)):
            return document
        return replace(document, header_footer=replace(document.header_footer, phone=None))

    def lacking_tools(self, tags: tuple[str, ...]) -> Iterator[Problem]:
        """The problems that keep every phone page from being made in the languages."""
        shared = self._common(tags)
        return problems_of(marks_in(shared.marked.phone), shared) if shared.strings else iter(())

    def sheet_of(self, path: Path) -> Worksheet | None:
        """The worksheet with the changes of the order; None if it cannot be read, which is reported when it is made."""
        try:
            return self._worksheet(path)
        except Refused:
            return None

    def _without_leaf(self, worksheet: Worksheet) -> Iterator[Problem]:
        if self.order.leaf and worksheet.leaf is None:
            sentence = f"The worksheet ‘{worksheet.id}’ has no leaf for other people."
            yield Problem(worksheet.place, sentence, "Build it without --leaf, or give it a ‘leaf’.")

    def pack(self, path: Path, language: str, beside: str | None = None) -> Document:
        """Compose all worksheets of a pack as one document; raises Refused with the problems of all."""
        pack = read_whole_pack(self.library, path)
        if self.order.edition is not Edition.THERAPIST:
            pack = replace(pack, therapist=None)
        return self._joined(pack, (language, beside) if beside else (language,), pack)

    def gathered(self, cover: Callable[[Common], Pack], language: str, beside: str | None = None) -> Document:
        """Compose a pack that has no file, but is made by `cover` from the common words; raises Refused likewise."""
        return self._joined(cover(read_common()), (language, beside) if beside else (language,), cover)

    def _joined(self, pack: Pack, tags: tuple[str, ...], words: Pack | Callable[[Common], Pack]) -> Document:
        language, beside = tags[0], tags[1] if len(tags) > 1 else None
        problems = [*unknown_sheets(pack, self.library)]
        sheets = []
        for entry in pack.worksheets:
            if entry.sheet in self.library.worksheets:
                try:
                    path = self.library.worksheets[entry.sheet]
                    sheets.append(self._sheet(path, language, beside, entry.key))
                except Refused as refused:
                    problems += refused.problems
        try:
            own, shared = self._both(tags, pack.name, words) if isinstance(words, Pack) else self._covered(tags, words)
            whole = shared.strings and len(sheets) == len(pack.worksheets)
            safe = self._on_cover(pack, shared.marked, language) if whole else None
            marks = on_paper(own.marked.compose(sheets, shared.marked, None, safe)) if whole else marks_in(own.marked)
            reviewed = not any(sheet.header_footer.notice for sheet in sheets)
            notice = notice_or_refusal(marks, self._not_reviewed(shared), own, shared, reviewed=reviewed)
        except Refused as refused:
            problems += refused.problems
        refuse_if(dict.fromkeys(problems))
        safe = self._on_cover(pack, shared.value, language)
        made = self._with_tools(own.value.compose(sheets, shared.value, notice, safe), tags)
        return self._coded(replace(made, identifier="", anchors=frozenset()))

    def _on_cover(self, pack: Pack, common: Common, language: str) -> Safekeeping | None:
        """The safety text of a pack, that of its most intense sheet for clients; None without a sheet for clients."""
        found = (self._worksheet(self.library.worksheets[entry.sheet]) for entry in pack.worksheets)
        sheets = [it for it in found if it.audience is Audience.CLIENT]
        if not sheets:
            return None
        strongest = max(sheets, key=lambda it: [*Intensity].index(it.intensity))
        told = replace(strongest, id=pack.name)
        return told.kept_safe(common, self.practice, self.help_in(language), Language.of(language))

    def _composed(
        self,
        tags: tuple[str, ...],
        worksheet: Worksheet,
        common: Common,
        source: TextSource | None,
        notice: Phrase | None = None,
        bound: bool = False,
    ) -> Document:
        known = self.help_in(tags[0])
        first, *others = (Language.of(tag) for tag in tags)
        made = worksheet.compose(
            first, common, self.practice, self.references, self.output_options, notice, known, source, bound
        )
        return replace(made, beside=others[0]) if others else made

    def _worksheet(self, path: Path) -> Worksheet:
        read = self.shared.worksheets if self.shared else self._worksheets
        if path not in read:
            sheet = read_sheet(self.library, path)
            read[path] = for_client(sheet, self.order.client) if self.order.client else sheet
        return read[path]

    def _both(self, tags: tuple[str, ...], name: str, structure: T) -> tuple[InLanguage[T], InLanguage[Common]]:
        """The structure and the common words in the languages; raises Refused with what is wrong with either."""
        found: list[InLanguage[Any]] = []
        problems: list[Problem] = []
        for it, given in ((name, structure), (COMMON, None)):
            try:
                found.append(self._common(tags) if given is None else self._in_language(tags, it, given))
            except Refused as refused:
                problems += refused.problems
        refuse_if(problems)
        return found[0], found[1]

    def _covered(
        self, tags: tuple[str, ...], cover: Callable[[Common], Pack]
    ) -> tuple[InLanguage[Pack], InLanguage[Common]]:
        shared = self._common(tags)
        return InLanguage(cover(shared.value), cover(shared.marked)), shared

    def _common(self, tags: tuple[str, ...]) -> InLanguage[Common]:
        if tags not in self._commons:
            self._commons[tags] = self._in_language(tags, COMMON, read_common())
        return self._commons[tags]

    def _in_language(self, tags: tuple[str, ...], name: str, structure: T) -> InLanguage[T]:
        """The structure in the first language, each phrase with its parallel text in the second, if there is one."""
        required = "" if self.order.draft else self.order.require or self.practice.require
        speak = self.shared.in_language if self.shared else in_language
        first, *others = (speak(self.library, tag, name, structure, required) for tag in tags)
        return first.beside(others[0]) if others else first

    def _not_reviewed(self, shared: InLanguage[Common]) -> InLanguage[Phrase]:
        return InLanguage(shared.value.not_reviewed, shared.marked.not_reviewed, shared.strings)

    def _faults(self, name: str) -> tuple[Problem, ...]:
        try:
            getattr(self, name)
        except Refused as refused:
            return refused.problems
        return ()
