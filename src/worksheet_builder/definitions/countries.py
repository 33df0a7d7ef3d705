"""The codes of countries that a practice can name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..foundation.problems import Place, Problem


def is_country(code: str) -> bool:
    """Whether a code is that of a country (ISO 3166-1 alpha-2)."""
    return code in _names()


def unknown_country(code: str, place: Place) -> Iterator[Problem]:
    """A problem if a code is not that of a country, with the code that was probably meant (CLDR territories)."""
    names = _names()
    if code in names:
        return
    from babel.core import get_global

    aliases = get_global("territory_aliases").get(code.upper(), [])
    by_name = {name.lower(): key for key, name in names.items()} | {"england": "GB", "scotland": "GB", "wales": "GB"}
    near = difflib.get_close_matches(code.lower(), by_name, n=1, cutoff=0.75)
    meant = [*aliases, *([code.upper()] if code.upper() in names else []), *(by_name[name] for name in near)]
    meant = [key for key in meant if key in names]
    hint = f"Did you mean {meant[0]}, {names[meant[0]]}?" if meant else "Use two capitals, such as GB or US."
    yield Problem(place, f"‘{code}’ is not a country code.", hint)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """The English names of countries by their codes (ISO 3166-1 alpha-2, from CLDR)."""
    from babel import Locale

    territories = Locale("en").territories.items()
    return {key: str(name) for key, name in territories if re.fullmatch("(?!ZZ|XA|XB|EU|EZ|UN|QO)[A-Z]{2}", key)}
