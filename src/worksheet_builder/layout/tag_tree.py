"""The tag tree: what each mark on a page means to someone who cannot see it (ISO 32000-1, 14.7; tags 14.8.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from ..foundation.records import open_record, record
from ..text import Line

Sides = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the bottom left corner of the page."""


@record
class Attributes:
    """What a standard owner (ISO 32000-1, 14.8.5) says of a tag: names with their values, a summary, a bounding box."""

    owner: str
    names: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    box: Sides | None = None

    @classmethod
    def list(cls, numbering: str) -> Attributes:
        """How the entries of a list are numbered."""
        return cls("List", (("ListNumbering", numbering),))

    @classmethod
    def scope(cls, direction: str) -> Attributes:
        """Whether a table header heads its Column or its Row."""
        return cls("Table", (("Scope", direction),))


@open_record(eq=False)
class Tag:
    """A structure element (ISO 32000-1, 14.7–14.8): its standard type, what is under it, and what it says of itself.

    `children` hold tags, marked content as (page index, number on that page), and widgets by their index.
    """

    kind: str
    children: list[Tag | Content | Widget] = field(default_factory=list)
    language: str | None = None
    alt: str | None = None
    attributes: Attributes | None = None
    title: str = ""
    """The words of a heading."""
    listed: bool = True
    """Whether a heading is one of the bookmarks."""
    number: int = 0
    """The object number, given when the tree is written."""
    said: str = ""
    """The text of what is under it, where a program may take it in another order."""
    boxes: tuple[tuple[int, Sides], ...] = ()
    """The parts of a figure, each with its page."""

    def cover(self, page: int, box: Sides) -> None:
        """Note a part of a figure (left, bottom, right, top in points); one that is cut between pages has no box."""
        self.boxes += ((page, box),)
        left, bottom, right, top = zip(*(sides for _, sides in self.boxes), strict=True)
        whole = len({page for page, _ in self.boxes}) == 1
        around = min(left), min(bottom), max(right), max(top)
        self.attributes = Attributes("Layout", (("Placement", "Block"),), box=around) if whole else None

    def add(self, kind: str, language: str | None = None, attributes: Attributes | None = None) -> Tag:
        """A new tag under this one."""
        tag = Tag(kind, [], language, None, attributes)
        self.children.append(tag)
        return tag


@open_record
class Content:
    """A marked-content sequence on a page, with the lines of text in it, in the order in which they are read."""

    page: int
    number: int
    lines: list[Line] = field(default_factory=list)


@open_record
class Widget:
    """A form field's widget, by its index among the widgets of the document, and the page it is on."""

    page: int
    index: int


def prune(tag: Tag) -> None:
    """Take out tags with nothing in them."""
    for child in tag.children:
        if isinstance(child, Tag):
            prune(child)
    tag.children = [
        child for child in tag.children if not isinstance(child, Tag) or child.children or child.kind in ("TD", "TH")
    ]


def levelled(tag: Tag) -> list[Tag]:
    """The headings under a tag; those that skip a level are lifted, since PDF/UA-1, 7.4.2, wants H2 to follow H1."""
    headings = [heading for heading in walk(tag) if heading.title]
    above: list[int] = []
    for heading in headings:
        own = int(heading.kind[1:])
        while above and above[-1] >= own:
            above.pop()
        above.append(own)
        heading.kind = f"H{len(above)}"
    return headings


def walk(tag: Tag) -> Iterator[Tag]:
    """The tag and all under it, in reading order."""
    waiting = [tag]
    while waiting:
        tag = waiting.pop()
        yield tag
        waiting += [child for child in reversed(tag.children) if isinstance(child, Tag)]


def dump(tag: Tag, depth: int = 0) -> str:
    """The tree as indented text, for goldens that a reviewer can read."""
    said = "".join(
        part
        for part in (
            f" lang={tag.language}" if tag.language else "",
            f" alt={tag.alt!r}" if tag.alt else "",
            f" {_attributes_text(tag.attributes)}" if tag.attributes else "",
        )
    )
    lines = ["  " * depth + tag.kind + said]
    for child in tag.children:
        match child:
            case Tag():
                lines.append(dump(child, depth + 1))
            case Content():
                lines.append("  " * (depth + 1) + f"· page {child.page + 1}, content {child.number}")
            case Widget():
                lines.append("  " * (depth + 1) + f"· page {child.page + 1}, widget {child.index}")
    return "\n".join(lines)


def _attributes_text(attributes: Attributes) -> str:
    parts = [f"{name}={value}" for name, value in attributes.names]
    parts += [f"Summary={attributes.summary!r}"] if attributes.summary else []
    parts += [f"BBox={' '.join(f'{side:.2f}' for side in attributes.box)}"] if attributes.box else []
    return f"{attributes.owner}({', '.join(parts)})"
