"""The appearance of one handout in Word's units, which styles, theme and body all need.

Twips are twentieths of a point; type sizes are in half-points and borders in eighths of a point.
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
from ..fonts.script_measures import COMPLEX, EXACT, LEAST, TALL
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
"""For each palette colour, the theme colour to use, and the palette colour of which it may be a lighter shade."""


_ROOMY = 1.46
"""The natural height of a font's line in em, above which lines need an exact height to keep their leading."""


_HIGHEST = 1.16
"""The least height of a line of Latin letters, in em: four fifths of it hold a capital letter with an accent."""


def own_line(language: Language, family: str | Family) -> float:
    """The ascent and descent of a language's font together, in em: the natural line height in Word."""
    face = face_of(language, family)
    return face.ascent - face.descent


def tick_hang(context: StyleContext) -> float:
    """How far the words beside a tick box are set in, in points."""
    return context.design.sizes.body * 1.8


def twips(points: float) -> int:
    """Convert points to twips (twentieths of a point)."""
    return round(points * 20)


@record
class StyleContext:
    """Design, colours and fonts of one handout, with its paper and its language."""

    language: Language
    country: str
    design: Design
    rhythm: Rhythm
    palette: Palette
    paper: Paper
    faces: Typefaces
    family: str | Family
    sparing: int = 0
    """The number of steps by which writing space is reduced to save a page; 0 for none."""
    bare: bool = False
    """Whether drawings beside words without an answer are left out to save a page."""
    told: bool = False
    """Whether lines have a set height, as in the PDF, instead of the height of their font."""
    parted: bool = False
    """Whether only the last paragraph of a panel is kept with the closing, and the footer of later pages is short.

    Without it, all that is kept together would be higher than a page, and the crisis contacts might be alone on one.
    """
    guests: tuple[str, ...] = ()
    """The languages of the practice, by their tags."""

    @classmethod
    def of(cls, document: Document, brand: Brand) -> StyleContext:
        """The context of a document and a brand, as close as a PDF that saves a page; large print keeps its spacing."""
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
        """Yield the same in lower lines, then with ever fewer writing lines, to save pages; nothing for large print.

        Drawings beside words are left out only where the closest spacing with them has not sufficed.
        """
        if brand.style is not Style.LARGE_PRINT:
            steps = [(*it, False) for it in ((DENSITIES[-1], 0), *SPARING[1::2])]
            for density, much, bare in (*steps, (*SPARING[1::2][-1], True), (*SPARING[-1], True)):
                closer = replace(self, design=design_at(brand.design, density), sparing=much, told=True, bare=bare)
                yield replace(closer, rhythm=Rhythm.of(closer.design, closer.tall, density))

    def room(self, lines: int) -> int:
        """The number of writing lines for a number asked for: fewer where space is saved."""
        return spared_lines(lines, self.sparing)

    @property
    def drawn(self) -> float:
        """The factor for the height of a full-width drawing, and for the least height of a drawing's row.

        It is below 1 in the closest layout only.
        """
        return DRAWN if self.closest else 1.0

    @property
    def brief(self) -> bool:
        """Whether contact details are only on the first page."""
        return self.parted or self.sparing >= LAST

    @property
    def closest(self) -> bool:
        """Whether spacing is at its least, the last means before a sheet takes another page."""
        return self.sparing > 1

    @property
    def region(self) -> str:
        """The language tag of the handout with a country, as Word expects it."""
        return territory_tag(self.language, self.country)

    @property
    def guest(self) -> Language:
        """The language of words in Latin letters in a handout in another script: one of the practice's, or English."""
        return next((it for it in map(Language.of, self.guests) if it.script == "Latn"), Language.of(SOURCE_LANGUAGE))

    @property
    def complex(self) -> bool:
        """Whether Word uses its complex-script properties for the text."""
        return self.language.script in COMPLEX

    @property
    def letters(self) -> str:
        """The ISO 15924 code of the script; Aran for Arabic letters in the Nastaliq style."""
        return letters_of(self.language, self.family)

    @property
    def smaller(self) -> float:
        """The factor for type sizes of complex scripts: below 1 for fonts with very high letters (Nastaliq), else 1."""
        return face_of(self.language, self.family).share

    @property
    def roomy(self) -> bool:
        """Whether lines need a set height, because the font's own line is too high or space is saved."""
        return self.told or self.letters in EXACT or self._drawn_apart

    @property
    def _drawn_apart(self) -> bool:
        """Whether the script needs no higher lines, but the font asks for them."""
        return not self.complex and own_line(self.language, self.family) > _ROOMY

    @property
    def tall(self) -> float:
        """The factor by which lines are higher than those of Latin letters."""
        own = TALL.get(self.letters, 1.0) if self.told else 1.0
        return EXACT.get(self.letters, own)

    @property
    def leading(self) -> float:
        """The leading (distance of baselines) of running text, as a multiple of the type size."""
        return self.rhythm.step * LINE / self.design.sizes.body

    def line(self, size: float, tight: float = 1.0) -> float:
        """The line height for a type size, both in points, in whole grid steps except where the least height is more.

        If heights are set (`told`), it is that of the PDF, but at least `least` times the size: programs put the
        baseline four fifths down and cut off higher letters.
        """
        ratio = self.design.leading * self.tall * tight
        if self.told:
            return max(size * self.least, self.rhythm.lines(size, ratio))
        return self.rhythm.lines(size, ratio, self.least if self.letters in EXACT else 1.2 if self.roomy else 1.15)

    @property
    def least(self) -> float:
        """The least exact line height, as a multiple of the type size."""
        return LEAST.get(self.letters, _HIGHEST * self.tall)

    @property
    def around(self) -> float:
        """The line height of headers and footers, as a multiple of the type size."""
        return self.least if self.sparing else max(1.35, self.least)

    @property
    def decimal(self) -> str:
        """The decimal separator of the language."""
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
            return {prefix: "background1"}
        if ink == "on_solid" and colour == BLACK:
            return {}
        share = _tint(getattr(self.palette, base), colour)
        return {prefix: slot} | ({_TINTS[prefix]: f"{share:02X}"} if share < 0xFC else {})

    def hex(self, ink: ThemeColour) -> str:
        """The colour as six hex digits, for programs that do not read themes."""
        return self._colour(ink).hex

    def _colour(self, ink: ThemeColour) -> Colour:
        return WHITE if ink == "white" else getattr(self.palette, ink)


def _density(brand: Brand) -> int:
    """The density of the layout: that of a PDF that saves a page, since Word cannot choose; 0 for large print."""
    return 0 if brand.style is Style.LARGE_PRINT else DENSITIES[-1]


_TINTS = {"themeColor": "themeTint", "themeFill": "themeFillTint"}


def _tint(base: Colour, colour: Colour) -> int:
    """The tint of a colour against its base, from 0 to 255 (unchanged); Word mixes with white by HSL lightness."""
    if base == colour:
        return 255
    lights = [colorsys.rgb_to_hls(it.red / 255, it.green / 255, it.blue / 255)[1] for it in (base, colour)]
    return round(255 * min(1.0, (1 - lights[1]) / max(0.01, 1 - lights[0])))


@lru_cache(maxsize=256)
def territory_tag(language: Language, country: str) -> str:
    """The language tag with a country as Word expects it: the practice's own if the language is official there."""
    from babel.languages import get_official_languages

    subtags = language.tag.split("-")
    if any(len(subtag) == 2 and subtag.isupper() for subtag in subtags[1:]):
        return language.tag
    home = subtags[0] in get_official_languages(country, de_facto=True)
    territory = country if home else language.territory
    named = subtags[0] if subtags[0] == "zh" else language.tag
    return f"{named}-{territory}" if len(territory) == 2 else language.tag
