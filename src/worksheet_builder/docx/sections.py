"""The sections of a file: each sheet of a pack has its own header; pages for other people have an empty one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import digits

from ..document import Document, Node, is_leaf
from ..document import Part as Sheet
from ..document.measures import MM
from ..foundation.records import record
from ..ooxml.markup import element, w
from .style_context import StyleContext, twips

BARE = ("headerBare", "footerBare")
"""The header and footer of a page for other people, by the stems of their file names."""
_HEADER_AT, _FOOTER_AT, _GROUND_AT = 9 * MM, 7 * MM, 5 * MM
"""The distance of header and footer from the paper edge in points; if space is saved, the header has the footer's.

The last is for a header with a background in the closest layout, whose padding moves its words down.
"""
_HIGHER, _LOWER = 8.0, 3.0
"""Points by which text extends into the design's margins: Word leaves more space above and below letters."""


def header_footer_distances(context: StyleContext) -> tuple[float, float]:
    """The distances of the header and the footer from the paper edge, in points."""
    near = _GROUND_AT if context.closest and context.design.grounded else _FOOTER_AT
    return near if context.sparing else _HEADER_AT, _FOOTER_AT


def margins(context: StyleContext) -> tuple[float, float]:
    """The top and bottom page margins, in points."""
    tall = context.design.margins
    return tall.top * MM - _HIGHER, tall.bottom * MM - _LOWER


@record
class PageSection:
    """Consecutive pages with the same header and footer; `around` names those that differ from the section before."""

    around: tuple[str, ...]
    opening: bool = False
    """Whether its first page has a header and a footer of its own."""

    def markup(self, context: StyleContext) -> str:
        """The `w:sectPr`."""
        wide, tall = (twips(points) for points in context.paper.points)
        side, (top, bottom) = twips(context.design.margins.side * MM), map(twips, margins(context))
        header, footer = map(twips, header_footer_distances(context))
        return w(
            "sectPr",
            *(_reference(stem) for stem in self.around),
            w("pgSz", w=wide, h=tall),
            w("pgMar", top=top, right=side, bottom=bottom, left=side, header=header,
              footer=footer, gutter=0),
            w("titlePg") if self.opening else "",
            w("bidi") if context.language.rtl else "",
        )  # fmt: skip


def _reference(stem: str) -> str:
    name, first = stem.removesuffix("First").removesuffix("Bare").rstrip(digits), stem.endswith("First")
    return element(f"w:{name}Reference", {"w:type": "first" if first else "default", "r:id": stem})


def sections(document: Document, around: Iterable[str]) -> list[PageSection]:
    """The sections in order; `around` are the headers and footers of the first, by file name stem."""
    if document.nodes and is_leaf(document.nodes[0]):
        return [PageSection(BARE), *_under(document.nodes[1:], "header", bare=True)]
    return [PageSection(tuple(around), opening=True), *_under(document.nodes, "header")]


def _under(nodes: tuple[Node, ...], stem: str, bare: bool = False) -> Iterator[PageSection]:
    """Yield the sections that begin among nodes: at each sheet, at a page for other people, and after one."""
    sheet = 0
    for node in nodes:
        if isinstance(node, Sheet):
            sheet += 1
            own = f"header{sheet}"
            yield PageSection((own, "footer") if bare else (own,))
            yield from _under(node.children, own)
            bare = bool(node.children) and is_leaf(node.children[-1])
        elif is_leaf(node):
            yield PageSection(BARE)
            bare = True
        elif bare:
            yield PageSection((stem, "footer"))
            bare = False
