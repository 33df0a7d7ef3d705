"""Review files of a project: export strings of its catalogues, and import the replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ...project.library import COMMON, Library
from ...project.named_sheets import named, own_locales
from ...reading.loader import read_common
from ...reading.tailoring_loader import read_source
from ..catalogue import Catalogue
from ..project_catalogues import facts_of
from .apply import ImportResult, take
from .reply import Reply
from .review_sheet import ReviewSheet, sheets


def outgoing(library: Library, tag: str, names: Sequence[str] = (), clients: bool = False) -> tuple[ReviewSheet, ...]:
    """The sheets to review in a language: those named, or all that it has and the common words. Raises Refused."""
    facts = facts_of(library, tag)
    parts = sheets(_parts(library, tag, names), clients)
    return tuple(replace(sheet, language=facts.naming(sheet.language)) for sheet in parts)


def incoming(library: Library, replies: Iterable[Reply], file: Path, by: str, on: date) -> ImportResult:
    """Import the rows of a file into the catalogues of the project; raises Refused, and then writes nothing."""
    own = own_locales(library)
    folders = (own, *(folder for folder in library.locales if folder != own))
    return take(replies, file, folders, by, on)


def _parts(library: Library, tag: str, names: Sequence[str]) -> Iterator[tuple[Catalogue, str, str, object]]:
    """The catalogues to export: those of the named worksheets, or all that there are."""
    if not names:
        found = Catalogue.find(library.locales, tag, COMMON)
        yield found, COMMON, "Words that every worksheet shares", read_common()
    for name, path in (named(library, names) if names else library.translatable).items():
        if names or any((folder / tag / f"{name}.po").is_file() for folder in library.locales):
            source = read_source(library, path)
            title = source.title.plain() if source.title else name
            yield Catalogue.find(library.locales, tag, name), name, title, source
