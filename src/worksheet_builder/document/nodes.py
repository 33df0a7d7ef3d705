"""The nodes that a document is made of, a closed set, and the forms of answers."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import TypeGuard

from ..foundation.phrases import Phrase, run_on
from ..foundation.records import record
from .drawings import Drawing


class Role(StrEnum):
    """What a paragraph is for; a design gives each its look, Word gives each its style."""

    MESSAGE = "message"
    """The one sentence that carries the sheet."""
    SUMMARY = "summary"
    META = "meta"
    BODY = "body"
    PROMPT = "prompt"
    HINT = "hint"
    PANEL_HEADING = "panel-heading"
    LABEL = "label"
    EXAMPLE = "example"
    """A beginning or an entry as somebody might write it, set apart from what the client writes."""
    CONTACT = "contact"
    """One line of whom to call; it begins with the number, strong."""
    FINE = "fine"
    REFERENCE = "reference"


class GroupRole(StrEnum):
    """Why nodes belong together."""

    OPENING = "opening"
    """Title, what carries the sheet and what it is, on the paper of its collection, beside a drawing."""
    BLOCK = "block"
    """One block of the worksheet: its prompt stays with the start of its answer space."""
    PANEL = "panel"
    """Set apart on a tint, kept on one page."""
    CARD = "card"
    """To be cut out. Each child is a group, one side of the card if they do not fit on one."""
    CLOSING = "closing"
    """The small print and whom to call: never parted, and never without what stands before."""
    CONTACTS = "contacts"
    """Whom to call, in a box of its own."""
    LEAF = "leaf"
    """A page for other people: begins on a new page, and nothing of the practice stands around it."""
    ONLINE = "online"
    """Where the same page stands for a phone: on paper alone, since a page does not lead to itself."""
    PICTURED = "pictured"
    """Words, and what is answered, beside a drawing of its own that says the same: kept on one page."""
    NOTES = "notes"
    """A part for the therapist: begins on a new page."""


@record
class Heading:
    """A heading; level 1 is the title of the sheet, which in a pack lies `depth` levels under that of the pack."""

    level: int
    text: Phrase
    depth: int = 0
    mark: Drawing | None = None
    """A small drawing at the end of its line that only sets sheets apart; it says nothing that words do not."""


@record
class Paragraph:
    """Running text in one of the roles; `after` says how to answer, in the same line and not strong."""

    text: Phrase
    role: Role = Role.BODY
    after: Phrase | None = None

    @property
    def said(self) -> Phrase:
        """All its words as one phrase: with something after them, the first are marked as strong."""
        return run_on(self.text, self.after, like=self.text) if self.after else self.text


_NUMBERED = re.compile(r"\*(?P<number>[^*]+)\*[\s·,،:，：–]*(?P<words>.*)", re.DOTALL)


def numbered(line: Phrase) -> tuple[Phrase, Phrase] | None:
    """The number that a line of whom to call begins with, and the words after it; None for a line without one."""
    found = _NUMBERED.fullmatch(line.text)
    if found is None:
        return None
    number, words = (replace(line, text=found[part], parallel=None) for part in ("number", "words"))
    second = numbered(line.parallel) if line.parallel else None
    return number, replace(words, parallel=second[1] if second else None)


@record
class Listing:
    """A list; each item is one phrase. Numbers and bullets are the format's own."""

    items: tuple[Phrase, ...]
    ordered: bool = False


@record
class Lines:
    """Ruled lines to write on; `lead` is printed at the start of the first one."""

    count: int
    lead: Phrase | None = None


@record
class Option:
    """One thing to tick; `key` is its stable id, unique within the answer."""

    key: str
    text: Phrase


@record
class Ticks:
    """Boxes to tick, any number (`many`) or one; `other` is the label before a line for one's own words."""

    options: tuple[Option, ...]
    many: bool
    other: Phrase | None = None


@record
class Scale:
    """Whole numbers from `lowest` to `highest` in a row, one to mark; a label under each end, if there is one.

    `word` is the label of a line for a word in place of a number.
    """

    lowest: int
    highest: int
    low: Phrase | None = None
    high: Phrase | None = None
    word: Phrase | None = None

    @property
    def numbers(self) -> range:
        """Its numbers, from the lowest on."""
        return range(self.lowest, self.highest + 1)


@record
class Day:
    """A short line for one day of the calendar."""


Form = Lines | Ticks | Scale | Day


@record
class Answer:
    """Room for the client: `address` names the field for good, `label` is what a screen reader calls it."""

    address: str
    label: Phrase
    form: Form


Cell = Phrase | Answer


@record
class Table:
    """A table with a header row; with `row_headers` the first cell of each row heads that row.

    `widths` are shares of the width, one for each column. `example` is a row as somebody might fill it, above the
    others and set apart from them; its words say that it is one.
    """

    caption: Phrase
    header: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = False
    example: tuple[Phrase, ...] = ()


@record
class Spot:
    """Words and room to write beside a drawing, from the top of a row on; `number` is printed before them.

    `inset` is how much further from both sides it stands than the drawing says, in units of the drawing.
    """

    label: Phrase | None
    room: Answer | None
    row: int
    rows: int = 1
    number: int | None = None
    inset: float = 0.0


@record
class Figure:
    """A drawing, what it says to those who cannot see it, and what is read and written beside it.

    `captions` stand under it, spread over its width. A `scale` runs down its rows from the highest number on.
    """

    alt: Phrase
    drawing: Drawing
    spots: tuple[Spot, ...] = ()
    captions: tuple[Phrase, ...] = ()
    scale: Answer | None = None
    link: str = ""
    """The web address that the words beside it lead to, where it has one."""
    middle: Drawing | None = None
    """What stands in the middle of rings, each of which holds a spot, the innermost first."""
    shown: bool = False
    """Whether it is there to be looked at, and not to draw on."""

    @property
    def numbers(self) -> range:
        """The numbers of its scale, the highest first, one to a row; none without a scale."""
        form = self.scale.form if self.scale else None
        return form.numbers[::-1] if isinstance(form, Scale) else range(0)


@record
class Divider:
    """A quiet rule between two parts."""


@record
class Group:
    """Nodes that belong together."""

    role: GroupRole
    children: tuple[Node, ...]
    drawing: Drawing | None = None
    """What stands at the side where lines begin, as wide and as high as it is; it says nothing that words do not."""
    new_page: bool = False
    """Whether it begins on a new page of paper, because its author asks for one."""
    asked: Paragraph | None = None
    """What stands above the first of its like, and on paper once more where it opens a page."""

    @property
    def closes(self) -> bool:
        """Whether it begins with a rule, as the small print does that ends a sheet and is never alone on a page."""
        return bool(self.children) and isinstance(self.children[0], Divider)

    @property
    def has_words_alone(self) -> bool:
        """Whether there is nothing in it but paragraphs, beside which a drawing may be smaller, or be left out."""
        return all(isinstance(it, Paragraph) for it in self.children)


@record
class Lead:
    """A line of the contents: the part it leads to, by its id, and a few words about it."""

    part: str
    title: Phrase
    note: Phrase | None = None


@record
class Contents:
    """What a pack holds: a format adds to each line its page, and a way there."""

    leads: tuple[Lead, ...]


@record
class Part:
    """One sheet of a pack: begins on a new page, and its title stands at the head of each."""

    id: str
    title: Phrase
    children: tuple[Node, ...]


Node = Heading | Paragraph | Listing | Table | Figure | Answer | Group | Divider | Contents | Part


def is_leaf(node: Node) -> TypeGuard[Group]:
    """Whether it is a page to hand to other people."""
    return isinstance(node, Group) and node.role is GroupRole.LEAF
