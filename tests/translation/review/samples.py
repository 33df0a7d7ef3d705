"""A small language in a folder, sent out for review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.po_file import PoFile
from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.review import ImportResult, ReviewSheet, read, sheets, take, to_word, to_xliff

from ..sheets import HEADER, sheet, wanted

ENGLISH = {
    "title": "Sleep",
    "why.text": "One night is enough.\n*You* decide.",
    "time": "About {minutes} minutes.",
    "last": "Good night.",
}
SPANISH = {
    "title": "Dormir",
    "why.text": "Una noche basta.\n*Usted* decide.",
    "time": "Unos {minutes} minutos.",
    "last": "",
}


@dataclass(frozen=True)
class Desk:
    """The folder of the languages, and what goes out of it and comes back."""

    locales: Path
    english: Mapping[str, str]

    @property
    def po(self) -> Path:
        return self.locales / "es" / "sleep.po"

    def sheets(self) -> tuple[ReviewSheet, ...]:
        return sheets([(Catalogue.read(self.po, "es"), "sleep", "Sleep", sheet(self.english))])

    def word(self, back: bool = False) -> bytes:
        return to_word(self.sheets(), back)

    def xliff(self) -> bytes:
        return to_xliff(self.sheets())

    def take(self, data: bytes, by: str = "", on: Any = None, name: str = "back.docx") -> ImportResult:
        file = self.locales.parent / name
        file.write_bytes(data)
        return take(read(file), file, [self.locales], by, on)

    def words(self) -> dict[str | None, str]:
        return {entry.address: entry.words for entry in Catalogue.read(self.po, "es").file.entries}


def desk(folder: Path, english: Mapping[str, str] = ENGLISH, spanish: Mapping[str, str] = SPANISH) -> Desk:
    """A language with these words."""
    file = merge(PoFile(HEADER, ()), wanted(english)).file
    entries = tuple(entry.changed(words=spanish.get(entry.address or "", "")) for entry in file.entries)
    made = Desk(folder / "locales", english)
    made.po.parent.mkdir(parents=True, exist_ok=True)
    made.po.write_bytes(file.with_entries(entries).to_bytes())
    return made
