"""Faults put into rows of the catalogues, each with the right words, and which of them the checks find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.language_files import built_in_locales
from worksheet_builder.translation.glossary import Glossary, glossary_of
from worksheet_builder.translation.language_facts import Facts, language_of
from worksheet_builder.translation.quality import ADVICE, CHECKS, CheckedString

FILE = Path(__file__).parent / "seeded_faults.tsv"


@dataclass(frozen=True)
class Seeded:
    """A row of a catalogue, right and wrong."""

    language: str
    kind: str
    address: str
    english: str
    right: str
    wrong: str

    def found_in(self, words: str) -> frozenset[str]:
        """The checks that have something to say of the words."""
        facts, glossary, sisters = known_of(self.language)
        sheet, address = self.address.split(": ")
        place = Place(f"{sheet}.po", 1, 1)
        language = language_of(self.language)
        line = CheckedString(address, self.english, words, place, language, facts, glossary, 0, sisters)
        return frozenset(name for name, check in {**CHECKS, **ADVICE}.items() if any(check(line)))

    @property
    def caught(self) -> frozenset[str]:
        """The checks that find the fault and nothing in the right words."""
        return self.found_in(self.wrong) - self.found_in(self.right)


@lru_cache(maxsize=16)
def known_of(tag: str) -> tuple[Facts, Glossary, dict[str, Glossary]]:
    locales = built_in_locales()
    facts = Facts.read(locales / tag / "language.yaml", language_of(tag))
    return facts, glossary_of([locales], tag), {it: glossary_of([locales], it) for it in facts.checks.sisters}


def seeded() -> Iterator[Seeded]:
    """The rows of the table."""
    for row in FILE.read_text("utf-8").splitlines()[1:]:
        yield Seeded(*(cell.replace("\\n", "\n") for cell in row.split("\t")))


def table() -> str:
    """How many faults of each kind are found, by language, as a table of Markdown."""
    rows = tuple(seeded())
    languages = tuple(dict.fromkeys(row.language for row in rows))
    lines = [f"| fault | {' | '.join(languages)} | found |", f"|---|{'---|' * (len(languages) + 1)}"]
    for kind in (*dict.fromkeys(row.kind for row in rows), None):
        mine = [row for row in rows if kind in (None, row.kind)]
        cells = [_share([row for row in mine if row.language == tag]) for tag in languages]
        lines.append(f"| {kind or 'all'} | {' | '.join(cells)} | {_share(mine)} |")
    return "\n".join(lines) + "\n"


def _share(rows: list[Seeded]) -> str:
    return f"{sum(bool(row.caught) for row in rows)} of {len(rows)}" if rows else ""
