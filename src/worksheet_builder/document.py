"""The handout as a tree of nodes: what every format writes, and the only thing it sees of a worksheet.

The set of nodes is closed: a writer matches on them and mypy proves that it handles each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from .languages import Language
from .phrases import Phrase


class Role(StrEnum):
    """What a paragraph is for; a design gives each its look, Word gives each its style."""

    SUMMARY = "summary"
    META = "meta"
    BODY = "body"
    PROMPT = "prompt"
    HINT = "hint"
    PANEL_HEADING = "panel-heading"
    FINE = "fine"
    REFERENCE = "reference"


class GroupRole(StrEnum):
    """Why nodes belong together."""

    BLOCK = "block"
    """One block of the worksheet: its prompt stays with the start of its answer space."""
    PANEL = "panel"
    """Set apart on a tint, kept on one page."""
    NOTES = "notes"
    """The therapist's part: begins on a new page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the sheet."""

    level: int
    text: Phrase


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in one of the roles."""

    text: Phrase
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is one phrase. Numbers and bullets are the format's own."""

    items: tuple[Phrase, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on; `lead` is printed at the start of the first one."""

    count: int
    lead: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick; `key` is its stable id, unique within the answer."""

    key: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, any number (`many`) or one; `other` is the label before a line for one's own words."""

    options: tuple[Option, ...]
    many: bool
    other: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from `lowest` to `highest` in a row, one to mark, with a label under each end."""

    lowest: int
    highest: int
    low: Phrase
    high: Phrase


Form = Lines | Ticks | Scale


@dataclass(frozen=True, slots=True)
class Answer:
    """Room for the client: `address` names the field for good, `label` is what a screen reader calls it."""

    address: str
    label: Phrase
    form: Form


Cell = Phrase | Answer


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; with `row_headers` the first cell of each row heads that row.

    `widths` are shares of the width, one for each column.
    """

    caption: Phrase
    header: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = False


@dataclass(frozen=True, slots=True)
class Divider:
    """A quiet rule between two parts."""


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that belong together."""

    role: GroupRole
    children: tuple[Node, ...]


Node = Heading | Paragraph | Listing | Table | Answer | Group | Divider


class Edition(StrEnum):
    """For whom the handout is made."""

    CLIENT = "client"
    THERAPIST = "therapist"


class Style(StrEnum):
    """How it is set."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    LOW_INK = "low-ink"


class Paper(StrEnum):
    """The sheet it is printed on."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        match self:
            case Paper.A4:
                return (595.276, 841.89)
            case Paper.LETTER:
                return (612.0, 792.0)
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class Setting:
    """The choices that a handout is made with."""

    edition: Edition = Edition.CLIENT
    style: Style = Style.STANDARD
    paper: Paper = Paper.A4
    fillable: bool = True


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words that a format prints around the document, or says about it, in the document's language."""

    page: Phrase
    """With the slots {page} and {pages}."""
    logo: Phrase
    """What stands for the logo where it cannot be seen, with the slot {practice}."""
    write_here: Phrase
    """The placeholder of an empty field."""
    chosen: Phrase
    """How a screen reader names one number of a scale, with the slots {question} and {number}."""
    notice: Phrase | None = None
    """A discreet line in the footer, such as the state of the translation."""


@dataclass(frozen=True, slots=True)
class Document:
    """A handout ready to be written: everything that will be printed, in order."""

    id: str
    title: Phrase
    summary: Phrase
    language: Language
    nodes: tuple[Node, ...]
    furniture: Furniture
    setting: Setting = field(default_factory=Setting)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node in reading order, groups before their children."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from walk(node.children)


def answers(document: Document) -> Iterator[Answer]:
    """Every answer in reading order, those in table cells too."""
    for node in walk(document.nodes):
        match node:
            case Answer():
                yield node
            case Table():
                yield from (cell for row in node.rows for cell in row if isinstance(cell, Answer))
            case Heading() | Paragraph() | Listing() | Group() | Divider():
                pass
            case _:
                assert_never(node)


def words(document: Document) -> Iterator[Phrase]:
    """Every printed phrase of the body in reading order: the words that all formats have to agree on."""
    for node in walk(document.nodes):
        yield from _words_of(node)


def _words_of(node: Node) -> Iterator[Phrase]:
    match node:
        case Heading() | Paragraph():
            yield node.text
        case Listing():
            yield from node.items
        case Table():
            yield from node.header
            for row in node.rows:
                for cell in row:
                    if isinstance(cell, Phrase):
                        yield cell
                    else:
                        yield from _words_in(cell.form)
        case Answer():
            yield from _words_in(node.form)
        case Group() | Divider():
            pass
        case _:
            assert_never(node)


def _words_in(form: Form) -> Iterator[Phrase]:
    match form:
        case Lines():
            if form.lead:
                yield form.lead
        case Ticks():
            yield from (option.text for option in form.options)
            if form.other:
                yield form.other
        case Scale():
            yield form.low
            yield form.high
        case _:
            assert_never(form)
