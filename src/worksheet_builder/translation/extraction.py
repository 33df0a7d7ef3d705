"""Extract the strings to translate, with notes for the translator: place, reader, longest length, meaning.

Length and reader are in the metadata of the fields of blocks: ``characters`` (the most that fit) and ``reader``. The
meaning is written by the author under ``translators``, at the address of the text.
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
    """Whether the entry gets the flag python-brace-format, by which PO editors check placeholders."""
    characters: int = 0
    """The most characters that fit; 0 for no limit."""

    def flags(self, others: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The flags of the PO entry: the flags it has already (`others`), with or without python-brace-format."""
        if self.braces:
            return others if _PYTHON_BRACES in others else (*others, _PYTHON_BRACES)
        return tuple(flag for flag in others if flag != _PYTHON_BRACES)


def extract(structure: object, tag: str = "") -> tuple[Wanted, ...]:
    """The strings to translate in a structure, in the order of its file; raises Refused if one address has two texts.

    Of a tailored sheet, only its own strings, without those that its file has in the language `tag` already.
    """
    phrases = sorted(phrases_to_translate(structure, tag), key=lambda phrase: (phrase.place.line, phrase.place.column))
    first: dict[str, Phrase] = {}
    refuse_if(_clashes(phrases, first))
    describe = _Describer(structure)
    return tuple(describe.wanted(phrase) for phrase in first.values())


def phrases_to_translate(structure: object, tag: str = "") -> Iterator[Phrase]:
    """The phrases of the structure whose text is not empty, in the order of `phrases_in`.

    Of a tailored sheet, only its own phrases, without those that its file has in the language `tag` already.
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
    """Writes the notes for the translator on each phrase of one structure."""

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
        """The metadata of all fields along the address; inner fields override outer ones."""
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
    """The path of a file from the folder ``worksheets`` on, the same on every machine.

    A path with a space is put between U+2068 and U+2069, as gettext does. No line number is given: with one, a new line
    at the top of a worksheet would change every entry below it.
    """
    parts = re.split(r"[\\/]", place.file)
    start = len(parts) - 1 - parts[::-1].index("worksheets") if "worksheets" in parts else len(parts) - 1
    path = "/".join(parts[start:])
    return f"\u2068{path}\u2069" if " " in path else path
