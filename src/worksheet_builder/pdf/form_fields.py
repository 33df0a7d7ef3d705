"""Form fields (AcroForm): widgets with appearances, in a tree of names; none is required, none has a script.

Links are collected with them, because both are annotations of a page; `links` writes the links.

ISO 32000-1, 12.7. A dotted address becomes nested fields, so that `sheet.kinds.dismissed` is the full name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any, Generic, TypeVar

from ..foundation.records import open_record
from ..layout.context import LayoutContext
from ..layout.display_list import FieldKind, FieldOp, LinkOp
from ..layout.tag_tree import Widget
from .appearances import Appearances
from .content_stream import PageContent
from .embedded_fonts import DocumentFonts
from .form_fonts import NAMES, SIGNS, put_field_fonts
from .objects import PdfCanvas, references, text_string

MULTILINE = 1 << 12
RADIO = 1 << 15
_TICKED = f"/DA (/{SIGNS} 0 Tf 0 g)"
"""The default appearance (/DA) of buttons, for viewers that draw them anew."""
_SIGN = {FieldKind.CHECK: "/MK <</CA(8)>>", FieldKind.RADIO: "/MK <</CA(l)>>"}
"""The entry /MK with the sign for that, a character of ZapfDingbats: a cross, a dot."""

On = TypeVar("On", FieldOp, LinkOp)


@open_record
class Placed(Generic[On]):
    """A field or link on its page (index); `box` is left, bottom, right, top in points from the bottom left corner."""

    field: On
    page: int
    box: tuple[float, float, float, float]
    number: int


@open_record
class _Node:
    """A field of the tree of names: its part of the dotted name, its children by name, and its widgets."""

    name: str
    children: dict[str, _Node] = field(default_factory=dict)
    widgets: list[Placed[FieldOp]] = field(default_factory=list)


class Fields:
    """Collects the fields and links of a document while pages are drawn, and writes the fields at the end."""

    def __init__(self, pdf: PdfCanvas, context: LayoutContext, fonts: DocumentFonts) -> None:
        self._pdf, self._fonts = pdf, fonts
        self._page_fonts = ""
        self._context = context
        self._appearances = Appearances(pdf, context.palette.ink)
        self._pages: Sequence[int] = ()
        self._rows: dict[int, int] = {}
        self._texts: dict[int, bytes] = {}
        self.placed: list[Placed[Any]] = []

    def place(self, item: FieldOp | LinkOp, page: int) -> None:
        """Record a field or link on a page (index), and add its widget to the children of its tag."""
        height = self._context.page_height
        box = (item.x, height - item.y - item.height, item.x + item.width, height - item.y)
        item.mark.children.append(Widget(page, len(self.placed)))
        number = self._pdf.reserve()
        self.placed.append(Placed(item, page, box, number))
        if isinstance(item, FieldOp) and item.shown:
            self._texts[number] = self._text(item, page)

    def _text(self, item: FieldOp, page: int) -> bytes:
        """The begun answer of a field, as the content of its appearance stream."""
        content = PageContent(page, item.height, self._fonts)
        content.draw(item.shown)
        return b"/Tx BMC q\n" + content.stream() + b"\nQ EMC"

    def put(self, pages: Sequence[int], rows: dict[int, int], page_fonts: str) -> int | None:
        """Write widgets, fields and the form; returns the object number of the form, None if there are no fields.

        `pages` are object numbers; `rows` maps the object number of each widget to its key in the parent tree;
        `page_fonts` are the font resources of the pages, in which begun answers are set.
        """
        if not any(isinstance(item.field, FieldOp) for item in self.placed):
            return None
        self._pages, self._rows, self._page_fonts = pages, rows, page_fonts
        kids = references(self._put_node(node, "") for node in self._names().children.values())
        context = self._context
        own = put_field_fonts(self._pdf, context.document.language, context.brand.font, context.field_metrics)
        return self._pdf.put(f"<</Fields [{kids}]/DR <</Font <<{own}>>>>{self._typed(FieldKind.LINE)}>>".encode())

    def _names(self) -> _Node:
        root = _Node("")
        for placed in self.placed:
            if isinstance(placed.field, LinkOp):
                continue
            node = root
            for part in placed.field.name.split("."):
                node = node.children.get(part) or node.children.setdefault(part, _Node(part))
            node.widgets.append(placed)
        return root

    def _put_node(self, node: _Node, above: str) -> int:
        """Write a field and its descendants; returns its object number. `above` is its entry /Parent, or empty."""
        named = f"/T {text_string(node.name)}{above}"
        if len(node.widgets) == 1 and node.widgets[0].field.kind is not FieldKind.RADIO:
            (placed,) = node.widgets
            self._finish(placed, named + self._entries(node))
            return placed.number
        number = self._pdf.reserve()
        parent = f"/Parent {number} 0 R"
        for placed in node.widgets:
            self._finish(placed, parent)
        numbers = [self._put_node(child, parent) for child in node.children.values()]
        kids = references([*numbers, *(placed.number for placed in node.widgets)])
        entries = self._entries(node) if node.widgets else ""
        return self._pdf.put(f"<<{named}{entries}/Kids [{kids}]>>".encode(), number)

    def _entries(self, node: _Node) -> str:
        """The entries for type, flags, value and default appearance of a field."""
        item = node.widgets[0].field
        chosen = next((it.field.option for it in node.widgets if it.field.value), "Off")
        value = f"/V {text_string(item.value)}" if item.value else ""
        match item.kind:
            case FieldKind.RADIO:
                return f"/FT/Btn/Ff {RADIO}/V/{chosen}{_TICKED}/TU {text_string(item.group)}"
            case FieldKind.CHECK:
                return f"/FT/Btn/V/{chosen}{_TICKED}"
            case FieldKind.LINE:
                return f"/FT/Tx{value}{self._typed(item.kind)}"
            case FieldKind.LINES | FieldKind.CELL:
                return f"/FT/Tx/Ff {MULTILINE}{value}{self._typed(item.kind)}"

    def _typed(self, kind: FieldKind) -> str:
        """The entries for font and size (/DA) and alignment (/Q) of typed text."""
        side = "/Q 2" if self._context.rtl else ""
        metrics = self._context.field_metrics
        size = 0 if metrics.shrinks and kind is not FieldKind.LINE else metrics.size
        return f"{side}/DA (/{NAMES[kind]} {size:g} Tf 0 g)"

    def _finish(self, placed: Placed[FieldOp], entries: str) -> None:
        """Write a widget; `entries` are those of its field, or its /Parent."""
        left, bottom, right, top = placed.box
        body = (
            f"<</Type/Annot/Subtype/Widget/F 4/Rect [{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
            f"/P {self._pages[placed.page]} 0 R/StructParent {self._rows[placed.number]}"
            f"/TU {text_string(placed.field.label)}{entries}{_SIGN.get(placed.field.kind, '')}"
            f"{self._look(placed)}>>"
        )
        self._pdf.put(body.encode(), placed.number)

    def _look(self, placed: Placed[FieldOp]) -> str:
        """The appearance entries of a widget; those of a begun answer show its text."""
        text = self._texts.get(placed.number)
        if text is None:
            return self._appearances.entries(placed.field)
        width, height = placed.field.width, placed.field.height
        resources = f"/Resources <</Font <<{self._page_fonts}>>>>"
        entries = f"/Type/XObject/Subtype/Form/BBox [0 0 {width:g} {height:g}]{resources}"
        return f"/AP <</N {self._pdf.put_stream(text, entries, compress=False)} 0 R>>"
