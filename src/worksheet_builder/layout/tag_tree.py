"""The tag tree (the PDF structure tree): meaning and reading order of the content (ISO 32000-1, 14.7 and 14.8.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from ..foundation.records import open_record, record
from ..text import Line

Sides = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the bottom left corner of the page."""


@record
class Attributes:
    """Attributes of a tag, of one standard owner (ISO 32000-1, 14.8.5): names with values, summary, bounding box."""

    owner: str
    names: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    box: Sides | None = None

    @classmethod
    def list(cls, numbering: str) -> Attributes:
        """The attributes of a list: how its entries are numbered (`ListNumbering`)."""
        return cls("List", (("ListNumbering", numbering),))

    @classmethod
    def scope(cls, direction: str) -> Attributes:
        """The attributes of a header cell: whether it is for its `Column` or its `Row`."""
        return cls("Table", (("Scope", direction),))


@open_record(eq=False)
class Tag:
    """A structure element (ISO 32000-1, 14.7–14.8): its type (`kind`), its children in order, and its properties.

    `children` are tags, marked-content sequences, and widgets (form fields and links).
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
    """The PDF object number, set when the tree is written."""
    said: str = ""
    """The text of its content (`ActualText`), if the codes on the page do not give it in reading order."""
    boxes: tuple[tuple[int, Sides], ...] = ()
    """The rectangles of the parts of a figure, each with its page index."""

    def cover(self, page: int, box: Sides) -> None:
        """Add the rectangle of a part of a figure to its bounding box; a figure on several pages has no such box."""
        self.boxes += ((page, box),)
        left, bottom, right, top = zip(*(sides for _, sides in self.boxes), strict=True)
        whole = len({page for page, _ in self.boxes}) == 1
        around = min(left), min(bottom), max(right), max(top)
        self.attributes = Attributes("Layout", (("Placement", "Block"),), box=around) if whole else None

    def add(self, kind: str, language: str | None = None, attributes: Attributes | None = None) -> Tag:
        """Add a new tag under this one; returns the new tag."""
        tag = Tag(kind, [], language, None, attributes)
        self.children.append(tag)
        return tag


@open_record
class Content:
    """A marked-content sequence: page index, number on that page (MCID), and its lines of text in reading order."""

    page: int
    number: int
    lines: list[Line] = field(default_factory=list)


@open_record
class Widget:
    """A form field or link: the index of its page, and its index among all fields and links of the document."""

    page: int
    index: int


def prune(tag: Tag) -> None:
    """Remove the tags without content, except table cells, from a tree."""
    for child in tag.children:
        if isinstance(child, Tag):
            prune(child)
    tag.children = [
        child for child in tag.children if not isinstance(child, Tag) or child.children or child.kind in ("TD", "TH")
    ]


def levelled(tag: Tag) -> list[Tag]:
    """The headings under a tag, in order; changes their levels so that none is skipped (PDF/UA-1, 7.4.2)."""
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
    """The tree as indented text, for the expected results of tests."""
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
