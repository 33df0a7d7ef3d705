"""The nodes of a document as the paragraphs and tables of a Word file, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import assert_never

from ..document import (
    Answer,
    Contents,
    Divider,
    Figure,
    Group,
    GroupRole,
    Heading,
    Lines,
    Listing,
    Node,
    Paragraph,
    Part,
    Role,
    Table,
    numbered,
)
from ..foundation.phrases import Phrase
from ..ooxml.markup import w
from . import card_markup, contacts_markup, opening_markup
from .answer_markup import Answers
from .content_controls import Controls
from .contents_markup import contents as lines_of
from .contents_markup import end, mark
from .figure_markup import Figures
from .numbering import BULLETS, CARD_BULLETS, NUMBERS, PANEL_BULLETS, PANEL_NUMBERS, STYLES
from .paragraph_markup import PAGE_BREAK, echoing, held, let_go, on_new_page, paragraph, parted
from .role_styles import CLOSE, HEADED, HEADINGS, OPENING, STYLE_OF
from .run_markup import Runs
from .style_context import StyleContext
from .table_markup import table


class DocumentBody:
    """Writes the body of one handout; `restarts` then has, for each numbered list, the list definition it repeats."""

    def __init__(self, context: StyleContext, runs: Runs, controls: Controls, ends: Sequence[str] = ()) -> None:
        """`ends` are the `w:sectPr` of all sections but the last, in order."""
        self._ends, self._begun, self._marks, self._mark = ends, 0, 0, ""
        self.context, self.runs = context, runs
        self.answers = Answers(context, runs, controls)
        self.figures = Figures(context, runs, controls)
        self.restarts: list[int] = []
        self._under_heading = self._left = self._on_panel = False
        self._level = 0
        """The outline level of the last heading, from 0."""

    def nodes(self, nodes: tuple[Node, ...]) -> str:
        """The markup of nodes in reading order."""
        return "".join(self._node(node, after) for node, after in zip_longest(nodes, nodes[1:]))

    def _node(self, node: Node, after: Node | None = None) -> str:
        begins = self._after_leaf(node)
        match node, after:
            case Paragraph(text=text, role=Role.BODY), Answer():
                written = paragraph(STYLE_OF[Role.BODY], self.runs.both(text), kept=True)
            case Figure(), None:
                written = let_go(self._written(node))
            case _:
                written = self._written(node)
        if not isinstance(node, Group):
            self._under_heading, self._on_panel = isinstance(node, Heading), False
        closed = isinstance(after, Group) and after.closes
        return begins + (held(parted(written) if self.context.parted else written) if closed else written)

    def _after_leaf(self, node: Node) -> str:
        """End the section of a page for other people, if another node of the same sheet follows."""
        left, self._left = self._left, False
        return self._end() if left and not isinstance(node, Part) else ""

    def _end(self) -> str:
        self._begun += 1
        return end(self._ends[self._begun - 1])

    def _written(self, node: Node) -> str:
        match node:
            case Heading():
                return self._heading(node, HEADINGS.get(node.level, "heading 3"))
            case Paragraph():
                style = "Question" if node.after else STYLE_OF[node.role]
                return self._phrase_paragraph(
                    style, node.said, kept=node.role.leads, properties=self._outline(node.role)
                )
            case Listing():
                return self._listing(node, NUMBERS if node.ordered else BULLETS)
            case Table():
                return table(node, self.context, self.runs, self.answers)
            case Figure():
                return self.figures.written(node)
            case Answer():
                return self.answers.block(node)
            case Divider():
                return paragraph("Divider")
            case Group():
                return self._group(node)
            case Contents():
                return lines_of(node, self.runs)
            case Part():
                return self._part(node)
            case _:
                assert_never(node)

    def _part(self, part: Part) -> str:
        self._mark = mark(part, self._marks)
        self._marks += 1
        return self._end() + self.nodes(part.children)

    def _heading(self, heading: Heading, style: str, echo: str = "Echo Heading", run: str = "", room: str = "") -> str:
        """A heading; in a pack `depth` lowers its outline level, so that Word's navigation lists it under its sheet."""
        level = w("outlineLvl", val=heading.level - 1 + heading.depth) if heading.depth else ""
        self._level = heading.level - 1 + heading.depth if heading.depth else max(heading.level - 2, 0)
        begins, self._mark = self._mark, ""
        return self._phrase_paragraph(style, heading.text, echo, before=begins + run, properties=room + level)

    def _outline(self, role: Role) -> str:
        """The outline level of a question or panel heading, one under the last heading, for Word's navigation."""
        return w("outlineLvl", val=self._level + 1) if role in (Role.PROMPT, Role.PANEL_HEADING) else ""

    def _phrase_paragraph(
        self,
        style: str,
        words: Phrase,
        parallel: str = "Echo",
        *,
        released: bool = False,
        kept: bool = False,
        before: str = "",
        properties: str = "",
    ) -> str:
        """A paragraph, followed by its translation as a second paragraph if the handout has two languages."""
        style = f"Headed {style}" if style in HEADED and self._under_heading else style
        if words.parallel is None:
            return paragraph(style, before, self.runs.of(words), released=released, properties=properties)
        turned = self.runs.turned(words.parallel)
        bidi = "" if turned is None else w("bidi") if turned else w("bidi", val=0)
        below = echoing(style, parallel)
        second = paragraph(below, self.runs.of(words.parallel), released=released, kept=kept, properties=bidi)
        return paragraph(style, before, self.runs.of(words), kept=True, properties=CLOSE + properties) + second

    def _group(self, group: Group) -> str:
        match group.role:
            case GroupRole.OPENING:
                return self._opening(group)
            case GroupRole.BLOCK:
                written = self._block(group.children)
                return on_new_page(written) if group.new_page else written
            case GroupRole.PANEL:
                return self._panel(group.children)
            case GroupRole.CLOSING:
                return self._closing(group.children)
            case GroupRole.CONTACTS:
                return self._contacts(group.children)
            case GroupRole.LEAF:
                return self._leaf(group.children)
            case GroupRole.PICTURED:
                return self.figures.pictured(group, self.nodes(group.children))
            case GroupRole.ONLINE:
                return self.nodes(group.children)
            case GroupRole.CARD:
                return self._card(group)
            case GroupRole.NOTES:
                return self._notes(group.children)
            case _:
                assert_never(group.role)

    def _opening(self, group: Group, named: str = "") -> str:
        """Title (in the style `named`, if any) and message on their background, with drawing or mark; then the rest."""
        heading, message, rest = opening_markup.title_of(group)
        if heading is None:
            return self.nodes(group.children)
        said = [it for it in (heading.text, message) if it]
        run, room = opening_markup.picture(group, said, heading.mark, self.figures)
        grounded = opening_markup.grounded(self.context)
        title, under, echo = opening_markup.ON_GROUND if grounded else opening_markup.ON_PAPER
        written = self._heading(heading, named or title, echo, run, room)
        beside = echo if grounded else "Echo"
        under = self._phrase_paragraph(under, message, beside, properties=room) if message else ""
        return written + under + self.nodes(rest)

    def _block(self, children: tuple[Node, ...]) -> str:
        """A block; running text or a hint at its start has more space above, unless it follows the heading directly."""
        match children:
            case (Paragraph(text=text, role=role), *rest) if role in OPENING and not self._under_heading:
                return self._phrase_paragraph(OPENING[role], text, kept=role.leads) + self.nodes(tuple(rest))
            case _:
                return self.nodes(children)

    def _notes(self, children: tuple[Node, ...]) -> str:
        match children:
            case (Heading() as heading, *rest):
                return self._heading(heading, "Notes Heading") + self.nodes(tuple(rest))
            case _:
                return PAGE_BREAK + self.nodes(children)

    def _panel(self, children: tuple[Node, ...]) -> str:
        last = len(children) - 1
        apart = paragraph("Panel Gap") if self._on_panel else ""
        written = "".join(self._in_panel(child, at == 0, at == last) for at, child in enumerate(children))
        self._on_panel = True
        return apart + written

    def _in_panel(self, node: Node, first: bool, last: bool) -> str:
        """A node on the background of a panel; all but the last are kept with the next, so the panel is not split."""
        match node:
            case Paragraph(text=text, role=role):
                style = "Panel Heading" if role is Role.PANEL_HEADING else "Panel Opening" if first else "Panel"
                outline = self._outline(role)
                return self._phrase_paragraph(style, text, "Panel Echo", released=last, properties=outline)
            case Listing():
                return self._listing(node, PANEL_NUMBERS if node.ordered else PANEL_BULLETS, released=last)
            case Answer(form=Lines(lead=lead)) if lead:
                return self.answers.led(node, lead, "Panel", released=last)
            case _:
                return self._node(node)

    def _closing(self, children: tuple[Node, ...]) -> str:
        """The closing lines; each paragraph is kept with the next, down to the box of crisis contacts."""
        return "".join(map(self._in_closing, children))

    def _in_closing(self, node: Node) -> str:
        match node:
            case Paragraph(text=text, role=role):
                return held(self._phrase_paragraph(STYLE_OF[role], text, kept=True))
            case _:
                return self._node(node)

    def _contacts(self, children: tuple[Node, ...]) -> str:
        """The crisis contacts in a frame on one page; the words beside the numbers start at one tab stop."""
        told = [numbered(it.text) for it in children if isinstance(it, Paragraph) and it.role is Role.CONTACT]
        stop = contacts_markup.stop([it[0] for it in told if it], self.context)
        last = len(children) - 1
        content = "".join(self._in_contacts(child, stop, at == last) for at, child in enumerate(children))
        caption = next(it.text for it in children if isinstance(it, Paragraph))
        return contacts_markup.box(caption, content, self.context)

    def _in_contacts(self, node: Node, stop: float, last: bool) -> str:
        match node:
            case Paragraph(text=text, role=Role.CONTACT):
                return contacts_markup.line(text, stop, self.runs, released=last)
            case Paragraph(text=text, role=role):
                style = "Contacts Heading" if role is Role.LABEL else "Contacts"
                return self._phrase_paragraph(style, text, "Contacts", released=last)
            case Answer(form=Lines(lead=lead)) if lead:
                return self.answers.led(node, lead, "Contacts", released=last)
            case _:
                return self._node(node)

    def _leaf(self, children: tuple[Node, ...]) -> str:
        """A page for other people, in a section of its own unless the document holds nothing else."""
        begins = self._end() if self._begun < len(self._ends) else ""
        match children:
            case (Group(role=GroupRole.OPENING) as opening, *rest):
                written = self._opening(opening, opening_markup.LEAF) + self.nodes(tuple(rest))
            case _:
                written = self.nodes(children)
        self._left = True
        return begins + written

    def _card(self, card: Group) -> str:
        """A card to cut out; rows of it stay together."""
        rows = card_markup.rows(card, self.context)
        cells = [[self._on_card(side, kept=row is not rows[-1]) for side in row] for row in rows]
        return card_markup.table(card, cells, self.context)

    def _on_card(self, nodes: tuple[Node, ...], *, kept: bool) -> str:
        over = card_markup.over_lines(nodes, self.context)
        return "".join(self._in_cell(node, kept, over) for node in nodes)

    def _in_cell(self, node: Node, kept: bool, over: str) -> str:
        match node:
            case Paragraph(text=text, role=role):
                return paragraph("Card Title" if role is Role.LABEL else "Card", self.runs.both(text), kept=kept)
            case Listing():
                return self._listing(node, CARD_BULLETS, kept=kept)
            case Answer(form=Lines(lead=lead)) if lead:
                room = card_markup.inner_width(self.context)
                return self.answers.led(node, lead, "Card", room, kept=kept, properties=over)
            case _:
                return self._node(node)

    def _listing(self, listing: Listing, like: int, *, released: bool = False, kept: bool = False) -> str:
        number = ""
        if listing.ordered:
            self.restarts.append(like)
            number = w("numPr", w("ilvl", val=0), w("numId", val=len(STYLES) + len(self.restarts)))
        last = len(listing.items) - 1
        return "".join(
            paragraph(
                STYLES[like], self.runs.both(item), released=released and at == last, kept=kept, properties=number
            )
            for at, item in enumerate(listing.items)
        )
