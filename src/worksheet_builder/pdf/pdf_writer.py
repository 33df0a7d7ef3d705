"""Makes one PDF of a document: lays it out, draws its pages, then writes every object once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definitions.practice import Brand
from ..document import Document, Group, GroupRole, walk
from ..document.traversal import unplaced
from ..foundation.problems import refuse_if
from ..layout.address_links import with_links
from ..layout.boxes import Ground
from ..layout.display_list import Artifact, DrawOp, FieldOp, LinkOp, RectangleOp, RuleOp, place
from ..layout.first_page_header import has_page_header, page_header_height
from ..layout.fitting import fitted
from ..layout.leaf_sides import leaf_sides
from ..layout.pagination import Page
from ..layout.running_header import header_footer
from ..layout.tag_tree import levelled, prune
from .bookmarks import put_outline
from .content_stream import PageContent
from .embedded_fonts import DocumentFonts
from .form_fields import Fields
from .image_objects import put_picture
from .links import put_links
from .objects import PdfCanvas, references
from .spoken_text import say_what_is_written
from .structure_tree import put_structure
from .xmp import put_intent, put_metadata


class PdfWriter:
    """Builds one PDF from a document and a brand; raises Refused for something that is taller than a page."""

    def __init__(self, document: Document, brand: Brand) -> None:
        layout = fitted(document, brand)
        self._context, self.root, self._pages = layout.context, layout.root, layout.pages
        self._leaves = leaf_sides(document, layout.pages)
        self._mirror = self._context.column.width if self._context.rtl else None
        size = (self._context.page_width, self._context.page_height)
        self._pdf = PdfCanvas(size, document.file_title.plain(), document.language.tag)
        self._fonts = DocumentFonts()
        self._fields = Fields(self._pdf, self._context, self._fonts)

    def write(self) -> bytes:
        """The bytes of the file; raises Refused if a character has no glyph, or a begun answer no place."""
        drawn = [self._draw(page, index) for index, page in enumerate(self._pages)]
        refuse_if((*self._context.setter.problems, *unplaced(self._context.document, self._context.placed)))
        prune(self.root)
        return self._file(drawn)

    def _draw(self, page: Page, index: int) -> PageContent:
        content = PageContent(index, self._context.page_height, self._fonts)
        for ground, top, bottom in _grounds(page):
            if ground.bleeds:
                content.draw(self._placed(self._wide_ground(ground, top, bottom, index, page), page.frame.top))
        bare, leaf = page.frame.bare, self._leaves.get(index)
        around = header_footer(self._context, index, len(self._pages), bare, self.root, leaf)
        content.draw(self._linked(around, index))
        for ground, top, bottom in _grounds(page):
            if not ground.bleeds:
                content.draw(self._placed(self._panel(ground, top, bottom), page.frame.top))
        for top, box in page.tops():
            content.draw(self._linked(self._placed(box.ops, page.frame.top + top), index))
            for op in box.ops:
                if isinstance(op, (FieldOp, LinkOp)):
                    self._fields.place(op, index)
        return content

    def _linked(self, ops: Iterable[DrawOp], index: int) -> Iterator[DrawOp]:
        """Yield the operations, with links on the addresses in their text; these links are recorded."""
        for op in ops:
            for part in with_links(op):
                if isinstance(part, LinkOp) and part is not op:
                    self._fields.place(part, index)
                else:
                    yield part

    def _placed(self, ops: list[DrawOp], top: float) -> list[DrawOp]:
        """Move the operations of a column in place to page coordinates; returns the same list."""
        side, mirror = self._context.side, self._mirror
        for op in ops:
            place(op, side, top, mirror)
        return ops

    def _wide_ground(self, ground: Ground, top: float, bottom: float, index: int, page: Page) -> list[DrawOp]:
        """A background over the whole width of the paper; at the top of a page, up to the practice's header or edge."""
        context = self._context
        if top == 0.0:
            top = (page_header_height(context) if index == 0 and has_page_header(context) else 0.0) - page.frame.top
        return [RectangleOp(-context.side, top, context.page_width, bottom - top, Artifact.LAYOUT, ground.fill)]

    def _panel(self, ground: Ground, top: float, bottom: float) -> list[DrawOp]:
        """The background of a panel: rules above and below, a bar at the side, or a rectangle."""
        width, mark = self._context.column.width, Artifact.LAYOUT
        if ground.rules:
            ends = (bottom,) if ground.joined and top else (top, bottom)
            return [RuleOp(0.0, y, width, 0.9, ground.rules, mark) for y in ends]
        if ground.bar:
            return [RectangleOp(-ground.hangs, top, 3.0, bottom - top, mark, fill=ground.bar)]
        return [RectangleOp(0.0, top, width, bottom - top, mark, ground.fill, ground.stroke, 0.8, ground.radius)]

    def _file(self, drawn: list[PageContent]) -> bytes:
        pdf = self._pdf
        pages = [pdf.reserve() for _ in drawn]
        headings, marked = levelled(self.root), [content.tags for content in drawn]
        say_what_is_written(marked)
        tree, rows = put_structure(pdf, self.root, pages, marked, self._fields.placed)
        fonts = self._fonts.put(pdf)
        form = self._fields.put(pages, rows, fonts)
        put_links(pdf, self._fields.placed, self._context.starts, pages, rows)
        for index, (content, number) in enumerate(zip(drawn, pages, strict=True)):
            pdf.put(self._page(index, content, fonts).encode(), number)
            pdf.add_page(number)
        document = self._context.document
        catalogue = {
            "StructTreeRoot": f"{tree} 0 R",
            "MarkInfo": "<</Marked true>>",
            "ViewerPreferences": _preferences(document),
            "Metadata": f"{put_metadata(pdf, document)} 0 R",
            "OutputIntents": f"[{put_intent(pdf)} 0 R]",
            "Outlines": f"{put_outline(pdf, headings, pages, 3 if self._context.starts else 2)} 0 R",
        }
        return pdf.finish(catalogue | ({"AcroForm": f"{form} 0 R"} if form else {}))

    def _page(self, index: int, content: PageContent, fonts: str) -> str:
        pdf, context = self._pdf, self._context
        body = pdf.put_stream(content.stream())
        images = "".join(f"/I{at} {put_picture(pdf, data)} 0 R" for at, data in enumerate(content.pictures, 1))
        widgets = references(item.number for item in self._fields.placed if item.page == index)
        return (
            f"<</Type/Page/Parent {pdf.page_tree} 0 R/MediaBox [0 0 {context.page_width:.6g} {context.page_height:.6g}]"
            f"/Contents {body} 0 R/Resources <</Font <<{fonts}>>{f'/XObject <<{images}>>' if images else ''}>>"
            f"/Group <</S/Transparency/CS/DeviceRGB>>/StructParents {index}/Tabs/S"
            f"{f'/Annots [{widgets}]' if widgets else ''}>>"
        )


def _preferences(document: Document) -> str:
    """The viewer preferences: to show the title, and to print at true size if there is a card to cut out.

    There is no /Direction, the order of two pages side by side: PDFium takes it for the direction of each line of text.
    """
    cut_out = any(isinstance(node, Group) and node.role is GroupRole.CARD for node in walk(document.nodes))
    return f"<</DisplayDocTitle true{'/PrintScaling/None' if cut_out else ''}>>"


def _grounds(page: Page) -> Iterator[tuple[Ground, float, float]]:
    """Yield each background of a page, with the top and bottom in points of the consecutive boxes on it."""
    run: tuple[Ground, float, float] | None = None
    for top, box in page.tops():
        if run and run[0] is not box.ground:
            yield run
            run = None
        if box.ground:
            run = (box.ground, run[1] if run else top, top + box.height)
    if run:
        yield run
