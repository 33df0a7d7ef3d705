"""The cache of the desk: the library as it is now, the sheets and brands that were read, and the last handouts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ..build.composer import Composer
from ..build.formats import FORMATS
from ..build.jobs import Job, JobRunner
from ..build.manifest import Manifest
from ..build.named_parts import own_designs
from ..build.order import Order
from ..build.order_remarks import remarks_of
from ..definitions.common_text import Common
from ..definitions.pack import Entry, Pack
from ..definitions.practice import Brand
from ..definitions.tailoring import ClientChanges
from ..definitions.worksheet import Worksheet
from ..document import Document
from ..foundation.clock import today
from ..foundation.problems import Place, Problem, Refused
from ..project.library import Library
from ..reading.loader import design_names, read_common
from ..reading.tailoring_loader import read_sheet
from ..translation.glossary import Glossary
from ..translation.language_facts import Facts
from ..translation.project_catalogues import facts_of, glossary_of
from ..translation.translated_structures import languages_with
from .handout_choice import HandoutChoice
from .interface_words import InterfaceWords, words_in
from .page_pictures import DrawnFile
from .search_index import IndexEntry, found
from .sheet_entries import entry_of

TODAY = "today"
"""The id of a pack that is gathered on the desk and has no file."""
_MOST_DRAWN = 64
"""The most handouts whose PDF is cached."""
K = TypeVar("K")
V = TypeVar("V")


@dataclass
class DeskCache:
    """A snapshot of the project and the library; when a file changes, it is replaced by a new one."""

    library: Library
    composer: Composer
    today: date
    _brands: dict[tuple[object, ...], Brand] = field(default_factory=dict, repr=False)
    _words: dict[str, InterfaceWords] = field(default_factory=dict, repr=False)
    _entries: dict[tuple[str, str], IndexEntry] = field(default_factory=dict, repr=False)
    _known: dict[str, tuple[Facts, Glossary]] = field(default_factory=dict, repr=False)
    examples: dict[str, bytes] = field(default_factory=dict, repr=False)
    """Blocks as pictures, by their kinds."""
    _composers: OrderedDict[Order, Composer] = field(default_factory=OrderedDict, repr=False)
    _drawn: OrderedDict[HandoutChoice, DrawnFile] = field(default_factory=OrderedDict, repr=False)

    @classmethod
    def of(cls, folder: Path) -> DeskCache:
        """Read a folder, which need not be a project; the library is used in any case."""
        library, day = Library.open(folder), today()
        return cls(library, Composer(library, Order(practice=library.practice, today=day)), day)

    @cached_property
    def sheets(self) -> Mapping[str, Worksheet]:
        """Every readable worksheet by its id, in the order of the collections."""
        found = {}
        for name, path in self.library.worksheets.items():
            try:
                found[name] = read_sheet(self.library, path)
            except Refused:
                continue
        order = [*read_common().desk.collections]
        place = {name: at for at, name in enumerate(order)}
        return dict(sorted(found.items(), key=lambda it: (place.get(it[1].collection, len(order)), it[0])))

    @cached_property
    def languages_of(self) -> Mapping[str, tuple[str, ...]]:
        """The languages into which each worksheet is translated, at least in part, by its id."""
        return {name: languages_with(self.library, name) for name in self.sheets}

    def is_own(self, name: str) -> bool:
        """Whether a worksheet is the project's and not of the library."""
        return not self.library.is_built_in(self.library.worksheets[name])

    def words(self, tag: str) -> InterfaceWords:
        """The words of the desk in a language."""
        if tag not in self._words:
            self._words[tag] = words_in(self.library, tag)
        return self._words[tag]

    def known_of(self, tag: str) -> tuple[Facts, Glossary]:
        """The facts about a language, and its glossary; raises Refused."""
        if tag not in self._known:
            self._known[tag] = facts_of(self.library, tag), glossary_of(self.library, tag)
        return self._known[tag]

    def entry(self, name: str, tag: str) -> IndexEntry:
        """The index entry of a worksheet in a language; in English where it is not translated."""
        if (name, tag) not in self._entries:
            self._entries[name, tag] = entry_of(self.library, self.sheets[name], tag, self.words(tag))
        return self._entries[name, tag]

    def search(self, asked: str, tag: str) -> list[str]:
        """The ids of the worksheets that contain all searched words, the best match first."""
        return found({name: self.entry(name, tag) for name in self.sheets}, asked)

    @property
    def usual_language(self) -> str:
        """The first language of the practice; English for one that cannot be read."""
        try:
            return self.composer.tags[0]
        except Refused:
            return "en"

    @property
    def designs(self) -> tuple[str, ...]:
        """The designs there are, the practice's own among them."""
        return design_names(own_designs(self.library, self.library.practice))

    def composer_for(self, choice: HandoutChoice, client: ClientChanges | None = None) -> Composer:
        """A composer for a choice, which shares all that was read; checked as on the command line, raises Refused."""
        order = choice.order(self.library.practice, self.today, client)
        if client:
            return replace(self.composer, order=order, _worksheets={}).prepared()
        return _kept(self._composers, order, lambda: replace(self.composer, order=order).prepared(), _MOST_DRAWN)

    def brand(self, composer: Composer) -> Brand:
        """The brand of an order, cached for orders of the same style, design and `leaf`; raises Refused."""
        order = composer.order
        key = (order.style, order.design, order.leaf)
        if key not in self._brands:
            self._brands[key] = composer.brand
        return self._brands[key]

    def document(self, choice: HandoutChoice, client: ClientChanges | None = None) -> Document:
        """The handout as a document; raises Refused."""
        return self._document(self.composer_for(choice, client), choice)

    def _document(self, composer: Composer, choice: HandoutChoice) -> Document:
        beside = choice.beside or None
        if choice.pack:
            return composer.gathered(_cover(choice.sheets), choice.language, beside)
        return composer.document(self.library.find(choice.sheets[0]), choice.language, beside)

    def made(self, choice: HandoutChoice, format_name: str, client: ClientChanges | None = None) -> bytes:
        """The handout as the bytes of a file, the same that a build writes; raises Refused."""
        composer = self.composer_for(choice, client)
        return FORMATS[format_name].write(self._document(composer, choice), self.brand(composer))

    def drawn(self, choice: HandoutChoice, client: ClientChanges | None = None) -> DrawnFile:
        """The handout as a PDF with pictures of its pages; one for a client is not cached. Raises Refused."""
        if client:
            return DrawnFile.of(self.made(choice, "pdf", client))
        return _kept(self._drawn, choice, lambda: DrawnFile.of(self.made(choice, "pdf")), _MOST_DRAWN)

    def drawn_as(
        self, choice: HandoutChoice, document: Callable[[], Document], brand: Brand | None = None
    ) -> DrawnFile:
        """Any document as a PDF with pictures of its pages, cached under the choice; raises Refused."""

        def made() -> DrawnFile:
            return DrawnFile.of(FORMATS["pdf"].write(document(), brand or self.brand(self.composer)))

        return _kept(self._drawn, choice, made, _MOST_DRAWN)

    def file_name(self, choice: HandoutChoice, format_name: str, client: ClientChanges | None = None) -> str:
        """The file name that `build` would give the handout; raises Refused."""
        composer = self.composer_for(choice, client)
        path = Path(f"{TODAY}.yaml") if choice.pack else self.library.find(choice.sheets[0])
        job = Job(path, choice.language, (format_name,), choice.beside or None, pack=choice.pack)
        return JobRunner(composer, Manifest(composer.order.output)).path(job, format_name).name

    def advice(self, choice: HandoutChoice) -> tuple[Problem, ...]:
        """Notices on what the pages lack, and on characters that the font does not have."""
        return remarks_of(self.composer_for(choice))


def _cover(sheets: tuple[str, ...]) -> Callable[[Common], Pack]:
    """A function that makes the pack of these worksheets, with a title from the common words of a language."""
    place = Place("the pack of today")
    entries = tuple(Entry(place, sheet) for sheet in sheets)

    def made(words: Common) -> Pack:
        return Pack(TODAY, place, words.desk.cover["title"], words.desk.cover["summary"], entries)

    return made


def _kept(cache: OrderedDict[K, V], key: K, make: Callable[[], V], most: int) -> V:
    """Return a value from the cache, or make and store it; beyond `most` values the least recently used is removed."""
    if key not in cache:
        cache[key] = make()
        while len(cache) > most:
            cache.popitem(last=False)
    cache.move_to_end(key)
    return cache[key]
