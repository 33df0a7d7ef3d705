"""The practice whose name the handout carries: brand, contact, and the numbers it wants a client to have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .colours import TEXT_CONTRAST, WHITE, Colour, Palette, nearest_readable
from .design import Design
from .document import Paper, Style
from .phrases import Phrase
from .problems import Place, Problem

DEFAULT_ACCENT = Colour.parse("#2f6670")
LETTER_TERRITORIES = frozenset("US CA MX PH CL CO CR GT NI PA PR SV VE BO DO HN".split())
"""Countries that print on Letter (CLDR supplemental data, paperSize)."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that a client may call, as the practice wants it printed."""

    name: Phrase
    number: str
    hours: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """What `practice.yaml` says. Without one, a handout is still finished: no name, the standard accent."""

    place: Place
    name: Phrase | None = None
    strapline: Phrase | None = None
    logo: Path | None = None
    accent: Colour = DEFAULT_ACCENT
    font: str = "noto-sans"
    address: Phrase | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    footer: Phrase | None = None
    country: str = "GB"
    paper: Paper | None = None
    crisis: tuple[Contact, ...] = ()
    design: str = "clear"

    def check(self) -> Iterator[Problem]:
        """What is wrong beyond the shape: an accent too light for text, a country that does not exist."""
        if self.accent.contrast(WHITE) < TEXT_CONTRAST:
            shade = nearest_readable(self.accent, WHITE)
            yield Problem(
                self.place,
                f"The accent {self.accent} is too light to read as text on white.",
                f"The nearest shade that can be read is ‘{shade}’.",
            )
        if not (len(self.country) == 2 and self.country.isalpha() and self.country.isupper()):
            yield Problem(self.place, f"‘{self.country}’ is not a country code.", "Use two capitals, such as GB or US.")

    def sheet_of_paper(self) -> Paper:
        """The paper of the country, unless the practice names one."""
        return self.paper or (Paper.LETTER if self.country in LETTER_TERRITORIES else Paper.A4)

    def contact_line(self) -> tuple[str, ...]:
        """Phone, e-mail and website, those there are."""
        return tuple(part for part in (self.phone, self.email, self.website) if part)


@dataclass(frozen=True, slots=True)
class Brand:
    """The practice as a writer sees it: its words and logo, with the design and palette for one style."""

    practice: Practice
    design: Design
    palette: Palette
    logo: bytes | None = field(default=None, repr=False)

    @classmethod
    def of(cls, practice: Practice, design: Design, style: Style, logo: bytes | None = None) -> Brand:
        """Settle design and palette for the style."""
        match style:
            case Style.LARGE_PRINT:
                return cls(practice, design.enlarged(), Palette.of(practice.accent), logo)
            case Style.LOW_INK:
                return cls(practice, design.unfilled(), Palette.low_ink(), logo)
            case Style.STANDARD:
                return cls(practice, design, Palette.of(practice.accent), logo)
