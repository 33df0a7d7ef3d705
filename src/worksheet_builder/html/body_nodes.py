"""The nodes of a document as HTML elements, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import assert_never

from ..document import (
    Answer,
    Contents,
    Divider,
    Figure,
    Group,
    GroupRole,
    Heading,
    Listing,
    Node,
    Paragraph,
    Part,
    Role,
    Table,
    numbered,
    walk,
)
from ..document.drawings import Drawing
from ..foundation.phrases import Phrase
from ..foundation.records import open_record
from .elements import Attribute, element
from .field_markup import FieldMarkup
from .grid_markup import grid
from .phrase_markup import PhraseMarkup
from .picture_figures import FigureMarkup, beside

_LOWEST = 6
"""The lowest heading level of HTML."""


@open_record
class BodyNodes:
    """Writes the nodes of one document; `above` is subtracted from heading levels, so that the highest is level 1."""

    fields: FieldMarkup
    above: int = 0
    figures: FigureMarkup = field(init=False)
    _level: int = 1
    """The level of the last heading."""

    def __post_init__(self) -> None:
        self.figures = FigureMarkup(self.fields)

    @property
    def phrases(self) -> PhraseMarkup:
        """The writer of phrases."""
        return self.fields.phrases

    def steps(self, nodes: Sequence[Node]) -> str:
        """The steps that a reader can view one at a time: each block, with the headings and words before it."""
        return "".join(self._steps(nodes))

    def _steps(self, nodes: Sequence[Node]) -> Iterator[str]:
        leading: list[Node] = []
        for node in nodes:
            if isinstance(node, Part) or (isinstance(node, Group) and node.role in _OWN_PARTS):
                yield self._step(leading)
                yield self.node(node)
                leading = []
            elif isinstance(node, Group) and not _leads(node):
                yield from (self._step(it) for it in self._opened(leading, node))
                leading = []
            else:
                leading.append(node)
        yield self._step(leading)

    @staticmethod
    def _opened(leading: list[Node], group: Group) -> Iterator[list[Node]]:
        """The opening of a sheet is a step of its own; a heading of a section goes with its first block."""
        if any(_begins(it) for it in leading):
            yield leading
            yield [group]
        else:
            yield [*leading, group]

    def _step(self, nodes: Sequence[Node]) -> str:
        return element("div", {"class": "step"}, self.nodes(nodes)) if nodes else ""

    def nodes(self, nodes: Sequence[Node]) -> str:
        """Nodes in reading order."""
        return "".join(map(self.node, nodes))

    def node(self, node: Node) -> str:
        """The markup of one node."""
        match node:
            case Heading():
                self._level = min(_LOWEST, max(1, node.level + node.depth - self.above))
                return element(f"h{self._level}", {"class": f"level-{node.level}"}, self.phrases.both(node.text))
            case Paragraph():
                return self._paragraph(node)
            case Listing():
                return self._listing(node)
            case Table():
                return grid(node, self.fields)
            case Figure():
                return self.figures.figure(node)
            case Answer():
                return element("div", {"class": "answer"}, self.fields.answer(node))
            case Divider():
                return element("hr", {})
            case Group():
                return self._group(node)
            case Contents():
                return self._contents(node)
            case Part():
                return self._part(node)
            case _:
                assert_never(node)

    def _paragraph(self, node: Paragraph) -> str:
        """A paragraph; a question or the title of a panel is a heading, one level under the last heading."""
        if node.role is Role.CONTACT:
            return self.contact(node.text)
        kind = f"{node.role.value}{' asked' if node.after else ''}"
        asks = node.role in (Role.PROMPT, Role.PANEL_HEADING)
        name = f"h{min(_LOWEST, self._level + 1)}" if asks else "p"
        return element(name, {"class": kind}, self.phrases.both(node.said))

    def contact(self, line: Phrase) -> str:
        """A line of the crisis contacts, with its number as a link."""
        found = numbered(line)
        if found is None:
            return element("p", {"class": "contact"}, self.phrases.both(line))
        number, words = found
        said = element("span", {}, self.phrases.line(words))
        return element("p", {"class": "contact"}, self.phrases.number(number), " ", said)

    def _listing(self, node: Listing) -> str:
        items = (element("li", {}, self.phrases.both(item)) for item in node.items)
        return element("ol" if node.ordered else "ul", {}, *items)

    def _group(self, group: Group) -> str:
        inside = self.nodes(group.children)
        match group.role:
            case GroupRole.OPENING:
                return self._opening(group.drawing, inside)
            case GroupRole.BLOCK | GroupRole.CLOSING:
                return element("div", {"class": group.role.value}, inside)
            case GroupRole.PANEL:
                return element("div", {"class": "panel"}, inside)
            case GroupRole.CONTACTS:
                return element("div", {"class": "contacts"}, inside)
            case GroupRole.CARD:
                return element("div", {"class": "card"}, inside)
            case GroupRole.PICTURED:
                return self._pictured(group.drawing, inside)
            case GroupRole.ONLINE:
                return ""
            case GroupRole.LEAF:
                return element("section", {"class": "step leaf"}, inside)
            case GroupRole.NOTES:
                return element("section", {"class": "step notes"}, inside)
            case _:
                assert_never(group.role)

    def _opening(self, drawing: Drawing | None, inside: str) -> str:
        shown = beside(drawing, flipped=self.phrases.language.rtl) if drawing else ""
        picture = element("div", {"class": "picture"}, shown) if shown else ""
        return element("div", {"class": "opening"}, element("div", {}, inside), picture)

    def _pictured(self, drawing: Drawing | None, inside: str) -> str:
        shown = beside(drawing, flipped=self.phrases.language.rtl) if drawing else ""
        picture = element("div", {"class": "picture"}, shown) if shown else ""
        return element("div", {"class": "pictured"}, picture, element("div", {}, inside))

    def _contents(self, node: Contents) -> str:
        return element("ul", {"class": "contents"}, *(self._lead(it.part, it.title, it.note) for it in node.leads))

    def _lead(self, part: str, title: Phrase, note: Phrase | None) -> str:
        link = element("a", {"href": f"#part-{part}"}, self.phrases.both(title))
        return element("li", {}, link, " ", element("span", {"class": "hint"}, self.phrases.both(note)) if note else "")

    def _part(self, part: Part) -> str:
        named: dict[str, Attribute] = {"class": "part", "id": f"part-{part.id}"}
        return element("section", named, self.steps(part.children))


_OWN_PARTS = (GroupRole.LEAF, GroupRole.NOTES)
"""Groups that are steps of their own."""


def _begins(node: Node) -> bool:
    """Whether the node is the opening or the title of a sheet."""
    if isinstance(node, Group):
        return node.role is GroupRole.OPENING
    return isinstance(node, Heading) and node.level == 1


def _leads(group: Group) -> bool:
    """Whether the group is an opening, or a heading with some words, and so belongs to the step after it."""
    if group.role is GroupRole.OPENING:
        return True
    children = group.children
    plain = all(isinstance(child, Heading | Paragraph) for child in children)
    return group.role is GroupRole.BLOCK and plain and isinstance(children[0], Heading)


def first_level(nodes: tuple[Node, ...]) -> int:
    """The level of the highest heading, 1 where there is none."""
    return min((node.level + node.depth for node in walk(nodes) if isinstance(node, Heading)), default=1)
