"""A document as a whole: its nodes, and what a format says around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..foundation.languages import Language
from ..foundation.palette import PLAIN, Stock
from ..foundation.phrases import Phrase
from ..foundation.records import record
from .nodes import Node
from .output_options import OutputOptions
from .phone_words import PhoneWords

BETWEEN = "  ·  "
"""Stands between what a practice says of itself, where several lines share one."""


@record
class PracticeLines:
    """What a practice says of itself around a document, in the order in which every format prints it."""

    name: Phrase | None = None
    strapline: Phrase | None = None
    each: Phrase | None = None
    """A line at the head of each page."""
    footer: Phrase | None = None
    """A line at the foot of each page."""
    people: tuple[Phrase, ...] = ()
    """Who works there, a line each, at the foot of the first page."""
    address: Phrase | None = None
    """At the foot of the first page."""
    contact: tuple[Phrase, ...] = ()
    """Telephone, e-mail and website, those there are, at the foot of each page."""
    in_logo: bool = False
    """Whether the name stands in the logo, and is not printed beside it."""

    def head(self) -> tuple[Phrase, ...]:
        """The lines at the head of the first page."""
        return tuple(line for line in (None if self.in_logo else self.name, self.strapline, self.each) if line)

    def foot_groups(self, *, first: bool, brief: bool = False) -> tuple[tuple[tuple[Phrase, ...], ...], ...]:
        """What may share a line at the foot, and in that what is only parted where it fills a line by itself.

        People stand in lines of their own, never with an address. A brief foot says how to reach the practice on the
        first page alone.
        """
        reached, footer = self.contact, (self.footer,) if self.footer else ()
        address = (self.address,) if self.address else ()
        people = tuple((person,) for person in self.people)
        named = ((footer,), people, (address, reached)) if people else ((footer, address, reached),)
        groups = named if first else ((footer,) if brief else (footer, reached),)
        kept = (tuple(unit for unit in group if unit) for group in groups)
        return tuple(group for group in kept if group)

    def foot(self, *, first: bool) -> tuple[Phrase, ...]:
        """The lines at the foot of the first page, or of others, but for the contact, which comes after them."""
        lines = (self.footer, *self.people, self.address) if first else (self.footer,)
        return tuple(line for line in lines if line)


@record
class HeaderFooter:
    """Words that a format prints around the document, or says about it, in the document's language."""

    page: Phrase
    """With the slots {page} and {pages}."""
    logo: Phrase
    """What stands for the logo where it cannot be seen, with the slot {practice}."""
    write_here: Phrase
    """The placeholder of an empty field."""
    chosen: Phrase
    """How a screen reader names one number of a scale, with the slots {question} and {number}."""
    typing: Phrase | None = None
    """What a PDF says first where programs do not join the letters that are typed in it."""
    room: Phrase | None = None
    """What it says first where a field does not show a long answer in print."""
    notice: Phrase | None = None
    """A discreet line at the very end of the footer, such as the state of the translation."""
    text_number: Phrase | None = None
    """How a number to text is written in a line of whom to call, with the slot {number}."""
    first_number: str = ""
    """The number to call or to text before all others, where one is known."""
    phone: PhoneWords | None = None
    """What a page for a phone says of itself; without these words it has no tools."""
    practice: PracticeLines = field(default_factory=PracticeLines)
    """What the practice says of itself, above the document and below it."""

    def stands_for_logo(self) -> str:
        """What is said in place of the logo: the name itself if it stands in it, else that it is the logo."""
        name = self.practice.name.plain() if self.practice.name else ""
        return name if self.practice.in_logo else self.logo.fill(practice=name).plain().strip()

    def around(self) -> tuple[Phrase, ...]:
        """All that is printed around the first page, in order: head, foot, contact, notice; without the page number."""
        lines = (*self.practice.head(), *self.practice.foot(first=True), *self.practice.contact)
        return (*lines, self.notice) if self.notice else lines


@record
class Rights:
    """Whose words they are and on what terms they may be passed on, as the file says of itself."""

    words: str
    """The source and the name of its licence, in the language of the document."""
    licence: str
    """The address of the licence."""


@record
class Document:
    """A handout ready to be written: everything that will be printed, in order."""

    id: str
    title: Phrase
    summary: Phrase
    language: Language
    nodes: tuple[Node, ...]
    header_footer: HeaderFooter
    output_options: OutputOptions = field(default_factory=OutputOptions)
    beside: Language | None = None
    """The second language of a sheet in two: that of the parallel texts."""
    rights: Rights | None = None
    """None where nothing is known of them, as with a practice's own sheets."""
    identifier: str = ""
    """What it was made from, for a file that comes back edited: a sheet, its language, the seal over its words."""
    anchors: frozenset[str] = frozenset()
    """The addresses of the phrases that are the sheet's own, and not those that all sheets share."""
    begun: Mapping[str, str] = field(default_factory=dict)
    """Answers that are begun for one client, by the address of the field; a box that is ticked has any word."""
    easy_read: bool = False
    """Whether it is set for easy read: in larger type than the brand has, each sentence beside its drawing."""
    stock: Stock = PLAIN
    """The paper that it is printed on: that of its collection."""
    own_title: Phrase | None = None
    """The title by which a file calls itself, where that on the page is not for everyone; else the same."""

    @property
    def file_title(self) -> Phrase:
        """What a file says of itself that it is called."""
        return self.own_title or self.title
