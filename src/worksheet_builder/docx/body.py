"""The nodes of a document as the paragraphs and tables of a Word file, in one pass."""

from __future__ import annotations

from typing import assert_never

from ..document import Answer, Divider, Group, GroupRole, Heading, Listing, Node, Paragraph, Role, Table
from .answers import Answers
from .controls import Controls
from .look import Look
from .markup import w
from .numbering import BULLETS, NUMBERS, PANEL_BULLETS, PANEL_NUMBERS, STYLES
from .paragraphs import PAGE_BREAK, paragraph
from .runs import Runs
from .tables import table

_ROLES = {
    Role.SUMMARY: "Subtitle",
    Role.META: "Meta",
    Role.BODY: "Body Text",
    Role.PROMPT: "Prompt",
    Role.HINT: "Hint",
    Role.PANEL_HEADING: "Panel Heading",
    Role.FINE: "Fine Print",
    Role.REFERENCE: "Reference",
}
_LEVELS = {1: "Title", 2: "heading 1", 3: "heading 2"}


class Body:
    """Writes the body of one handout; afterwards `restarts` names the list that each numbered list is like."""

    def __init__(self, look: Look, runs: Runs, controls: Controls) -> None:
        self.look, self.runs = look, runs
        self.answers = Answers(look, runs, controls)
        self.restarts: list[int] = []
        self._under_heading = False

    def nodes(self, nodes: tuple[Node, ...]) -> str:
        """The markup of nodes in reading order."""
        return "".join(map(self._node, nodes))

    def _node(self, node: Node) -> str:
        written = self._written(node)
        if not isinstance(node, Group):
            self._under_heading = isinstance(node, Heading)
        return written

    def _written(self, node: Node) -> str:
        match node:
            case Heading():
                return paragraph(_LEVELS.get(node.level, "heading 3"), self.runs.of(node.text))
            case Paragraph():
                return paragraph(_ROLES[node.role], self.runs.of(node.text))
            case Listing():
                return self._listing(node, NUMBERS if node.ordered else BULLETS)
            case Table():
                return table(node, self.look, self.runs, self.answers)
            case Answer():
                return self.answers.block(node)
            case Divider():
                return paragraph("Divider")
            case Group():
                return self._group(node)
            case _:
                assert_never(node)

    def _group(self, group: Group) -> str:
        match group.role:
            case GroupRole.BLOCK:
                return self._block(group.children)
            case GroupRole.PANEL:
                return self._panel(group.children)
            case GroupRole.NOTES:
                return self._notes(group.children)
            case _:
                assert_never(group.role)

    def _block(self, children: tuple[Node, ...]) -> str:
        """A block that opens with running text is set off from what stands before it, unless that is its heading."""
        match children:
            case (Paragraph(text=text, role=Role.BODY), *rest) if not self._under_heading:
                return paragraph("First Paragraph", self.runs.of(text)) + self.nodes(tuple(rest))
            case _:
                return self.nodes(children)

    def _notes(self, children: tuple[Node, ...]) -> str:
        match children:
            case (Heading(text=text), *rest):
                return paragraph("Notes Heading", self.runs.of(text)) + self.nodes(tuple(rest))
            case _:
                return PAGE_BREAK + self.nodes(children)

    def _panel(self, children: tuple[Node, ...]) -> str:
        last = len(children) - 1
        return "".join(self._in_panel(child, at == 0, at == last) for at, child in enumerate(children))

    def _in_panel(self, node: Node, first: bool, last: bool) -> str:
        """A node on the ground of a panel; all but the last are kept with the next, so that the panel stays whole."""
        match node:
            case Paragraph(text=text, role=role):
                style = "Panel Heading" if role is Role.PANEL_HEADING else "Panel Opening" if first else "Panel"
                return paragraph(style, self.runs.of(text), released=last)
            case Listing():
                return self._listing(node, PANEL_NUMBERS if node.ordered else PANEL_BULLETS, released=last)
            case _:
                return self._node(node)

    def _listing(self, listing: Listing, like: int, *, released: bool = False) -> str:
        number = ""
        if listing.ordered:
            self.restarts.append(like)
            number = w("numPr", w("ilvl", val=0), w("numId", val=len(STYLES) + len(self.restarts)))
        last = len(listing.items) - 1
        return "".join(
            paragraph(STYLES[like], self.runs.of(item), released=released and at == last, properties=number)
            for at, item in enumerate(listing.items)
        )
