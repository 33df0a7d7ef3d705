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
    """The purpose of a paragraph: each role has a type style on the page, and a paragraph style in Word."""

    MESSAGE = "message"
    """The main message of the sheet, one sentence."""
    TAKE_AWAY = "take-away"
    """The sentence at the end of the sheet that sums it up for the client."""
    SUMMARY = "summary"
    META = "meta"
    BODY = "body"
    PROMPT = "prompt"
    HINT = "hint"
    PANEL_HEADING = "panel-heading"
    LABEL = "label"
    EXAMPLE = "example"
    """An example of an answer, in another style than the client's own answers."""
    CONTACT = "contact"
    """One contact to call or text; a line with a number begins with it, in bold."""
    FINE = "fine"
    REFERENCE = "reference"

    @property
    def leads(self) -> bool:
        """Whether a paragraph of this role is always on the page of the paragraph after it."""
        return self in (Role.PROMPT, Role.HINT, Role.PANEL_HEADING, Role.LABEL, Role.EXAMPLE)


class GroupRole(StrEnum):
    """Why nodes belong together."""

    OPENING = "opening"
    """Title, message and summary, on the background colour of the collection, beside a drawing."""
    BLOCK = "block"
    """One block of the worksheet: its prompt stays with the start of its answer space."""
    PANEL = "panel"
    """A panel on a tinted background, kept on one page."""
    CARD = "card"
    """A card to cut out. Each child is a group: all on one side of the card, or one on each side if they do not fit."""
    CLOSING = "closing"
    """The small print and the contacts: kept on one page, together with the end of the text before them."""
    CONTACTS = "contacts"
    """The contacts, in a box of their own."""
    LEAF = "leaf"
    """A page for other people: begins on a new page, without the practice's header and footer."""
    ONLINE = "online"
    """The QR code and address of the same page for phones: left out on that page itself."""
    PICTURED = "pictured"
    """Words, and the answer to them, beside a drawing that shows the same: kept on one page."""
    NOTES = "notes"
    """A part for the therapist: begins on a new page."""


@record
class Heading:
    """A heading; level 1 is the title of the sheet. `depth` is the number of levels that a pack moves it down."""

    level: int
    text: Phrase
    depth: int = 0
    mark: Drawing | None = None
    """A small decorative drawing at the end of the line, by which sheets are recognised; it adds no information."""


@record
class Paragraph:
    """Running text in one of the roles; `after` says how to answer, in the same line and not in bold."""

    text: Phrase
    role: Role = Role.BODY
    after: Phrase | None = None

    @property
    def said(self) -> Phrase:
        """Text and `after` as one phrase, the text marked as strong; the text alone if there is no `after`."""
        return run_on(self.text, self.after, like=self.text) if self.after else self.text


_NUMBERED = re.compile(r"\*(?P<number>[^*]+)\*[\s·,،:，：–]*(?P<words>.*)", re.DOTALL)


def numbered(line: Phrase) -> tuple[Phrase, Phrase] | None:
    """Split a contact line into the strong number that it begins with and the words after; None if it has none."""
    found = _NUMBERED.fullmatch(line.text)
    if found is None:
        return None
    number, words = (replace(line, text=found[part], parallel=None) for part in ("number", "words"))
    second = numbered(line.parallel) if line.parallel else None
    return number, replace(words, parallel=second[1] if second else None)


@record
class Listing:
    """A list; each item is one phrase. The format adds numbers or bullets."""

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
    """Boxes to tick, any number (`many`) or one; `other` is the label of a last box with a writing line."""

    options: tuple[Option, ...]
    many: bool
    other: Phrase | None = None


@record
class Scale:
    """Whole numbers from `lowest` to `highest` in a row, of which one is marked; `low` and `high` label the ends.

    `word` is the label of a writing line for a word in place of a number.
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
    """A short writing line for a date."""


Form = Lines | Ticks | Scale | Day


@record
class Answer:
    """Space for an answer: `address` is the permanent name of the field, `label` is what screen readers call it."""

    address: str
    label: Phrase
    form: Form


Cell = Phrase | Answer


@record
class Table:
    """A table with a header row; with `row_headers` the first cell of each row heads that row.

    `widths` are the relative widths of the columns. `example` is a row filled in as an example, printed above the
    others in another style; its words say that it is an example.
    """

    caption: Phrase
    header: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = False
    example: tuple[Phrase, ...] = ()


@record
class Spot:
    """Words and writing space beside a drawing, `rows` rows high from row `row` (from 0); `number` is printed first.

    `inset` is added to the distances from both sides that the drawing gives, in drawing units.
    """

    label: Phrase | None
    room: Answer | None
    row: int
    rows: int = 1
    number: int | None = None
    inset: float = 0.0


@record
class Figure:
    """A drawing with its alternative text (`alt`), and the words and writing spaces beside it (`spots`).

    `captions` are printed under it, spread over its width. A `scale` has one number in each row, the highest on top.
    """

    alt: Phrase
    drawing: Drawing
    spots: tuple[Spot, ...] = ()
    captions: tuple[Phrase, ...] = ()
    scale: Answer | None = None
    link: str = ""
    """The web address that the words beside the drawing link to; empty for no link."""
    middle: Drawing | None = None
    """The drawing in the middle of concentric rings; each ring holds a spot, the innermost first."""
    shown: bool = False
    """Whether the drawing is only to look at, and not to draw on."""

    @property
    def numbers(self) -> range:
        """The numbers of its scale, the highest first, one for each row; an empty range without a scale."""
        form = self.scale.form if self.scale else None
        return form.numbers[::-1] if isinstance(form, Scale) else range(0)


@record
class Divider:
    """A thin rule between two parts."""


@record
class Group:
    """Nodes that belong together."""

    role: GroupRole
    children: tuple[Node, ...]
    drawing: Drawing | None = None
    """A drawing beside the children: where lines begin, or where they end in an opening. It adds no information."""
    new_page: bool = False
    """Whether it begins on a new page of paper, because its author asks for one."""
    asked: Paragraph | None = None
    """The question above the first group of a series; printed again if this later group is the first on a page."""

    @property
    def closes(self) -> bool:
        """Whether the group begins with a divider, as the small print does; it is then never alone on a page."""
        return bool(self.children) and isinstance(self.children[0], Divider)

    @property
    def has_words_alone(self) -> bool:
        """Whether all children are paragraphs; the drawing beside them may then be made smaller, or left out."""
        return all(isinstance(it, Paragraph) for it in self.children)


@record
class Lead:
    """A line of the table of contents: the id and title of a part, and a few words about it."""

    part: str
    title: Phrase
    note: Phrase | None = None


@record
class Contents:
    """The table of contents of a pack; a format adds a link, and on paper the page number, to each line."""

    leads: tuple[Lead, ...]


@record
class Part:
    """One sheet of a pack: begins on a new page, and has its title in the page header."""

    id: str
    title: Phrase
    children: tuple[Node, ...]


Node = Heading | Paragraph | Listing | Table | Figure | Answer | Group | Divider | Contents | Part


def is_leaf(node: Node) -> TypeGuard[Group]:
    """Whether a node is a leaf: a page to hand to other people."""
    return isinstance(node, Group) and node.role is GroupRole.LEAF
