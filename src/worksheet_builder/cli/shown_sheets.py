"""The text that `show` prints; that of library sheets is cached, since composing one imports most of the tool."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document import Edition
from ..foundation.problems import Problem
from ..foundation.records import record
from ..project.file_cache import State, keep, recall
from ..project.library import Library
from .output import path_shown
from .sheet_facts import NAMES, Facts, facts_of, state_of_library

if TYPE_CHECKING:
    from ..definitions.worksheet import Worksheet
    from ..document import Document


@record
class ShownSheet:
    """A worksheet in one language and edition: its facts, its outline with addresses, and its parts.

    A part is its name, its kind and the addresses in it; `remarks` are notices on changes under a tailored sheet.
    """

    facts: Facts
    outline: str
    parts: list[list[Any]]
    remarks: tuple[Problem, ...] = ()


def shown_sheet(library: Library, path: Path, language: str, edition: Edition) -> ShownSheet:
    """Read or recall all that `show` prints of a worksheet; raises Refused."""
    name, state = f"shown-{path.stem}-{language}-{edition.value}", _state(library, path)
    if state and (kept := _kept(name, state, path)):
        return kept
    from ..build.composer import Composer
    from ..build.order import Order
    from ..definitions.differences import named_parts
    from ..document.text_dump import outline
    from ..reading.tailoring_loader import read_sheet

    sheet = read_sheet(library, path)
    document = Composer(library, Order(practice=library.practice, edition=edition)).document(path, language)
    remarks = sheet.origin.remarks(sheet.id, sheet.place) if sheet.origin else ()
    parts = [[part, kind, [*addresses]] for part, kind, addresses in named_parts(sheet)]
    found = ShownSheet(facts_of(library, sheet), outline(addressed(document, sheet)), parts, remarks)
    if state and sheet.origin is None:
        facts = {key: it for key, it in found.facts.items() if key in NAMES}
        keep(name, state, {"facts": facts, "outline": found.outline, "parts": found.parts})
    return found


def addressed(document: Document, sheet: Worksheet) -> Document:
    """The document with each text of the sheet followed by its address; texts that all sheets share have none."""
    from ..definitions.addresses import parts_of
    from ..foundation.phrases import Phrase, rephrase

    known = parts_of(sheet)

    def told(phrase: Phrase) -> Phrase:
        shared = Path(phrase.place.file).stem == "common" or phrase.address not in known
        return phrase if shared else replace(phrase, text=f"{phrase.text}  ‹{phrase.address}›")

    return rephrase(document, told)


def _state(library: Library, path: Path) -> State | None:
    """The state of the files of a library sheet; None if a project could change the sheet, so that it is not cached."""
    own = library.practice is None and library.is_built_in(path)
    return state_of_library(library) if own else None


def _kept(name: str, state: State, path: Path) -> ShownSheet | None:
    """The cached sheet; None if its keys are not those of this version of the tool."""
    found = recall(name, state)
    if not isinstance(found, dict) or {*found} != {"facts", "outline", "parts"}:
        return None
    facts: Facts = found["facts"]
    if not isinstance(facts, dict) or facts.keys() != NAMES:
        return None
    told = {**facts, "origin": {"own": False}, "path": path_shown(path)}
    return ShownSheet(told, found["outline"], found["parts"])
