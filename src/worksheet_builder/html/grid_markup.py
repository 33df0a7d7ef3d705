"""Tables to fill in: rows and columns if there is room, otherwise a card for each row.

ARIA roles are given, because browsers no longer treat a table as one when CSS displays it as cards.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Cell, Table
from ..foundation.phrases import Phrase
from .elements import Attribute, element
from .field_markup import FieldMarkup


def grid(table: Table, fields: FieldMarkup) -> str:
    """The table; each cell has the words of its column header as `data-head`, for the display as a card."""
    heads = [
        element("th", {"role": "columnheader", "scope": "col", "class": _width(table, at)}, fields.phrases.both(words))
        for at, words in enumerate(table.header)
    ]
    head = element("thead", {"role": "rowgroup"}, element("tr", {"role": "row"}, " ".join(heads)))
    rows = [_row(table, table.example, fields, "example")] if table.example else []
    rows += [_row(table, row, fields) for row in table.rows]
    body = element("tbody", {"role": "rowgroup"}, *rows)
    named: dict[str, Attribute] = {"role": "table", "class": "grid", "aria-label": table.caption.plain()}
    return element("table", named, head, body)


def _row(table: Table, cells: tuple[Cell, ...], fields: FieldMarkup, kind: str | None = None) -> str:
    return element("tr", {"role": "row", "class": kind}, " ".join(_cells(table, cells, fields)))


def _cells(table: Table, cells: tuple[Cell, ...], fields: FieldMarkup) -> Iterator[str]:
    for at, (cell, head) in enumerate(zip(cells, table.header, strict=True)):
        said = fields.phrases.both(cell) if isinstance(cell, Phrase) else fields.answer(cell)
        heads = table.row_headers and at == 0
        named: dict[str, Attribute] = {"role": "rowheader" if heads else "cell", "scope": "row" if heads else None}
        shown = None if heads and isinstance(cell, Phrase) else head.joined().plain()
        yield element("th" if heads else "td", {**named, "data-head": shown}, said)


def _width(table: Table, at: int) -> str | None:
    """The class for the width of a column in twelfths; None if all columns have the same width."""
    if len(set(table.widths)) == 1:
        return None
    return f"w{max(1, round(12 * table.widths[at] / sum(table.widths)))}"
