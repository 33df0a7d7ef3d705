"""How this handout looks, in Word's measures: what styles, theme and body all need to know.

Twips are twentieths of a point, half-points are Word's type sizes, eighths of a point its lines.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from ..definitions.practice import Brand
from ..document import Document, Paper, Style
from ..document.design import Design
from ..document.measures import MM
from ..document.rhythm import DENSITIES, DRAWN, LAST, LINE, SPARING, Rhythm, design_at, spared_lines
from ..fonts.faces import face_of, letters_of
from ..fonts.families import Family
from ..fonts.scripts import COMPLEX, EXACT, LEAST, TALL
from ..foundation.colours import BLACK, WHITE, Colour
from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..foundation.palette import Palette
from ..foundation.records import record
from .typefaces import Typefaces

ThemeColour = Literal[
    "ink", "quiet", "accent", "tint", "band", "hairline", "border", "solid", "on_solid", "ornament", "rule", "paper",
    "head", "white",
]  # fmt: skip
_THEME: dict[ThemeColour, tuple[str, ThemeColour]] = {
    "ink": ("text1", "ink"),
    "quiet": ("text2", "quiet"),
    "accent": ("accent1", "accent"),
    "tint": ("background2", "tint"),
    "band": ("accent5", "band"),
    "hairline": ("accent1", "accent"),
    "border": ("accent4", "border"),
    "solid": ("accent2", "solid"),
    "on_solid": ("text1", "ink"),
    "ornament": ("accent3", "ornament"),
    "rule": ("accent6", "rule"),
    "paper": ("accent5", "band"),
    "head": ("accent1", "accent"),
    "white": ("background1", "white"),
}
"""For each colour of the palette the colour of the theme that it is, or is a lighter shade of."""


_ROOMY = 1.46
"""The height of a font's own line, as a multiple of its size, from which on it would draw our lines apart."""


_HIGHEST = 1.16
"""How high a line of Latin letters is at least, as a multiple of their size: four fifths are a capital with its accent.
"""


def own_line(language: Language, family: str | Family) -> float:
    """The ascent and descent of the font of a language together, in em: the height of a line that Word takes."""
    face = face_of(language, family)
    return face.ascent - face.descent


def tick_hang(context: StyleContext) -> float:
    """How far the words beside a tick box are set in, in points."""
    return context.design.sizes.body * 1.8


def twips(points: float) -> int:
    """Points as twentieths."""
    return round(points * 20)


@record
class StyleContext:
    """Design, colours and letters of one handout, on its paper and in its language."""

    language: Language
    country: str
    design: Design
    rhythm: Rhythm
    palette: Palette
    paper: Paper
    faces: Typefaces
    family: str | Family
    sparing: int = 0
    """By how many steps room to write is given up."""
    told: bool = False
    """Whether lines are told their height, that of a PDF, instead of taking what their font asks for."""
    parted: bool = False
    """Whether the closing takes but the last paragraph of a panel along, and the foot of later pages is brief.

    Else what is kept together there would be higher than a page, and whom to call might stand on one by itself.
    """
    guests: tuple[str, ...] = ()
    """The languages of the practice, by their tags."""

    @classmethod
    def of(cls, document: Document, brand: Brand) -> StyleContext:
        """The look of a document in a brand, set closer as a PDF is to save a page; large print keeps its air."""
        practice, language = brand.practice, document.language
        return cls(
            language=language,
            country=practice.country,
            design=brand.design,
            rhythm=Rhythm.of(brand.design, EXACT.get(letters_of(language, brand.font), 1.0), _density(brand)),
            palette=brand.palette,
            paper=document.output_options.paper,
            faces=Typefaces.of(language, brand.font),
            family=brand.font,
            guests=practice.languages,
        )

    def closer(self, brand: Brand) -> Iterator[StyleContext]:
        """The same in lower lines, then with less room to write by step after step, for a sheet that would spill."""
        if brand.style is not Style.LARGE_PRINT:
            for density, much in (DENSITIES[-1], 0), *SPARING[1::2], SPARING[-1]:
                closer = replace(self, design=design_at(brand.design, density), sparing=much, told=True)
                yield replace(closer, rhythm=Rhythm.of(closer.design, closer.tall, density))

    def room(self, lines: int) -> int:
        """How many writing lines there are where so many were asked for: fewer, where it is sparing."""
        return spared_lines(lines, self.sparing)

    @property
    def drawn(self) -> float:
        """The share of its height that a drawing over the full width has, and the least height of a row.

        Whatever gives up more than one step stands in the closest measures.
        """
        return DRAWN if self.closest else 1.0

    @property
    def brief(self) -> bool:
        """Whether only the first page says how to reach the practice."""
        return self.parted or self.sparing >= LAST

    @property
    def closest(self) -> bool:
        """Whether all is set as close as it may be, before a sheet takes a page more."""
        return self.sparing > 1

    @property
    def region(self) -> str:
        """The language of the handout as Word names it."""
        return territory_tag(self.language, self.country)

    @property
    def guest(self) -> Language:
        """The language of words in Latin letters in a handout in another script: one of the practice's, or English."""
        return next((it for it in map(Language.of, self.guests) if it.script == "Latn"), Language.of(SOURCE_LANGUAGE))

    @property
    def complex(self) -> bool:
        """Whether the text stands in Word's complex-script slots."""
        return self.language.script in COMPLEX

    @property
    def letters(self) -> str:
        """The ISO 15924 code of its letters: Aran where they stand on sloping lines."""
        return letters_of(self.language, self.family)

    @property
    def smaller(self) -> float:
        """The share of their size at which letters of complex scripts are set, where they stand very high."""
        return face_of(self.language, self.family).share

    @property
    def roomy(self) -> bool:
        """Whether the fonts ask for so much room that lines have to be told their height."""
        return self.told or self.letters in EXACT or self._drawn_apart

    @property
    def _drawn_apart(self) -> bool:
        """Whether the letters are of a script that needs no more room, in a font that takes it all the same."""
        return not self.complex and own_line(self.language, self.family) > _ROOMY

    @property
    def tall(self) -> float:
        """How much higher lines are than those of Latin letters."""
        own = TALL.get(self.letters, 1.0) if self.told else 1.0
        return EXACT.get(self.letters, own)

    @property
    def leading(self) -> float:
        """The distance of baselines in running text, as a multiple of the size."""
        return self.rhythm.step * LINE / self.design.sizes.body

    def line(self, size: float, tight: float = 1.0) -> float:
        """The height of a line of letters of a size, both in points, on the grid of the page; a told one may leave it.

        A told line is that of a PDF, but for the room over its letters that programs cut off: they stand four fifths
        down.
        """
        ratio = self.design.leading * self.tall * tight
        if self.told:
            return max(size * self.least, self.rhythm.lines(size, ratio))
        return self.rhythm.lines(size, ratio, self.least if self.letters in EXACT else 1.2 if self.roomy else 1.15)

    @property
    def least(self) -> float:
        """The least height of a line that is told it, as a multiple of the size of its letters."""
        return LEAST.get(self.letters, _HIGHEST * self.tall)

    @property
    def around(self) -> float:
        """The height of a line of head or foot, as a multiple of the size of its letters."""
        return self.least if self.sparing else max(1.35, self.least)

    @property
    def decimal(self) -> str:
        """The mark before decimals."""
        from babel.numbers import get_decimal_symbol

        return get_decimal_symbol(self.language.locale)

    @property
    def measure(self) -> float:
        """The width of the text in points."""
        return self.paper.points[0] - 2 * self.design.margins.side * MM

    @property
    def pitch(self) -> float:
        """The distance of writing lines in points."""
        return self.rhythm.pitch

    def shade(self, ink: ThemeColour, prefix: str = "theme") -> dict[str, str]:
        """The attributes that tie a colour to the theme, such as `themeColor` and `themeTint`."""
        slot, base = _THEME[ink]
        colour = self._colour(ink)
        if colour == WHITE:
            return {f"{prefix}": "background1"}
        if ink == "on_solid" and colour == BLACK:
            return {}
        share = _tint(getattr(self.palette, base), colour)
        return {prefix: slot} | ({f"{_TINTS[prefix]}": f"{share:02X}"} if share < 0xFC else {})

    def hex(self, ink: ThemeColour) -> str:
        """The colour itself, for programs that do not read themes."""
        return self._colour(ink).hex

    def _colour(self, ink: ThemeColour) -> Colour:
        return WHITE if ink == "white" else getattr(self.palette, ink)


def _density(brand: Brand) -> int:
    """Set closer, as the PDF is where that saves a page: Word cannot find out by itself. Large print keeps its air."""
    return 0 if brand.style is Style.LARGE_PRINT else DENSITIES[-1]


_TINTS = {"themeColor": "themeTint", "themeFill": "themeFillTint"}


def _tint(base: Colour, colour: Colour) -> int:
    """How much of the base is left in its lighter shade, of 255; Word mixes by lightness (HSL)."""
    if base == colour:
        return 255
    lights = [colorsys.rgb_to_hls(it.red / 255, it.green / 255, it.blue / 255)[1] for it in (base, colour)]
    return round(255 * min(1.0, (1 - lights[1]) / max(0.01, 1 - lights[0])))


@lru_cache(maxsize=256)
def territory_tag(language: Language, country: str) -> str:
    """The language as Word names it, with a country: the practice's own where the language is official there."""
    from babel.languages import get_official_languages

    subtags = language.tag.split("-")
    if any(len(subtag) == 2 and subtag.isupper() for subtag in subtags[1:]):
        return language.tag
    home = subtags[0] in get_official_languages(country, de_facto=True)
    territory = country if home else language.territory
    named = subtags[0] if subtags[0] == "zh" else language.tag
    return f"{named}-{territory}" if len(territory) == 2 else language.tag
