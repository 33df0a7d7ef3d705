"""What a practice says of itself around a document, and the words that a format prints around it."""

from __future__ import annotations

from dataclasses import field

from ..foundation.phrases import Phrase
from ..foundation.records import record
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
