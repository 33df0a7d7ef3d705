"""Tables: a header row that is repeated on each page, and cells with words or space to write."""

from __future__ import annotations

from typing import assert_never

from ..document import Answer, Cell, Lines, Table
from ..foundation.phrases import Phrase
from ..foundation.records import record
from .begun_text import begun_lines, written
from .boxes import Box, Column, keep_ends, keep_together
from .context import LayoutContext
from .display_list import Artifact, DrawOp, FieldKind, FieldOp, Mark, RectangleOp, RuleOp, TextOp, moved
from .tag_tree import Attributes, Tag

PADDING = 6.0
"""Space inside a cell at each side, in points."""
_CLEAR = 2.5
"""How far the tint of a header begins below the line above it, in points, if letters reach far down or stand close."""


@record(eq=False)
class Grid:
    """The whole column of a table and the columns of its cells."""

    whole: Column
    parts: tuple[Column, ...]

    @classmethod
    def of(cls, table: Table, column: Column) -> Grid:
        """Divide the width of a column by the relative widths of the table."""
        total = sum(table.widths)
        parts, x = [], column.x
        for share in table.widths:
            width = column.width * share / total
            parts.append(Column(x, width))
            x += width
        return cls(column, tuple(parts))


def table_boxes(context: LayoutContext, table: Table, column: Column, tag: Tag) -> list[Box]:
    """A box for the header and one for each row."""
    grid = Grid.of(table, column)
    whole = tag.add("Table", attributes=Attributes("Table", summary=table.caption.plain()))
    head, body = whole.add("THead"), whole.add("TBody")
    header = _header(context, table, grid, head.add("TR"))
    header.keep = header.leads = True
    rows = [_example(context, table, grid, body.add("TR"))] if table.example else []
    rows += [_row(context, table, grid, row, body.add("TR")) for row in table.rows]
    for row in rows:
        row.head = lambda: _header(context, table, grid, None)
    return _kept(context, [header, *rows])


def _kept(context: LayoutContext, boxes: list[Box]) -> list[Box]:
    """Keep a table of up to half a page together, and the first and last rows of a longer one; returns the boxes."""
    if context.whole(boxes):
        for box in boxes[2:-2]:
            box.loosens = True
        return keep_together(boxes)
    return keep_ends(boxes, 3)


def _header(context: LayoutContext, table: Table, grid: Grid, row: Tag | None) -> Box:
    """The header row; without the tag `row` it is a repeated one, an artifact, since it has been read already."""
    line_style = context.line_style("strong")
    cells = []
    for text, part in zip(table.header, grid.parts, strict=True):
        mark: Mark = row.add("TH", attributes=Attributes.scope("Column")) if row else Artifact.PAGINATION
        cells.append(_padded(context, context.block(text, line_style, part.inset(PADDING, PADDING), mark)))
    height = max(cell.height for cell in cells)
    whole = grid.whole
    near = context.tall > 1.0 or context.rhythm.answer == 0.0
    top = _CLEAR if near and context.design.table != "grid" else 0.0
    band: DrawOp = RectangleOp(whole.x, top, whole.width, height - top, Artifact.LAYOUT, fill=context.palette.band)
    if context.design.table == "rows":
        band = RuleOp(whole.x, height, whole.width, 1.4, context.palette.rule, Artifact.LAYOUT)
    box = Box(height, [band, *_edges(context, grid, height, top)], keep=True, place=table.caption.place)
    for cell in cells:
        box.ops += cell.ops
    return box


def _example(context: LayoutContext, table: Table, grid: Grid, row: Tag) -> Box:
    """The row with the example: smaller words on a tinted background, without fields."""
    line_style, cells = context.line_style("hint"), []
    for index, (text, part) in enumerate(zip(table.example, grid.parts, strict=True)):
        heads = table.row_headers and not index
        mark = row.add("TH", attributes=Attributes.scope("Row")) if heads else row.add("TD")
        cells.append(_padded(context, context.block(text, line_style, part.inset(PADDING, PADDING), mark)))
    height, whole = max(cell.height for cell in cells), grid.whole
    ground = RectangleOp(whole.x, 0.0, whole.width, height, Artifact.LAYOUT, fill=context.palette.tint)
    ops: list[DrawOp] = [] if context.design.panel == "frame" else [ground]
    ops += [*_edges(context, grid, height), *(op for cell in cells for op in cell.ops)]
    return Box(height, ops, keep=True, place=table.example[0].place)


def _row(context: LayoutContext, table: Table, grid: Grid, cells: tuple[Cell, ...], row: Tag) -> Box:
    tags = [
        row.add("TH", attributes=Attributes.scope("Row")) if table.row_headers and not index else row.add("TD")
        for index in range(len(cells))
    ]
    words = {
        index: _padded(
            context,
            context.block(cell, context.line_style("ink"), grid.parts[index].inset(PADDING, PADDING), tags[index]),
        )
        for index, cell in enumerate(cells)
        if not isinstance(cell, Answer)
    }
    answers = [cell.form for cell in cells if isinstance(cell, Answer)]
    lines = context.room(max((form.count for form in answers if isinstance(form, Lines)), default=1))
    forms = {index: tag.add("Form") for index, tag in enumerate(tags) if index not in words}
    begun = {at: _begun(context, cell, grid, at, forms[at]) for at, cell in enumerate(cells) if at in forms}
    lines = max(lines, *map(len, begun.values())) if begun else lines

    def make(more: int) -> Box:
        height = context.rhythm.up(max((lines + more) * context.pitch, *(box.height for box in words.values()), 0.0))
        box = Box(height, _edges(context, grid, height), grow=make, lines=lines, pitch=context.pitch, family=grid)
        box.place = next((cell.place for cell in cells if isinstance(cell, Phrase)), table.caption.place)
        for index, cell in enumerate(cells):
            if index in words:
                box.ops += words[index].ops
            elif isinstance(cell, Answer) and context.fillable:
                part, label = grid.parts[index], context.said(cell)
                area = (part.x + 2.0, 1.5, part.width - 4.0, height - 3.0)
                field = FieldOp(*area, FieldKind.CELL, cell.address, label, forms[index])
                box.ops.append(written(field, context, begun[index]))
            else:
                box.ops += [moved(op, 0.0, 0.0) for op in begun[index]]
        return box

    return make(0)


def _begun(context: LayoutContext, cell: Cell, grid: Grid, index: int, form: Tag) -> tuple[TextOp, ...]:
    """The lines of the begun answer of a cell; on paper they make its `form` tag a print field."""
    if not isinstance(cell, Answer):
        return ()
    part = grid.parts[index]
    mark = Artifact.LAYOUT if context.fillable else form
    found = begun_lines(context, cell.address, part.inset(2.0, 2.0), context.pitch, mark)
    if found and not context.fillable:
        form.attributes = Attributes("PrintField", (("Role", "tv"),))
        form.alt = f"{cell.label.plain()} {context.begun(cell.address)}"
    return found


def _edges(context: LayoutContext, grid: Grid, height: float, top: float = 0.0) -> list[DrawOp]:
    """The rule under a row and the hairlines between its cells, which begin `top` points below the row's top."""
    line = context.palette.border
    edges: list[DrawOp] = [RuleOp(grid.whole.x, height, grid.whole.width, 0.7, line, Artifact.LAYOUT)]
    match context.design.table:
        case "lines":
            sides = list(grid.parts[1:])
        case "grid":
            sides = [*grid.parts, Column(grid.whole.x + grid.whole.width, 0.0)]
            edges.append(RuleOp(grid.whole.x, 0.0, grid.whole.width, 0.7, line, Artifact.LAYOUT))
        case "rows":
            sides = []
        case _:
            assert_never(context.design.table)
    edges += [RectangleOp(part.x - 0.35, top, 0.7, height - top, Artifact.LAYOUT, fill=line) for part in sides]
    return edges


def _padded(context: LayoutContext, box: Box) -> Box:
    """The box of a cell's words with a step of padding above and below."""
    edge = context.rhythm.step
    return Box(box.height + 2 * edge, [moved(op, 0.0, edge) for op in box.ops])
