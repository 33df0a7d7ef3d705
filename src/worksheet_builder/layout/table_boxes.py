"""Tables: a header that is repeated, cells that hold words or room to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ..document import Answer, Cell, Lines, Table
from ..foundation.phrases import Phrase
from .boxes import Column, Slab
from .context import Press
from .display_list import Artifact, Box, Field, FieldKind, Ink, Mark, Rule, moved
from .tag_tree import Attributes, Tag

PADDING = 6.0
"""Space inside a cell at each side, in points."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The columns of one table."""

    whole: Column
    parts: tuple[Column, ...]

    @classmethod
    def of(cls, table: Table, column: Column) -> Grid:
        """Share the width out as the table says."""
        total = sum(table.widths)
        parts, x = [], column.x
        for share in table.widths:
            width = column.width * share / total
            parts.append(Column(x, width))
            x += width
        return cls(column, tuple(parts))


def table_slabs(press: Press, table: Table, column: Column, tag: Tag) -> list[Slab]:
    """A slab for the header and one for each row."""
    grid = Grid.of(table, column)
    whole = tag.add("Table", attributes=Attributes("Table", summary=table.caption.plain()))
    head, body = whole.add("THead"), whole.add("TBody")
    header = _header(press, table, grid, head.add("TR"))
    header.keep, header.before = True, 6.0
    rows = [_row(press, table, grid, row, body.add("TR")) for row in table.rows]
    for row in rows:
        row.head = lambda: _header(press, table, grid, None)
    return [header, *rows]


def _header(press: Press, table: Table, grid: Grid, row: Tag | None) -> Slab:
    """The header row; a repeated one is an artifact, since a reader has heard it."""
    look = press.look("strong")
    cells = []
    for text, part in zip(table.header, grid.parts, strict=True):
        mark: Mark = row.add("TH", attributes=Attributes.scope("Column")) if row else Artifact.PAGINATION
        cells.append(_padded(press.block(text, look, part.inset(PADDING, PADDING), mark)))
    height = max(cell.height for cell in cells)
    whole = grid.whole
    band: Ink = Box(whole.x, 0.0, whole.width, height, Artifact.LAYOUT, fill=press.palette.band)
    if press.design.table == "rows":
        band = Rule(whole.x, height, whole.width, 1.4, press.palette.accent, Artifact.LAYOUT)
    slab = Slab(height, [band, *_edges(press, grid, height)], keep=True, place=table.caption.place)
    for cell in cells:
        slab.inks += cell.inks
    return slab


def _row(press: Press, table: Table, grid: Grid, cells: tuple[Cell, ...], row: Tag) -> Slab:
    tags = [
        row.add("TH", attributes=Attributes.scope("Row")) if table.row_headers and not index else row.add("TD")
        for index in range(len(cells))
    ]
    words = {
        index: _padded(press.block(cell, press.look("ink"), grid.parts[index].inset(PADDING, PADDING), tags[index]))
        for index, cell in enumerate(cells)
        if not isinstance(cell, Answer)
    }
    answers = [cell.form for cell in cells if isinstance(cell, Answer)]
    lines = max((form.count for form in answers if isinstance(form, Lines)), default=1)
    forms = {index: tag.add("Form") for index, tag in enumerate(tags) if index not in words}

    def make(more: int) -> Slab:
        height = max((lines + more) * press.pitch, *(slab.height for slab in words.values()), 0.0)
        slab = Slab(height, _edges(press, grid, height), grow=make, lines=lines, pitch=press.pitch, family=grid)
        slab.place = next((cell.place for cell in cells if isinstance(cell, Phrase)), table.caption.place)
        for index, cell in enumerate(cells):
            if index in words:
                slab.inks += words[index].inks
            elif isinstance(cell, Answer) and press.fillable:
                part, label = grid.parts[index], cell.label.plain()
                area = (part.x + 2.0, 1.5, part.width - 4.0, height - 3.0)
                slab.inks.append(Field(*area, FieldKind.CELL, cell.address, label, forms[index]))
        return slab

    return make(0)


def _edges(press: Press, grid: Grid, height: float) -> list[Ink]:
    """The rule under a row and the hairlines between its cells."""
    line = press.palette.line
    edges: list[Ink] = [Rule(grid.whole.x, height, grid.whole.width, 0.7, line, Artifact.LAYOUT)]
    match press.design.table:
        case "lines":
            sides = list(grid.parts[1:])
        case "grid":
            sides = [*grid.parts, Column(grid.whole.x + grid.whole.width, 0.0)]
            edges.append(Rule(grid.whole.x, 0.0, grid.whole.width, 0.7, line, Artifact.LAYOUT))
        case "rows":
            sides = []
        case _:
            assert_never(press.design.table)
    edges += [Box(part.x - 0.35, 0.0, 0.7, height, Artifact.LAYOUT, fill=line) for part in sides]
    return edges


def _padded(slab: Slab) -> Slab:
    """The words of a cell with space above and below."""
    return Slab(slab.height + 8.0, [moved(ink, 0.0, 4.0) for ink in slab.inks])
