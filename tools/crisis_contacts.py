"""Write docs/crisis-contacts.md, what is known of each country and what is not: ``python tools/crisis_contacts.py``.

The state is that of the last day on which a source was read: the page changes with the file, not with the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from babel import Locale
from babel.languages import get_official_languages

from worksheet_builder.definitions.contact_freshness import Freshness
from worksheet_builder.definitions.country_contacts import Country, CountryContacts, Listed
from worksheet_builder.foundation.languages import SOURCE_LANGUAGE, Language
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_contacts

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/crisis-contacts.md"
TERRITORIES = {
    code: name
    for code, name in Locale("en").territories.items()
    if re.fullmatch("(?!ZZ|XA|XB|EU|EZ|UN|QO|AC|CP|CQ|DG|EA|IC|TA)[A-Z]{2}", code)
}
"""By code, without those that are no countries of ISO 3166."""
HEAD = """\
# Crisis lines and emergency numbers

<!-- Written by tools/crisis_contacts.py; run it again when contacts.yaml or the languages have changed. -->

What is printed depends on the day of the build. This page shows **{day}**. The rules are these.

- Nobody dialled these numbers for the file. The therapist’s edition says where each is from, and asks for one call.
- A line is printed for a year from the day that its source speaks of. One whose source says no day is printed for three
  months from the day it was read, and is to be checked from the first.
- A number that law or numbering plan set aside for its line is *permanent*: a short code of the country, or 116 123. It
  stays when its source is old, and the practice is told to check it.
- The emergency number is the one for an ambulance. It is printed where two independent lists agree. Where they do not,
  or no single number serves the country, the page says “your local emergency number”.
- `build`, `pack`, `practice check` and `doctor` say in one line what is withheld, unknown or to be checked, every time.
  A practice names what it has rung itself under `crisis`, and its own `emergency` number, in practice.yaml.

## By language

For each language that worksheets are offered in, the countries in which it is an official language (CLDR). A line that
is withheld on this day is no line for a client, and counts as a gap.
"""


def text() -> str:
    """The page."""
    directory = read_contacts()
    day = max(fact.read for country in directory.countries.values() for fact in country.contacts)
    library = Library.open(ROOT)
    parts = [HEAD.format(day=day)]
    for tag in (SOURCE_LANGUAGE, *(it for it in library.languages if it != SOURCE_LANGUAGE)):
        parts += [*_language(directory, tag, day), ""]
    return "\n".join([*parts, *_countries(directory, day)]).rstrip() + "\n"


def homes(tag: str) -> list[str]:
    """The countries in which the language is official, by their names."""
    base = tag.split("-")[0]
    codes = [
        code
        for code in TERRITORIES
        if base in {it.split("_")[0] for it in get_official_languages(code, regional=False, de_facto=True)}
    ]
    return sorted(codes, key=TERRITORIES.__getitem__)


def _language(directory: CountryContacts, tag: str, day: date) -> Iterator[str]:
    yield f"### {Language.of(tag).english_name}\n"
    yield "| Country | Lines printed on a page in this language | Gap |"
    yield "|---|---|---|"
    missing = []
    for code in homes(tag):
        known = directory.countries.get(code.lower(), Country(place=Place(""))).contacts
        shown = directory.help_in(code, tag, day).contacts
        if not known:
            missing.append(TERRITORIES[code])
            continue
        withheld = [_line(it) for it in known if it.freshness(day) is Freshness.EXPIRED]
        gap = "" if any(it.speaks(tag) for it in shown) else "nobody known to answer in it" if shown else "no line"
        told = "; ".join(filter(None, (gap, withheld and f"withheld: {', '.join(withheld)}")))
        yield f"| {TERRITORIES[code]} | {'; '.join(_line(it) for it in shown)} | {told} |"
    if missing:
        yield f"\nGap, no line is known: {', '.join(missing)}."


def _line(contact: Listed) -> str:
    return f"{contact.number.replace('*', '&#42;')} {contact.name.plain()}"


def _countries(directory: CountryContacts, day: date) -> Iterator[str]:
    yield "## By country\n"
    yield "| Country | Ambulance | Line | Source | Day of the source | On this day |"
    yield "|---|---|---|---|---|---|"
    for code in sorted(directory.countries, key=lambda it: TERRITORIES[it.upper()]):
        country = directory.countries[code]
        urgent = country.emergency.number if country.emergency else f"none: {country.unsure}"
        rows = [_row(it, day) for it in country.contacts] or ["none known | | |"]
        for at, row in enumerate(rows):
            yield f"| {'' if at else TERRITORIES[code.upper()]} | {'' if at else urgent} | {row} |"


def _row(contact: Listed, day: date) -> str:
    dated = str(contact.as_of) if contact.as_of else f"not said; read {contact.read}"
    state = {Freshness.CURRENT: "printed", Freshness.AGEING: "printed, to be checked", Freshness.EXPIRED: "withheld"}
    kept = ", permanent" if contact.permanent else ""
    host = re.sub(r"^https?://(www\.)?([^/:]+).*", r"\2", contact.source)
    return f"{_line(contact)} | [{host}](<{contact.source}>) | {dated} | {state[contact.freshness(day)]}{kept}"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
    print(PAGE.relative_to(ROOT))
