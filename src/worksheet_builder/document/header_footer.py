"""The lines of a practice in the header and footer of a document, and the words that a format adds around it."""

from __future__ import annotations

from dataclasses import field

from ..foundation.phrases import Phrase
from ..foundation.records import record
from .phone_words import PhoneWords

BETWEEN = "  ·  "
"""The separator between details of a practice that are printed in one line."""


@record
class PracticeLines:
    """The lines of a practice in header and footer, in the order in which every format prints them."""

    name: Phrase | None = None
    strapline: Phrase | None = None
    each: Phrase | None = None
    """A line at the head of each page."""
    footer: Phrase | None = None
    """A line at the foot of each page."""
    people: tuple[Phrase, ...] = ()
    """The people who work there, one line each, at the foot of the first page."""
    address: Phrase | None = None
    """The postal address, at the foot of the first page."""
    contact: tuple[Phrase, ...] = ()
    """Telephone, e-mail and website, as far as given, at the foot of each page."""
    in_logo: bool = False
    """Whether the logo contains the name, which is then not printed beside it."""

    def head(self) -> tuple[Phrase, ...]:
        """The lines at the head of the first page."""
        return tuple(line for line in (None if self.in_logo else self.name, self.strapline, self.each) if line)

    def foot_groups(self, *, first: bool, brief: bool) -> tuple[tuple[tuple[Phrase, ...], ...], ...]:
        """The footer as groups of units of phrases: the units of a group may share a line; a long unit may be split.

        People have lines of their own, apart from addresses. With `brief`, only the first page has the contact details.
        """
        reached, footer = self.contact, (self.footer,) if self.footer else ()
        address = (self.address,) if self.address else ()
        people = tuple((person,) for person in self.people)
        named = ((footer,), people, (address, reached)) if people else ((footer, address, reached),)
        groups = named if first else ((footer,) if brief else (footer, reached),)
        kept = (tuple(unit for unit in group if unit) for group in groups)
        return tuple(group for group in kept if group)

    def foot(self, *, first: bool) -> tuple[Phrase, ...]:
        """The footer lines of the first page, or of other pages, without the contact details that follow them."""
        lines = (self.footer, *self.people, self.address) if first else (self.footer,)
        return tuple(line for line in lines if line)


@record
class HeaderFooter:
    """Words that a format prints around the document, or says about it, in the document's language."""

    page: Phrase
    """The page number, with the slots {page} and {pages}."""
    logo: Phrase
    """The alternative text of the logo, with the slot {practice}."""
    write_here: Phrase
    """The placeholder of an empty field."""
    chosen: Phrase
    """How a screen reader names one number of a scale, with the slots {question} and {number}."""
    typing: Phrase | None = None
    """The note in a form that PDF programs may not join typed letters; None for scripts without this problem."""
    room: Phrase | None = None
    """The note in a form that long answers may not be shown in full in print; None if it is not fillable."""
    notice: Phrase | None = None
    """A discreet line at the very end of the footer, such as the state of the translation."""
    text_number: Phrase | None = None
    """The wording of a number for text messages in a line of contacts, with the slot {number}."""
    first_number: str = ""
    """The first telephone number to call or to text; empty if none is known."""
    phone: PhoneWords | None = None
    """The words of the tools on a page for phones; None for a page without tools."""
    practice: PracticeLines = field(default_factory=PracticeLines)
    """The practice's own lines in header and footer."""

    def stands_for_logo(self) -> str:
        """The alternative text of the logo: the name if the logo contains it, else `logo` with the name filled in."""
        name = self.practice.name.plain() if self.practice.name else ""
        return name if self.practice.in_logo else self.logo.fill(practice=name).plain().strip()

    def around(self) -> tuple[Phrase, ...]:
        """All phrases around the first page, in order: header, footer, contact, notice; without the page number."""
        lines = (*self.practice.head(), *self.practice.foot(first=True), *self.practice.contact)
        return (*lines, self.notice) if self.notice else lines
