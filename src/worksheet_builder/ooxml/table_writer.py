"""Write a Word file with a table under each heading; each row has a name that survives editing, and empty cells."""

from __future__ import annotations

from collections.abc import Iterator

from ..fonts.script_measures import EAST_ASIAN
from ..foundation.languages import Language
from ..foundation.records import record
from .content_control_parts import CHECK_BOX, TICK_FONT, ControlIds, box_to_tick
from .markup import element, escaped, part, text, w
from .package import MAIN, PROPERTIES, SETTINGS, STYLES, Package

_WIDE, _TALL, _MARGIN = 16838, 11906, 720
"""Width and height of A4 landscape, and its margins, in twentieths of a point."""
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_LETTERS = {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial"}
"""A font that every computer has; the office program finds another for scripts that it lacks."""


@record
class Cell:
    """A cell with text, `small` for an explanation; with `tick` a tick box, with `number` the visible row number."""

    words: str = ""
    language: Language | None = None
    small: bool = False
    tick: bool = False
    number: bool = False


@record
class Row:
    """A cell for each column, and a name of at most 28 letters, digits and hyphens that survives editing."""

    name: str
    cells: tuple[Cell, ...]


@record
class Rows:
    """The content of the file: an introduction, a tick box for the whole file, and rows under each heading.

    `whole` is the label of the tick box; `widths` are the relative widths of the columns.
    """

    title: str
    introduction: tuple[str, ...]
    whole: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
    language: Language
    own: bool = False
    """Whether the introduction is in `language`; a column head in it has the English below, after a line break."""


def bookmark(name: str) -> str:
    """The name of a row as the name of a bookmark, which cannot contain hyphens."""
    return "row_" + name.replace("-", "_")


def write_rows(rows: Rows) -> bytes:
    """The bytes of the DOCX; the same rows give the same bytes."""
    package = Package()
    tables = _Tables(rows)
    style = "Words" if rows.own else "Normal"
    opening = [_paragraph("Title", text(rows.title)), *(_paragraph(style, text(line)) for line in rows.introduction)]
    opening.append(_paragraph(style, tables.tick("row-all", rows.whole), text(f" {rows.whole}"), runs=False))
    size = w("pgSz", w=_WIDE, h=_TALL, orient="landscape")
    margins = w("pgMar", top=_MARGIN, right=_MARGIN, bottom=_MARGIN, left=_MARGIN, header=360, footer=360, gutter=0)
    body = w("body", *opening, *tables.written(), w("sectPr", size, margins))
    main = package.add(MAIN, "/word/document.xml", part("w:document", {}, body, prefixes="w r mc w14"))
    package.add(STYLES, "/word/styles.xml", _styles(rows.language), main)
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    package.add(SETTINGS, "/word/settings.xml", part("w:settings", {}, w("compat", compatible)), main)
    title = element("dc:title", {}, escaped(rows.title))
    core = part("cp:coreProperties", {"xmlns:cp": _CORE, "xmlns:dc": _DC}, title, prefixes="")
    package.add(PROPERTIES, "/docProps/core.xml", core)
    return package.save()


class _Tables:
    """Writes the tables of one file; ids of bookmarks and controls are unique in all of them."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.count, self.ids = rows, 0, ControlIds()
        whole = sum(rows.widths)
        self.widths = [(_WIDE - 2 * _MARGIN) * share // whole for share in rows.widths]

    def written(self) -> Iterator[str]:
        for heading, rows in self.rows.sections:
            yield _paragraph("Heading1", text(heading))
            yield self._table(heading, rows)
            yield _paragraph("Normal")

    def _table(self, heading: str, rows: tuple[Row, ...]) -> str:
        properties = w(
            "tblPr",
            w("tblStyle", val="Rows"),
            w("tblW", w=sum(self.widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=heading),
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for width in self.widths))
        heads = ("".join(self._head(column.split("\n"))) for column in self.rows.columns)
        head = w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *self._cells(heads))
        return w("tbl", properties, grid, head, *(self._row(row) for row in rows))

    @staticmethod
    def _head(lines: list[str]) -> Iterator[str]:
        own, *english = lines
        yield _paragraph("OwnHead" if english else "ColumnHead", text(own))
        yield from (_paragraph("Note", text(line)) for line in english)

    def _row(self, row: Row) -> str:
        contents = (self._content(cell, row) for cell in row.cells)
        return w("tr", w("trPr", w("cantSplit")), *self._cells(contents))

    def _cells(self, contents: Iterator[str]) -> Iterator[str]:
        for content, width in zip(contents, self.widths, strict=True):
            yield w("tc", w("tcPr", w("tcW", w=width, type="dxa")), content)

    def _content(self, cell: Cell, row: Row) -> str:
        if cell.number:
            return self._numbered(cell, row)
        if cell.tick:
            label = self.rows.columns[-1].partition("\n")[0]
            return _paragraph("Normal", self.tick(f"tick-{row.name}", label), runs=False)
        style = "Note" if cell.small else "Words" if cell.language else "Normal"
        return "".join(_paragraph(style, text(line)) for line in cell.words.split("\n"))

    def tick(self, name: str, label: str) -> str:
        """A checkbox inside a paragraph."""
        fonts = w("rPr", w("rFonts", ascii=TICK_FONT, hAnsi=TICK_FONT, eastAsia=TICK_FONT))
        properties = w(
            "sdtPr", w("alias", val=label[:64]), w("tag", val=name), w("id", val=self.ids.of(name)), box_to_tick()
        )
        return w("sdt", properties, w("sdtContent", w("r", fonts, text(CHECK_BOX[0]))))

    def _numbered(self, cell: Cell, row: Row) -> str:
        """The number in a locked control that carries the row's name, with a bookmark of the same name around it."""
        self.count += 1
        properties = w(
            "sdtPr", w("alias", val=f"Row {cell.words}"), w("tag", val=row.name), w("id", val=self.ids.of(row.name)),
            w("lock", val="sdtContentLocked"), w("text"),
        )  # fmt: skip
        control = w("sdt", properties, w("sdtContent", w("r", text(cell.words))))
        begin = w("bookmarkStart", id=self.count, name=bookmark(row.name))
        return _paragraph("Normal", begin, control, w("bookmarkEnd", id=self.count), runs=False)


def _paragraph(style: str, *contents: str, runs: bool = True) -> str:
    """A paragraph; each content is put in a run, or without `runs` only contents that are plain `w:t` elements."""
    written = (w("r", it) if runs or it.startswith("<w:t ") else it for it in contents)
    return w("p", w("pPr", w("pStyle", val=style)), *written)


def _styles(language: Language) -> bytes:
    """The styles part: a font that every computer has, and styles for text in the language and its direction."""
    size = (w("sz", val=20), w("szCs", val=20))
    english = w("lang", val="en-GB", eastAsia=language.tag if language.script in EAST_ASIAN else "zh-CN", bidi="ar-SA")
    kind = "bidi" if language.rtl else "eastAsia" if language.script in EAST_ASIAN else "val"
    own = (w("rtl") if language.rtl else "", w("lang", **{kind: language.tag}))
    borders = (w(side, val="single", sz=4, space=0, color="808080") for side in _SIDES)
    margins = w("tblCellMar", *(w(side, w=80, type="dxa") for side in ("top", "left", "bottom", "right")))
    return part(
        "w:styles",
        {},
        w("docDefaults", w("rPrDefault", w("rPr", w("rFonts", **_LETTERS), *size, english)), w("pPrDefault")),
        _style("Normal", "Normal", w("pPr", w("spacing", after=60))),
        _style("Title", "Title", w("rPr", w("b"), w("sz", val=36), w("szCs", val=36))),
        _style("Heading1", "heading 1", w("pPr", w("keepNext"), w("spacing", before=240), w("outlineLvl", val=0)),
               w("rPr", w("b"), w("sz", val=26), w("szCs", val=26))),
        _style("ColumnHead", "Column Head", w("rPr", w("b"))),
        _style("Note", "Note", w("rPr", w("color", val="595959"), w("sz", val=16), w("szCs", val=16))),
        _style("Words", "Words", w("pPr", w("bidi")) if language.rtl else "", w("rPr", *own)),
        _style("OwnHead", "Own Head", w("pPr", w("bidi")) if language.rtl else "", w("rPr", w("b"), w("bCs"), *own)),
        element("w:style", {"w:type": "table", "w:styleId": "Rows"}, w("name", val="Rows"),
                w("tblPr", w("tblBorders", *borders), margins)),
    )  # fmt: skip


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _style(identity: str, name: str, *properties: str) -> str:
    default = {"w:default": 1} if identity == "Normal" else {}
    based = "" if identity == "Normal" else w("basedOn", val="Normal")
    attributes = {"w:type": "paragraph", **default, "w:styleId": identity}
    return element("w:style", attributes, w("name", val=name), based, w("qFormat"), *properties)
