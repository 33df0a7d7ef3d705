"""Form fields: widgets with their appearances, in a tree of names, none required, none with a script.

ISO 32000-1, 12.7. A dotted address becomes nested fields, so that `sheet.kinds.dismissed` is the full name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from ..colours import Colour
from ..languages import Language
from ..text import Face
from .canvas import Raw, SheetCanvas, text_string
from .content import box_path, fill, stroke
from .fonts import descriptor_body, drop_tables, glyph_widths, pin, postscript_name
from .ink import Field, FieldKind
from .tags import Widget

MULTILINE = 1 << 12
RADIO = 1 << 15
TEXT_SIZE = 12.0
"""Size of typed text in points."""


@dataclass(slots=True)
class Placed:
    """A field on its page, in PDF's coordinates: left, bottom, right, top."""

    field: Field
    page: int
    box: tuple[float, float, float, float]
    number: int = 0


@dataclass(slots=True)
class _Node:
    """A field of the name tree: its own part of the name, what is under it, and its widgets."""

    name: str
    children: dict[str, _Node] = field(default_factory=dict)
    widgets: list[Placed] = field(default_factory=list)


class Fields:
    """All fields of a document, gathered while pages are drawn and written at the end."""

    def __init__(self, canvas: SheetCanvas, language: Language, face: Face, ink: Colour) -> None:
        self._canvas = canvas
        self._language = language
        self._face = face
        self._ink = ink
        self._appearances: dict[str, int] = {}
        self.placed: list[Placed] = []

    def place(self, item: Field, page: int, height: float) -> Placed:
        """Note a field on a page of this height, and put its widget under its tag."""
        box = (item.x, height - item.y - item.height, item.x + item.width, height - item.y)
        placed = Placed(item, page, box)
        placed.number = self._canvas.reserve(Raw())
        item.mark.children.append(Widget(page, len(self.placed)))
        self.placed.append(placed)
        return placed

    def put(self, pages: Sequence[int], parents: dict[int, int]) -> int | None:
        """Write widgets, fields and the form; `parents` gives each widget its row in the parent tree."""
        if not self.placed:
            return None
        root = _Node("")
        for placed in self.placed:
            node = root
            for part in placed.field.name.split("."):
                node = node.children.setdefault(part, _Node(part))
            node.widgets.append(placed)
        font = put_field_font(self._canvas, self._face)
        kids = [self._put_node(node, None, pages, parents) for node in root.children.values()]
        references = " ".join(f"{number} 0 R" for number in kids)
        return self._canvas.put(
            f"<</Fields [{references}]/DR <</Font <</Fa {font} 0 R>>>>/DA (/Fa {TEXT_SIZE:g} Tf 0 g)>>".encode()
        )

    def _put_node(self, node: _Node, parent: int | None, pages: Sequence[int], parents: dict[int, int]) -> int:
        above = f"/Parent {parent} 0 R" if parent else ""
        name = text_string(node.name).decode()
        if not node.children and len(node.widgets) == 1 and node.widgets[0].field.kind is not FieldKind.RADIO:
            placed = node.widgets[0]
            self._fill_widget(placed, f"/T {name}{above}{self._field_entries(placed)}", pages, parents)
            return placed.number
        raw = Raw()
        number = self._canvas.reserve(raw)
        kids = [self._put_node(child, number, pages, parents) for child in node.children.values()]
        for placed in node.widgets:
            self._fill_widget(placed, f"/Parent {number} 0 R", pages, parents)
            kids.append(placed.number)
        entries = ""
        if node.widgets:
            entries = self._field_entries(node.widgets[0], group=True)
        references = " ".join(f"{kid} 0 R" for kid in kids)
        raw.body = f"<</T {name}{above}{entries}/Kids [{references}]>>".encode()
        return number

    def _field_entries(self, placed: Placed, group: bool = False) -> str:
        match placed.field.kind:
            case FieldKind.RADIO:
                label = text_string(placed.field.label).decode()
                return f"/FT/Btn/Ff {RADIO}/V/Off/TU {label}"
            case FieldKind.CHECK:
                return "/FT/Btn/V/Off"
            case FieldKind.LINE | FieldKind.LINES:
                flags = MULTILINE if placed.field.kind is FieldKind.LINES else 0
                aligned = "/Q 2" if self._language.rtl else ""
                return f"/FT/Tx/Ff {flags}{aligned}/DA (/Fa {TEXT_SIZE:g} Tf 0 g)"

    def _fill_widget(self, placed: Placed, entries: str, pages: Sequence[int], parents: dict[int, int]) -> None:
        item = placed.field
        left, bottom, right, top = placed.box
        label = text_string(item.label).decode()
        body = (
            f"<</Type/Annot/Subtype/Widget/F 4/Rect [{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
            f"/P {pages[placed.page]} 0 R/StructParent {parents[placed.number]}/TU {label}"
            f"{entries}{self._appearance(item)}>>"
        )
        raw = self._raw(placed.number)
        raw.body = body.encode()

    def _raw(self, number: int) -> Raw:
        document = self._canvas.document
        found: Raw = document.idToObject[document.numberToId[number]]
        return found

    def _appearance(self, item: Field) -> str:
        size = (round(item.width, 2), round(item.height, 2))
        match item.kind:
            case FieldKind.LINE | FieldKind.LINES:
                return f"/AP <</N {self._form(size, '/Tx BMC EMC')} 0 R>>"
            case FieldKind.CHECK:
                on = self._form(size, _cross(size, self._ink))
                return f"/AS/Off/AP <</N <</Off {self._form(size, '')} 0 R/{item.option} {on} 0 R>>>>"
            case FieldKind.RADIO:
                on = self._form(size, _chosen(size, self._ink))
                return f"/AS/Off/AP <</N <</Off {self._form(size, '')} 0 R/{item.option} {on} 0 R>>>>"

    def _form(self, size: tuple[float, float], operators: str) -> int:
        """A form XObject, the same for the same size and drawing."""
        key = f"{size} {operators}"
        if key not in self._appearances:
            entries = f"/Type/XObject/Subtype/Form/BBox [0 0 {size[0]:g} {size[1]:g}]/Resources<<>>"
            self._appearances[key] = self._canvas.put_stream(operators.encode(), entries, compress=False)
        return self._appearances[key]


def _cross(size: tuple[float, float], ink: Colour) -> str:
    """A cross, as a pen would make it."""
    width, height = size
    near, far = 0.24, 0.76
    return (
        f"q {stroke(ink)} 1.7 w 1 J {width * near:.2f} {height * near:.2f} m {width * far:.2f} {height * far:.2f} l "
        f"{width * near:.2f} {height * far:.2f} m {width * far:.2f} {height * near:.2f} l S Q"
    )


def _chosen(size: tuple[float, float], ink: Colour) -> str:
    """A small box is filled with a dot; a ring with a number in it gets a heavy ring, so that the number stays."""
    width, height = size
    if width < 18:
        inset = width * 0.26
        return f"q {fill(ink)} {box_path(inset, inset, width - 2 * inset, height - 2 * inset, width)} f Q"
    return f"q {stroke(ink)} 3 w {box_path(1.6, 1.6, width - 3.2, height - 3.2, width)} S Q"


@lru_cache(maxsize=64)
def _field_font_file(face: Face) -> tuple[bytes, tuple[int, ...]]:
    """A font file with the letters of Windows code page 1252, and their widths from code 32 on."""
    source = hb.Face(hb.Blob.from_file_path(face.file.path), face.file.index)
    wanted = hb.SubsetInput()
    letters = [bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
    wanted.unicode_set.update({ord(letter) for letter in letters if letter != "\ufffd"})
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    drop_tables(wanted)
    pin(wanted, source, face)
    made = wanted.subset(source)
    width = glyph_widths(face)
    widths = tuple(width(face.font.get_nominal_glyph(ord(letter)) or 0) for letter in letters)
    return bytes(made.blob.data), widths


def put_field_font(canvas: SheetCanvas, face: Face) -> int:
    """The font that a client types in: simple, so that every viewer can use it."""
    data, widths = _field_font_file(face)
    name = f"AAAAAA+{postscript_name(face)}"
    file = f"/FontFile2 {canvas.put_stream(data, measured=True)} 0 R"
    descriptor = canvas.put(descriptor_body(face, name, 32, file).encode())
    return canvas.put(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255"
        f"/Widths [{' '.join(map(str, widths))}]/FontDescriptor {descriptor} 0 R>>".encode()
    )
