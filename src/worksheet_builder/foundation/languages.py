"""Languages: tag, script, direction, digits, names and dates, from CLDR through Babel (other calendars: ICU)."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, NewType

from .records import record

if TYPE_CHECKING:
    from babel import Locale

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Tag = NewType("Tag", str)
"""The BCP 47 tag of a language, such as es or zh-Hans."""


_ZEROS = {"arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "mymr": 0x1040, "tibt": 0xF20, "adlm": 0x1E950}
"""The code point of zero in each numbering system that is the default of a language in CLDR; Babel has no digits."""


_JOINING = frozenset(("Adlm", "Arab", "Mand", "Nkoo", "Rohg", "Syrc"))
"""Right-to-left scripts whose letters join."""


SOURCE_LANGUAGE = "en"
"""The tag of the language that worksheets are written in and translated from."""
PSEUDO = {"qps-ploc": "Pseudo-language, accented", "qps-plocm": "Pseudo-language, mirrored"}
"""The tags and names of pseudo-languages for testing layouts; the second is written from right to left."""


class UnknownLanguage(ValueError):
    """The tag is not a language that CLDR knows."""


@record
class Language:
    """A language by its BCP 47 tag, with `script` as an ISO 15924 code and `rtl` for right-to-left text."""

    tag: str
    script: str
    territory: str
    rtl: bool
    name: str
    english_name: str

    @classmethod
    def of(cls, tag: str) -> Language:
        """Look the tag up in CLDR; raises UnknownLanguage."""
        return _language(tag)

    @property
    def joins_to_the_left(self) -> bool:
        """Whether letters join and run from right to left, which many programs cannot show in form fields."""
        return self.rtl and self.script in _JOINING

    @property
    def locale(self) -> Locale:
        """Babel's locale for this language."""
        return _locale(self.tag)

    @property
    def numbering(self) -> str:
        """The numbering system of its digits by CLDR's name: latn, arab, arabext, deva."""
        return str(self.locale.default_numbering_system)

    def number(self, value: int) -> str:
        """The number in the language's own digits and grouping."""
        return _number(self, value)

    @property
    def decimal_mark(self) -> str:
        """The decimal separator."""
        return self._symbol("decimal")

    @property
    def group_mark(self) -> str:
        """The grouping separator, between thousands."""
        return self._symbol("group")

    def _symbol(self, name: str) -> str:
        symbols = self.locale.number_symbols  # CLDR leaves out those that are the same as beside Latin digits
        return str({**symbols["latn"], **symbols.get(self.numbering, {})}[name])

    def day(self, value: date, locale: Locale) -> str:
        """The date as the language writes it in the country of the locale: the medium format of CLDR.

        If CLDR prefers another calendar for the locale, as for Persian, the date in that calendar, in its long format.
        """
        from babel.dates import format_date

        own = _in_another_calendar(value, str(locale))
        return self.digits(own or format_date(value, "medium", locale=locale))

    def digits(self, text: str) -> str:
        """The text with the digits 0 to 9 replaced by those of the language."""
        zero = _ZEROS.get(self.numbering)
        return text.translate({ord("0") + digit: zero + digit for digit in range(10)}) if zero else text


@lru_cache(maxsize=256)
def _locale(tag: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    if not _TAG.fullmatch(tag):
        raise UnknownLanguage(tag)
    if tag in PSEUDO:
        return Locale("en")
    try:
        return Locale.parse(tag, sep="-", resolve_likely_subtags=True)
    except (ValueError, UnknownLocaleError) as error:
        raise UnknownLanguage(tag) from error


@lru_cache(maxsize=256)
def _language(tag: str) -> Language:
    if tag in PSEUDO:
        return Language(tag, "Latn", "001", tag.endswith("m"), PSEUDO[tag], PSEUDO[tag])
    locale = _locale(tag)
    script, territory = _likely(locale)
    return Language(
        tag=tag,
        script=script,
        territory=territory,
        rtl=locale.character_order == "right-to-left",
        name=locale.get_display_name(locale) or tag,
        english_name=locale.get_display_name("en") or tag,
    )


def _likely(locale: Locale) -> tuple[str, str]:
    """The script and the territory of a locale; if it names none, CLDR's likely subtags."""
    from babel.core import get_global, parse_locale

    likely = get_global("likely_subtags")
    full = likely.get(str(locale)) or likely.get(locale.language, "")
    _, territory, script, *_ = parse_locale(full) if full else (None, None, None)
    return locale.script or script or "Latn", locale.territory or territory or "001"


@lru_cache(maxsize=256)
def inheritance(tag: str) -> tuple[str, ...]:
    """The tag and those it inherits texts from, the nearest first: es-MX, es-419, es; zh-CN, zh-Hans-CN, zh-Hans, zh.

    These are CLDR's parent locales (UTS #35, Locale Inheritance) in the same script. For a tag without a country, the
    tag with CLDR's likely country comes last. Raises UnknownLanguage.
    """
    from babel.core import get_global

    if tag in PSEUDO:
        return (tag,)
    locale = _locale(tag)  # `Language.of` would load more: a list of all worksheets asks for every language
    script, territory = _likely(locale)
    found, name = [tag], str(locale)
    exceptions = get_global("parent_exceptions")
    while name:
        found.append(name.replace("_", "-"))
        name = exceptions.get(name) or name.rpartition("_")[0]
    main = locale.language
    found += [f"{main}-{script}"] if tag == main else []
    found += [f"{main}-{territory}"] if locale.territory is None else []
    return tuple(it for it in dict.fromkeys(found) if _likely(_locale(it))[0] == script)


@lru_cache(maxsize=1024)
def _in_another_calendar(value: date, locale: str) -> str:
    """The date in the preferred calendar of the locale, in Latin digits (ICU); empty if that is the Gregorian one."""
    from icu4py.messageformat import MessageFormat

    noon = datetime.combine(value, time(12))
    said = str(MessageFormat("{day, date, long}", f"{locale}@numbers=latn").format({"day": noon}))
    return "" if str(value.year) in said else said


@lru_cache(maxsize=4096)
def _number(language: Language, value: int) -> str:
    from babel.numbers import format_decimal

    return language.digits(format_decimal(value, locale=language.locale, numbering_system="default"))
