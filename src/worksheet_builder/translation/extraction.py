"""What a translator is told about a string: where it stands, who reads it, how long it may be, what was meant.

Blocks say how long and for whom in the metadata of their fields: ``characters`` (the most that fit) and ``reader``.
What is meant an author says under ``translators``, at the address of the text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..definitions.common_text import Common
from ..definitions.tailoring_origin import SheetOrigin
from ..definitions.translator_notes import TranslatorNote
from ..foundation.languages import inheritance
from ..foundation.phrases import Phrase, marks, phrases_in
from ..foundation.problems import Place, Problem, refuse_if
from ..foundation.records import record
from .audience import is_for_therapists

_PYTHON_BRACES = "python-brace-format"


@record
class Wanted:
    """A string to be translated: its English and the comments that go with it in a PO file."""

    address: str
    english: str
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    braces: bool = False
    """Whether editing tools can check its slots as Python's."""
    characters: int = 0
    """The most that there is room for; 0 where there is enough."""

    def flags(self, others: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The flags of its entry: those of others, and whether it has slots."""
        if self.braces:
            return others if _PYTHON_BRACES in others else (*others, _PYTHON_BRACES)
        return tuple(flag for flag in others if flag != _PYTHON_BRACES)


def extract(structure: object, tag: str = "") -> tuple[Wanted, ...]:
    """Every string of a structure in the order of its file; raises Refused when one address has two texts.

    Of a tailored sheet only what is its own; for a language of which its file has words, only what they are not for.
    """
    phrases = sorted(phrases_to_translate(structure, tag), key=lambda phrase: (phrase.place.line, phrase.place.column))
    first: dict[str, Phrase] = {}
    refuse_if(_clashes(phrases, first))
    describe = _Describer(structure)
    return tuple(describe.wanted(phrase) for phrase in first.values())


def phrases_to_translate(structure: object, tag: str = "") -> Iterator[Phrase]:
    """Every phrase that has words; an empty one has nothing to translate.

    Of a tailored sheet only its own, without those that its file has in the language.
    """
    origin: SheetOrigin | None = getattr(structure, "origin", None)
    given = {it for name in (inheritance(tag) if tag else ()) for it in origin.given.get(name, {})} if origin else ()
    for phrase in phrases_in(structure):
        if phrase.text.strip() and (origin is None or (phrase.address in origin.own and phrase.address not in given)):
            yield phrase


def _clashes(phrases: list[Phrase], first: dict[str, Phrase]) -> Iterator[Problem]:
    for phrase in phrases:
        earlier = first.setdefault(phrase.address, phrase)
        if earlier.text != phrase.text:
            yield Problem(
                phrase.place,
                f"‘{phrase.address}’ is the address of two texts; the other is in line {earlier.place.line}.",
                "Give one of them another id: translations are kept under it.",
            )


class _Describer:
    """Finds what each address of one structure leads to."""

    def __init__(self, structure: object) -> None:
        self.structure = structure
        self.blocks = {block.id: block for block in getattr(structure, "blocks", ())}
        title = getattr(structure, "title", None)
        self.title = title.plain() if isinstance(title, Phrase) else ""
        notes: Iterable[TranslatorNote] = getattr(structure, "translators", ())
        self.notes = {note.at: note.note for note in notes}

    def wanted(self, phrase: Phrase) -> Wanted:
        kept = [mark for mark in marks(phrase.text) if mark != "*"]
        slots = [mark for mark in kept if mark.startswith("{")]
        facts = self._facts(phrase.address)
        return Wanted(
            phrase.address,
            phrase.text,
            tuple(self._comment_lines(phrase, kept, facts)),
            (portable(phrase.place),),
            braces=bool(slots) and slots == kept and "\\" not in phrase.text,
            characters=int(facts.get("characters", 0)),
        )

    def _comment_lines(self, phrase: Phrase, kept: list[str], facts: Mapping[str, Any]) -> Iterator[str]:
        yield f"{self._sheet()} · {self._described_address(phrase.address)}"
        yield f"Read by {facts.get('reader') or _reader(phrase.address)}."
        if "characters" in facts:
            yield f"At most {facts['characters']} characters."
        if kept:
            yield f"Keep {', '.join(dict.fromkeys(kept))}."
        if "*" in phrase.text:
            yield "Put the stars around the same words as in the English."
        yield from (f"Meant: {line}" for line in self.notes.get(phrase.address, "").splitlines() if line)

    def _sheet(self) -> str:
        return "On every worksheet" if isinstance(self.structure, Common) else self.title or "Worksheet"

    def _described_address(self, address: str) -> str:
        first, *rest = address.split(".")
        block = self.blocks.get(first)
        lead = f"{block.kind} ‘{first}’" if block and rest else first.replace("_", " ")
        return f"{lead}: {', '.join(part.replace('_', ' ') for part in rest)}" if rest else lead

    def _facts(self, address: str) -> Mapping[str, Any]:
        """The metadata of the fields on the way, the innermost deciding."""
        first, *rest = address.split(".")
        block = self.blocks.get(first)
        value, parts = (block, rest) if block and rest else (self.structure, [first, *rest])
        facts: dict[str, Any] = {}
        for part in parts:
            if isinstance(value, Mapping):
                value = value.get(part)
            elif dataclasses.is_dataclass(value) and part in value.__dataclass_fields__:
                facts.update(value.__dataclass_fields__[part].metadata)
                value = getattr(value, part)
        return facts


def _reader(address: str) -> str:
    return "the therapist" if is_for_therapists(address) else "the client"


def portable(place: Place) -> str:
    """The file of a place from the folder ``worksheets`` on, the same on every machine.

    Without a line number: with one, a new line at the top of a worksheet would change every entry below it.
    """
    parts = re.split(r"[\\/]", place.file)
    start = len(parts) - 1 - parts[::-1].index("worksheets") if "worksheets" in parts else len(parts) - 1
    path = "/".join(parts[start:])
    return f"\u2068{path}\u2069" if " " in path else path
