"""Small structures with phrases, and PO files made for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.extraction import Wanted, extract
from worksheet_builder.translation.po_file import PoEntry, PoFile

HEADER = PoEntry(None, "", "Language: es\nContent-Type: text/plain; charset=UTF-8\n")


@dataclass(frozen=True)
class Question:
    """A block with a limit on one of its fields."""

    id: str
    question: Phrase
    low: Phrase = field(metadata={"characters": 12})
    kind: str = "question"


@dataclass(frozen=True)
class Sheet:
    """Anything that holds phrases."""

    texts: Mapping[str, Phrase]


def sheet(english: Mapping[str, str]) -> Sheet:
    """A structure with the text under each address, one to a line."""
    places = {address: Place("worksheets/sleep.yaml", line, 3) for line, address in enumerate(english, 1)}
    return Sheet({address: Phrase(text, address, places[address]) for address, text in english.items()})


def wanted(english: Mapping[str, str]) -> tuple[Wanted, ...]:
    """The strings to translate."""
    return extract(sheet(english))


def catalogue(file: PoFile) -> Catalogue:
    """The file as the Spanish catalogue of the sheet."""
    return Catalogue(Language.of("es"), Path("locales/es/sleep.po"), file)
