"""The fonts of a Word file: theme fonts by name, and substitutes for computers that do not have them.

Word replaces a missing font by the first of `w:altName` in the font table that it has; the names are those of Windows
and macOS, so that a handout keeps its appearance on a computer without Noto.
"""

from __future__ import annotations

from functools import lru_cache

from ..fonts.families import Family, east_asian, stack
from ..fonts.script_measures import COMPLEX
from ..foundation.languages import Language
from ..foundation.records import record
from ..ooxml.content_control_parts import TICK_FONT
from ..ooxml.markup import w

_STAND_INS = {
    TICK_FONT: "Apple Symbols,Noto Sans Symbols2,DejaVu Sans,MS Gothic",
    "Atkinson Hyperlegible": "Verdana,Segoe UI,Arial",
    "Lexend": "Verdana,Segoe UI,Arial",
    "Literata": "Georgia,Charter,Cambria",
    "Open Sans": "Segoe UI,Verdana,Arial",
    "Noto Sans": "Segoe UI,Helvetica Neue,Arial",
    "Noto Sans Arabic": "Segoe UI,Geeza Pro,Arial",
    "Noto Nastaliq Urdu": "Urdu Typesetting,Jameel Noori Nastaleeq,Noto Nastaliq Urdu UI",
    "Noto Sans Hebrew": "Segoe UI,Arial Hebrew,Arial",
    "Noto Sans Devanagari": "Nirmala UI,Kohinoor Devanagari,Mangal",
    "Noto Sans Bengali": "Nirmala UI,Kohinoor Bangla,Vrinda",
    "Noto Sans Gurmukhi": "Nirmala UI,Gurmukhi MN,Raavi",
    "Noto Sans Gujarati": "Nirmala UI,Kohinoor Gujarati,Shruti",
    "Noto Sans Oriya": "Nirmala UI,Oriya MN,Kalinga",
    "Noto Sans Tamil": "Nirmala UI,Tamil MN,Latha",
    "Noto Sans Telugu": "Nirmala UI,Kohinoor Telugu,Gautami",
    "Noto Sans Kannada": "Nirmala UI,Kannada MN,Tunga",
    "Noto Sans Malayalam": "Nirmala UI,Malayalam MN,Kartika",
    "Noto Sans Sinhala": "Nirmala UI,Sinhala MN,Iskoola Pota",
    "Noto Sans Thai": "Leelawadee UI,Thonburi,Tahoma",
    "Noto Sans Lao": "Leelawadee UI,Lao MN,DokChampa",
    "Noto Sans Khmer": "Leelawadee UI,Khmer MN,Khmer UI",
    "Noto Sans Myanmar": "Myanmar Text,Myanmar MN",
    "Noto Sans Ethiopic": "Ebrima,Kefa,Nyala",
    "Noto Sans Armenian": "Segoe UI,Mshtakan,Sylfaen",
    "Noto Sans Georgian": "Segoe UI,Helvetica Neue,Sylfaen",
    "Noto Sans CJK SC": "Microsoft YaHei,PingFang SC",
    "Noto Sans CJK TC": "Microsoft JhengHei,PingFang TC",
    "Noto Sans CJK HK": "Microsoft JhengHei,PingFang HK",
    "Noto Sans CJK JP": "Yu Gothic,Hiragino Sans",
    "Noto Sans CJK KR": "Malgun Gothic,Apple SD Gothic Neo",
}
_SANS = "020B0604020202020204"
"""PANOSE number of a humanist sans serif, by which Word chooses a substitute as a last resort."""
_SERIF = "02040503050306020203"
"""PANOSE number of a sturdy text face with serifs."""
_WITH_SERIFS = frozenset(("Literata",))


@record
class Typefaces:
    """The fonts for Latin, complex-script and East Asian text; the last two are empty if the language needs none."""

    latin: str
    complex: str = ""
    east_asian: str = ""

    @classmethod
    def of(cls, language: Language, family: str | Family) -> Typefaces:
        """The fonts of a language in a family, with the default font of the script if the family lacks it."""
        return _typefaces(language, family)

    def names(self) -> tuple[str, ...]:
        """The font names, each once."""
        return tuple(dict.fromkeys(name for name in (self.latin, self.complex, self.east_asian) if name))

    def table(self) -> str:
        """The entries of the font table."""
        return "".join(map(_entry, sorted((*self.names(), TICK_FONT))))


@lru_cache(maxsize=256)
def _typefaces(language: Language, family: str | Family) -> Typefaces:
    latin = stack(Language.of("en"), family).name
    if slot := east_asian(language):
        return Typefaces(latin, east_asian=slot)
    name = stack(language, family).name
    return Typefaces(latin, complex=name) if language.script in COMPLEX else Typefaces(name)


def _entry(name: str) -> str:
    return w(
        "font",
        w("altName", val=_STAND_INS.get(name, _STAND_INS["Noto Sans"])),
        w("panose1", val=_SERIF if name in _WITH_SERIFS else _SANS),
        w("charset", val="00"),
        w("family", val="roman" if name in _WITH_SERIFS else "swiss"),
        w("pitch", val="variable"),
        name=name,
    )
