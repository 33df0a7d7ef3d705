"""The practice that hands out the sheets: its brand, its contact details, and its crisis contacts for clients."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Annotated, Literal

from ..document import Document, Paper, PracticeLines, Style
from ..document.design import Design, LogoPlace
from ..fonts.families import Family, stack
from ..fonts.own_family import own
from ..foundation.colours import WHITE, Colour
from ..foundation.languages import SOURCE_LANGUAGE, Language, Tag
from ..foundation.palette import PLAIN, Palette, Stock
from ..foundation.phrases import Phrase, escape
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import record
from .contacts import Contact, undiallable, unknown_languages
from .countries import unknown_country
from .opening_hours import listed
from .practice_words import PracticeWords

DEFAULT_ACCENT = Colour.parse("#2f6670")
DEFAULT_FONT = "noto-sans"
LETTER_TERRITORIES = frozenset("US CA MX PH CL CO CR GT NI PA PR SV VE BO DO HN".split())
"""Countries that print on Letter (CLDR supplemental data, paperSize)."""
ELSEWHERE = "https://www.wikipedia.org/"
"""A neutral page, in every language, that anybody may have open."""
_OPENED = re.compile(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?(/[A-Za-z0-9._~%/-]*)?")
"""An https address without a query (RFC 3986), which any phone opens and anybody can type."""
MOST_PEOPLE, LONGEST_HEADER = 6, 48
LOWEST_LOGO, HIGHEST_LOGO = 6, 30
"""The least and the greatest height of a logo, in millimetres."""


@record
class Person:
    """A person who works in the practice, as named on the first page."""

    name: Annotated[str, "The name."]
    title: Annotated[Phrase | None, "What they are, in words a client knows."] = None
    registration: Annotated[str, "Who registers them, and the number."] = ""


@record
class FontFiles:
    """The practice's own fonts: TrueType or OpenType files that may be embedded in documents."""

    place: Place
    regular: Annotated[Path, "The upright letters."]
    bold: Annotated[Path | None, "The strong ones; a variable font needs no second file."] = None


@record
class Practice:
    """The content of `practice.yaml`. Without this file, a handout has no name and the default accent colour."""

    place: Place
    name: Annotated[Phrase | None, "As it stands at the head of each handout."] = None
    strapline: Annotated[Phrase | None, "A few words under the name."] = None
    logo: Annotated[Path | None, "An SVG, PNG or JPEG beside this file."] = None
    logo_on_dark: Annotated[Path | None, "The logo for a dark ground, which some designs have."] = None
    logo_height: Annotated[int, "How high the logo is, in millimetres, from 6 to 30; 13 if left out."] = 0
    logo_place: Annotated[LogoPlace | None, "Where it stands to the name, if not where the design has it."] = None
    logo_holds_name: Annotated[bool, "With true, the name stands in the logo and is not printed beside it."] = False
    accent: Annotated[Colour, "Your colour, whatever it is; what is read is set in a shade of it."] = DEFAULT_ACCENT
    second: Annotated[Colour | None, "A second colour, for rules, ornament and the ground of panels."] = None
    ink: Annotated[Colour | None, "The colour of running text."] = None
    tint: Annotated[Colour | None, "The ground of panels."] = None
    font: Annotated[str, "A family made for reading."] = DEFAULT_FONT
    font_files: Annotated[FontFiles | None, "Letters of your own, in place of ‘font’."] = None
    header: Annotated[Phrase | None, "A line at the head of each page."] = None
    footer: Annotated[Phrase | None, "A line at the foot of each page."] = None
    credit: Annotated[Phrase | None, "A line beside the source of the texts, such as who adapted them."] = None
    address: Annotated[Phrase | None, "Street and town."] = None
    phone: str = ""
    email: str = ""
    website: str = ""
    people: Annotated[tuple[Person, ...], "Who works there."] = ()
    country: Annotated[str, "Two capitals: it decides the paper, and which crisis contacts are printed."] = "GB"
    languages: Annotated[tuple[str, ...], "Built when no language is asked for."] = ()
    paper: Annotated[Paper | None, "When it is not that of the country."] = None
    design: Annotated[str, "How the pages look."] = "clear"
    require: Annotated[Literal["draft", "translated", "reviewed"], "What a translation has to be."] = "draft"
    crisis: Annotated[tuple[Contact, ...], "Your own contacts, printed before those of the country."] = ()
    pages_at: Annotated[
        str, "Where pages for phones stand, such as https://example.org/pages; handouts show a code."
    ] = ""
    elsewhere: Annotated[str, "Where ‘Leave’ on a page for phones leads to: a page that tells nothing."] = ELSEWHERE
    embed_font: Annotated[bool, "With true, pages for phones bring the letters with them."] = False
    emergency: Annotated[str, "The number for an ambulance, in place of the country's."] = ""
    language: Annotated[str, "The language that the words of this file are in."] = SOURCE_LANGUAGE
    in_: Annotated[Mapping[Tag, PracticeWords], "The words in other languages, by their tags."] = field(
        default_factory=dict
    )
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def unnamed(self) -> Practice:
        """A practice with the same appearance, without name, contact details and crisis contacts: for leaves."""
        return Practice(
            self.place,
            accent=self.accent,
            second=self.second,
            ink=self.ink,
            tint=self.tint,
            font=self.font,
            font_files=self.font_files,
            country=self.country,
            languages=self.languages,
            paper=self.paper,
            design=self.design,
            require=self.require,
            elsewhere=self.elsewhere,
            embed_font=self.embed_font,
        )

    def palette(self, stock: Stock = PLAIN) -> Palette:
        """The palette of its colours, with the background colours of a collection."""
        return Palette.of(self.accent, self.second, self.ink, self.tint, stock)

    def at(self, name: str) -> Place:
        """The place of a field in the file; that of the whole practice if the field is left out."""
        return self.places.get(name, self.place)

    def check(self) -> Iterator[Problem]:
        """Problems that the types do not show: an unknown country or language, a wrong address, unusable fonts."""
        yield from unknown_country(self.country, self.at("country"))
        yield from unknown_languages(self.languages, self.at("languages"))
        yield from unknown_languages((self.language, *self.in_), self.at("language"))
        yield from self._twice()
        yield from self._logo()
        yield from self._addresses()
        for contact in self.crisis:
            yield from contact.check()
        if self.emergency:
            yield from undiallable(self.emergency, self.at("emergency"))
        try:
            stack(Language.of("en"), self.letters())
        except Refused as refused:
            at = self.font_files.place if self.font_files else self.at("font")
            yield from (replace(problem, place=at) for problem in refused.problems)

    def _twice(self) -> Iterator[Problem]:
        """Problems: entries that occur twice, too much for a page, and `font` beside `font_files`."""
        numbers = [contact.number for contact in self.crisis]
        doubles = [contact for at, contact in enumerate(self.crisis) if contact.number in numbers[:at]]
        for contact in doubles:
            yield Problem(contact.place, f"The number {contact.number} stands twice.", "Keep one of the two.")
        if len(set(self.languages)) < len(self.languages):
            yield Problem(self.at("languages"), "A language stands twice.", "Keep one of the two.")
        if self.font_files and self.font != DEFAULT_FONT:
            yield Problem(self.at("font"), "‘font’ and ‘font_files’ do not go together.", "Keep one of the two.")
        if self.header and len(self.header.plain()) > LONGEST_HEADER:
            sentence = f"‘header’ has {len(self.header.plain())} characters; there is room for {LONGEST_HEADER}."
            yield Problem(self.at("header"), sentence, "Shorten it, or write it under ‘footer’.")
        if len(self.people) > MOST_PEOPLE:
            sentence = f"{len(self.people)} people are more than the foot of a page can hold."
            yield Problem(self.at("people"), sentence, f"Name {MOST_PEOPLE} at most.")

    def _logo(self) -> Iterator[Problem]:
        """Problems: a height out of range, or `logo_holds_name` without a logo or a name."""
        if self.logo_height and not LOWEST_LOGO <= self.logo_height <= HIGHEST_LOGO:
            hint = f"Give millimetres from {LOWEST_LOGO} to {HIGHEST_LOGO}."
            yield Problem(self.at("logo_height"), f"‘logo_height’ is {self.logo_height}.", hint)
        if self.logo_holds_name and not (self.logo and self.name):
            lacking = "logo" if self.name else "name"
            sentence = f"With ‘logo_holds_name’ there has to be a ‘{lacking}’."
            hint = "The name is what is read to those who cannot see the logo." if lacking == "name" else "Add one."
            yield Problem(self.at("logo_holds_name"), sentence, hint)

    def _addresses(self) -> Iterator[Problem]:
        """Problems for a telephone number, e-mail address or web address that is not written correctly."""
        if self.phone and not re.search(r"[0-9]", self.phone):
            yield Problem(self.at("phone"), f"‘{self.phone}’ is not a telephone number.", "Write digits and spaces.")
        if self.email and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", self.email):
            sentence = f"‘{self.email}’ is not an e-mail address."
            yield Problem(self.at("email"), sentence, "Write it like us@example.org.")
        if self.website and not re.fullmatch(r"(https?://)?[^\s/@]+\.[^\s@]+", self.website):
            sentence = f"‘{self.website}’ is not a web address."
            yield Problem(self.at("website"), sentence, "Write it like example.org.")
        for name in ("pages_at", "elsewhere"):
            address = getattr(self, name)
            if address and not _OPENED.fullmatch(address):
                sentence = f"‘{address}’ is not an address that a phone can open safely."
                yield Problem(self.at(name), sentence, "Write it like https://example.org/pages.")

    @property
    def chose_letters(self) -> bool:
        """Whether the practice chooses a font, and does not leave the choice to the design."""
        return bool(self.font_files) or self.font != DEFAULT_FONT or "font" in self.places

    def letters(self) -> str | Family:
        """The font family: the name of a known one, or the practice's own files; raises Refused for unusable files."""
        return own(self.font_files.regular, self.font_files.bold) if self.font_files else self.font

    def sheet_of_paper(self) -> Paper:
        """The paper size of the practice, or else that of its country."""
        return self.paper or (Paper.LETTER if self.country in LETTER_TERRITORIES else Paper.A4)

    def lines(self, like: Phrase) -> PracticeLines:
        """The practice's lines in header and footer; `like` gives place and language to text that is not a phrase."""
        like = replace(self.name or like, parallel=None)
        contact = (replace(like, text=escape(part)) for part in self.contact_line())
        around = (self.name, self.strapline, self.header, self.footer, tuple(self._people(like)))
        return PracticeLines(*around, self.address, tuple(contact), in_logo=self.logo_holds_name)

    def _people(self, like: Phrase) -> Iterator[Phrase]:
        """One line for each person: name, title, registration."""
        for person in self.people:
            parts = (escape(person.name), person.title.text if person.title else "", escape(person.registration))
            told = person.title or like
            said = listed(filter(None, parts), Language.of(told.language).locale)
            yield replace(told, text=said, parallel=None)

    def contact_line(self) -> tuple[str, ...]:
        """Phone, e-mail and website, as far as given."""
        return tuple(part for part in (self.phone, self.email, self.website) if part)


@record
class Logo:
    """A logo as a PNG or JPEG picture, and the sanitised SVG from which the picture was made, if any."""

    data: bytes = field(repr=False)
    vector: bytes | None = field(default=None, repr=False)


@record
class Brand:
    """All that a writer needs of a practice: its words and logo, and design, palette and font for one style."""

    practice: Practice
    design: Design
    logo: bytes | None = field(default=None, repr=False)
    vector: bytes | None = field(default=None, repr=False)
    """The logo as SVG, where there is one; `logo` is then a picture of it."""
    on_dark: bool = False
    """Whether the logo is the one for a dark background."""
    font: str | Family = DEFAULT_FONT
    style: Style = Style.STANDARD
    """The style for which design, logo and font were chosen."""
    stock: Stock = PLAIN
    """The background colours of its pages."""

    @property
    def palette(self) -> Palette:
        """The colours for the style, computed when they are needed."""
        return Palette.low_ink() if self.style is Style.LOW_INK else self.practice.palette(self.stock)

    @property
    def logo_place(self) -> LogoPlace:
        """The position of the logo beside or above the name: as the practice chooses, or else the design."""
        return self.practice.logo_place or self.design.logo

    @property
    def centred(self) -> bool:
        """Whether the header is centred, by the design or by the position of the logo."""
        if self.logo is None or self.logo_place in ("left", "above"):
            return self.design.align == "centre"
        return self.logo_place == "centre"

    @property
    def grounded(self) -> bool:
        """Whether the header of the first page has a coloured background."""
        return self.design.grounded

    @property
    def plated(self) -> bool:
        """Whether the logo gets a white background, since it was not made for the colour of the header."""
        return self.design.header == "solid" and not self.on_dark

    def suited_to(self, document: Document) -> Brand:
        """The brand adapted to a document: the background colours of its collection, and larger type for easy read."""
        suited = replace(self, design=self.design.for_easy_read()) if document.easy_read else self
        own = self.design.tints == "practice" or self.style is Style.LOW_INK or document.stock == self.stock
        return suited if own else replace(suited, stock=document.stock)

    @classmethod
    def of(
        cls,
        practice: Practice,
        design: Design,
        style: Style,
        logo: bytes | Logo | None = None,
        on_dark: bytes | Logo | None = None,
    ) -> Brand:
        """Choose design, logo and font for a style; raises Refused for font files that cannot be used."""
        if style is Style.LARGE_PRINT:
            design = design.for_large_print()
        elif style is Style.LOW_INK:
            design = design.unfilled()
        dark = design.header == "solid" and on_dark is not None and practice.palette().on_solid == WHITE
        chosen = on_dark if dark else logo
        picture = Logo(chosen) if isinstance(chosen, bytes) else chosen
        data, vector = (picture.data, picture.vector) if picture else (None, None)
        letters = practice.letters() if practice.chose_letters else design.font
        return cls(practice, design, data, vector, dark, letters, style)
