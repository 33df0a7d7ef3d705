"""Tables to fill in: the header row is repeated on each page, rows are not split and have room to write."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Answer, Cell, Lines, Table
from ..foundation.phrases import Phrase
from ..ooxml.markup import element, w
from .answer_markup import Answers
from .paragraph_markup import paragraph
from .run_markup import Runs
from .style_context import StyleContext, twips


def table(node: Table, context: StyleContext, runs: Runs, answers: Answers) -> str:
    """The table in full width."""
    widths = _widths(node, context)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    heads = (paragraph("Table Heading", runs.both(phrase)) for phrase in node.header)
    written = [_row(cells, widths, context, runs, answers) for cells in node.rows]
    rows = _growing(written) if answers.controls.fillable and _grows(node) else "".join(written)
    example = _example(node.example, widths, context, runs) if node.example else ""
    return w("tbl", _properties(node, context), grid, _head(heads, widths), example, rows)


def _grows(node: Table) -> bool:
    """Whether all cells are answers, so that a reader may add more rows like them."""
    return bool(node.rows) and all(isinstance(cell, Answer) for row in node.rows for cell in row)


def _growing(rows: Iterable[str]) -> str:
    """Rows in a repeating section (`w15:repeatingSection`, Word 2013), to which a reader can add another row."""
    items = (_repeated("repeatingSectionItem", row) for row in rows)
    return _repeated("repeatingSection", "".join(items))


def _repeated(kind: str, content: str) -> str:
    return w("sdt", w("sdtPr", element(f"w15:{kind}", {})), w("sdtContent", content))


def _widths(node: Table, context: StyleContext) -> list[int]:
    whole = sum(node.widths)
    return [round(twips(context.measure) * share / whole) for share in node.widths]


def _properties(node: Table, context: StyleContext) -> str:
    return w(
        "tblPr",
        w("tblStyle", val="WorksheetTable"),
        w("bidiVisual") if context.language.rtl else "",
        w("tblW", w=5000, type="pct"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="06A0" if node.row_headers else "0620", firstRow=1, lastRow=0,
          firstColumn=int(node.row_headers), lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=node.caption.plain()),
        w("tblDescription", val=" · ".join(head.plain() for head in node.header)),
    )  # fmt: skip


def _head(heads: Iterable[str], widths: list[int]) -> str:
    cells = (_cell(head, width) for head, width in zip(heads, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(cells: tuple[Cell, ...], widths: list[int], context: StyleContext, runs: Runs, answers: Answers) -> str:
    height = w("trHeight", val=twips(context.pitch * context.room(_line_paragraphs(cells))), hRule="atLeast")
    written = (_content(cell, runs, answers) for cell in cells)
    columns = (_cell(content, width) for content, width in zip(written, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit"), height), *columns)


def _example(cells: tuple[Phrase, ...], widths: list[int], context: StyleContext, runs: Runs) -> str:
    """The row of examples: on a tint, without answers."""
    tinted = context.design.panel != "frame"
    ground = w("shd", val="clear", color="auto", fill=context.hex("tint"), **context.shade("tint", "themeFill"))
    written = (paragraph("Table Example", runs.both(cell)) for cell in cells)
    columns = (_cell(it, width, ground if tinted else "") for it, width in zip(written, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit")), *columns)


def _line_paragraphs(cells: tuple[Cell, ...]) -> int:
    """The number of writing lines in a row: that of its longest answer."""
    forms = [cell.form for cell in cells if isinstance(cell, Answer)]
    return max((form.count for form in forms if isinstance(form, Lines)), default=1)


def _content(cell: Cell, runs: Runs, answers: Answers) -> str:
    return answers.cell(cell) if isinstance(cell, Answer) else paragraph("Table Text", runs.both(cell))


def _cell(content: str, width: int, ground: str = "") -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), ground), content)
